import ConverterTesting
import Testing

@testable import ConverterCore

@Suite struct DataPackageWriterTests {
  private func text(_ document: Document, _ dialect: CSVDialect = CSVDialect()) throws -> String {
    try DataPackageWriter(dialect: dialect).written(document).text.replacing("\n", with: "")
  }

  @Test func `header rows and the names of fields are told`() throws {
    let table = Table(
      headerRows: 2, stubColumns: 1, caption: "Wells", "Item | Number | <\n^ | new | old\nx | 1,200 | 2 m\ny | 7 | 3 m")
    let document = Document(source: SourceDescription(name: "a.zip!in/b.docx"), blocks: [.table(table)])
    let text = try text(document)
    #expect(text.contains("\"path\":\"b.docx.t1.csv\",\"title\":\"Wells\""), "\(text)")
    #expect(text.contains("\"dialect\":{\"headerRows\":[1,2],\"headerJoin\":\" / \"}"), "\(text)")
    #expect(
      text.contains(
        """
        "fields":[{"name":"Item","type":"string"},{"name":"Number / new","type":"number","groupChar":","},\
        {"name":"Number / old","type":"string"}]
        """), "\(text)")
  }

  @Test func `a table without headers says so, and its fields are numbered`() throws {
    let text = try text(Document(.table(Table("1 | ２"))))
    #expect(text.contains("\"dialect\":{\"header\":false}"), "\(text)")
    // Full-width digits are no number to a program that knows no other language.
    #expect(text.contains("{\"name\":\"column 1\",\"type\":\"number\"},{\"name\":\"column 2\",\"type\":\"string\"}"))
  }

  @Test func `no two fields have one name`() {
    let names = PackageField.fields(of: Table(headerRows: 1, "a | a | a (2)\n1 | 2 | 3")).map(\.name)
    #expect(names == ["a", "a (2)", "a (2) (2)"])
  }

  @Test func `line endings are those of the grids`() throws {
    let text = try text(Document(.table(Table("1"))), CSVDialect(lineEnding: .crlf))
    #expect(text.contains("\"lineTerminator\":\"\\r\\n\""), "\(text)")
  }

  @Test func `the writer keeps the contract`() {
    expectWriterContract(DataPackageWriter())
  }
}
