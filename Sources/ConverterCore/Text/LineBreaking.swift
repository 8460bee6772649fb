/// Breaks text into lines of a fixed-width font.
///
/// Lines break at spaces, which go away, and on either side of East Asian characters, but not before closing and after
/// opening punctuation (the core of Unicode Annex 14 and of GB/T 15834). A piece that is wider than the line is cut.
struct LineBreaking {
  /// The columns of a line.
  let width: Int

  /// The columns that a line must have so that every character fits.
  static let leastWidth = 2

  init(width: Int) {
    self.width = max(width, Self.leastWidth)
  }

  /// The lines of one paragraph; an empty text is one empty line.
  func lines(of text: String) -> [String] {
    guard text.columnWidth > width else { return [text] }
    var lines: [String] = []
    var line = ""
    var lineWidth = 0
    for piece in Self.pieces(of: text) {
      if lineWidth + piece.text.columnWidth > width, !line.isEmpty {
        lines.append(line)
        (line, lineWidth) = ("", 0)
      }
      for scalar in piece.text.unicodeScalars {
        if lineWidth + scalar.columnWidth > width {
          lines.append(line)
          (line, lineWidth) = ("", 0)
        }
        line.unicodeScalars.append(scalar)
        lineWidth += scalar.columnWidth
      }
      if piece.endsInSpace, lineWidth < width {
        line += " "
        lineWidth += 1
      }
    }
    if !line.isEmpty { lines.append(line) }
    return lines.map { $0.hasSuffix(" ") ? String($0.dropLast()) : $0 }
  }

  /// The columns of the widest piece that no break divides.
  static func widestPiece(of text: String) -> Int {
    pieces(of: text).reduce(0) { max($0, $1.text.columnWidth) }
  }

  /// The pieces between the places where a line may break, in order.
  private static func pieces(of text: String) -> [(text: Substring, endsInSpace: Bool)] {
    var pieces: [(text: Substring, endsInSpace: Bool)] = []
    let scalars = text.unicodeScalars
    var start = scalars.startIndex
    var index = start
    var previous: Unicode.Scalar?
    while index < scalars.endIndex {
      let scalar = scalars[index]
      if scalar == " " {
        pieces.append((text[start..<index], true))
        start = scalars.index(after: index)
        previous = nil
      } else if let before = previous, mayBreak(between: before, and: scalar) {
        pieces.append((text[start..<index], false))
        start = index
        previous = scalar
      } else {
        previous = scalar
      }
      index = scalars.index(after: index)
    }
    pieces.append((text[start...], false))
    return pieces
  }

  private static func mayBreak(between before: Unicode.Scalar, and after: Unicode.Scalar) -> Bool {
    guard TextJoining.isWide(before) || TextJoining.isWide(after), after.columnWidth > 0 else { return false }
    return before != "\u{200D}" && !after.isClosingPunctuation && !before.isOpeningPunctuation
  }
}
