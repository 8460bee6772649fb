internal import ConverterCore

/// Headings set left above figures set right, as office programs set them: each stands right behind the figures of the column before.
///
///     Item        Fiscal year
///                 2004          Amount         Rank        as many headings as columns, each between the end of the
///     Ash              57,908       3,225         9        figures before and the end of its own
extension AlignedColumns {
  /// The columns with headings in those below whose ends they stand, and further lines of headings that begin where these do.
  ///
  /// - Parameter lines: the lines of the region.
  func withHeadingsInOrder(_ lines: [TextLine], text: PageText, tolerances: Tolerances) -> AlignedColumns {
    guard let first = firstFigures(text), first > 0, lines.count == self.lines.count else { return self }
    let bodies = AlignedColumns(borders: borders, lines: Array(self.lines[first...])).extents.compactMap(\.self)
    guard bodies.count == count,
      let names = lines[..<first].last(where: { $0.names(bodies, tolerances: tolerances) })?.phrases.map(\.extent)
    else { return self }
    var result = self
    for line in 0..<first {
      guard let columns = lines[line].columns(flushWith: names, tolerances: tolerances) else { continue }
      result.lines[line].pieces = zip(lines[line].phrases, columns).map { phrase, column in
        Piece(
          columns: column..<column + 1, words: Array(lines[line].words[phrase.words]), extent: phrase.extent,
          isValue: phrase.isValue)
      }
    }
    return result
  }
}

extension TextLine {
  /// Whether there is one phrase for each column: behind the text of the column before, and before the end of its own.
  fileprivate func names(_ columns: [Interval], tolerances: Tolerances) -> Bool {
    let overlap = tolerances.gutterOverlap * size
    return phrases.count == columns.count
      && zip(phrases.dropFirst(), zip(columns, columns.dropFirst())).allSatisfy { phrase, columns in
        phrase.extent.start >= columns.0.end - overlap && phrase.extent.start < columns.1.end
      }
  }

  /// For each phrase the column at whose heading it begins, short of the next one; `nil` where one begins elsewhere.
  fileprivate func columns(flushWith names: [Interval], tolerances: Tolerances) -> [Int]? {
    let columns = phrases.compactMap { phrase in
      names.indices.first { column in
        abs(names[column].start - phrase.extent.start) <= tolerances.flushStart * size
          && (column + 1 == names.count || phrase.extent.end <= names[column + 1].start)
      }
    }
    return columns.count == phrases.count && Set(columns).count == columns.count ? columns : nil
  }
}
