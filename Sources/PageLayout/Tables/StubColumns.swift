internal import ConverterCore

/// Row labels in several columns without lines between them: names of row groups beside the names of their rows.
///
///     1 new requests            80   7        The names of rows begin at one x, and beside them stand names of
///               (1) secret       0   0        groups, centred over their rows: two columns of labels. A label
///     3 results (2) private      1   0        alone that is set in makes none.
///               (3) internal     0   2
struct StubColumns {
  /// The name of a group of rows, in a column left of the rows' names.
  struct Group {
    var column: Int
    /// Indices into ``PageText/words``.
    var words: [Int]
    /// From its top to its foot, in points.
    var band: Interval
    /// From the top to the foot of its first line, in points.
    var firstBand: Interval
  }

  /// The strips that part the columns of labels, from left to right.
  private(set) var gutters: [Interval] = []

  /// How many of the strips stand at lines that part columns already.
  private(set) var wallCount = 0

  /// How far lines of one row stand apart where names of groups stand beside rows of words; `nil` elsewhere.
  private(set) var leadings: Leadings?

  private let text: PageText
  private let tolerances: Tolerances

  /// - Parameter walls: upright lines; those beside but a part of the rows stand between the names of groups and of rows.
  init(_ columns: AlignedColumns, walls: [Ruling], text: PageText, tolerances: Tolerances) {
    self.text = text
    self.tolerances = tolerances
    if columns.labelCount == 0 {
      leadings = Self.leadings(besideGroupsIn: columns, text: text, tolerances: tolerances)
    }
    let outer = leadings == nil ? Self.groupColumns(of: columns, tolerances: tolerances) : 1
    guard outer > 0 else {
      gutters = Self.gutters(leftOf: 1, in: columns, text: text, tolerances: tolerances)
      return
    }
    gutters = Self.gutters(leftOf: outer + 1, in: columns, text: text, tolerances: tolerances)
    wallCount = outer
    let inner = columns.borders[..<outer]
    if gutters.count < outer, Self.isPartial(inner, walls: walls, of: columns, tolerances: tolerances) {
      gutters = inner.map { Interval($0, $0) }
    } else if gutters.count < outer {
      gutters = Self.gutters(leftOf: 1, in: columns, text: text, tolerances: tolerances)
      wallCount = 0
    }
  }

  /// How many columns stand left of the names of rows and are filled beside but some rows, as names of groups are.
  private static func groupColumns(of columns: AlignedColumns, tolerances: Tolerances) -> Int {
    let outer = max(0, columns.labelCount - 1)
    let valued = columns.lines.filter(\.hasValue)
    // Further columns of labels may stand between the names of rows and the figures.
    return (0..<outer).prefix { column in
      !valued.count { $0.pieces.contains { $0.columns == column..<column + 1 } }
        .isMore(than: tolerances.shares.mostGroupNames, of: valued.count)
    }.count
  }

  /// Whether upright lines stand at some of the borders, beside but a part of the rows.
  private static func isPartial(
    _ borders: ArraySlice<Double>, walls: [Ruling], of columns: AlignedColumns, tolerances: Tolerances
  ) -> Bool {
    let height = (columns.lines.last?.band.end ?? 0) - (columns.lines.first?.band.start ?? 0)
    return borders.contains { border in
      let beside = walls.filter { abs($0.position - border) <= tolerances.ruleTouch }
      return !beside.isEmpty && beside.reduce(0) { $0 + $1.end - $1.start } < tolerances.mostLabelFill * height
    }
  }

  /// The strips left of which names of groups stand, told from where the labels in the first columns begin.
  private static func gutters(
    leftOf column: Int, in columns: AlignedColumns, text: PageText, tolerances: Tolerances
  ) -> [Interval] {
    var gutters: [Interval] = []
    var labels: [Label] = []
    for line in columns.lines {
      for piece in line.pieces where piece.columns.lowerBound < column && !piece.isValue {
        labels += Self.labels(of: piece, in: line, text: text, tolerances: tolerances)
      }
    }
    labels.sort { ($0.extent.start, $0.baseline) < ($1.extent.start, $1.baseline) }
    guard let size = labels.first?.size, let left = labels.first?.extent.start else { return [] }
    let starts = labels.map(\.extent.start)
    // Starts at which names of groups stand, if names of rows follow to their right.
    var indents: [Double] = []
    for range in Clusters.ranges(ofSorted: starts, within: tolerances.stubDrift * size)
    where range.count >= tolerances.shares.leastIndented && starts[range.lowerBound] > left + size {
      let members = labels[range]
      let start = starts[range.lowerBound]
      let edge = gutters.last?.start ?? -.infinity
      let beside = labels[..<range.lowerBound].filter { label in
        label.extent.end <= start + tolerances.gutterOverlap * size
          && label.extent.start >= edge - tolerances.gutterOverlap * size
          && members.contains { abs($0.baseline - label.baseline) < tolerances.besideDistance * size }
      }
      guard let end = beside.map(\.extent.end).max() else {
        indents.append(start)
        continue
      }
      gutters += indents.filter { $0 < end - size }.map { Interval($0 - tolerances.indentStrip * size, $0) }
      indents = []
      gutters.append(Interval(min(end, start), start))
    }
    return gutters
  }

