/// What the header rows above say about the columns of a table.
struct HeaderReading {
  /// The header cells in the order of reading: covering columns and what they may be.
  private(set) var entries: [Entry] = []

  /// Whether a row of values came since the last header row: the next header row begins anew.
  var isClosed = false

  /// Whether the header stands in another physical table than the values, whose grid columns mean nothing here.
  var isForeign = false

  struct Entry {
    let columns: Range<Int>
    let roles: [LabelRole]
  }

  var isEmpty: Bool { entries.isEmpty }

  mutating func add(_ tokens: [RowToken]) {
    if isClosed { self = HeaderReading() }
    for token in tokens where !token.roles.isEmpty { entries.append(Entry(columns: token.columns, roles: token.roles)) }
  }
}

/// A header understood as columns of one table of the form.
struct ResolvedHeader {
  let table: Int

  /// For each column of the form whether its label was seen at all.
  let seen: [Bool]

  /// The column of the form over each grid column: the lowest header cell there names it, those above it name its groups.
  let byGrid: GridColumns

  /// The columns of the form in the order in which the header prints them; `nil` where the header does not name each once.
  let order: [Int?]?

  init(_ header: HeaderReading, table: Int, form: Form) {
    self.table = table
    let columns = form.tables[table].columns
    let entries = header.entries.map { entry in
      Entry(
        columns: entry.columns, named: entry.roles.compactMap { $0.column(of: table) },
        groups: entry.roles.compactMap { $0.columnGroup(of: table) })
    }
    var seen = Array(repeating: false, count: columns.count)
    for column in entries.flatMap(\.named) { seen[column] = true }
    let width = entries.reduce(0) { max($0, $1.columns.upperBound) }
    let named = (0..<width).map { Self.column(at: $0, entries, columns) }
    var order: [Int?] = []
    for column in named where column != nil && !order.contains(column) { order.append(column) }
    self.seen = seen
    self.order = order.count == columns.count ? order : nil
    byGrid = GridColumns(zip(named.indices, named))
  }

  /// A header cell with the columns and groups of columns of the table that it names.
  private struct Entry {
    let columns: Range<Int>
    let named: [Int]
    let groups: [String]
  }

  private static func column(at grid: Int, _ entries: [Entry], _ columns: [FormColumn]) -> Int? {
    guard let lowest = entries.last(where: { !$0.named.isEmpty && $0.columns.contains(grid) }) else { return nil }
    let candidates = lowest.named
    guard candidates.count > 1 else { return candidates.first }
    let groups = entries.filter { $0.columns.contains(grid) }.flatMap(\.groups)
    let grouped = candidates.filter { columns[$0].groups.contains(where: groups.contains) }
    // The innermost group decides between columns of groups in groups.
    let deepest = grouped.map { columns[$0].groups.count { groups.contains($0) } }.max()
    let best = grouped.filter { columns[$0].groups.count { groups.contains($0) } == deepest }
    return best.count == 1 ? best[0] : nil
  }
}

/// Columns of a form by columns of a grid.
struct GridColumns {
  private var columns: [Int?] = []

  init(_ pairs: some Sequence<(Int, Int?)>) {
    for (grid, column) in pairs {
      while columns.count <= grid { columns.append(nil) }
      columns[grid] = column
    }
  }

  /// The column of the form in a column of the grid, if any.
  func column(_ grid: Int) -> Int? {
    columns.indices.contains(grid) ? columns[grid] : nil
  }
}

extension LabelRole {
  /// The column that the label names in a table.
  func column(of table: Int) -> Int? {
    if case .column(table, let column) = self { column } else { nil }
  }

  /// The group of columns that the label names in a table.
  func columnGroup(of table: Int) -> String? {
    if case .columnGroup(table, let id) = self { id } else { nil }
  }
}
