internal import ConverterCore

/// How the cells of a column are read.
struct ValueGrammar: Sendable {
  enum Kind: String, CaseIterable, Sendable {
    case integer, decimal
  }

  var kind = Kind.integer

  /// Whether a number below 0 makes sense here.
  var isSigned = false

  /// The unit of the column.
  var unit: Unit?

  /// Whether the form prints the unit in the column's label.
  var isUnitPrinted = false

  /// Texts that stand for "nothing here".
  var placeholders: Set<LabelKey> = []

  /// Words with the numbers that they stand for.
  var words: [LabelKey: ExactDecimal] = [:]

  /// Units that may follow a number in a cell, by the text printed.
  var units: [String: Unit] = [:]

  /// A unit of measure.
  struct Unit: Sendable {
    /// The name in records, such as 万元 for a printed 万.
    let name: String
    /// The unit to which it can be converted, such as CNY, and how many of that one it is.
    var base: (unit: String, factor: ExactDecimal)?
  }
}

extension ValueGrammar {
  /// The grammar of a column in whose printed label the unit stands in brackets: `收费金额（单位：元）`, `Fees (in thousand)`.
  ///
  /// - Parameter notes: what the label has in brackets; see ``bracketedNotes(in:)``.
  /// - Returns: `nil` where the label prints the unit as the form does.
  func withUnit(printedIn notes: [String]) -> ValueGrammar? {
    // A label with a bracket may have lost its end.
    guard !notes.isEmpty || isUnitPrinted else { return nil }
    var grammar = self
    if let printed = notes.lazy.compactMap(unit(in:)).first {
      grammar.unit = printed
      grammar.isUnitPrinted = true
    } else if notes.isEmpty {
      grammar.isUnitPrinted = false
    }
    let isSame = grammar.unit?.name == unit?.name && grammar.isUnitPrinted == isUnitPrinted
    return isSame ? nil : grammar
  }

  private func unit(in note: String) -> Unit? {
    units[note] ?? note.split { ":：".contains($0) }.last.flatMap { units[String($0)] }
  }

  /// What stands in the brackets of a label, without white space; mostly nothing. A bracket need not be closed.
  static func bracketedNotes(in label: String) -> [String] {
    guard label.unicodeScalars.contains(where: isOpeningBracket) else { return [] }
    return label.unicodeScalars.split(omittingEmptySubsequences: false, whereSeparator: isOpeningBracket).dropFirst()
      .map { piece in
        String(String.UnicodeScalarView(piece.prefix { !isClosingBracket($0) }.filter { !$0.properties.isWhitespace }))
      }
  }

  private static func isOpeningBracket(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "（", "(", "【", "[": true
    default: false
    }
  }

  private static func isClosingBracket(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "）", ")", "】", "]": true
    default: false
    }
  }

  /// Reads the text of a cell.
  func value(of text: String, folding: LabelFolding) -> CellValue {
    if let plain = Self.plainNumber(text) { return value(ofDigits: plain) }
    return value(of: text, key: folding.key(text), folding: folding)
  }

  /// Reads the text of a cell that is more than digits.
  ///
  /// - Parameter key: the text folded.
  private func value(of text: String, key: LabelKey, folding: LabelFolding) -> CellValue {
    if key.isEmpty { return CellValue(state: .blank) }
    if placeholders.contains(key) { return CellValue(state: .placeholder) }
    if let word = words[key] {
      var value = number(word, printedUnit: nil)
      value.state = .word
      return value
    }
    guard let quantity = Self.quantity(folding.withoutNoise(text)), let number = ExactDecimal(quantity.number) else {
      return CellValue(state: .unreadable)
    }
    guard let printed = quantity.unit else { return self.number(number, printedUnit: nil) }
    // A count of 万元, or a fee of 件, is a misprint, or 万 is meant for ten thousand of what is counted.
    guard let unit = units[printed], unit.base?.unit == self.unit?.base?.unit || self.unit == nil else {
      return CellValue(state: .unreadable)
    }
    return self.number(number, printedUnit: unit)
  }

  /// The value of a cell that holds digits alone.
  func value(ofDigits digits: Int) -> CellValue { number(ExactDecimal(digits), printedUnit: nil) }

  /// Whether a text can be the content of a value cell at all: a number with or without unit, a placeholder, a word.
  ///
  /// - Parameter key: the text folded.
  func reads(_ text: String, key: LabelKey, folding: LabelFolding) -> Bool {
    switch value(of: text, key: key, folding: folding).state {
    case .number, .placeholder, .word: true
    case .blank, .absent, .unreadable: false
    }
  }

  /// Adds what another grammar reads; the union is that of no column, and reads any unit.
  mutating func formUnion(_ other: ValueGrammar) {
    placeholders.formUnion(other.placeholders)
    words.merge(other.words) { own, _ in own }
    units.merge(other.units) { own, _ in own }
  }

  private func number(_ number: ExactDecimal, printedUnit: Unit?) -> CellValue {
    guard let unit = printedUnit ?? unit else {
      return CellValue(state: .number, number: number, isUnitPrinted: isUnitPrinted)
    }
    return CellValue(
      state: .number, number: number, unit: unit.name,
      isUnitPrinted: printedUnit != nil || isUnitPrinted,
      baseNumber: unit.base.flatMap { number * $0.factor }, baseUnit: unit.base?.unit)
  }

  /// The common cell: ASCII digits alone, 15 at most.
  static func plainNumber(_ text: String) -> Int? {
    let bytes = text.utf8.span
    guard (1...15).contains(bytes.count) else { return nil }
    var number = 0
    for index in bytes.indices {
      let byte = bytes[index]
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
      number = 10 * number + Int(byte - UInt8(ascii: "0"))
    }
    return number
  }

  /// Whether spaces part digits as between two numbers (`0 0 2`); within one number three digits follow each space, and line
  /// breaks may stand anywhere.
  private static func holdsSeveralNumbers(_ text: String) -> Bool {
    guard text.unicodeScalars.contains(where: { $0 == " " || $0 == "\u{A0}" || $0 == "\u{3000}" }) else { return false }
    let pieces = text.split { $0 == " " || $0 == "\u{A0}" || $0 == "\u{3000}" }
    return zip(pieces, pieces.dropFirst()).contains { left, right in
      left.last?.isWholeNumber ?? false && right.first?.isWholeNumber ?? false
        && right.prefix { $0.isWholeNumber }.count != 3
    }
  }

  /// The number with its unit; a remark in brackets behind it is left aside, and line breaks inside of it are.
  private static func quantity(_ text: String) -> Quantity? {
    // Labels and words have no digits, ASCII ones or full-width ones (U+FF10–FF19, which begin with the byte EF).
    guard text.utf8.contains(where: { (0x30...0x39).contains($0) || $0 == 0xEF }) else { return nil }
    if let whole = Quantity(text) { return whole }
    guard !holdsSeveralNumbers(text) else { return nil }
    let joined = String(String.UnicodeScalarView(text.unicodeScalars.filter { !$0.properties.isWhitespace }))
    let head = joined.prefix { $0 != "(" && $0 != "（" && $0 != "[" && $0 != "【" }
    return Quantity(String(head))
  }
}
