/// Finds the spans that a flattener lost, so that all rows of a table tile one grid.
///
/// A flattened row is a list of cells without spans; the continued parts of vertical merges are empty cells:
///
///     Item │ Applicants                       (2 cells)      ┌──────┬────────────┐
///     ⌀    │ persons │ bodies │ total         (4 cells)      │ Item │ Applicants │      Item 1…3 × 0…2
///     ⌀    │ ⌀ │ firms │ schools │ other │ ⌀ (6 cells)      │      ├──┬──────┬──┤      Applicants × 2…7 …
///     new  │ 5 │   2   │    1    │   0   │ 8 (6 cells)      └──────┴──┴──────┴──┘
///     old  │ of law │ 0 │ 0 │ 0 │ 0 │ 0     (7 cells, the widest row: it fixes the grid)
///
/// What is known for certain comes first: the widest rows have no spans, a row of one cell spans all, a continued cell has the
/// span of the cell above it. Rows without such bonds follow; each takes the cheapest of all ways to cut the grid into its
/// cells (``RowCuts``), which prefers few spans, numbers over columns of numbers, and edges that its neighbours have too.
struct SpanSolver {
  private let rows: [[RawCell]]
  private let width: Int
  private let roles: [RowRole]
  /// Which cells go on from the row above.
  private var continued: [[Bool]]
  /// The cuts found so far, row by row.
  private var cuts: [[Range<Int>]?]
  private let columnKinds: ColumnKinds
  private var known: [RowCuts.Context: [Range<Int>]] = [:]
  /// How many steps may still be spent on searching; a table that needs more is cut without search.
  private var budget = 20_000_000

  /// More columns than this are not searched for spans.
  private static let widestGrid = 256

  private init(_ rows: [[RawCell]], width: Int) {
    self.rows = rows
    self.width = width
    roles = RowRole.roles(of: rows, width: width)
    continued = Continuation.flags(rows, roles: roles, width: width)
    cuts = rows.map { row in
      if row.count == width { return (0..<width).map { $0..<($0 + 1) } }
      return row.count == 1 ? [0..<width] : nil
    }
    columnKinds = ColumnKinds(rows, width: width)
  }

  /// The place of every cell, row by row as in the table.
  static func placements(_ table: RawTable) -> [[Placement]] {
    let width = table.width
    guard width <= widestGrid, table.rows.contains(where: { $0.count != width }) || table.hasEmptyCells else {
      return table.rows.map { row in row.indices.map { Placement(columns: $0..<($0 + 1)) } }
    }
    var solver = SpanSolver(table.rows, width: width)
    solver.solve()
    return solver.placements()
  }

  private mutating func solve() {
    // Bonds first, downwards and upwards, since a cut may bind the rows next to it; then rows with numbers, bottom up,
    // then what is left (headers), bottom up, each followed by the rows that it binds.
    solveBound()
    for wanted in [true, false] {
      for row in rows.indices.reversed() where cuts[row] == nil && (roles[row] == .data) == wanted {
        cut(row)
        if row > 0, cuts[row - 1] == nil, isBound(row - 1) { cut(row - 1) }
      }
      solveBound()
    }
  }

  private mutating func solveBound() {
    for row in rows.indices where cuts[row] == nil && isBound(row) { cut(row) }
    for row in rows.indices.reversed() where cuts[row] == nil && isBound(row) { cut(row) }
  }

  /// Whether a solved neighbour shares a vertical merge with the row.
  private func isBound(_ row: Int) -> Bool {
    let above = row > 0 && cuts[row - 1] != nil && continued[row].contains(true)
    let below = row + 1 < rows.count && cuts[row + 1] != nil && continued[row + 1].contains(true)
    return above || below
  }

  private mutating func cut(_ row: Int) {
    let context = RowCuts.Context(
      kinds: rows[row].map(\.kind),
      role: roles[row],
      continued: continued[row],
      above: row > 0 ? cuts[row - 1] : nil,
      below: row + 1 < rows.count ? belowContext(row + 1) : nil)
    if let cut = known[context] {
      cuts[row] = cut
      return
    }
    let found = RowCuts.cheapest(context, width: width, columns: columnKinds, budget: &budget)
    if found == nil { continued[row] = continued[row].map { _ in false } }
    cuts[row] = found ?? RowCuts.lastTakesRest(rows[row].count, width: width)
    if found != nil { known[context] = cuts[row] }
  }

  private func belowContext(_ row: Int) -> RowCuts.Below? {
    guard let cuts = cuts[row] else { return nil }
    return RowCuts.Below(
      cuts: cuts, continued: continued[row], goesOn: goesOn(row), isHeader: roles[row] == .header,
      labels: roles[row] == .header ? rows[row].map(\.text) : [])
  }

  /// Which cells of a row go on in the next one.
  private func goesOn(_ row: Int) -> [Bool] {
    guard roles[row] == .header, row + 1 < rows.count, let own = cuts[row], let next = cuts[row + 1] else { return [] }
    let ends = Set(zip(next, continued[row + 1]).filter(\.1).map(\.0))
    return own.map(ends.contains)
  }

  private func placements() -> [[Placement]] {
    rows.indices.map { row in
      let above = row > 0 ? Set(cuts[row - 1] ?? []) : []
      return zip(cuts[row] ?? [], continued[row]).map { columns, goesOn in
        Placement(columns: columns, isContinued: goesOn && above.contains(columns))
      }
    }
  }
}

extension RawTable {
  fileprivate var hasEmptyCells: Bool { rows.contains { row in row.contains { $0.kind == .empty } } }
}
