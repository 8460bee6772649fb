internal import ConverterCore

extension StubColumns {
  /// The rows among which names of groups have their places.
  struct GroupSlots {
    /// The y of the edges between rows in points, those of the header included, rising.
    let edges: [Double]
    /// The number of the first row below the header.
    let firstRow: Int
    /// For each row below the header from the top to the foot of its first line, in points.
    let tops: [Interval]
    /// The y of drawn lines that part rows in points, rising.
    let rules: [Double]
    let tolerances: Tolerances

    /// A group and the rows that it covers.
    typealias Placed = (group: StubColumns.Group, rows: Range<Int>)

    /// The row at a y; `nil` above and below all of them.
    func row(at y: Double) -> Int? { Grid.track(at: y, in: edges) }
  }
}

extension StubColumns.GroupSlots {
  /// The rows that each group covers: groups follow each other without gaps, each centred over its rows. Where they stand beside
  /// the first of their rows, each covers that one alone, unless one of them is taller. Lines that part the groups tell before all
  /// else.
  ///
  /// - Parameter free: whether a row has no label of its own in the column of a group.
  func rows(of groups: [StubColumns.Group], free: (_ row: Int, _ column: Int) -> Bool) -> [Placed] {
    Set(groups.map(\.column)).sorted().flatMap { column -> [Placed] in
      let inColumn = groups.filter { $0.column == column }.sorted { $0.band.middle < $1.band.middle }
      func isFree(_ row: Int) -> Bool { free(row, column) }
      if let rows = ruledRows(of: inColumn, free: isFree) ?? rowsBelow(inColumn, free: isFree) {
        return zip(inColumn, rows).map { ($0, $1) }
      }
      guard !areBesideFirst(inColumn, free: isFree) else {
        return inColumn.compactMap { group in row(at: group.band.middle).map { (group, $0..<$0 + 1) } }
      }
      return rowsAround(inColumn, free: isFree)
    }
  }

  /// For each group of a column the free rows around its name, in the middle of which it stands; those that stand beside no free row have
  /// none.
  private func rowsAround(_ groups: [StubColumns.Group], free: (_ row: Int) -> Bool) -> [Placed] {
    var placed: [Placed] = []
    var next = firstRow
    for (number, group) in groups.enumerated() {
      guard var at = row(at: group.band.middle) else { continue }
      at = max(at, next)
      guard at < edges.count - 1, free(at) else { continue }
      var start = at
      while start > next, free(start - 1) { start -= 1 }
      var limit = at + 1
      while limit < edges.count - 1, free(limit) { limit += 1 }
      let follower = number + 1 < groups.count ? row(at: groups[number + 1].band.middle) : nil
      let isLast = (follower ?? limit) >= limit
      let end =
        isLast
        ? limit
        : (at + 1...max(at + 1, follower ?? limit)).min { first, second in
          abs((edges[start] + edges[first]) / 2 - group.band.middle)
            < abs((edges[start] + edges[second]) / 2 - group.band.middle)
        } ?? limit
      placed.append((group, start..<end))
      next = end
    }
    return placed
  }

  /// For each group of a column the rows from the one beside whose first line its own stands down to the next group; `nil` where one
  /// stands beside none, or where no name is taller than a row, so that nothing shows how far it reaches.
  private func rowsBelow(_ groups: [StubColumns.Group], free: (_ row: Int) -> Bool) -> [Range<Int>]? {
    let starts = groups.compactMap { group -> Int? in
      row(at: group.firstBand.middle).flatMap { row in
        guard tops.indices.contains(row - firstRow) else { return nil }
        let top = tops[row - firstRow]
        return abs(top.middle - group.firstBand.middle) < tolerances.sameLineDrift * top.length ? row : nil
      }
    }
    guard let first = starts.first, starts.count == groups.count, !(firstRow..<first).contains(where: free),
      zip(starts, starts.dropFirst()).allSatisfy(<), starts.allSatisfy(free),
      zip(groups, starts).contains(where: { $0.band.end > edges[$1 + 1] + tolerances.tallerName * $0.firstBand.length })
    else { return nil }
    return zip(starts, starts.dropFirst() + [edges.count - 1]).map { start, next in
      start..<((start + 1..<next).first { !free($0) } ?? next)
    }
  }

  /// Whether the names of groups stand beside the first of their rows: the first one beside the first of several rows, where names
  /// of groups are no longer than a row is tall, and no name has all rows up to the next one around it.
  private func areBesideFirst(_ groups: [StubColumns.Group], free: (_ row: Int) -> Bool) -> Bool {
    let tracks = groups.compactMap { row(at: $0.band.middle) }
    guard tracks.count == groups.count, tracks.count > 1, tracks[0] == firstRow, Set(tracks).count == tracks.count,
      tracks.allSatisfy({ $0 < edges.count - 1 && free($0) }),
      zip(groups, tracks).allSatisfy({ $0.band.length <= edges[$1 + 1] - edges[$1] })
    else { return false }
    // Centred names would leave the first group its first row alone, and each further one as many rows above its name as below.
    var start = tracks[0] + 1
    for (track, next) in zip(tracks.dropFirst(), tracks.dropFirst(2) + [edges.count - 1]) {
      let end = 2 * track - start + 1
      if end > next { return true }
      start = end
    }
    return start != edges.count - 1
  }
}
