internal import ConverterCore

/// Finds the spans that a flattener lost, so that all rows of a table tile one grid.
///
/// A flattened row is a list of cells without spans; the continued parts of vertical merges are empty cells:
///
///     Item │ Applicants                       (2 cells)      ┌──────┬────────────┐
///     ⌀    │ persons │ bodies │ total         (4 cells)      │ Item │ Applicants │      Item: 3 rows, 2 columns
///     ⌀    │ ⌀ │ firms │ schools │ other │ ⌀ (6 cells)      │      ├──┬──────┬──┤      Applicants: 5 columns …
///     new  │ 5 │   2   │    1    │   0   │ 8 (6 cells)      └──────┴──┴──────┴──┘
///     old  │ of law │ 0 │ 0 │ 0 │ 0 │ 0     (7 cells, the widest row: it fixes the grid)
///
/// What is known for certain comes first: the widest rows have no spans, a row of one cell spans all, a continued cell has the
/// span of the cell above it. Rows without such bonds follow; each takes the cheapest of all ways to cut the grid into its
/// cells (``RowCuts``), which prefers few spans, numbers over columns of numbers, and edges that its neighbours have too.
struct SpanSolver {
  private let table: RawTable
  private let roles: [RowRole]
  /// The columns of the grid.
  let width: Int
  /// For each cell of the table whether it goes on from the row above.
  private(set) var continued: [Bool]
  /// For each cell of the table its first column, once its row is solved.
  private var starts: [Int]
  private var isSolved: [Bool]
  /// For each row the column behind its last cell: the width, but for rows that lack cells.
  private var ends: [Int]
  private let columnKinds: ColumnKinds
  /// The rows cut last: in a table of thousands of rows most are cut like one of them.
  private var recent: [(context: RowCuts.Context, starts: [Int])] = []
  /// How many steps may still be spent on searching; what is left then is cut without search.
  private var budget = 20_000_000

  private static let recentCount = 8

  /// More columns than this are not searched for spans.
  private static let widestGrid = 256

  /// Solves a table.
  init(_ table: RawTable) {
    self.table = table
    width = table.width
    starts = [Int](repeating: 0, count: table.cells.count)
    isSolved = [Bool](repeating: true, count: table.rowCount)
    ends = [Int](repeating: width, count: table.rowCount)
    let isEven = table.isEven
    if width > SpanSolver.widestGrid {
      roles = []
      continued = [Bool](repeating: false, count: table.cells.count)
      columnKinds = ColumnKinds()
    } else {
      roles = RowRole.roles(of: table, width: width)
      continued = Continuation.flags(table, roles: roles)
      columnKinds = isEven ? ColumnKinds() : ColumnKinds(table, width: width)
    }
    for index in 0..<table.rowCount {
      for (offset, cell) in table.row(index).enumerated() { starts[cell] = offset }
      let length = table.length(index)
      isSolved[index] = length == width || length == 1 || width > SpanSolver.widestGrid
      if width > SpanSolver.widestGrid { ends[index] = length }
    }
    if !isEven { solve() }
  }

  /// The columns of a cell.
  ///
  /// - Parameters:
  ///   - cell: its index in the table.
  ///   - row: its row.
  func columns(_ cell: Int, inRow row: Int) -> Range<Int> {
    starts[cell]..<(cell + 1 < table.row(row).upperBound ? starts[cell + 1] : ends[row])
  }

  private mutating func solve() {
    // Bonds first, downwards and upwards, since a cut may bind the rows next to it; then rows with numbers, bottom up,
    // then what is left (headers), bottom up, each followed by the rows that it binds.
    solveBound()
    for wanted in [true, false] {
      for row in (0..<table.rowCount).reversed() where !isSolved[row] && (roles[row] == .data) == wanted {
        cut(row)
        if row > 0, !isSolved[row - 1], isBound(row - 1) { cut(row - 1) }
      }
      solveBound()
    }
  }

