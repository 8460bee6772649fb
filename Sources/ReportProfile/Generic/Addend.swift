internal import ConverterCore

/// What a cell says to a sum.
enum Addend: Hashable, Sendable {
  case figure(Figure)

  /// Nothing at all.
  case blank

  /// A sign or word for "nothing here": `—`, `/`, 无.
  case placeholder

  /// Anything else, such as `(D)`: what it stands for cannot be told.
  case text

  /// A figure that can be added up.
  struct Figure: Hashable, Sendable {
    let number: ExactDecimal

    /// `%`, what money is counted in, or a counter such as 件; `nil` for a bare number.
    let unit: String?

    /// Whether it may be something else: `(4)` the mark of a note, `10²` a power, `12 345` two figures.
    let isUncertain: Bool

    /// Whether it stands in brackets: below 0, or an error or a part beside the figures.
    let isBracketed: Bool
  }
}

extension Addend.Figure {
  /// Whether it is a share of something, in per cent.
  var isShare: Bool { unit == "%" || unit == "‰" }

  /// Whether it is printed with a word or `%`, as numbers in headers are: `10人`, `20%`.
  var hasWord: Bool {
    guard let unit else { return false }
    return !unit.unicodeScalars.contains(where: isCurrency)
  }

  /// Whether its unit says how many are one, such as 万元.
  var isMultiple: Bool { unit?.unicodeScalars.contains { "万萬亿億".unicodeScalars.contains($0) } ?? false }
}

extension Addend {
  /// Reads a cell: a number with what may stand around it.
  ///
  /// - `(1,250)`, `–4`, `$(3)` and `-$3` are below 0, whichever dash it is.
  /// - `$ 10`, `10 €`, `US$5`, `380万元`, `12 %` and `3件` have a unit.
  /// - Marks of notes are left aside, before and behind: `4¹`, `12*`, `R 2,329` (revised), `1,234 p` (preliminary), `10(注)`.
  init(_ text: String) {
    var scanner = FigureScanner(text)
    if scanner.isBlank {
      self = .blank
    } else if let figure = scanner.figure() {
      self = .figure(figure)
    } else {
      self = Addend.isPlaceholder(text) ? .placeholder : .text
    }
  }

  private static func isPlaceholder(_ text: String) -> Bool {
    let key = GenericArithmetic.folding.key(text)
    if LineWords.placeholders.contains(key.description) { return true }
    return !key.isEmpty
      && key.scalars.allSatisfy { $0.properties.generalCategory == .dashPunctuation || $0 == "…" || $0 == "." }
  }

  /// Whether a text says that a figure is kept back or not known: `(D)`, `X`, `<5`.
  static func isWithheld(_ text: String) -> Bool {
    let key = GenericArithmetic.folding.key(text)
    if LineWords.withheld.contains(key.description) { return true }
    if let first = key.scalars.first, first == "<" || first == ">" { return true }
    let inside = key.scalars.dropFirst().dropLast()
    return key.scalars.first == "(" && key.scalars.last == ")" && (1...3).contains(inside.count)
      && inside.allSatisfy { ("a"..."z").contains($0) }
  }
}

/// Takes off, from both ends of a text, what may stand around a number.
private struct FigureScanner {
  /// What is left, full-width forms and dashes as their ASCII forms, white space as blanks.
  private var rest: ArraySlice<Unicode.Scalar>
  private var isNegative = false
  private var hasSign = false
  private var isBracketed = false
  private var hasRaisedMark = false
  private var currency: String?

  init(_ text: String) {
    rest = text.unicodeScalars.map(plain)[...]
  }

  var isBlank: Bool { rest.allSatisfy(isGap) }

  /// The figure, if the whole text is one.
  mutating func figure() -> Addend.Figure? {
    guard rest.contains(where: { ("0"..."9").contains($0) }), takeFront(), takeEnd(),
      let (number, unit) = number()
    else { return nil }
    if let unit, currency != nil || !isKnown(unit) { return nil }
    let isBelowZero = isNegative || isBracketed
    // `12 345` in a narrow cell may be two figures.
    let isParted = rest.contains(" ") && unit == nil
    return Addend.Figure(
      number: isBelowZero ? ExactDecimal.zero - number ?? number : number, unit: currency ?? unit,
      isUncertain: isBracketed && rest.count == 1 && currency == nil || hasRaisedMark && rest == ["1", "0"]
        || isParted, isBracketed: isBracketed)
  }

