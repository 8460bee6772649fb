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

  /// The columns of the form whose labels were seen at all.
  let seen: Set<Int>

  /// The column of the form over each grid column: the lowest header cell there names it, those above it name its groups.
  private(set) var byGrid: [Int: Int] = [:]

  /// The columns of the form in the order in which the header prints them; `nil` where the header does not name each once.
  private(set) var order: [Int]?

  init(_ header: HeaderReading, table: Int, form: Form) {
    self.table = table
    seen = Set(header.entries.flatMap(\.roles).compactMap { $0.column(of: table) })
    let grids = Set(header.entries.flatMap(\.columns)).sorted()
    for grid in grids {
      byGrid[grid] = Self.column(header.entries.filter { $0.columns.contains(grid) }, table, form)
    }
    var order: [Int] = []
    for grid in grids {
      guard let column = byGrid[grid], !order.contains(column) else { continue }
      order.append(column)
    }
    self.order = order.count == form.tables[table].columns.count ? order : nil
  }

  private static func column(_ above: [HeaderReading.Entry], _ table: Int, _ form: Form) -> Int? {
    guard let lowest = above.last(where: { entry in entry.roles.contains { $0.column(of: table) != nil } }) else {
      return nil
    }
    let groups = Set(above.flatMap(\.roles).compactMap { $0.columnGroup(of: table) })
    let candidates = lowest.roles.compactMap { $0.column(of: table) }
    guard candidates.count > 1 else { return candidates.first }
    let grouped = candidates.filter { column in
      form.tables[table].columns[column].groups.contains(where: groups.contains)
    }
    // The innermost group decides between columns of groups in groups.
    let deepest = grouped.map { form.tables[table].columns[$0].groups.count { groups.contains($0) } }.max()
    let best = grouped.filter { form.tables[table].columns[$0].groups.count { groups.contains($0) } == deepest }
    return best.count == 1 ? best[0] : nil
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
