internal import ConverterCore

/// The columns of a region of aligned text and, line by line, what stands in which.
package struct AlignedColumns: Hashable, Sendable {
  /// The x of the borders between columns in points, rising; one fewer than there are columns.
  package var borders: [Double]

  /// The lines of the region with their pieces in columns, from top to bottom.
  package var lines: [Line]

  /// One line of text.
  package struct Line: Hashable, Sendable {
    /// From left to right, none in a column of another.
    package var pieces: [Piece]
    /// From the top to the foot of the largest word, in points.
    package var band: Interval
    /// The y of the baseline of the largest word, in points.
    package var baseline: Double
    /// The font size of the largest word, in points.
    package var size: Double

    /// Whether the line holds a figure beside its first column.
    package var hasValue: Bool { pieces.contains { $0.isValue && $0.columns.lowerBound > 0 } }
  }

  /// A piece of a line that stands in one column or runs over several.
  package struct Piece: Hashable, Sendable {
    package var columns: Range<Int>
    /// Indices into ``PageText/words``, from left to right.
    package var words: [Int]
    /// From the left end to the right one, in points.
    package var extent: Interval
    /// Whether all of its words are values.
    package var isValue: Bool
    /// The y of the baseline in points at which several lines of a heading stand beside others; `nil` for what is one line.
    package var level: Double?
  }

  package var count: Int { borders.count + 1 }
}

extension AlignedColumns {
  /// Sorts the words of lines into the columns between `gutters`; upright lines `drawn` part cells wherever they stand.
  package init(
    _ lines: [TextLine], gutters: [Interval], drawn: [Ruling] = [], text: PageText, tolerances: Tolerances = .standard
  ) {
    borders = gutters.map(\.middle)
    self.lines = []
    let reach = lines.isEmpty ? nil : lines.across
    self.lines = lines.map { line in
      // The name of a part of the table: `NUMBER (1,000)`.
      let isCentred =
        line.phrases.count == 1
        && reach.map { abs($0.middle - line.box.midX) <= tolerances.centringDrift * line.size } == true
      let cutting = PhraseCutting(
        columns: self, line: line, isCentred: isCentred, gutters: gutters, drawn: drawn, text: text,
        tolerances: tolerances)
      let pieces = line.phrases.map(cutting.pieces)
      return Line(
        pieces: Self.onePerColumn(Self.apart(pieces, gutters: gutters)), band: line.band, baseline: line.baseline,
        size: line.size)
    }.withSignsAtFigures(text, tolerances: tolerances)
  }

  /// The column at an x.
  package func column(at x: Double) -> Int {
    borders.partitioningIndex { $0 > x }
  }

  /// The pieces of phrases side by side, of which no two take one column where the white between columns leaves one to each: headings
  /// in the middle of their columns reach beyond figures at the right of these.
  ///
  ///     Aver-     Part-time             “for” stands left of the figures below, in the column of “age”
  ///      age     for full
  ///        12          31
  private static func apart(_ phrases: [[Piece]], gutters: [Interval]) -> [Piece] {
    var apart: [Piece] = []
    for (number, phrase) in phrases.enumerated() {
      guard number > 0, let first = phrase.first, let last = apart.last, last.columns.overlaps(first.columns) else {
        apart += phrase
        continue
      }
      var (left, right) = (last.columns, first.columns)
      let shared = right.lowerBound
      if right.count > 1, shared + 1 == left.upperBound {
        right = shared + 1..<right.upperBound
      } else if left.count > 1, shared + 1 == left.upperBound {
        left = left.lowerBound..<shared
      } else if left == right, left.count == 1 {
        // Both stand in one column by their middles: one of them reaches the white on its other side.
        let isRightFree = phrases.dropFirst(number + 1).first?.first.map { $0.columns.lowerBound > shared + 1 } ?? true
        let isLeftFree = apart.dropLast().last.map { $0.columns.upperBound < shared } ?? true
        if shared < gutters.count, phrase.count == 1, isRightFree, first.extent.end > gutters[shared].start {
          right = shared + 1..<shared + 2
        } else if shared > 0, isLeftFree, last.extent.start < gutters[shared - 1].end {
          left = shared - 1..<shared
        }
      }
      apart[apart.count - 1].columns = left
      apart.append(first)
      apart[apart.count - 1].columns = right
      apart += phrase.dropFirst()
    }
    return apart
  }

  /// Pieces of one line that share a column joined to one.
  private static func onePerColumn(_ pieces: [Piece]) -> [Piece] {
    var joined: [Piece] = []
    for piece in pieces.sorted(by: {
      ($0.columns.lowerBound, $0.extent.start) < ($1.columns.lowerBound, $1.extent.start)
    }) {
      if let last = joined.last, piece.columns.lowerBound < last.columns.upperBound {
        joined[joined.count - 1] = Piece(
          columns: last.columns.lowerBound..<max(last.columns.upperBound, piece.columns.upperBound),
          words: last.words + piece.words, extent: last.extent.union(piece.extent),
          isValue: last.isValue && piece.isValue)
      } else {
        joined.append(piece)
      }
    }
    return joined
  }
}

