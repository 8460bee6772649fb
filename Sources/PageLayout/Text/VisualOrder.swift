/// Text of right-to-left scripts, from the order in which it is seen back to the order in which it is read.
///
/// Pages hold places, so that a line is known from left to right as seen. Reading order is what Unicode's algorithm for
/// both directions (Annex 9) would display like this; of several, the likeliest:
///
///     seen  .(12-ב) תושקב 125 הלביק הדעווה      the line is turned round, figures and foreign words are not
///     seen  Tel Aviv (ביבא לת), 1909            only the run in Hebrew is turned round
enum VisualOrder {
  /// What a piece of a line is for its direction (the bidirectional character types of Annex 9, table 4, in short).
  private enum Kind {
    case rightToLeft, leftToRight, digit, separator, sign, neutral
  }

  /// The text of a line in the order of reading.
  ///
  /// - Parameter pieces: the glyphs and blanks of the line from left to right; each is kept as it is, since a ligature states its
  ///   letters in the order of reading.
  static func logical(_ pieces: [String]) -> String {
    let kinds = resolved(pieces)
    let turned = kinds.count { $0 == .rightToLeft }
    guard turned > 0 else { return pieces.joined() }
    let starts = foreignStarts(kinds)
    if turned >= kinds.count(where: { $0 == .leftToRight }) {
      return turnedRound(pieces.indices, of: pieces, kinds: kinds, foreignStarts: starts).joined()
    }
    var text = ""
    var position = 0
    while position < pieces.count {
      guard kinds[position] == .rightToLeft else {
        text += pieces[position]
        position += 1
        continue
      }
      let next = kinds[position...].firstIndex(of: .leftToRight) ?? kinds.count
      let end = (kinds[position..<next].lastIndex(of: .rightToLeft) ?? position) + 1
      text += turnedRound(position..<end, of: pieces, kinds: kinds, foreignStarts: starts).joined()
      position = end
    }
    return text
  }

  /// The kinds of the pieces; separators within a figure and signs beside one are part of it (rules W4 and W5).
  private static func resolved(_ pieces: [String]) -> [Kind] {
    var kinds = pieces.map { $0.unicodeScalars.first.map(kind) ?? .neutral }
    for index in kinds.indices.dropFirst().dropLast()
    where kinds[index] == .separator && kinds[index - 1] == .digit && kinds[index + 1] == .digit {
      kinds[index] = .digit
    }
    for index in kinds.indices where kinds[index] == .sign {
      let isBeside = index > 0 && kinds[index - 1] == .digit || index + 1 < kinds.count && kinds[index + 1] == .digit
      kinds[index] = isBeside ? .digit : .neutral
    }
    return kinds
  }

  /// The pieces from right to left, but figures and words of other scripts as they are.
  private static func turnedRound(
    _ range: Range<Int>, of pieces: [String], kinds: [Kind], foreignStarts: [Int?]
  ) -> [String] {
    var result: [String] = []
    var brackets: [Int] = []
    var end = range.upperBound
    while end > range.lowerBound {
      let last = end - 1
      if let start = kept(endingAt: last, notBefore: range.lowerBound, kinds: kinds, foreignStarts: foreignStarts) {
        result += pieces[start..<end]
        end = start
      } else {
        if mirrored[pieces[last]] != nil { brackets.append(result.count) }
        result.append(pieces[last])
        end = last
      }
    }
    // Some files state the bracket as read, others the shape drawn, which is the other one.
    if misfits(brackets.map { result[$0] }) > misfits(brackets.map { mirrored[result[$0]] ?? result[$0] }) {
      for index in brackets { result[index] = mirrored[result[index]] ?? result[index] }
    }
    return result
  }

  /// The start of the figure or the foreign words that end at a position and keep their order; `nil` where none do.
  private static func kept(
    endingAt last: Int, notBefore first: Int, kinds: [Kind], foreignStarts: [Int?]
  ) -> Int? {
    guard kinds[last] == .digit || kinds[last] == .leftToRight else { return nil }
    if let start = foreignStarts[last] { return start }
    var start = last
    while start > first, kinds[start - 1] == .digit { start -= 1 }
    return start
  }

  /// For each position, where the foreign words up to it begin, with the figures before and between them; `nil` where there are
  /// none since the last character from right to left.
  private static func foreignStarts(_ kinds: [Kind]) -> [Int?] {
    var start: Int?
    var isForeign = false
    return kinds.indices.map { position in
      switch kinds[position] {
      case .rightToLeft: (start, isForeign) = (nil, false)
      case .leftToRight: (start, isForeign) = (start ?? position, true)
      case .digit: start = start ?? position
      case .separator, .sign, .neutral: break
      }
      return isForeign ? start : nil
    }
  }

  /// How many brackets have no partner on the right side of them.
  private static func misfits(_ brackets: [String]) -> Int {
    var open = 0
    var alone = 0
    for bracket in brackets {
      if opening.contains(bracket) {
        open += 1
      } else if open > 0 {
        open -= 1
      } else {
        alone += 1
      }
    }
    return open + alone
  }

  private static let opening: Set<String> = ["(", "[", "{", "<"]
  private static let mirrored = [
    "(": ")", ")": "(", "[": "]", "]": "[", "{": "}", "}": "{", "<": ">", ">": "<",
  ]

  private static func kind(_ scalar: Unicode.Scalar) -> Kind {
    if scalar.isRightToLeft { return .rightToLeft }
    switch scalar.value {
    case 0x30...0x39, 0x660...0x669, 0x6F0...0x6F9: return .digit
    case 0x2C, 0x2E, 0x2F, 0x3A, 0x2D, 0xA0, 0x66B, 0x66C: return .separator
    case 0x23...0x25, 0x2B, 0xA2...0xA5, 0xB0, 0x20A0...0x20CF, 0x2212, 0x66A: return .sign
    default: return scalar.properties.isAlphabetic ? .leftToRight : .neutral
    }
  }
}

extension Unicode.Scalar {
  /// Whether the scalar belongs to a script that is written from right to left: Hebrew, Arabic, Syriac, Thaana, N'Ko and their
  /// presentation forms. Digits of these scripts do not: they run from left to right.
  var isRightToLeft: Bool {
    switch value {
    case ..<0x590: false
    case 0x660...0x669, 0x66A...0x66C, 0x6F0...0x6F9: false
    case 0x590...0x8FF, 0x200F, 0xFB1D...0xFDFF, 0xFE70...0xFEFE: true
    default: false
    }
  }
}
