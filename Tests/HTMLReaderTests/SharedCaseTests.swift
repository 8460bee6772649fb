import ConverterCore
import Foundation
import Testing

@testable import HTMLReader

private let sharedReports = "../shared/cases/reports/"

/// Generated reports with their truth, where they are at hand.
@Suite(.enabled(if: FileManager.default.fileExists(atPath: sharedReports), "the shared cases are not here"))
struct SharedCaseTests {
  private struct Truth: Decodable {
    struct Table: Decodable {
      struct Cell: Decodable, Hashable { var row, col, rowspan, colspan: Int; var text: String }
      var cells: [Cell]
      var layout: Bool?
    }
    var tables: [Table]
  }

  @Test(arguments: 0..<6, ["web", "lo"]) func `Every table is read cell by cell`(report: Int, producer: String) throws {
    let path = sharedReports + "r00\(report)/r00\(report).\(producer).html"
    let truth = try JSONDecoder().decode(
      Truth.self, from: Data(contentsOf: URL(filePath: sharedReports + "truth/r00\(report).json")))
    let document = try read(Data(contentsOf: URL(filePath: path)), keepsBoilerplate: false)
    let tables = document.tables.map { table in
      table.cells.map {
        Truth.Table.Cell(
          row: $0.rows.lowerBound, col: $0.columns.lowerBound, rowspan: $0.rows.count, colspan: $0.columns.count,
          text: compact($0.text))
      }
    }
    let expected = truth.tables.filter { $0.layout != true }
    #expect(tables.count == expected.count)
    for (table, expected) in zip(tables, expected) {
      for (cell, expected) in zip(table, expected.cells) {
        var stated = expected
        stated.text = compact(expected.text)
        // What a word processor numbered is no text of the page.
        if let label = stated.text.firstMatch(of: /^[（(][一二三四五六七八九十]+[）)]|^[0-9]+\./), !cell.text.hasPrefix(label.0) {
          stated.text.removeSubrange(label.range)
        }
        #expect(cell == stated)
      }
      #expect(table.count == expected.cells.count)
    }
  }

  @Test(arguments: ["huge_span.html", "deep.html", "html_named.doc"]) func `Damaged pages end`(name: String) throws {
    _ = try read(Data(contentsOf: URL(filePath: sharedReports + "damaged/" + name)))
  }

  private func compact(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { !$0.properties.isWhitespace && $0 != "\u{200B}" }))
  }
}