extension AlignedColumns {
  /// Per column, the extent of the pieces that stand in it alone; `nil` for columns without any.
  package var extents: [Interval?] {
    var extents = [Interval?](repeating: nil, count: count)
    for line in lines {
      for piece in line.pieces where piece.columns.count == 1 {
        let column = piece.columns.lowerBound
        extents[column] = extents[column]?.union(piece.extent) ?? piece.extent
      }
    }
    return extents
  }

  /// Per column, how many lines have a piece in it alone, and how many of those are figures.
  package var tallies: [(pieces: Int, values: Int)] {
    var tallies = [(pieces: Int, values: Int)](repeating: (0, 0), count: count)
    for line in lines {
      for piece in line.pieces where piece.columns.count == 1 {
        tallies[piece.columns.lowerBound].pieces += 1
        if piece.isValue { tallies[piece.columns.lowerBound].values += 1 }
      }
    }
    return tallies
  }

  /// How many columns stand before the first one that is filled by figures in most lines: columns of labels.
  package var labelCount: Int {
    tallies.firstIndex { 2 * $0.values >= $0.pieces && $0.values > 0 } ?? 0
  }

  /// The index of the first line with figures that are neither years alone, as headings of columns are, nor the columns' numbers or
  /// units, nor amounts in headings.
  package func firstFigures(_ text: PageText, tolerances: Tolerances = .standard) -> Int? {
    lazy var heads = AmountHeads(self, text: text)
    return lines.indices.first { number in
      let pieces = lines[number].pieces
      return pieces.contains { $0.isValue && $0.columns.lowerBound > 0 && !text.isYear($0.words) }
        && !ColumnNumbers.areThese(pieces.map { text.string(ofLine: $0.words) })
        && !UnitRow.areUnits(pieces.filter { $0.columns.lowerBound > 0 }.map { text.string(ofLine: $0.words) })
        && !heads.contain(number, tolerances: tolerances) && !areDays(number, text: text)
    }
  }

  /// Whether all figures of a line are days or years, no day stands in their columns further down, and other figures do:
  ///
  ///                                  6/30/03 to
  ///     Region     6/30/03  6/30/04     6/30/04
  ///     North        1,204    1,310        8.8%
  private func areDays(_ number: Int, text: PageText) -> Bool {
    let figures = lines[number].pieces.filter { $0.isValue && $0.columns.lowerBound > 0 }
    guard figures.count > 1, figures.allSatisfy({ text.isPeriod($0.words) }) else { return false }
    let columns = Set(figures.flatMap(\.columns))
    // Where headings of words stand above, the days are of the first row.
    let areNamed = lines[..<number].flatMap(\.pieces).contains { heading in
      heading.columns.count == 1 && columns.contains(heading.columns.lowerBound)
        && !heading.words.contains { text.isPeriod([$0]) }
    }
    guard !areNamed else { return false }
    let below = lines[(number + 1)...].flatMap(\.pieces).filter { $0.isValue && !columns.isDisjoint(with: $0.columns) }
    return below.count >= columns.count && !below.contains { text.isPeriod($0.words) }
  }

  /// The same columns with some borders taken away.
  package func removing(borders doomed: Set<Int>) -> AlignedColumns {
    guard !doomed.isEmpty else { return self }
    var result = self
    result.borders = borders.indices.filter { !doomed.contains($0) }.map { borders[$0] }
    // For each old column, how many borders before it are left.
    var ranks = [0]
    for border in borders.indices { ranks.append(ranks[border] + (doomed.contains(border) ? 0 : 1)) }
    result.lines = lines.map { line in
      var line = line
      line.pieces = Self.onePerColumn(
        line.pieces.map { piece in
          var piece = piece
          piece.columns = ranks[piece.columns.lowerBound]..<ranks[piece.columns.upperBound - 1] + 1
          return piece
        })
      return line
    }
    return result
  }
}

extension AlignedColumns.Line {
  /// Whether the only text of the line stands in the middle of the whole table.
  ///
  /// - Parameter extents: those of the columns.
  func isInMiddle(of extents: [Interval?], tolerances: Tolerances) -> Bool {
    let reach = extents.compactMap(\.self)
    guard pieces.count == 1, let first = reach.first, let last = reach.last else { return false }
    let middle = (first.start + last.end) / 2
    return abs(pieces[0].extent.middle - middle) <= tolerances.centringDrift * size
  }
}

extension AlignedColumns.Piece {
  /// Whether the piece is the next line of another in its column, as a small letter at its beginning shows.
  func continues(_ upper: AlignedColumns.Piece, in text: PageText) -> Bool {
    columns.overlaps(upper.columns) && text.words[words[0]].traits.contains(.lowercaseStart)
  }
}
