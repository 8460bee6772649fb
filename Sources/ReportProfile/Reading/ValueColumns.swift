/// The grid columns in which the values of a physical table stand, learned from its full rows.
///
/// The grid of a table that is told by the alignment of text has columns too many, blank in every row. Rows with a value for each
/// column of the form show which ones count; that tells rows with blank cells how to be read.
struct ValueColumns {
  private let rows: [TableRow]
  private var learned: [Int: [Int]?] = [:]
  private var ends: [Int: Set<Int>] = [:]

  init(_ rows: [TableRow]) {
    self.rows = rows
  }

  /// The first grid columns of `count` values, from left to right; `nil` unless two full rows at least agree on them and none
  /// stands otherwise.
  mutating func columns(count: Int) -> [Int]? {
    if let known = learned[count] { return known }
    // Worked out only when asked for: most tables need it for no row.
    let starts = rows.filter { !$0.isHeader }.map { $0.tokens.filter(\.isValue).map(\.columns.lowerBound) }
    let full = starts.filter { $0.count == count }
    let isTold = full.count >= 2 && full.allSatisfy { $0 == full[0] }
    let columns = isTold ? full[0] : nil
    learned[count] = .some(columns)
    return columns
  }

  /// Whether a row that ends in a grid column shares its columns with the full rows, as far as there are such.
  ///
  /// In a flattened table rows have as many columns as they have cells; one cell of a vertical merge more or less moves all values
  /// behind it. Such rows end elsewhere than full ones.
  mutating func shareGrid(withRowEndingAt end: Int, count: Int) -> Bool {
    let known = ends[count] ?? endsOfRows(withValues: count)
    ends[count] = known
    return known.isEmpty || known == [end]
  }

  private func endsOfRows(withValues count: Int) -> Set<Int> {
    let full = rows.lazy.filter { !$0.isHeader && $0.tokens.count(where: \.isValue) == count }
    return Set(full.compactMap(\.tokens.last?.columns.upperBound))
  }
}
