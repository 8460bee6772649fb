/// What the header rows above say about the columns of a table.
struct HeaderReading {
  /// The header cells in the order of reading: covering columns and what they may be.
  private(set) var entries: [Entry] = []

  /// Whether a row of values came since the last header row: the next header row begins anew.
  var isClosed = false

  /// Whether the header stands in another physical table than the values, whose grid columns mean nothing here.
  var isForeign = false

  /// Whether texts stand in it that the form does not have.
  private(set) var hasUnknownLabels = false

  struct Entry {
    let columns: Range<Int>
    let roles: [LabelRole]
  }

  var isEmpty: Bool { entries.isEmpty }

  mutating func add(_ tokens: [RowToken]) {
    if isClosed { self = HeaderReading() }
    if tokens.contains(where: \.isOther) { hasUnknownLabels = true }
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

  /// The columns of the form from left to right as the header prints them, else as the form does.
  let printed: [Int?]

  init(_ header: HeaderReading, table: Int, form: Form) {
    self.table = table
    let columns = form.tables[table].columns
    let entries = header.entries
    var seen = Array(repeating: false, count: columns.count)
    for entry in entries {
      for case .column(table, let column) in entry.roles { seen[column] = true }
    }
    let width = entries.reduce(0) { max($0, $1.columns.upperBound) }
    let named = (0..<width).map { Self.column(at: $0, entries, table, columns) }
    var order: [Int?] = []
    for column in named where column != nil && !order.contains(column) { order.append(column) }
    self.seen = seen
    self.order = order.count == columns.count ? order : nil
    printed = self.order ?? Array(columns.indices)
    byGrid = GridColumns(zip(named.indices, named))
  }

  private static func column(
    at grid: Int, _ entries: [HeaderReading.Entry], _ table: Int, _ columns: [FormColumn]
  ) -> Int? {
    var candidates: [Int] = []
    var groups: [Int] = []
    // From below: the first entry that names columns is the lowest.
    for index in entries.indices.reversed() where entries[index].columns.contains(grid) {
      let isLowest = candidates.isEmpty
      for role in entries[index].roles {
        if isLowest, let column = role.column(of: table) { candidates.append(column) }
        if let group = role.columnGroup(of: table) { groups.append(group) }
      }
    }
    guard candidates.count > 1 else { return candidates.first }
    // The innermost group decides between columns of groups in groups.
    var best: Int?
    var deepest = 0
    for candidate in candidates {
      let depth = columns[candidate].groups.count { groups.contains($0) }
      if depth > deepest {
        (best, deepest) = (candidate, depth)
      } else if depth == deepest {
        best = nil
      }
    }
    return best
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

  /// The column of the form in columns of the grid, if there is one and no other.
  func only(_ grid: Range<Int>) -> Int? {
    var only: Int?
    for grid in grid {
      guard let column = column(grid) else { continue }
      guard only == nil || only == column else { return nil }
      only = column
    }
    return only
  }
}

extension LabelRole {
  /// The column that the label names in a table.
  func column(of table: Int) -> Int? {
    if case .column(table, let column) = self { column } else { nil }
  }

  /// The group of columns that the label names in a table.
  func columnGroup(of table: Int) -> Int? {
    if case .columnGroup(table, let group) = self { group } else { nil }
  }
}
