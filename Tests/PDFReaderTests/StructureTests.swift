import ConverterCore
import FoundationEssentials
import PDFReader
import PageLayout
import Testing

@Suite("Structure that the file states", .enabled(if: PDFReader.seesVectorInk))
struct StructureTests {
  /// The structure of a page in a file with these structure elements; `ROOT` and `PAGE1`, `PAGE2` name objects.
  private func structure(
    ofPage number: Int = 1, root: String, elements: [String]
  ) throws -> StatedStructure? {
    var pdf = PDFBuilder()
    let first = pdf.addPage("BT /F1 10 Tf 72 742 Td /P << /MCID 0 >> BDC (one) Tj EMC ET")
    let second = pdf.addPage("BT /F1 10 Tf 72 742 Td /P << /MCID 0 >> BDC (two) Tj EMC ET")
    let base = pdf.nextNumber
    let resolve = { (text: String) in
      var text = text.replacing("PAGE1", with: "\(first) 0 R").replacing("PAGE2", with: "\(second) 0 R")
      for index in elements.indices.reversed() { text = text.replacing("E\(index)", with: "\(base + index) 0 R") }
      return text
    }
    for element in elements { _ = pdf.add("<< /Type /StructElem " + resolve(element) + " >>") }
    let tree = pdf.add("<< /Type /StructTreeRoot " + resolve(root) + " >>")
    pdf.catalog = "/StructTreeRoot \(tree) 0 R /MarkInfo << /Marked true >>"
    return try PDFReader().withPages(of: Source(name: "tagged.pdf", bytes: pdf.bytes), within: .standard) { pages in
      pages.statedStructure(ofPage: number)
    }
  }

  @Test func `a table states the place of its cells, those without content included`() throws {
    let structure = try structure(
      root: "/K E0",
      elements: [
        "/S /Table /Pg PAGE1 /K [E1 E4]",
        "/S /TR /K [E2 E3]",
        "/S /TH /A << /O /Table /RowSpan 2 >> /K 0",
        "/S /TD /A [<< /O /Layout >> 0 << /O /Table /ColSpan 2 >>] /K [1 2]",
        "/S /TR /K [E5 E6]",
        "/S /TD",
        "/S /TD /K 3",
      ])
    let table = try #require(structure?.elements.first)
    #expect(table.role == "Table" && table.children.map(\.role) == ["TR", "TR"])
    let cells = table.children[0].children
    #expect(cells.map(\.role) == ["TH", "TD"])
    #expect(cells.map(\.markedContent) == [[0], [1, 2]])
    #expect(table.cells.map(\.rows) == [0..<2, 0..<1, 1..<2, 1..<2])
    #expect(table.cells.map(\.columns) == [0..<1, 1..<3, 1..<2, 2..<3])
    #expect(table.cells.prefix(2).map(\.id) == cells.map(\.id))
  }

  @Test func `a page shows the cells that reach into its rows`() throws {
    let elements = [
      "/S /Table /K [E1 E4 E6]", "/S /TR /Pg PAGE1 /K [E2 E3]", "/S /TD /A << /O /Table /RowSpan 3 >> /K 0", "/S /TD",
      "/S /TR /Pg PAGE1 /K E5", "/S /TD",
      "/S /TR /Pg PAGE2 /K E7", "/S /TD /K 0",
    ]
    let table = try #require(try structure(ofPage: 2, root: "/K E0", elements: elements)?.elements.first)
    #expect(table.cells.map(\.rows) == [0..<3, 2..<3])
    #expect(table.cells.map(\.columns) == [0..<1, 1..<2])
  }

  @Test func `blank cells that a row has beyond the others do not widen the table`() throws {
    let structure = try structure(
      root: "/K E0",
      elements: [
        "/S /Table /Pg PAGE1 /K [E1 E4 E7]", "/S /TR /K [E2 E3]", "/S /TD /K 0", "/S /TD /K 1",
        "/S /TR /K [E5 E6]", "/S /TD /K 2", "/S /TD /K 3", "/S /TR /K [E8 E9 E8]", "/S /TD /K 4", "/S /TD /K 5",
      ])
    let cells = try #require(structure?.elements.first?.cells)
    #expect(cells.map(\.columns.upperBound).max() == 2)
  }

  @Test func `roles are mapped to the standard ones, through several steps`() throws {
    let structure = try structure(
      root: "/RoleMap << /Tabelle /Grid /Grid /Table /Loop /Loop >> /K [E0 E1]",
      elements: ["/S /Tabelle /Pg PAGE1 /K 0", "/S /Loop /Pg PAGE1 /K 1"])
    #expect(structure?.elements.map(\.role) == ["Table", "Loop"])
  }

  @Test func `spans may come from a class`() throws {
    let structure = try structure(
      root: "/ClassMap << /Wide << /O /Table /ColSpan 4 >> >> /K [E0]",
      elements: [
        "/S /Table /Pg PAGE1 /K [E1 E3]", "/S /TR /K E2", "/S /TD /C /Wide /K 0", "/S /TR /K E4",
        "/S /TD /C /Wide /K 1",
      ])
    #expect(structure?.elements.first?.cells.map(\.columns) == [0..<4, 0..<4])
  }

  @Test func `each page shows what it has of an element, under the same id`() throws {
    let elements = ["/S /Table /K [E1 E2]", "/S /TR /Pg PAGE1 /K 0", "/S /TR /K << /Type /MCR /Pg PAGE2 /MCID 0 >>"]
    let first = try structure(ofPage: 1, root: "/K E0", elements: elements)
    let second = try structure(ofPage: 2, root: "/K E0", elements: elements)
    #expect(first?.elements.map(\.id) == second?.elements.map(\.id))
    #expect(first?.elements.first?.children.count == 1 && second?.elements.first?.children.count == 1)
    #expect(first?.elements.first?.children.first?.id != second?.elements.first?.children.first?.id)
  }

  @Test func `types of later standards are kept`() throws {
    let structure = try structure(root: "/K E0", elements: ["/S /Title /Pg PAGE1 /K 0 /ActualText (Headline)"])
    #expect(structure?.elements.first?.role == "Title")
    #expect(structure?.elements.first?.actualText == "Headline")
  }

  @Test func `a tree that contains itself ends`() throws {
    let structure = try structure(root: "/K E0", elements: ["/S /Sect /Pg PAGE1 /K [0 E1]", "/S /Sect /K [E0 E1 1]"])
    #expect(structure?.elements.map(\.role) == ["Sect"])
  }

  @Test func `pages and files without tags state nothing`() throws {
    #expect(try structure(ofPage: 2, root: "/K E0", elements: ["/S /P /Pg PAGE1 /K 0"]) == nil)
    #expect(try structure(root: "", elements: []) == nil)
  }
}
