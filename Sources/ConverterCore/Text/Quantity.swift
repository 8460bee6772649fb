internal import Bytes

/// A number with its unit as printed in a cell: `１，２３４．５０`, `-3`, `12.5 %`, `380万元`.
///
/// The number keeps its printed precision and is never rounded or made binary. A text is a quantity only where the whole
/// of it is one; numbers of items (`3.`, `(3)`), ranges (`5-7`), dates, and codes with leading zeros (`007`) are none. Amounts of money
/// in parentheses are negative, as accounts print them: `$(1,250)`. Asterisks and daggers behind a number are marks of notes.
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
    scanner.skipMarks()
    guard scanner.isAtEnd else { return nil }
    self.number = number
    self.unit = Quantity.unit(suffix, currency: scanner.currency)
  }

  /// `万元` says the currency itself, `million` does not.
  private static func unit(_ suffix: String?, currency: String?) -> String? {
    guard let suffix else { return currency }
    guard let currency, suffix.utf8.allSatisfy({ $0 < 0x80 }) else { return suffix }
    return "\(currency) \(suffix)"
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
    /// Bytes: every step over the characters of a text costs several times as much.
    private let utf8: [UInt8]

    /// What was not read yet.
    private var rest: Range<Int>
    private(set) var currency: String?

    init(_ text: String) {
      let utf8 = Array(text.utf8)
      self.utf8 = utf8
      rest = utf8.span.ink
    }

    var isAtEnd: Bool { rest.isEmpty }

    /// The next scalar; `nil` at the end.
    private var first: Unicode.Scalar? {
      var index = rest.lowerBound
      return rest.isEmpty ? nil : utf8.span.scalar(at: &index)
    }

    private mutating func removeFirst() {
      var index = rest.lowerBound
      _ = utf8.span.scalar(at: &index)
      rest = index..<rest.upperBound
    }

    /// Sign and currency in either order, digits with or without separators of thousands, and decimals.
    mutating func number() -> String? {
      var sign = ""
      var isBracketed = false
      while let scalar = first, !("0"..."9").contains(scalar) {
        if scalar.properties.generalCategory == .currencySymbol, currency == nil {
          currency = String(folded(scalar))
        } else if sign.isEmpty, isSign(folded(scalar)) {
          sign = String(folded(scalar))
        } else if sign.isEmpty, folded(scalar) == "(" {
          (sign, isBracketed) = ("-", true)
        } else {
          break
        }
        removeFirst()
        if currency != nil { skipSpaces() }
      }
      // Without a currency it may be the number of an item, or an error beside its value.
      if isBracketed, currency == nil { return nil }
      guard let digits = unsigned() else { return nil }
      if isBracketed {
        skipSpaces()
        guard first.map(folded) == ")" else { return nil }
        removeFirst()
      }
      return (sign == "-" ? "-" : "") + digits
    }

    private mutating func unsigned() -> String? {
      guard let whole = wholeNumber(), let decimals = decimals() else { return nil }
      guard !(whole.isEmpty && decimals.isEmpty) else { return nil }
      let digits = whole.isEmpty ? "0" : whole
      guard digits.count == 1 || !digits.hasPrefix("0") else { return nil }
      return digits + (decimals.isEmpty ? "" : "." + decimals)
    }

    /// Passes over marks of notes; they do not stand apart from each other.
    mutating func skipMarks() {
      skipSpaces()
      while let scalar = first, scalar.isNoteMark { removeFirst() }
    }

    /// What follows the number: letters, per cent, degrees and the like, at most eight of them, without digits.
    mutating func unit() -> String? {
      skipSpaces()
      // A raised figure behind a number is an exponent or the mark of a note: `10²`.
      guard let start = first, start != "/", start != "²", start != "³" else { return nil }
      var unit = String.UnicodeScalarView()
      while let scalar = first, scalar.isOfUnit, unit.count < 8 {
        unit.append(folded(scalar))
        removeFirst()
      }
      return unit.isEmpty ? nil : String(unit)
    }

    private mutating func digits() -> String {
      var digits = ""
      while let scalar = first.map(folded), ("0"..."9").contains(scalar) {
        digits.unicodeScalars.append(scalar)
        removeFirst()
      }
      return digits
    }

    /// Digits, or groups of three behind the first with one kind of separator; `nil` where the groups are uneven.
    private mutating func wholeNumber() -> String? {
      var whole = digits()
      guard !whole.isEmpty, let separator = first.map(folded), isThousandsSeparator(separator) else {
        return whole
      }
      guard whole.unicodeScalars.count <= 3 else { return nil }
      while first.map(folded) == separator {
        removeFirst()
        let group = digits()
        guard group.unicodeScalars.count == 3 else { return nil }
        whole += group
      }
      return whole
    }

    /// The digits after a decimal point; empty without one, `nil` for a point without digits.
    private mutating func decimals() -> String? {
      guard first.map(folded) == "." else { return "" }
      removeFirst()
      let decimals = digits()
      return decimals.isEmpty ? nil : decimals
    }

    private mutating func skipSpaces() {
      while let scalar = first, scalar.isWhiteSpace { removeFirst() }
    }
  }
}

/// Full-width forms (U+FF01–FF5E) as ASCII, and every sign for minus as `-`, the en dash among them.
private func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
  switch scalar.value {
  case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
  case 0x2212, 0xFE63, 0x2013: "-"
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

extension Unicode.Scalar {
  /// Whether the scalar behind a number is the mark of a note on the line.
  var isNoteMark: Bool { self == "*" || self == "†" || self == "‡" }

  /// Whether the scalar may be part of the unit behind a number.
  var isOfUnit: Bool {
    switch self {
    case "%", "‰", "°", "℃", "/", "·", "²", "³", "％": true
    default: properties.isAlphabetic || properties.generalCategory == .currencySymbol
    }
  }
}
