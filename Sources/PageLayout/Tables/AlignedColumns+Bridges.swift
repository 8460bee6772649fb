internal import ConverterCore

/// Columns that are none: cells centred over two columns, which leave white on both sides as a column does.
///
///     Item      made   in force
///     law         3        7
///     Item         decisions         the second and the third column are never filled where the
///     permit           32            one between them is, and that one stands in their middle
extension AlignedColumns {
  /// The strips between columns without those that only cells over two neighbours make; `nil` where there are none such.
  package func gutters(withoutBridgesBetween gutters: [Interval], tolerances: Tolerances = .standard) -> [Interval]? {
    let extents = extents
    let areLabels = holdLabels
    for column in 1..<max(1, count - 1) {
      guard let left = extents[column - 1], let own = extents[column], let right = extents[column + 1],
        own.start > left.start, own.end < right.end, column < gutters.count,
        isBridge(
          column, between: left, and: right, areLabels: areLabels[column - 1] && areLabels[column + 1],
          tolerances: tolerances)
      else { continue }
      var rest = gutters
      rest.replaceSubrange(column - 1...column, with: [Interval(gutters[column - 1].start, gutters[column].end)])
      return rest
    }
    return nil
  }

  /// Per column, whether most of what stands in it alone are no figures.
  private var holdLabels: [Bool] { tallies.map { 2 * $0.values < $0.pieces } }

  /// Whether a column is filled only where both of its neighbours are blank, each piece in the middle of them, and the
  /// neighbours are filled together elsewhere; between labels, that of a sum need not stand in the middle: its cell is wider than these.
  private func isBridge(
    _ column: Int, between left: Interval, and right: Interval, areLabels: Bool, tolerances: Tolerances
  ) -> Bool {
    var together = 0
    for line in lines {
      let before = line.pieces.contains { $0.columns == column - 1..<column }
      let after = line.pieces.contains { $0.columns == column + 1..<column + 2 }
      if before, after { together += 1 }
      for piece in line.pieces where piece.columns == column..<column + 1 {
        if before || after
          || !(areLabels && line.isSum(labelled: piece))
            && !isCentred(piece, over: left, and: right, size: line.size, tolerances: tolerances)
        {
          return false
        }
      }
    }
    return together >= 2
  }

  private func isCentred(
    _ piece: Piece, over left: Interval, and right: Interval, size: Double, tolerances: Tolerances
  ) -> Bool {
    [(left.start + right.end) / 2, (left.middle + right.middle) / 2].contains {
      abs($0 - piece.extent.middle) <= tolerances.centringDrift * size
    }
  }

  /// The same columns with pieces that stand in the white between two columns, alone in both, stretched over both.
  package func bridging(_ strips: [Interval], tolerances: Tolerances = .standard) -> AlignedColumns {
    let extents = extents
    let areLabels = holdLabels
    var result = self
    for line in lines.indices {
      for (column, strip) in strips.enumerated() where column + 1 < count {
        guard let left = extents[column], let right = extents[column + 1],
          let number = lines[line].pieces.firstIndex(where: { $0.columns.overlaps(column..<column + 2) }),
          lines[line].pieces.count(where: { $0.columns.overlaps(column..<column + 2) }) == 1
        else { continue }
        let piece = lines[line].pieces[number]
        let isSum =
          areLabels[column] && areLabels[column + 1] && lines[line].isSum(labelled: piece)
          && strip.contains(piece.extent.start)
          && strip.contains(piece.extent.end)
        guard piece.columns.count == 1, strip.contains(piece.extent.middle),
          isSum || isCentred(piece, over: left, and: right, size: lines[line].size, tolerances: tolerances)
        else { continue }
        result.lines[line].pieces[number].columns = column..<column + 2
      }
    }
    return result
  }
}

extension AlignedColumns {
  /// The columns of lines between white strips, cells over two columns told apart from columns of their own.
  ///
  /// - Parameters:
  ///   - drawn: upright lines, each of which parts columns.
  ///   - left: the x from which on they do, where that is left of the text.
  ///   - headCount: how many lines are known to be of the header.
  package static func found(
    in lines: [TextLine], drawn: [Ruling], from left: Double = .infinity, below headCount: Int = 0, text: PageText,
    tolerances: Tolerances = .standard
  ) -> AlignedColumns? {
    var gutters = ColumnGutters.gutters(
      between: lines, drawn: drawn, from: left, below: headCount, text: text, tolerances: tolerances)
    guard !gutters.isEmpty else { return nil }
    var columns = AlignedColumns(lines, gutters: gutters, drawn: drawn, text: text, tolerances: tolerances)
    while let rest = columns.gutters(withoutBridgesBetween: gutters, tolerances: tolerances) {
      gutters = rest
      columns = AlignedColumns(lines, gutters: gutters, drawn: drawn, text: text, tolerances: tolerances)
        .bridging(gutters, tolerances: tolerances)
    }
    return columns.withoutTypedBlanks(text, tolerances: tolerances).withoutMarkers(text).withoutPartedStub
      .withHeadingsInOrder(lines, text: text, tolerances: tolerances)
      .withoutOffsetHeadings(text, tolerances: tolerances).withFiguresInWords(text, tolerances: tolerances)
  }
}

extension AlignedColumns.Line {
  /// Whether the line holds figures and but one label.
  fileprivate func isSum(labelled label: AlignedColumns.Piece) -> Bool {
    !label.isValue && pieces.count > 1 && pieces.allSatisfy { $0 == label || $0.isValue }
  }
}