  /// Signs, currencies and marks before the digits; false where anything else stands there.
  private mutating func takeFront() -> Bool {
    while let first = rest.first {
      switch first {
      case "0"..."9", ".": return true
      case _ where isGap(first): rest.removeFirst()
      case "-", "+":
        guard !hasSign, !isBracketed else { return false }
        hasSign = true
        isNegative = first == "-"
        rest.removeFirst()
      case "(":
        if isStatus(rest.dropFirst().first), rest.dropFirst(2).first == ")" {
          rest.removeFirst(3)
          continue
        }
        guard !hasSign, !isBracketed else { return false }
        isBracketed = true
        rest.removeFirst()
      default:
        guard takeNoteMark(first) || takeCurrency() || takeStatus() else { return false }
      }
    }
    return false
  }

  private mutating func takeNoteMark(_ first: Unicode.Scalar) -> Bool {
    guard isNoteMark(first) else { return false }
    rest.removeFirst()
    return true
  }

  /// `$`, `US$`.
  private mutating func takeCurrency() -> Bool {
    let letters = rest.prefix { $0.properties.isAlphabetic }
    guard letters.count <= 3, currency == nil, let sign = rest.dropFirst(letters.count).first, isCurrency(sign) else {
      return false
    }
    currency = String(String.UnicodeScalarView(letters + [sign]))
    rest.removeFirst(letters.count + 1)
    return true
  }

  /// The letter of a figure that is revised or preliminary.
  private mutating func takeStatus() -> Bool {
    guard isStatus(rest.first), let next = rest.dropFirst().first, !next.properties.isAlphabetic else { return false }
    rest.removeFirst()
    return true
  }

  /// Brackets, remarks in them, and marks behind the digits; false where brackets do not fit.
  private mutating func takeEnd() -> Bool {
    var isClosed = false
    while let last = rest.last {
      if isGap(last) {
        rest.removeLast()
      } else if isNoteMark(last) {
        hasRaisedMark = hasRaisedMark || last.properties.numericType != nil
        rest.removeLast()
      } else if last == ")", isBracketed, !isClosed, !rest.contains("(") {
        isClosed = true
        rest.removeLast()
      } else if last == ")" || last == "]" {
        // A remark: `12(一项重复)`, `4[1]`.
        guard let open = rest.lastIndex(of: last == ")" ? "(" : "["), open > rest.startIndex else { return false }
        rest = rest[..<open]
      } else if isStatus(last), let before = rest.dropLast().last, !before.properties.isAlphabetic {
        rest.removeLast()
      } else if isCurrency(last), currency == nil {
        currency = String(last)
        rest.removeLast()
      } else {
        break
      }
    }
    return isClosed == isBracketed
  }

  /// The number that is left. Signs and brackets are off, so that it is 0 or more.
  private func number() -> (ExactDecimal, unit: String?)? {
    let text = String(String.UnicodeScalarView(rest))
    if let quantity = Quantity(text), let number = ExactDecimal(quantity.number) { return (number, quantity.unit) }
    // Blanks and line breaks may stand inside of it.
    guard !rest.contains(where: { $0 == "(" || $0 == "[" }) else { return nil }
    let grammar = ValueGrammar(kind: .decimal)
    return grammar.value(of: text, folding: GenericArithmetic.folding).number.map { ($0, nil) }
  }

  private func isKnown(_ unit: String) -> Bool {
    unit == "%" || unit == "‰" || LineWords.moneyUnits.contains(unit) || LineWords.counters.contains(unit)
      || unit.unicodeScalars.count <= 4 && unit.unicodeScalars.contains(where: isCurrency)
  }
}

/// Full-width forms and brackets as their ASCII forms, every dash and minus as `-`, white space as a blank.
private func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
  switch scalar.value {
  case 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63, 0xFF0D: "-"
  case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
  case 0x3010, 0x3014: "["
  case 0x3011, 0x3015: "]"
  // Blanks that part thousands stay what they are.
  case 0xA0, 0x2009, 0x202F: scalar
  default: scalar.properties.isWhitespace ? " " : scalar
  }
}

/// White space, that which parts thousands included.
private func isGap(_ scalar: Unicode.Scalar) -> Bool {
  scalar == " " || scalar == "\u{A0}" || scalar == "\u{2009}" || scalar == "\u{202F}"
}

/// Raised digits and letters, circled digits, and the signs that point to notes.
func isNoteMark(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0xB9, 0xB2, 0xB3, 0x2070...0x207F, 0x2B0...0x2B8, 0x1D2C...0x1D6A, 0x2460...0x2473: true
  default: "*†‡§¶※".unicodeScalars.contains(scalar)
  }
}

private func isCurrency(_ scalar: Unicode.Scalar) -> Bool {
  scalar.properties.generalCategory == .currencySymbol
}

/// Whether a letter says that a figure is revised or preliminary.
func isStatus(_ scalar: Unicode.Scalar?) -> Bool {
  scalar == "r" || scalar == "R" || scalar == "p" || scalar == "P"
}
