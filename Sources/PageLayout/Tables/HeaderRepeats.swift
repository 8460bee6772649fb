/// Groups of columns whose names repeat, each below a heading of its own.
///
///               Budget             Actual            Wherever the headings stand over their groups: a group begins where
///     Program   Grants   Loans     Grants   Loans    the names of columns begin again.
struct HeaderRepeats {
  /// For each heading the columns that it spans.
  let columns: [Range<Int>]

  /// - Parameters:
  ///   - headings: the columns that the text of each heading takes, and its words, from left to right.
  ///   - names: per column right of the labels the name that it has below the headings; `nil` for columns without one.
  ///   - labelColumns: how many columns stand left of these.
  /// - Returns: `nil` where the names do not repeat once for each heading, where headings stand elsewhere than over their groups, or
  ///   where they are alike: then they are first lines of the names themselves.
  init?(_ headings: [(columns: Range<Int>, name: String)], names: ArraySlice<String?>, labelColumns: Int) {
    let width = names.count / max(headings.count, 1)
    guard headings.count > 1, width > 1, names.count == width * headings.count,
      Set(headings.map(\.name)).count == headings.count
    else { return nil }
    let group = names.prefix(width)
    guard group.allSatisfy({ $0 != nil }), Set(group).count == width,
      zip(names, names.dropFirst(width)).allSatisfy({ $0 == $1 })
    else { return nil }
    columns = headings.indices.map { labelColumns + $0 * width..<labelColumns + ($0 + 1) * width }
    guard zip(columns, headings).allSatisfy({ $1.columns.clamped(to: $0) == $1.columns }) else { return nil }
  }
}