  private mutating func solveBound() {
    for row in 0..<table.rowCount where !isSolved[row] && isBound(row) { cut(row) }
    for row in (0..<table.rowCount).reversed() where !isSolved[row] && isBound(row) { cut(row) }
  }

  /// Whether a solved neighbour shares a vertical merge with the row.
  private func isBound(_ row: Int) -> Bool {
    row > 0 && isSolved[row - 1] && continued[table.row(row)].contains(true)
      || row + 1 < table.rowCount && isSolved[row + 1] && continued[table.row(row + 1)].contains(true)
  }

  private mutating func cut(_ row: Int) {
    let cells = table.row(row)
    if let whole = rowThatThisLacksCellsOf(row) {
      for (cell, above) in zip(cells, table.row(whole)) { starts[cell] = starts[above] }
      ends[row] = starts[table.row(whole).lowerBound + cells.count]
      isSolved[row] = true
      return
    }
    let context = RowCuts.Context(
      meanings: cells.map { table.cells[$0].meaning }, role: roles[row], continued: Array(continued[cells]),
      above: row > 0 && isSolved[row - 1] ? Array(starts[table.row(row - 1)]) : [],
      below: row + 1 < table.rowCount && isSolved[row + 1] ? below(row) : nil)
    let found: [Int]
    if let same = recent.first(where: { $0.context == context }) {
      found = same.starts
    } else if let cheapest = RowCuts.cheapest(context, width: width, columns: columnKinds, budget: &budget) {
      found = cheapest
      if recent.count == SpanSolver.recentCount { recent.removeFirst() }
      recent.append((context, cheapest))
    } else {
      // The bonds contradict each other, or the search would cost too much.
      for cell in cells { continued[cell] = false }
      found = Array(0..<cells.count)
    }
    for (cell, start) in zip(cells, found) { starts[cell] = start }
    isSolved[row] = true
  }

  /// The row above, where this one looks like it but lacks cells at its end: the rows above and below have equally many cells, and
  /// all three as many labels before their numbers.
  private func rowThatThisLacksCellsOf(_ row: Int) -> Int? {
    guard row > 0, row + 1 < table.rowCount, isSolved[row - 1], ends[row - 1] == width, roles[row] == .data,
      roles[row - 1] == .data, roles[row + 1] == .data, table.length(row - 1) == table.length(row + 1),
      table.length(row) < table.length(row - 1), let labels = labelCount(row), labels < table.length(row),
      labels == labelCount(row - 1), labels == labelCount(row + 1)
    else { return nil }
    return row - 1
  }

  /// The cells before the first number of a row, or `nil` where it has none.
  private func labelCount(_ row: Int) -> Int? {
    let cells = table.row(row)
    return cells.first { table.cells[$0].meaning == .value }.map { $0 - cells.lowerBound }
  }

  /// What a row is to the one above it.
  private func below(_ above: Int) -> RowCuts.Below {
    let row = above + 1
    let cells = table.row(row)
    let isHeader = roles[row] == .header && roles[above] == .header
    return RowCuts.Below(
      starts: Array(starts[cells]), continued: Array(continued[cells]), isHeader: isHeader,
      goesOn: isHeader ? cells.map { goesOn($0, row) } : [],
      sameName: isHeader ? sameNames(cells) : [])
  }

  /// For each cell of a row the nearest one before it with the same text, -1 for none.
  private func sameNames(_ cells: Range<Int>) -> [Int] {
    cells.map { cell in
      guard table.cells[cell].meaning != .empty else { return -1 }
      let same = cells.prefix(upTo: cell).last { table.cells[$0].hasSameText(as: table.cells[cell]) }
      return same.map { $0 - cells.lowerBound } ?? -1
    }
  }

  /// Whether a cell goes on in the next row.
  private func goesOn(_ cell: Int, _ row: Int) -> Bool {
    guard row + 1 < table.rowCount, isSolved[row + 1] else { return false }
    let own = columns(cell, inRow: row)
    return table.row(row + 1).contains { continued[$0] && columns($0, inRow: row + 1) == own }
  }
}
