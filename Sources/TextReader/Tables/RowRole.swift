internal import ConverterCore

/// What a row is to its table.
enum RowRole: Hashable, Sendable {
  /// One cell over the whole width: a title inside the table.
  case title
  /// Labels only, above the numbers of its part of the table.
  case header
  case data
}

extension RowRole {
  /// The role of each row. A table may be several stacked ones: after each title headers may come again.
  ///
  /// Headers are the rows without numbers at the top of a part, above the first row with one; a part without any number shows
  /// only those headers that have fewer cells than its first full row.
  static func roles(of table: RawTable, width: Int) -> [RowRole] {
    var roles = [RowRole](repeating: .data, count: table.rowCount)
    var start = 0
    while start < table.rowCount {
      if table.length(start) == 1 && width > 1 {
        roles[start] = .title
        start += 1
        continue
      }
      var end = start
      var body: Int?
      var full: Int?
      while end < table.rowCount, table.length(end) != 1 || width == 1 {
        if body == nil, table.row(end, contains: { $0 == .value }) { body = end }
        if full == nil, table.length(end) == width { full = end }
        end += 1
      }
      for row in start..<(body ?? full ?? start) { roles[row] = .header }
      start = end
    }
    return roles
  }
}

/// Where flattened rows go on from the row above.
enum Continuation {
  /// For each cell of the table whether it is the rest of a vertical merge.
  ///
  /// An empty cell is one where labels stand in the row above: at the left end of a row (labels that hold for several rows), or in
  /// a header row that has more cells than the header row above it. Elsewhere an empty cell is a cell without text.
  static func flags(_ table: RawTable, roles: [RowRole]) -> [Bool] {
    var flags = [Bool](repeating: false, count: table.cells.count)
    for index in 1..<max(1, table.rowCount) where roles[index - 1] != .title {
      let row = table.row(index)
      let above = table.row(index - 1)
      guard table.row(index, contains: { $0 == .empty }) else { continue }
      let leading = row.prefix { table.cells[$0].meaning == .empty }.count
      // Below a header row without spans an empty corner is an empty cell.
      let isBelowPlainHeader =
        roles[index - 1] == .header && above.count == row.count && !flags[above].contains(true)
      if leading < row.count && !isBelowPlainHeader {
        for offset in 0..<min(leading, above.count) {
          let over = above.lowerBound + offset
          flags[row.lowerBound + offset] = table.cells[over].meaning == .label || flags[over]
        }
      }
      if roles[index] == .header && roles[index - 1] == .header && above.count < row.count {
        for cell in row where table.cells[cell].meaning == .empty { flags[cell] = true }
      }
    }
    return flags
  }
}
