internal import ConverterCore

/// What a page tells of a table beyond its cells, for joining it with its continuation.
package struct TableInk: Hashable, Sendable {
  /// Which part of a stated table the page shows, if the file states it.
  package var stated: StatedTracks?

  /// For each cell in order the extent of its text across in points, `nil` for blank ones; empty where drawn lines give the
  /// columns, or where the table is joined of several parts.
  package var extents: [Interval?] = []

  package init(stated: StatedTracks? = nil, extents: [Interval?] = []) {
    self.stated = stated
    self.extents = extents
  }
}

/// Which part of a stated table a page shows.
package struct StatedTracks: Hashable, Sendable {
  /// The ``StatedElement/id`` of the table.
  package var table: Int

  /// The numbers of the columns, in the whole table, at whose left edges the columns of this part begin; last, the number at
  /// which they end.
  package var columns: [Int]

  /// The rows of the whole table that this part shows.
  package var rows: Range<Int>
}

extension TableInk {
  /// What is known of the table that the part and the one after it make.
  func joined(with next: TableInk?) -> TableInk {
    guard var stated, let following = next?.stated else { return TableInk() }
    stated.columns = Set(stated.columns + following.columns).sorted()
    stated.rows = stated.rows.lowerBound..<max(stated.rows.upperBound, following.rows.upperBound)
    return TableInk(stated: stated)
  }
}

extension LayoutTrace {
  /// What the page tells of its tables, by their place.
  var tableInk: [Place: TableInk] {
    var ink: [Place: TableInk] = [:]
    for candidate in candidates.filter(\.isChosen).map(\.candidate) where candidate.evidence != .ruled {
      let extents = candidate.contents.map { text.box(of: $0).map { Interval($0.x0, $0.x1) } }
      ink[.page(page.number, candidate.box)] = TableInk(stated: candidate.stated, extents: extents)
    }
    return ink
  }
}
