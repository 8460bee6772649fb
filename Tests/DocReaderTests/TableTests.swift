import ConverterCore
import Testing

@testable import DocReader

@Suite struct TableTests {
  @Test func `cells lie between the edges of all rows`() throws {
    let table = try table(
      cell("a"), cell("b"), row([0, 1000, 3000]), cell("c"), cell("d"), row([0, 2000, 3000]), Run(text: "end\r"))
    #expect(drawing(table) == ["0+1,0+1 a", "0+1,1+2 b", "1+1,0+2 c", "1+1,2+1 d"])
  }

  @Test func `vertical merges join cells with the same edges`() throws {
    let table = try table(
      cell("a"), cell("b"), row([0, 1000, 2000], flags: [0x60, 0]), cell(""), cell("c"),
      row([0, 1000, 2000], flags: [0x20, 0]), Run(text: "\r"))
    #expect(drawing(table) == ["0+2,0+1 a", "0+1,1+1 b", "1+1,1+1 c"])
  }

  @Test(arguments: [[1, 2, 2], [2, 1, 1]] as [[UInt16]])
  func `horizontal merges join cells, whichever description of the format the writer followed`(flags: [UInt16]) throws {
    let table = try table(
      cell("a"), cell(""), cell(""), row([0, 1000, 2000, 3000], flags: flags), cell("b"), cell("c"), cell("d"),
      row([0, 1000, 2000, 3000]), Run(text: "\r"))
    #expect(drawing(table) == ["0+1,0+3 a", "1+1,0+1 b", "1+1,1+1 c", "1+1,2+1 d"])
  }

  @Test func `cells hold nested tables`() throws {
    let inner = Change.inTable + Change.depth(2)
    let table = try table(
      Run(text: "before\r", paragraph: Change.inTable), Run(text: "x\r", paragraph: inner + Change.innerCellEnd),
      Run(text: "y\r", paragraph: inner + Change.innerCellEnd),
      Run(text: "\r", paragraph: inner + Change.innerRowEnd + Change.cells([0, 500, 1000])), cell("after"),
      cell("b"), row([0, 1000, 2000]), Run(text: "\r"))
    #expect(drawing(table) == ["0+1,0+1 before\nafter", "0+1,1+1 b"])
    #expect(table.cells.first?.blocks.flatMap(\.tables).map(drawing) == [["0+1,0+1 x", "0+1,1+1 y"]])
    let nested = try #require(table.cells.first?.blocks.flatMap(\.tables).first)
    #expect(nested.origin == origin("body/tbl[1]/tr[1]/tc[1]/tbl[1]"))
  }

  @Test func `rows that repeat on each page are header rows`() throws {
    let table = try table(
      cell("Head"), row([0, 1000], Change.headerRow), cell("1"), row([0, 1000]), Run(text: "\r"))
    #expect(table.headerRowCount == 1)
    #expect(table.cells.map(\.kind) == [.columnHeader, .data])
  }

  @Test func `a row that ends with the file is kept`() throws {
    let table = try table(cell("a"), cell("b"), row([0, 1000, 2000]), cell("c"))
    #expect(drawing(table) == ["0+1,0+1 a", "0+1,1+1 b", "1+1,0+1 c"])
  }

  @Test func `text that is not removed stays where the end of its row is`() throws {
    var end = row([0, 1000])
    end.characters = Change.deleted
    let table = try table(cell("kept"), end, cell("b"), row([0, 1000]), Run(text: "\r"))
    #expect(drawing(table) == ["0+1,0+1 kept", "1+1,0+1 b"])
  }

  @Test func `a table that was removed by tracked changes is gone`() throws {
    let gone = Run(text: "a\u{7}", paragraph: Change.inTable, characters: Change.deleted)
    var end = row([0, 1000])
    end.characters = Change.deleted
    let builder = WordBuilder(gone, end, Run(text: "text\r"))
    #expect(try texts(builder) == ["text"])
  }

  private func cell(_ text: String) -> Run {
    Run(text: text + "\u{7}", paragraph: Change.inTable)
  }

  private func row(_ edges: [Int16], flags: [UInt16] = [], _ more: [UInt8] = []) -> Run {
    Run(text: "\u{7}", paragraph: Change.inTable + Change.rowEnd + Change.cells(edges, flags: flags) + more)
  }

  private func table(_ runs: Run...) throws -> Table {
    var builder = WordBuilder("")
    builder.runs = runs
    return try #require(try DocReader().read(builder.source, within: .standard).tables.first)
  }

  /// Cells as `row+rows,column+columns text`.
  private func drawing(_ table: Table) -> [String] {
    table.cells.map {
      "\($0.rows.lowerBound)+\($0.rows.count),\($0.columns.lowerBound)+\($0.columns.count) \($0.text)"
    }
  }
}
