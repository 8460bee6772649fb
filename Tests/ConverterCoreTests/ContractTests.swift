import ConverterCore
import ConverterTesting
import FoundationEssentials
import Testing

struct `The contracts` {
  @Test(arguments: [JSONWriter.Layout.lines, .compact]) func `hold for JSON`(layout: JSONWriter.Layout) {
    expectWriterContract(JSONWriter(layout: layout))
  }

  @Test(arguments: CSVWriter.SpanFill.allCases, CSVDialect.LineEnding.allCases)
  func `hold for CSV`(spans: CSVWriter.SpanFill, lineEnding: CSVDialect.LineEnding) {
    let dialect = CSVDialect(lineEnding: lineEnding, byteOrderMark: true, escapesFormulas: true)
    expectWriterContract(CSVWriter(spans: spans, dialect: dialect))
    expectWriterContract(CSVLongWriter(dialect: dialect))
  }

  @Test(arguments: [1, 40, 120]) func `hold for text`(width: Int) {
    expectWriterContract(TextWriter(tableWidth: width))
  }

  @Test func `hold for reading JSON`() async throws {
    let sources = try (1...6 as ClosedRange<UInt64>).map { seed in
      var generator = SeededGenerator(seed: seed)
      let bytes = try JSONWriter().written(Document.random(using: &generator)).bytes
      return Source(name: "\(seed).json", bytes: Data(bytes))
    }
    await expectReaderContract(JSONReader(), reading: sources)
  }
}
