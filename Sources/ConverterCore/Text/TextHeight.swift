/// How high a run of text stands. Above and below the line it is written with the characters that Unicode has for it:
/// `1,200¹`, `3.2×10⁵`, `H₂O`.
///
/// A raised mark behind a figure, written as a digit like any other, would make another figure of it. Digits, and the signs
/// that stand in exponents, therefore keep their height; letters stay as they are (`1st`, `45a`), since they change no figure.
package enum TextHeight: Hashable, Sendable {
  /// On the line.
  case level
  /// As a superscript and as a subscript.
  case raised, lowered

  /// A run of text at this height.
  ///
  /// - Parameter text: all of the run. One without digits and signs is returned as it is, and so are words, which are no mark, and
  ///   what is in brackets of its own, which part it from the figure before it: `[1]`.
  package func written(_ text: String) -> String {
    guard self != .level, text.unicodeScalars.contains(where: { form(of: $0) != nil }), TextHeight.isMark(text) else {
      return text
    }
    var written = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { written.append(form(of: scalar) ?? scalar) }
    return String(written)
  }

  /// A text without the mark that stands above the line at its end: of a note, or an exponent; `nil` where there is none.
  package static func withoutMark(_ text: String) -> Substring? {
    guard let last = text.unicodeScalars.last, isRaised(last),
      let end = text.unicodeScalars.lastIndex(where: { !isRaised($0) })
    else { return nil }
    return Substring(text.unicodeScalars[...end])
  }

  /// Whether a scalar is one of those that ``form(of:)`` gives for characters above the line.
  private static func isRaised(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xB9, 0xB2, 0xB3, 0x2070, 0x2074...0x207E: true
    default: false
    }
  }

  /// Whether a text is short of words, as marks and exponents are: `2`, `n+1`, `1,2`, `*`.
  private static func isMark(_ text: String) -> Bool {
    var letters = 0
    var isFirst = true
    for scalar in text.unicodeScalars {
      if isFirst, !scalar.isWhiteSpace {
        isFirst = false
        if "([{（［｛【〔〈".unicodeScalars.contains(scalar) { return false }
      }
      letters = scalar.properties.isAlphabetic ? letters + 1 : 0
      if letters > 2 { return false }
    }
    return true
  }

  /// The character for a scalar above or below the line (Unicode 16, block Superscripts and Subscripts); `nil` where there is none
  /// that is in common use.
  private func form(of scalar: Unicode.Scalar) -> Unicode.Scalar? {
    let isRaised = self == .raised
    return switch scalar {
    case "1" where isRaised: "\u{B9}"
    case "2" where isRaised: "\u{B2}"
    case "3" where isRaised: "\u{B3}"
    case "0"..."9": Unicode.Scalar((isRaised ? 0x2070 : 0x2080) + scalar.value - 0x30)
    case "+": isRaised ? "\u{207A}" : "\u{208A}"
    case "-", "\u{2010}"..."\u{2013}", "\u{2212}": isRaised ? "\u{207B}" : "\u{208B}"
    case "=": isRaised ? "\u{207C}" : "\u{208C}"
    case "(": isRaised ? "\u{207D}" : "\u{208D}"
    case ")": isRaised ? "\u{207E}" : "\u{208E}"
    default: nil
    }
  }
}
