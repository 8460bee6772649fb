import ConverterCore
import ConverterTesting
import Foundation
import Testing

@testable import HTMLReader

/// Pages made to exhaust a reader. Each once stood for a way to do so in some parser.
struct HostilePageTests {
  private static let count = 20_000

  /// Pieces of pages, how often they come, and what ends the page.
  private static let pages: [(piece: String, count: Int, end: String)] = [
    ("<div>", 100_000, "x"), ("<b><div>", count, "x"), ("<table><tr><td>", count / 2, "x"), ("<ul><li>", count, "x"),
    ("<svg><foreignObject>", count, "x"), ("</div>", count, "x"), ("<a href=1><div>", count / 4, "x"),
    ("<x>", count, "x"), ("<div></b>", count, "x"), ("<select><option>", count, "</select>x"),
    ("<template>", count, ""), ("<style>", count, ""), ("<ruby><rt>", count, "x"), ("<form><table>", count, "x"),
  ]

  @Test(arguments: pages) func `Deep pages end`(piece: String, count: Int, end: String) throws {
    let page = String(repeating: piece, count: count) + end
    let (document, time) = try withProcessorTime { try read(page) }
    #expect(time < .seconds(30))
    #expect(document.findings.allSatisfy { $0.code == "html.depth.limit" || $0.code == "html.deleted.skipped" })
  }

  @Test func `Depth is said`() throws {
    let findings = try read(String(repeating: "<div>", count: 300) + "x").findings
    #expect(findings.map(\.code) == ["html.depth.limit"])
    #expect(findings.first?.message.hasPrefix("46 elements lie deeper than 256 levels") == true)
  }

  /// Each paragraph would open all formatting elements again.
  @Test func `Unclosed formatting is bounded`() {
    let page = (0..<5000).map { "<p><font size=\($0)>x" }.joined()
    #expect(throws: ReadingError(.limit(name: "elements", asked: 22_311, granted: 22_310))) {
      try read(page, limits: Limits(unpackedBytes: 22_310 * MemoryLayout<GrowingTree.Node>.stride))
    }
  }

  @Test func `Tables of many positions meet the limit`() {
    let rows = String(repeating: "<tr><td colspan=1000>a<td>b", count: 200)
    #expect(throws: ReadingError(.limit(name: "cells", asked: 200_200, granted: 100_000))) {
      try read("<table border=1>\(rows)</table>", limits: Limits(cells: 100_000))
    }
  }

  @Test func `Limits hold for all tables together`() {
    let page = String(repeating: "<table border=1><tr><td>a<td>b<tr><td>c<td>d</table>", count: 3)
    #expect(throws: ReadingError(.limit(name: "cells", asked: 12, granted: 10))) {
      try read(page, limits: Limits(cells: 10))
    }
  }

  @Test func `A row of wide spans meets the limit`() {
    let row = String(repeating: "<td colspan=1000>", count: 1000)
    #expect(throws: ReadingError.self) { try read("<table border=1><tr>\(row)</table>", limits: Limits(cells: 1000)) }
  }

  /// Each row would go past all columns that the rows before it take.
  @Test func `Rows beside tall cells are charged for them`() {
    let rows = String(repeating: "<tr><td colspan=1000 rowspan=65534>x</td><td>y</td>", count: 4000)
    #expect(throws: ReadingError(.limit(name: "cells", asked: 406_027, granted: 400_000))) {
      try read("<table border=1>\(rows)</table>", limits: Limits(cells: 100_000))
    }
  }

  /// Each row without cells would look for one that goes on in it, in all columns.
  @Test func `Rows without cells are cheap`() throws {
    let wide = String(repeating: "<td colspan=1000>", count: 1000)
    let page = "<table border=1><tr>\(wide)x\(String(repeating: "<tr>", count: 50_000))</table>"
    let (document, time) = try withProcessorTime { try read(page) }
    #expect(document.tables.map(\.rowCount) == [1])
    #expect(time < .seconds(30))
  }

  /// Tag soup from a seed: whatever comes, the reader ends with a document whose text is valid.
  @Test(arguments: 0..<40) func `Random pages end`(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let names = ElementName.allCases.map(\.rawValue)
    var page = ""
    func number(below bound: Int) -> Int { Int.random(in: 0..<bound, using: &random) }
    let oddities = ["&amp", "<!--", "-->", "\u{0}", "<![CDATA[", "</", "&#x;", "\u{3000}", "中"]
    for _ in 0..<400 {
      let name = names[number(below: names.count)]
      switch number(below: 10) {
      case 0..<5: page += "<\(name) colspan=\(number(below: 5)) rowspan=\(number(below: 5)) href=x>"
      case 5..<8: page += "</\(name)>"
      case 8: page += oddities[number(below: oddities.count)]
      default: page += "text \(number(below: 100)) "
      }
    }
    for depth in [8, 12, 256] {
      let document = try read(page, limits: Limits(depth: depth))
      #expect(document == (try read(page, limits: Limits(depth: depth))), "seed \(seed)")
    }
  }
}
