import ConverterTesting
import Testing

@testable import ConverterCore

@Suite struct EdgeGridTests {
  @Test func `columns lie between the edges of all rows`() {
    let grid = EdgeGrid([row([0, 100, 150].scaled), row([0, 50, 150].scaled)])
    #expect(grid.columnCount == 3)
    #expect(grid.placements.map(\.columns) == [0..<2, 2..<3, 0..<1, 1..<3])
  }

  @Test func `edges that miss each other by a point are one`() {
    let grid = EdgeGrid([row([-5, 1000, 2000]), row([0, 1018, 1990])])
    #expect(grid.columnCount == 2)
    #expect(grid.placements.map(\.columns) == [0..<1, 1..<2, 0..<1, 1..<2])
  }

  @Test func `a narrow cell keeps a column of its own`() {
    let grid = EdgeGrid([row([0, 1000, 1030, 2000]), row([0, 1015, 2000])])
    #expect(grid.columnCount == 3)
    #expect(grid.placements.map(\.columns) == [0..<1, 1..<2, 2..<3, 0..<1, 1..<3])
  }

  @Test func `rows that end close to the table's end do end there`() {
    let grid = EdgeGrid([row([0, 1000, 2000]), row([3, 1000, 1999, 2001])])
    #expect(grid.placements.map(\.columns) == [0..<1, 1..<3, 0..<1, 1..<2, 2..<3])
  }

  @Test func `edges that do not ascend still give each cell a place`() {
    let grid = EdgeGrid([row([0, 1000, 1000, 500]), row([0, 1000])])
    #expect(grid.placements.prefix(3).map(\.columns.count) == [1, 1, 1])
  }

  @Test func `a cell continues the one above with the same edges only`() {
    let grid = EdgeGrid([
      row([0, 1000, 2000]), row([0, 1000, 2000], vertical: [.continuation, .none]),
      row([0, 1500, 2000], vertical: [.continuation, .none]),
    ])
    #expect(grid.placements.map(\.rows) == [0..<2, 0..<1, 1..<2, 2..<3, 2..<3])
    #expect(grid.covered == [EdgeGrid.CellPosition(row: 1, cell: 0)])
  }

  /// A slow and obvious reference: no position belongs to two cells, and every cell of the input is placed or covered.
  @Test(arguments: 0..<40) func `cells never overlap and none is lost`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let rows = (0..<Int.random(in: 1...8, using: &random)).map { _ in
      let cells = (0..<Int.random(in: 0...6, using: &random)).map { _ in
        EdgeGrid.Cell(
          right: Int.random(in: -50...300, using: &random), horizontal: anyMerge(&random), vertical: anyMerge(&random))
      }
      return EdgeGrid.Row(left: Int.random(in: -50...50, using: &random), cells: cells)
    }
    let grid = EdgeGrid(rows)
    var taken = Set<[Int]>()
    for placement in grid.placements {
      for row in placement.rows {
        for column in placement.columns { #expect(taken.insert([row, column]).inserted, "seed \(seed)") }
      }
      #expect(placement.columns.upperBound <= grid.columnCount && !placement.columns.isEmpty, "seed \(seed)")
    }
    #expect(grid.placements.count + grid.covered.count == rows.map(\.cells.count).reduce(0, +), "seed \(seed)")
  }

  private func anyMerge(_ random: inout SeededGenerator) -> EdgeGrid.Merge {
    [.none, .start, .continuation].randomElement(using: &random) ?? .none
  }

  private func row(_ edges: [Int], vertical: [EdgeGrid.Merge] = []) -> EdgeGrid.Row {
    let cells = edges.dropFirst().enumerated().map { index, edge in
      EdgeGrid.Cell(right: edge, vertical: vertical.indices.contains(index) ? vertical[index] : .none)
    }
    return EdgeGrid.Row(left: edges.first ?? 0, cells: cells)
  }
}

extension [Int] {
  /// The drawing in the type's comment, in twips.
  fileprivate var scaled: [Int] { map { $0 * 20 } }
}
