import ConverterCore
import ConverterTesting
import Testing

@Suite struct `A table` {
  @Test func `takes cells exactly where they do not overlap, for all few cells in a small grid`() {
    let rectangles = rectangles(rows: 2, columns: 3)
    for count in 0...4 {
      for chosen in combinations(of: rectangles, count: count) {
        let positions = chosen.flatMap(\.positions)
        let overlaps = Set(positions).count < positions.count
        let table = try? Table(rowCount: 2, columnCount: 3, cells: chosen.map(\.cell).reversed(), origin: origin)
        #expect((table == nil) == overlaps, "\(chosen)")
      }
    }
  }

  @Test func `keeps its cells in order of row and column, for all tilings of a grid`() throws {
    let tilings = tilings(rows: 3, columns: 3)
    #expect(tilings.count == 322)
    for tiling in tilings {
      let table = try Table(rowCount: 3, columnCount: 3, cells: tiling.reversed().map(\.cell), origin: origin)
      #expect(table.cells == tiling.map(\.cell))
      #expect(table == (try Table(rowCount: 3, columnCount: 3, cells: table.cells, origin: origin)))
    }
  }

  @Test func `shows in its grid which cell covers a position`() {
    for seed in 0..<300 {
      var generator = SeededGenerator(seed: UInt64(seed))
      let table = Table.random(using: &generator)
      let grid = table.grid
      for row in 0..<table.rowCount {
        for column in 0..<table.columnCount {
          let covering = table.cells.firstIndex { $0.rows.contains(row) && $0.columns.contains(column) }
          #expect(grid.cellIndex(row: row, column: column) == covering, "seed \(seed)")
          #expect(grid[row, column] == covering.map { table.cells[$0] }, "seed \(seed)")
        }
      }
    }
  }

  @Test(arguments: [
    (0..<0, 0..<1, TableError.emptyCell(row: 0, column: 0)), (0..<1, 1..<1, .emptyCell(row: 0, column: 1)),
    (1..<3, 0..<1, .leavesGrid(row: 1, column: 0)), (0..<1, 1..<4, .leavesGrid(row: 0, column: 1)),
  ])
  func `refuses a cell that is none`(rows: Range<Int>, columns: Range<Int>, error: TableError) {
    let cell = Cell(rows: rows, columns: columns, text: "", origin: origin)
    #expect(throws: error) { try Table(rowCount: 2, columnCount: 3, cells: [cell], origin: origin) }
  }

  @Test(arguments: [(-1, 0), (0, -1), (Int.max, 2), (1 << 31, 0), (1 << 16, 1 << 16)])
  func `refuses a size that cannot be`(rows: Int, columns: Int) {
    #expect(throws: TableError.sizeImpossible(rows: rows, columns: columns)) {
      try Table(rowCount: rows, columnCount: columns, cells: [], origin: origin)
    }
  }

  @Test(arguments: [(3, 0), (0, 4), (-1, 0), (0, -1)])
  func `refuses headers beyond its grid`(headerRows: Int, stubColumns: Int) {
    #expect(throws: TableError.headersLeaveGrid) {
      try Table(
        rowCount: 2, columnCount: 3, cells: [], headerRowCount: headerRows, stubColumnCount: stubColumns, origin: origin
      )
    }
  }

  @Test func `says with its headers what each cell is`() {
    let table = Table(
      headerRows: 1, stubColumns: 1,
      """
      a | b | <
      c | d | e
      """)
    #expect(table.cells.map(\.kind) == [.stubHead, .columnHeader, .rowHeader, .data, .data])
    #expect(table.settingHeaders(rows: 0, stubColumns: 0, evidence: nil).cells.allSatisfy { $0.kind == .data })
  }

  @Test func `keeps the positions of cells that are mapped`() {
    let table = Table("a | <\nb | c")
    let mapped = table.mapCells { cell in
      cell.text += "!"
      cell.rows = 0..<9
    }
    #expect(mapped == Table("a! | <\nb! | c!"))
  }

  @Test func `costs no more than 144 bytes a cell beside its text`() {
    #expect(MemoryLayout<Cell>.stride <= 144)
  }

  @Test func `is found in cells and asides, outer before inner`() {
    let inner = Table("inner")
    let outer = Table("outer").mapCells { $0.blocks = [.table(inner)] }
    let aside = Aside(role: .textBox, blocks: [.table(outer)], origin: origin)
    #expect(Document(.aside(aside), .table(inner)).tables == [outer, inner, inner])
  }
}

// MARK: - All of something

private let origin = Origin(.byte(0), .stated)

private struct Area: Hashable {
  let rows: Range<Int>
  let columns: Range<Int>

  var cell: Cell { Cell(rows: rows, columns: columns, text: "", origin: origin) }

  var positions: [[Int]] { rows.flatMap { row in columns.map { [row, $0] } } }
}

private func rectangles(rows: Int, columns: Int) -> [Area] {
  ranges(within: rows).flatMap { rows in ranges(within: columns).map { Area(rows: rows, columns: $0) } }
}

private func ranges(within count: Int) -> [Range<Int>] {
  (0..<count).flatMap { start in (start + 1...count).map { start..<$0 } }
}

private func combinations(of areas: [Area], count: Int) -> [[Area]] {
  guard count > 0 else { return [[]] }
  return areas.indices.flatMap { index in
    combinations(of: Array(areas[(index + 1)...]), count: count - 1).map { [areas[index]] + $0 }
  }
}

/// All ways to cut a grid into rectangles, each in order of row and column.
private func tilings(rows: Int, columns: Int) -> [[Area]] {
  func complete(_ areas: [Area], _ taken: Set<[Int]>) -> [[Area]] {
    let free = (0..<rows).flatMap { row in (0..<columns).map { [row, $0] } }.first { !taken.contains($0) }
    guard let free else { return [areas] }
    return rectangles(rows: rows, columns: columns)
      .filter { $0.rows.lowerBound == free[0] && $0.columns.lowerBound == free[1] }
      .filter { taken.isDisjoint(with: $0.positions) }
      .flatMap { complete(areas + [$0], taken.union($0.positions)) }
  }
  return complete([], [])
}