  /// A piece of a label without a gap inside.
  private struct Label {
    var extent: Interval
    var baseline: Double
    var size: Double
  }

  private static func labels(
    of piece: AlignedColumns.Piece, in line: AlignedColumns.Line, text: PageText, tolerances: Tolerances
  ) -> [Label] {
    var labels: [Label] = []
    var previous: Word?
    for index in piece.words where !text.words[index].traits.contains(.leader) {
      let word = text.words[index]
      defer { previous = word }
      // The number of a list begins a label, however close the one before stands.
      let isNumbered = LineLabel(text.string(of: word) + " x") != nil
      // What a label is numbered with stands off it.
      let isNumber = previous.map { labels.last?.extent.start == $0.box.x0 && text.isNumber($0) } ?? false
      let gap = isNumber ? tolerances.text.phraseGap : tolerances.text.figureGap
      if let last = labels.last, let previous,
        word.box.x0 - last.extent.end <= gap * word.size
          || text.isOneTypedBlank(between: previous, and: word, tolerances: tolerances)
          || LooseWords.are(previous, word, in: text, tolerances: tolerances),
        !isNumbered || word.traits.contains(.wideStart)
      {
        labels[labels.count - 1].extent.end = max(last.extent.end, word.box.x1)
      } else {
        labels.append(Label(extent: Interval(word.box.x0, word.box.x1), baseline: word.baseline, size: word.size))
      }
    }
    return labels
  }

  /// The names of groups in the outer columns; without them, rows can be told from what stands in each of them.
  ///
  /// - Parameter level: the level lines drawn in the region, in order of position; what one parts are two names.
  func groups(in columns: AlignedColumns, level: [Ruling]) -> [Group] {
    let inner = gutters.count
    var names: [(band: Interval, baseline: Double)] = []
    for line in columns.lines where line.pieces.contains(where: { $0.columns == inner..<inner + 1 }) {
      names.append((line.band, line.baseline))
    }
    // Stacks of lines in an outer column; one that stands beside the name of a row names a group.
    var stacks: [(group: Group, isBeside: Bool)] = []
    for line in columns.lines.dropFirst(headCount(of: columns)) {
      for piece in line.pieces
      where piece.columns.count == 1 && piece.columns.lowerBound < inner && !piece.isValue {
        let isBeside =
          names.contains { abs($0.baseline - line.baseline) < tolerances.besideDistance * line.size }
          || zip(names, names.dropFirst()).contains {
            abs(($0.band.middle + $1.band.middle) / 2 - line.band.middle) < tolerances.pitchChange * line.size
          }
        let column = piece.columns.lowerBound
        if let last = stacks.lastIndex(where: { $0.group.column == column }),
          line.band.start - stacks[last].group.band.end < tolerances.stackedLabelGap * line.size,
          !level.part(stacks[last].group.band, from: line.band, at: piece.extent.middle)
        {
          stacks[last].group.words += piece.words
          stacks[last].group.band = stacks[last].group.band.union(line.band)
          stacks[last].isBeside = stacks[last].isBeside || isBeside
        } else {
          stacks.append(
            (Group(column: column, words: piece.words, band: line.band, firstBand: line.band), isBeside))
        }
      }
    }
    return stacks.filter(\.isBeside).map(\.group)
  }

  /// How many lines are surely of the head: those down to the last one above the first figures with text right of the labels.
  private func headCount(of columns: AlignedColumns) -> Int {
    let body = columns.firstFigures(text) ?? 0
    let last = columns.lines[..<body].lastIndex { $0.pieces.contains { $0.columns.lowerBound > gutters.count } }
    return last.map { $0 + 1 } ?? 0
  }

  /// The lines with labels that stand alone in outer columns stretched to the inner ones: such a label names its row.
  func stretched(_ columns: AlignedColumns) -> AlignedColumns {
    let inner = gutters.count
    var result = columns
    // A line of headings may have none for the inner columns, whose heading is shorter.
    for line in result.lines.indices.dropFirst(headCount(of: columns)) {
      guard let first = result.lines[line].pieces.first, first.columns.upperBound <= inner, !first.isValue,
        result.lines[line].pieces.dropFirst().allSatisfy({ $0.columns.lowerBound > inner })
      else { continue }
      result.lines[line].pieces[0].columns = first.columns.lowerBound..<inner + 1
    }
    return result
  }
}

extension PageText {
  /// Whether a word is but the number or letter of a list: `1.`, `(a)`, `B.`, `IV.`
  fileprivate func isNumber(_ word: Word) -> Bool {
    let string = string(of: word)
    return LineLabel(string + " x") != nil
      || string.last == "." && string.count > 1
        && (string.count == 2 && string.first?.isUppercase == true || string.dropLast().allSatisfy("IVX".contains))
  }
}

extension [Ruling] {
  /// Whether one of the level lines, which are in order of position, stands at an x between two texts below each other.
  fileprivate func part(_ upper: Interval, from lower: Interval, at x: Double) -> Bool {
    self[partitioningIndex { $0.position > upper.middle }...].prefix { $0.position < lower.middle }
      .contains { $0.start < x && x < $0.end }
  }
}
