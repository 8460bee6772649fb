/// A number with its unit as printed in a cell: `１，２３４．５０`, `-3`, `12.5 %`, `380万元`.
///
/// The number keeps its printed precision and is never rounded or made binary. A text is a quantity only where the whole
/// of it is one; numbers of items (`3.`), ranges (`5-7`), dates, and codes with leading zeros (`007`) are none.
public struct Quantity: Hashable, Sendable {
  /// Plain decimal digits with an optional leading `-` and one optional `.`, such as `-1234.50`.
  public let number: String

  /// What stands after the number, or the currency sign before it; `nil` for a bare number.
  public let unit: String?

  /// Reads a text, white space around it left aside; `nil` where it is no quantity.
  public init?(_ text: String) {
    guard let first = text.utf8.first, Quantity.mayBegin(with: first) else { return nil }
    var scanner = Scanner(text)
    guard let number = scanner.number() else { return nil }
    let suffix = scanner.unit()
    guard scanner.isAtEnd else { return nil }
    self.number = number
    self.unit = suffix ?? scanner.currency
  }

  /// Whether a text that begins with a byte may be a quantity: told from the byte for Latin letters and for U+4000 to U+9FFF,
  /// with which most labels begin.
  private static func mayBegin(with byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"), 0xE4...0xE9: false
    default: true
    }
  }
}

extension Quantity {
  /// Reads scalars from left to right, full-width digits and signs as their ASCII forms.
  private struct Scanner {
    private var rest: Substring.UnicodeScalarView
    private(set) var currency: String?

    init(_ text: String) {
      rest = text[...].unicodeScalars
      skipSpaces()
      while let last = rest.last, last.isWhiteSpace { rest.removeLast() }
    }

    var isAtEnd: Bool { rest.isEmpty }

    /// Sign and currency in either order, digits with or without separators of thousands, and decimals.
    mutating func number() -> String? {
      var sign = ""
      while let scalar = rest.first, !("0"..."9").contains(scalar) {
        if scalar.properties.generalCategory == .currencySymbol, currency == nil {
          currency = String(folded(scalar))
        } else if sign.isEmpty, isSign(folded(scalar)) {
          sign = String(folded(scalar))
        } else {
          break
        }
        rest.removeFirst()
      }
      guard let whole = wholeNumber(), let decimals = decimals() else { return nil }
      guard !(whole.isEmpty && decimals.isEmpty) else { return nil }
      let digits = whole.isEmpty ? "0" : whole
      guard digits.count == 1 || !digits.hasPrefix("0") else { return nil }
      return (sign == "-" ? "-" : "") + digits + (decimals.isEmpty ? "" : "." + decimals)
    }

    /// What follows the number: letters, per cent, degrees and the like, at most eight of them, without digits.
    mutating func unit() -> String? {
      skipSpaces()
      guard rest.count <= 8, let first = rest.first, first != "/", rest.allSatisfy(isUnit) else { return nil }
      let unit = String(String.UnicodeScalarView(rest.map(folded)))
      rest = rest[rest.endIndex...]
      return unit
    }

    private mutating func digits() -> String {
      var digits = ""
      while let scalar = rest.first.map(folded), ("0"..."9").contains(scalar) {
        digits.unicodeScalars.append(scalar)
        rest.removeFirst()
      }
      return digits
    }

    /// Digits, or groups of three behind the first with one kind of separator; `nil` where the groups are uneven.
    private mutating func wholeNumber() -> String? {
      var whole = digits()
      guard !whole.isEmpty, let separator = rest.first.map(folded), isThousandsSeparator(separator) else {
        return whole
      }
      guard whole.unicodeScalars.count <= 3 else { return nil }
      while rest.first.map(folded) == separator {
        rest.removeFirst()
        let group = digits()
        guard group.unicodeScalars.count == 3 else { return nil }
        whole += group
      }
      return whole
    }

    /// The digits after a decimal point; empty without one, `nil` for a point without digits.
    private mutating func decimals() -> String? {
      guard rest.first.map(folded) == "." else { return "" }
      rest.removeFirst()
      let decimals = digits()
      return decimals.isEmpty ? nil : decimals
    }

    private mutating func skipSpaces() {
      while let first = rest.first, first.isWhiteSpace { rest.removeFirst() }
    }
  }
}

/// Full-width forms (U+FF01–FF5E) as ASCII, and every sign for minus as `-`.
private func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
  switch scalar.value {
  case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
  case 0x2212, 0xFE63: "-"
  case 0xFFE5: "¥"
  default: scalar
  }
}

private func isSign(_ scalar: Unicode.Scalar) -> Bool {
  scalar == "-" || scalar == "+"
}

/// A comma, an apostrophe (Switzerland), or one of the spaces that do not break a line (ISO 80000-1); a plain space may
/// stand between two numbers.
private func isThousandsSeparator(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar {
  case ",", "'", "’", "\u{A0}", "\u{2009}", "\u{202F}": true
  default: false
  }
}

private func isUnit(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar {
  case "%", "‰", "°", "℃", "/", "·", "²", "³", "％": true
  default: scalar.properties.isAlphabetic || scalar.properties.generalCategory == .currencySymbol
  }
}
