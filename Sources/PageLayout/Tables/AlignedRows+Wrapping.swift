internal import ConverterCore

/// Whether a text runs on in the line below.
extension AlignedRows {
  /// Whether a line has a figure or text in each column.
  func isFilled(_ line: Int) -> Bool {
    columns.lines[line].hasValue || columns.lines[line].pieces.count == columns.count
  }

  /// Whether a line holds nothing but years, each below a date that lacks its own; a year below the name of a month is that of the next
  /// rows:
  ///
  ///     Harbor lights    October    April 22,    —
  ///                      1996       2008
  func areYears(of upper: Int, _ lower: Int) -> Bool {
    columns.lines[lower].pieces.allSatisfy { year in
      year.columns.lowerBound > 0 && text.isYear(year.words)
        && columns.lines[upper].pieces.contains {
          $0.columns == year.columns && YearLabel.mayFollow(text.string(ofLine: $0.words))
        }
    }
  }

  /// Whether a line's piece runs on in the piece below it.
  func wraps(_ upper: AlignedColumns.Piece, _ lower: AlignedColumns.Piece, size: Double) -> Bool {
    guard !upper.isValue || !lower.isValue else { return false }
    let first = text.words[lower.words[0]]
    // Headings of groups are set bold between the labels of their rows, or these between bold ones.
    if let last = upper.words.last, text.words[last].traits.contains(.bold) != first.traits.contains(.bold) {
      return false
    }
    if first.traits.contains(.lowercaseStart) { return true }
    // So are headings in capitals above labels with small letters.
    if isCapitals(upper), !isCapitals(lower) { return false }
    // What has a leader ends there, and its dots fill the line.
    if let last = upper.words.last, text.words[last].traits.contains(.leader) { return false }
    if LineLabel(text.string(ofLine: lower.words)) != nil { return false }
    return isFull(upper, before: lower, size: size)
  }

  /// Whether a line of one piece runs over several cells of the line above or below, as the names of parts do and the lines of cells do
  /// not:
  ///
  ///     3018   Parks and recreation     1,204
  ///     Department of Natural Resources
  ///     4112   Forests                  5,012
  func runsAcross(_ line: AlignedColumns.Line, cellsOf other: AlignedColumns.Line) -> Bool {
    guard line.pieces.count == 1, let piece = line.pieces.first, other.hasValue,
      !text.words[piece.words[0]].traits.contains(.lowercaseStart)
    else { return false }
    return other.pieces.count { $0.columns.overlaps(piece.columns) } > 1
  }

  /// Whether a piece is set in capitals; a few of them may be an abbreviation.
  private func isCapitals(_ piece: AlignedColumns.Piece) -> Bool {
    let letters = text.string(ofLine: piece.words).filter(\.isLetter)
    return letters.count >= tolerances.leastCapitals && letters.allSatisfy(\.isUppercase)
  }

  /// Whether the first word of the next line would not have fitted any more.
  func isFull(_ upper: AlignedColumns.Piece, before lower: AlignedColumns.Piece, size: Double) -> Bool {
    let column = upper.columns.lowerBound
    let reach = upper.columns.reduce(extents[column] ?? upper.extent) { $0.union(extents[$1] ?? upper.extent) }
    let room = isLeftAligned[column] ? reach.end - upper.extent.end : reach.length - upper.extent.length
    return text.fills(room, before: lower.words[0], size: size, tolerances: tolerances)
  }

  /// Whether all pieces of a line go on from those above them.
  func goesOn(_ shared: Shared, size: Double) -> Bool {
    !shared.isEmpty && shared.allSatisfy { wraps($0.upper, $0.lower, size: size) }
  }
}
