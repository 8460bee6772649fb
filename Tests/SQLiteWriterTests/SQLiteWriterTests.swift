import ConverterCore
import ConverterTesting
import ReportProfile
import Testing

@testable import SQLiteWriter

@Suite struct SQLiteWriterTests {
  private let writer = SQLiteWriter { Profile.builtIn }

  private func database(_ document: Document) throws -> ReadBack {
    try ReadBack(writer.written(document).bytes)
  }

  @Test func `every cell is a row with its spans, headers and number`() throws {
    var table = Table(headerRows: 2, stubColumns: 1, "Item | Number | <\n^ | new | old\nwells | 1,200 | 2.50")
    table.unit = "pieces"
    let database = try database(Document(blocks: [.table(table)]))
    #expect(
      try database.rows("SELECT first_row, first_column, row_span, column_span, kind, text FROM cells") == [
        "0|0|2|1|stubHead|Item", "0|1|1|2|columnHeader|Number", "1|1|1|1|columnHeader|new",
        "1|2|1|1|columnHeader|old", "2|0|1|1|rowHeader|wells", "2|1|1|1|data|1,200", "2|2|1|1|data|2.50",
      ])
    #expect(
      try database.rows("SELECT row_path, column_path, number, typeof(number), unit FROM cells WHERE number NOTNULL")
        == ["wells|Number / new|1200|integer|pieces", "wells|Number / old|2.5|real|pieces"])
    #expect(
      try database.rows("SELECT number, row_count, column_count, header_rows, stub_columns, unit FROM tables")
        == ["1|3|3|2|1|pieces"])
  }

  @Test func `a cell of a page has its box, any other its place`() throws {
    let box = Rectangle(x0: 72, y0: 90.5, x1: 100, y1: 120)
    let table = try Table(
      rowCount: 1, columnCount: 2,
      cells: [
        Cell(rows: 0..<1, columns: 0..<1, text: "a", origin: Origin(.page(3, box), .ruled)),
        Cell(rows: 0..<1, columns: 1..<2, text: "", origin: Origin(.lines(4...5), .aligned)),
      ], origin: Origin(.page(3, nil), .computed))
    let database = try database(Document(blocks: [.table(table)]))
    #expect(
      try database.rows("SELECT text, page, x0, y0, x1, y1, evidence FROM cells")
        == ["a|3|72.0|90.5|100.0|120.0|ruled", "|NULL|NULL|NULL|NULL|NULL|aligned"])
    #expect(try database.rows("SELECT page, x0, evidence FROM tables") == ["3|NULL|computed"])
    #expect(try database.rows("SELECT place FROM cells WHERE page IS NULL") == [Place.lines(4...5).description])
  }

  @Test func `a document has its source, metadata and findings`() throws {
    let database = try database(
      Document(
        source: SourceDescription(name: "年报.docx", format: "docx", byteCount: 12, sha256: "ab"),
        metadata: Metadata(title: "It's a \"title\"", pageCount: 2),
        findings: [Finding(.warning, "docx.example", "something is missing", at: .page(1, nil))]))
    #expect(
      try database.rows("SELECT name, format, bytes, sha256, title, author, pages FROM documents")
        == ["年报.docx|docx|12|ab|It's a \"title\"|NULL|2"])
    #expect(
      try database.rows("SELECT document_id, severity, code, message, page FROM findings")
        == ["1|warning|docx.example|something is missing|1"])
    #expect(try database.rows("SELECT count(*) FROM tables") == ["0"])
  }

  @Test func `documents of one database are told apart`() throws {
    let documents = ["a", "b"].map { name in
      Document(source: SourceDescription(name: name), blocks: [.table(Table("\(name)1")), .table(Table("\(name)2"))])
    }
    let database = try DocumentDatabase(target: "the test", profiles: [])
    for document in documents { try database.insert(document) }
    var sink = MemorySink()
    try database.finish(to: &sink)
    #expect(
      try ReadBack(sink.bytes).rows(
        "SELECT name, tables.number, text FROM cells JOIN tables USING (table_id) JOIN documents USING (document_id)")
        == ["a|1|a1", "a|2|a2", "b|1|b1", "b|2|b2"])
  }

  @Test func `what is no report has no records`() throws {
    let database = try database(Document(blocks: [.table(Table("x | 1"))]))
    #expect(try database.rows("SELECT count(*) FROM records") == ["0"])
  }

  @Test func `the database is whole by its own check`() throws {
    for seed in 1...20 as ClosedRange<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let document = Document.random(using: &generator)
      let database = try database(document)
      #expect(try database.rows("PRAGMA integrity_check") == ["ok"], "seed \(seed)")
      #expect(try database.rows("PRAGMA foreign_key_check") == [], "seed \(seed)")
      let count = document.tables.reduce(0) { $0 + $1.cells.count }
      #expect(try database.rows("SELECT count(*) FROM cells") == ["\(count)"], "seed \(seed)")
    }
  }

  @Test func `the writer keeps the contract`() {
    expectWriterContract(writer, documents: 20, isText: false)
  }

  @Test func `a file that cannot be made is an error`() throws {
    #expect(throws: WritingError.self) { try DocumentDatabase(path: "/", target: "the test", profiles: []) }
  }
}
