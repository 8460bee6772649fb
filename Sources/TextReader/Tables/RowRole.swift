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
  static func roles(of rows: [[RawCell]], width: Int) -> [RowRole] {
    var roles: [RowRole] = []
    roles.reserveCapacity(rows.count)
    for part in rows.split(omittingEmptySubsequences: false, whereSeparator: { $0.count == 1 && width > 1 }) {
      if part.startIndex > 0 { roles.append(.title) }
      let headers = headerCount(part, width: width)
      roles.append(contentsOf: part.indices.map { $0 - part.startIndex < headers ? .header : .data })
    }
    return roles
  }

  /// How many rows at the top of a part are headers: those without numbers, above the first row with one. A part without any
  /// number shows only those headers that have fewer cells than its first full row.
  private static func headerCount(_ part: ArraySlice<[RawCell]>, width: Int) -> Int {
    let body = part.firstIndex { row in row.contains { $0.kind == .value } } ?? part.firstIndex { $0.count == width }
    return (body ?? part.startIndex) - part.startIndex
  }
}

/// Where flattened rows go on from the row above.
enum Continuation {
  /// For each cell whether it is the rest of a vertical merge.
  ///
  /// An empty cell is one where labels stand in the row above: at the left end of a row (labels that hold for several rows), or in
  /// a header row that has more cells than the header row above it. Elsewhere an empty cell is a cell without text.
  static func flags(_ rows: [[RawCell]], roles: [RowRole], width: Int) -> [[Bool]] {
    var flags: [[Bool]] = []
    flags.reserveCapacity(rows.count)
    for (index, row) in rows.enumerated() {
      var own = [Bool](repeating: false, count: row.count)
      if index > 0, row.contains(where: { $0.kind == .empty }), roles[index - 1] != .title {
        let above = rows[index - 1]
        let leading = row.prefix { $0.kind == .empty }.count
        // Below a header row without spans an empty corner is an empty cell.
        let aboveIsPlainHeader =
          roles[index - 1] == .header && above.count == row.count && !flags[index - 1].contains(true)
        if leading < row.count && !aboveIsPlainHeader {
          for cell in 0..<min(leading, above.count)
          where above[cell].kind == .label || flags[index - 1][cell] { own[cell] = true }
        }
        if roles[index] == .header && roles[index - 1] == .header && above.count < row.count {
          for cell in row.indices where row[cell].kind == .empty { own[cell] = true }
        }
      }
      flags.append(own)
    }
    return flags
  }
}
