import ConverterCore
import Testing

@testable import RTFReader

@Suite struct TableTests {
  @Test func `cells lie between the edges of all rows`() throws {
    let table = try table(
      #"\trowd\cellx1000\cellx3000\intbl a\cell b\cell\row\trowd\cellx2000\cellx3000\intbl c\cell d\cell\row"#)
    #expect(drawing(table) == ["0+1,0+1 a", "0+1,1+2 b", "1+1,0+2 c", "1+1,2+1 d"])
  }

  @Test func `a definition may stand behind the cells, and holds for rows without one`() throws {
    let table = try table(#"\intbl a\cell b\cell\trowd\cellx1000\cellx3000\row\intbl c\cell d\cell\row"#)
    #expect(drawing(table) == ["0+1,0+1 a", "0+1,1+1 b", "1+1,0+1 c", "1+1,1+1 d"])
  }

  @Test func `merges join cells`() throws {
    let table = try table(
      #"\trowd\clvmgf\cellx1000\clmgf\cellx2000\clmrg\cellx3000\intbl a\cell b\cell\cell\row"#
        + #"\trowd\clvmrg\cellx1000\cellx2000\cellx3000\intbl\cell c\cell d\cell\row"#)
    #expect(drawing(table) == ["0+2,0+1 a", "0+1,1+2 b", "1+1,1+1 c", "1+1,2+1 d"])
  }

  @Test func `covered text is told`() throws {
    let document = try document(#"{\rtf1\trowd\clmgf\cellx1000\clmrg\cellx2000\intbl a\cell lost\cell\row}"#)
    #expect(document.findings.map(\.code) == ["rtf.table.covered-text"])
  }

  @Test func `empty cells that a row has no edges for are none`() throws {
    let document = try document(
      #"{\rtf1\trowd\cellx1000\cellx2000\intbl a\cell b\cell\cell\cell\row\trowd\cellx1000\cellx2000\intbl c\cell d\cell\row}"#
    )
    let table = try #require(document.blocks.flatMap(\.tables).first)
    #expect(drawing(table) == ["0+1,0+1 a", "0+1,1+1 b", "1+1,0+1 c", "1+1,1+1 d"])
    #expect(document.findings.isEmpty)
  }

  @Test(arguments: [
    (#"\cellx1000\cellx2000"#, #"a\cell b\cell\cell more\cell"#, ["0+1,0+1 a", "0+1,1+1 b\nmore"]),
    (#"\cellx1000\cellx2000"#, #"a\cell b\cell more"#, ["0+1,0+1 a", "0+1,1+1 b\nmore"]),
  ])
  func `text that a row has no edge for goes on in its last cell, and is told`(
    edges: String, cells: String, expected: [String]
  ) throws {
    let document = try document(#"{\rtf1\trowd"# + edges + #"\intbl "# + cells + #"\row}"#)
    let table = try #require(document.blocks.flatMap(\.tables).first)
    #expect(drawing(table) == expected)
    #expect(document.findings.map(\.code) == ["rtf.table.surplus-cells"])
  }

  // In a cell that another one covers nothing would show.
  @Test(arguments: [#"\clmgf\cellx1000\clmrg\cellx2000"#, #"\cellx1000\clvmrg\cellx2000"#])
  func `text that a row has no edge for has a column of its own behind a covered cell`(edges: String) throws {
    let document = try document(#"{\rtf1\trowd"# + edges + #"\intbl a\cell\cell more\cell\row}"#)
    let table = try #require(document.blocks.flatMap(\.tables).first)
    #expect(table.cells.map(\.text).filter { !$0.isEmpty } == ["a", "more"])
    #expect(document.findings.isEmpty)
  }

  @Test func `a note that a row has no edge for is kept`() throws {
    let document = try document(
      #"{\rtf1\trowd\cellx1000\intbl a\cell{\footnote\pard\plain note}\cell\row}"#)
    let asides = document.blocks.flatMap(\.tables).flatMap(\.cells).flatMap(\.blocks).compactMap { block in
      if case .aside(let aside) = block { aside.role } else { nil }
    }
    #expect(asides == [.footnote])
    #expect(document.findings.map(\.code) == ["rtf.table.surplus-cells"])
  }

  @Test func `cells hold nested tables`() throws {
    let table = try table(
      #"\trowd\cellx1000\cellx2000\intbl before\par\itap2 x\nestcell y\nestcell{\*\nesttableprops\trowd\cellx500\cellx900\nestrow}"#
        + #"{\nonesttables\par}\itap1 after\cell b\cell\row"#)
    #expect(drawing(table) == ["0+1,0+1 before\nafter", "0+1,1+1 b"])
    #expect(table.cells.first?.blocks.flatMap(\.tables).map(drawing) == [["0+1,0+1 x", "0+1,1+1 y"]])
  }

  @Test func `a definition holds for rows of its own depth`() throws {
    let table = try table(
      #"\trowd\cellx1000\intbl\itap2 m\nestcell\itap3 x\nestcell y\nestcell z\nestcell"#
        + #"{\*\nesttableprops\trowd\cellx300\cellx600\cellx900\nestrow}\itap2 n\nestcell{\*\nesttableprops\nestrow}\itap1\cell\row"#
    )
    let middle = try #require(table.cells.first?.blocks.flatMap(\.tables).first)
    #expect(drawing(middle) == ["0+1,0+1 m", "0+1,1+1 n"])
  }

  @Test func `rows that tracked changes remove are gone, unless text is left in them`() throws {
    let rows =
      #"\trowd\cellx1000\intbl{\deleted a\cell}{\deleted\row}\intbl b\cell{\deleted\row}\intbl c\cell\row"#
    #expect(try drawing(table(rows)) == ["0+1,0+1 b", "1+1,0+1 c"])
  }

  @Test func `paragraphs of a cell are lines`() throws {
    let table = try table(#"\trowd\cellx1000\intbl a\par b\line c\cell\row"#)
    #expect(drawing(table) == ["0+1,0+1 a\nb\nc"])
  }

  @Test func `header rows name columns`() throws {
    let table = try table(#"\trowd\trhdr\cellx1000\intbl Head\cell\row\trowd\cellx1000\intbl 1\cell\row"#)
    #expect(table.headerRowCount == 1)
  }

  @Test func `what is tied to the end of a row goes with its last cell`() throws {
    let note = #"{\footnote\pard\plain note\par}"#
    let blocks = try table(#"\trowd\cellx1000\cellx2000\intbl a\cell b\cell"# + note + #"\row"#).cells.map(\.blocks)
    #expect(blocks.map { $0.map(text) } == [[], ["b", "footnote : note"]])
    // A row without cells of its own gets one.
    let alone = try table(#"\trowd\cellx1000\intbl a\cell\row\trowd\cellx1000\intbl"# + note + #"\row"#)
    #expect(alone.cells.map { $0.blocks.map(text) } == [[], ["footnote : note"]])
  }

  @Test func `two tables with text between them are two`() throws {
    #expect(
      try texts(#"{\rtf1\trowd\cellx1000\intbl a\cell\row\pard between\par\trowd\cellx1000\intbl b\cell\row\pard}"#)
        == ["a", "between", "b"])
  }

  private func table(_ rtf: String) throws -> Table {
    try #require(try document(#"{\rtf1 "# + rtf + #"\pard end\par}"#).tables.first)
  }

  /// Cells as `row+rows,column+columns text`.
  private func drawing(_ table: Table) -> [String] {
    table.cells.map {
      "\($0.rows.lowerBound)+\($0.rows.count),\($0.columns.lowerBound)+\($0.columns.count) \($0.text)"
    }
  }
}
