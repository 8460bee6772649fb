internal import ConverterCore

/// Columns that are none: the halves of figures that are typed with a blank inside, in a font whose letters are all of one width.
///
///     Harbor       Latitude   High water        degrees and minutes, hours and minutes: one blank between them in every
///     Northport     44 11'         0 23         row, and one heading for both
///     Southport     44 30'        -0 25
extension AlignedColumns {
  /// The columns without borders at which but one blank is typed between two figures of each row, and not two headings stand above.
  package func withoutTypedBlanks(_ text: PageText, tolerances: Tolerances = .standard) -> AlignedColumns {
    guard !text.fixedFonts.isEmpty, let first = firstFigures(text, tolerances: tolerances), first > 0 else {
      return self
    }
    let blanks = borders.indices.filter { isTypedBlank($0, below: first, text: text, tolerances: tolerances) }
    // Three figures with a blank between each are of three columns.
    let pairs = blanks.filter { !blanks.contains($0 - 1) && !blanks.contains($0 + 1) }
    return removing(borders: Set(pairs))
  }

  /// Whether a border lies in a blank inside of figures.
  ///
  /// - Parameter first: the first line with figures.
  private func isTypedBlank(_ border: Int, below first: Int, text: PageText, tolerances: Tolerances) -> Bool {
    func piece(in column: Int, of line: Line) -> Piece? { line.pieces.first { $0.columns == column..<column + 1 } }
    let heads = lines[..<first].map { line in line.pieces.filter { $0.columns.overlaps(border..<border + 2) } }
    let areTwo = heads.contains { pieces in
      pieces.count > 1 || pieces.contains { hasBlank(at: borders[border], in: $0, text: text) }
    }
    guard heads.contains(where: { !$0.isEmpty }), !areTwo else { return false }
    var rows = 0
    for line in lines[first...] {
      switch (piece(in: border, of: line), piece(in: border + 1, of: line)) {
      case (let left?, let right?):
        guard left.isValue, right.isValue, let end = left.words.last, right.words.count == 1,
          Self.areMinutes(text.string(of: text.words[right.words[0]])),
          text.isOneTypedBlank(between: text.words[end], and: text.words[right.words[0]], tolerances: tolerances)
        else { return false }
        rows += 1
      case (let half?, nil), (nil, let half?):
        // A column of its own may be blank where the other is not.
        if half.isValue { return false }
      case (nil, nil): break
      }
    }
    return rows >= tolerances.leastBands
  }

  /// Whether a text is of two digits below 60, with the sign of minutes or none.
  private static func areMinutes(_ text: String) -> Bool {
    let digits = text.hasSuffix("'") || text.hasSuffix("′") ? text.dropLast() : text[...]
    return digits.count == 2 && digits.allSatisfy { "0"..."9" ~= $0 } && digits < "60"
  }

  /// Whether one word of a heading ends before a place in points, and the next one begins behind it: two headings, typed as the figures
  /// are.
  private func hasBlank(at position: Double, in heading: Piece, text: PageText) -> Bool {
    zip(heading.words, heading.words.dropFirst()).contains {
      text.words[$0].box.x1 <= position && position <= text.words[$1].box.x0
    }
  }
}
