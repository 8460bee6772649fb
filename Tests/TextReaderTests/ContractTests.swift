import ConverterCore
import ConverterTesting
import Foundation
import Testing

@testable import TextReader

/// What every reader owes, for a text of each shape.
@Suite struct TextContractTests {
  private static let texts = [
    "北湾港务局\n情况报告\n\n一、概况\n检查了全部码头。\n\n- 甲\n- 乙\n",
    flattened([["码头", "货物"], ["", "进", "出"], ["北", "5", "3"], ["南", "2", "0"]]) + "三、其他\n无\n",
    "name,note,n\n\"a, b\",\"c\nd\",1\nx,y,2\n",
    "| a | b |\n|---|---|\n| 1 | 2 |\n",
    "+-----+---+\n| a   | b |\n|     +---+\n|     | c |\n+-----+---+\n",
    "Quay    depth  ships\nNorth     7.5     12\nSouth    10.0      4\n",
    "联系人：李某\n电话：0555-1234567\n地址：北湾路3号\n",
    "码头\n\n进港\n出港\n北港\n5\n3\n\n南港\n2\n",
    "First.\n\n- 1 -\n\u{0C}Second.\n",
  ]

  @Test(arguments: texts)
  func `The contract holds for texts of all shapes`(text: String) async {
    await expectReaderContract(
      TextReader(), reading: [Source(name: "sample.txt", bytes: Data(text.utf8), format: "text")], damages: 15)
  }

  @Test func `Too many cells are a typed error`() {
    #expect(throws: ReadingError(.limit(name: "cells", asked: 6, granted: 5))) {
      try read("a,b\n1,2\n3,4\n", limits: Limits(cells: 5))
    }
  }

  @Test func `An unknown encoding is a typed error`() {
    #expect(throws: ReadingError(.unsupported(detail: "the encoding “klingon-8”"))) {
      try TextReader(encoding: "klingon-8").read(Source(name: "a", bytes: Data("x".utf8)), within: .standard)
    }
  }

  @Test(arguments: ["\n", "\r\n"]) func `a mail of several parts is told`(lineEnd: String) throws {
    let head = [
      "From: a@example.org", "MIME-Version: 1.0", "Content-Type: Multipart/mixed; boundary=x", "", "--x", "text",
    ]
    let mail = try read(head.joined(separator: lineEnd))
    #expect(mail.findings.map(\.code) == ["text.mail.encoded"])
    // A letter that quotes such a head is none.
    #expect(try read("Dear all,\n\n" + head.joined(separator: lineEnd)).findings.isEmpty)
    #expect(try read(head[0] + "\n\n" + head[1...].joined(separator: lineEnd)).findings.isEmpty)
  }

  @Test func `Replacements are counted and reported`() throws {
    let source = Source(name: "a.txt", bytes: Data("甲乙丙丁".utf8) + [0xFF] + Data("戊己".utf8))
    let document = try TextReader().read(source, within: .standard)
    #expect(document.source.encoding == "utf-8")
    #expect(document.source.replacementCount == 1)
    #expect(
      document.findings == [
        Finding(.warning, "text.encoding.replaced", "1 sequence of bytes is no text in utf-8 and became U+FFFD")
      ])
  }

  /// Inputs that are cheap to write and dear to read carelessly: a piece and how often it comes.
  private static let hostile: [(piece: String, count: Int)] = [
    ("a", 500_000), ("\t", 100_000), ("\t7\n", 30_000), ("\t7\n\n", 30_000), ("label\n7\n", 20_000),
    ("\n", 200_000), (String(repeating: "x,", count: 20_000) + "\n", 3), ("\"a,b\n", 20_000),
    ("+---+---+\n", 20_000), (String(repeating: "|", count: 20_000) + "\n", 2),
    (String(repeating: "a  ", count: 600) + "\n", 20), ("# a\n===\n", 10_000), ("1. a\n", 10_000),
  ]

  @Test(arguments: hostile)
  func `Hostile texts are read in time that grows with their length`(piece: String, count: Int) throws {
    let text = String(repeating: piece, count: count)
    let (_, time) = try withProcessorTime { try read(text) }
    #expect(time < .seconds(30))
  }

  /// Bytes that shapes and encodings are made of, and any.
  private static let alphabets: [[UInt8]] = [
    Array(0...255), Array("\t\n 70甲：".utf8), Array("|-+=:# \n表a1".utf8), Array(",;\"\t\r\nx7".utf8),
    Array("  \n\u{3000}9.7a-".utf8), Array("┌─┬┐│├┼┤└┴┘\n1 ".utf8), Array("1.（一）、(2)I. \n\u{0C}第章".utf8),
    [0x00, 0xFE, 0xFF, 0x1B, 0x24, 0x42, 0x81, 0x30, 0x0A, 0x84, 0x31, 0x95, 0x33, 0xE3, 0x80],
  ]

  @Test(arguments: 1...300 as ClosedRange<UInt64>)
  func `Any bytes are read without a trap`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let alphabet = Self.alphabets[Int(seed) % Self.alphabets.count]
    let bytes = (0..<Int.random(in: 1...2000, using: &random)).map { _ in alphabet.randomElement(using: &random) ?? 0 }
    let name = seed.isMultiple(of: 3) ? "sample.csv" : "sample.txt"
    let document = try TextReader().read(Source(name: name, bytes: Data(bytes)), within: .standard)
    #expect(document.source.encoding != nil, "seed \(seed)")
  }

  @Test func `Rows of many lengths are solved within bounds`() throws {
    let rows = (0..<400).map { row in (0..<(3 + row * 7 % 200)).map { "c\($0)" } }
    let text = flattened(rows)
    let (table, time) = try withProcessorTime { try onlyTable(text) }
    #expect(table.columnCount == 202)
    #expect(time < .seconds(30))
  }
}
