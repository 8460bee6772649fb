/// Groups of columns whose names repeat, each below a heading of its own.
///
///               Budget             Actual            Wherever the headings stand over their groups: a group begins where
///     Program   Grants   Loans     Grants   Loans    the names of columns begin again.
struct HeaderRepeats {
  /// For each heading the columns that it spans.
  let columns: [Range<Int>]

  /// - Parameters:
  ///   - headings: the extent of each heading, and its words, from left to right.
  ///   - names: per column the name that it has below the headings; `nil` for columns without one.
  ///   - columns: the columns that the headings may span.
  ///   - leadsBy: how many of these at the left may be above no group, as labels and sums are; their names do not repeat.
  ///   - reach: per column, the extent of its text in points.
  ///   - areApart: whether no heading stands in line with a name below; headings in line that are alike are first lines of the names.
  /// - Returns: `nil` where the names do not repeat once for each heading, or headings stand elsewhere than over their groups.
  init?(
    _ headings: [(extent: Interval, name: String)], names: [String?], columns: Range<Int>, leadsBy most: Int,
    reach: [Interval], areApart: Bool
  ) {
    guard headings.count > 1, areApart || Set(headings.map(\.name)).count == headings.count else { return nil }
    let groups = columns.prefix(most + 1).lazy
      .compactMap { Self.groups(of: names[$0..<columns.upperBound], count: headings.count) }
      .first { groups in
        zip(groups, headings).allSatisfy { group, heading in
          reach[group.lowerBound].start < heading.extent.middle
            && heading.extent.middle < reach[group.upperBound - 1].end
        }
      }
    guard let groups else { return nil }
    self.columns = groups
  }

  /// The columns of each group where names repeat so often; the first one of three groups or more may have names of its own.
  private static func groups(of names: ArraySlice<String?>, count: Int) -> [Range<Int>]? {
    let width = names.count / count
    guard width > 1, names.count == width * count, names.allSatisfy({ $0 != nil }) else { return nil }
    let alike = zip(names, names.dropFirst(width)).map { $0 == $1 }
    guard alike.dropFirst(count > 2 ? width : 0).allSatisfy(\.self), Set(names.suffix(width)).count == width else {
      return nil
    }
    return (0..<count).map { names.startIndex + $0 * width..<names.startIndex + ($0 + 1) * width }
  }
}
