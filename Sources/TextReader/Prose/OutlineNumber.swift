/// The number or mark at the start of a line: a step of an outline, or an item of a list.
///
///     一、总体情况      Chinese numeral and 、          level 1
///     （二）公开        Chinese numeral in brackets     level 2
///     3.平台  3、平台   digits                          level 3
///     （4）  4)         digits in brackets              level 4
///     ⑤                circled                         level 5
///     2.1 Scope         digits with dots                as many levels as numbers
///     第三章            chapter, section                level 1, 2
struct OutlineNumber: Hashable, Sendable {
  /// How the number is written; numbers of one style count on.
  enum Style: Hashable, Sendable {
    case chinese, chineseInBrackets, digits, digitsInBrackets, circled, dotted(levels: Int), chapter, section, letter,
      roman
    case bullet(Unicode.Scalar)
  }

  var style: Style

  /// The value; 0 for bullets.
  var value: Int

  /// The number with its marks as written, without the space behind.
  var label: String

  /// The line behind the number and the space after it.
  var text: String
}

extension OutlineNumber {
  /// Reads the number at the start of a line; `nil` where there is none.
  ///
  /// - Parameter line: without white space at its ends.
  init?(_ line: String) {
    guard let first = line.utf8.first, first >= 0x80 || OutlineNumber.mayStart[Int(first)] else { return nil }
    var scan = NumberScan(line)
    guard let (style, value) = scan.style() else { return nil }
    self.style = style
    self.value = value
    label = scan.taken
    text = scan.rest
  }

  /// ASCII characters that begin a number or are bullets.
  private static let mayStart: [Bool] = (0..<128).map { byte in
    switch Unicode.Scalar(UInt8(byte)) {
    case "0"..."9", "a"..."z", "A"..."Z", "(", "-", "*", "+": true
    default: false
    }
  }

  /// Whether four digits begin the text, as in `1. 2024 in figures`.
  var beginsWithYear: Bool {
    let digits = text.unicodeScalars.prefix { ("0"..."9").contains($0) }
    return digits.count == 4
  }

  /// The level of a heading with such a number; `nil` for marks of lists alone.
  var headingLevel: Int? {
    switch style {
    case .chinese, .chapter, .roman: 1
    case .chineseInBrackets, .section: 2
    case .digits: 3
    case .digitsInBrackets: 4
    case .circled: 5
    case .dotted(let levels): min(levels, 6)
    case .letter, .bullet: nil
    }
  }
}

/// Reads the start of a line scalar by scalar.
private struct NumberScan {
  private let line: String
  private var index: String.UnicodeScalarView.Index

  init(_ line: String) {
    self.line = line
    index = line.unicodeScalars.startIndex
  }

  var taken: String { String(line.unicodeScalars[..<index]) }

  var rest: String { String(String.UnicodeScalarView(line.unicodeScalars[index...].drop(while: isSpace))) }

  private var next: Unicode.Scalar? {
    index < line.unicodeScalars.endIndex ? line.unicodeScalars[index] : nil
  }

  private var isAtSpace: Bool { next.map(isSpace) ?? true }

  private mutating func take() { index = line.unicodeScalars.index(after: index) }

  private mutating func take(_ marks: Unicode.Scalar...) -> Bool {
    guard let next, marks.contains(next) else { return false }
    take()
    return true
  }

  mutating func style() -> (OutlineNumber.Style, Int)? {
    guard let first = next else { return nil }
    switch first {
    case "第": return chapter()
    case "（", "(": return bracketed()
    case "-", "*", "+", "•", "◦", "·", "●", "○", "■", "□", "▪", "◆", "◇", "–", "—", "※", "►", "➢", "\u{F0B7}":
      take()
      guard first.value > 0x7F ? next != first : isAtSpace, next != nil else { return nil }
      return (.bullet(first), 0)
    case "①"..."⑳":
      take()
      return (.circled, Int(first.value) - 0x245F)
    case "0"..."9", "０"..."９": return digits()
    case "a"..."z", "A"..."Z": return letters()
    default:
      guard let value = chineseNumber() else { return nil }
      return take("、", "．") || take(".") ? (.chinese, value) : nil
    }
  }

  private mutating func chapter() -> (OutlineNumber.Style, Int)? {
    take()
    guard let value = chineseNumber() ?? number() else { return nil }
    if take("章", "编", "篇") { return (.chapter, value) }
    if take("节") { return (.section, value) }
    if take("部") { return take("分") ? (.chapter, value) : nil }
    return nil
  }

  private mutating func bracketed() -> (OutlineNumber.Style, Int)? {
    take()
    if let value = chineseNumber() { return take("）", ")") ? (.chineseInBrackets, value) : nil }
    if let value = number() { return take("）", ")") ? (.digitsInBrackets, value) : nil }
    guard let letter = next, ("a"..."z").contains(letter) || ("A"..."Z").contains(letter) else { return nil }
    take()
    return take(")", "）") ? (.letter, Int(letter.value & 0x1F)) : nil
  }

  private mutating func digits() -> (OutlineNumber.Style, Int)? {
    guard var value = number() else { return nil }
    if take("、") { return (.digits, value) }
    if take(")", "）") { return (.digitsInBrackets, value) }
    var levels = 1
    while take(".", "．") {
      let behindPoint = index
      guard let deeper = number() else {
        // `1.2024年工作`: the year is no step of the outline.
        index = behindPoint
        // `3.平台` and `3. Scope`, but not `3.` at the end of a line.
        return levels == 1 && next != nil
          ? (.digits, value) : levels > 1 && isAtSpace ? (.dotted(levels: levels), value) : nil
      }
      value = deeper
      levels += 1
    }
    guard levels > 1, let next, isAtSpace || next.value > 0x2E7F else {
      return levels == 1 && next != nil && isAtSpace ? (.dotted(levels: 1), value) : nil
    }
    return (.dotted(levels: levels), value)
  }

  /// `a.`, `B)`, `IV.`, followed by white space.
  private mutating func letters() -> (OutlineNumber.Style, Int)? {
    var letters = ""
    while let letter = next, ("a"..."z").contains(letter) || ("A"..."Z").contains(letter), letters.utf8.count < 6 {
      letters.unicodeScalars.append(letter)
      take()
    }
    let endsInPoint = next == "."
    guard take(".", ")"), isAtSpace, next != nil else { return nil }
    if let roman = romanNumber(letters), endsInPoint, letters.utf8.count > 1 || letters == "I" {
      return (.roman, roman)
    }
    guard letters.utf8.count == 1, let letter = letters.utf8.first else { return nil }
    return (.letter, Int(letter & 0x1F))
  }

  /// At most three digits: four are a year, and no outline counts so far.
  private mutating func number() -> Int? {
    var value = 0
    var count = 0
    while let next, let digit = digit(next), count < 3 {
      value = value * 10 + digit
      count += 1
      take()
    }
    return count > 0 && next.flatMap(digit) == nil ? value : nil
  }

  private func digit(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar.value {
    case 0x30...0x39: Int(scalar.value) - 0x30
    case 0xFF10...0xFF19: Int(scalar.value) - 0xFF10
    default: nil
    }
  }

  /// Chinese numerals up to 99.
  private mutating func chineseNumber() -> Int? {
    let digits: [Unicode.Scalar] = ["一", "二", "三", "四", "五", "六", "七", "八", "九"]
    var value = 0
    var unit: Int?
    var count = 0
    while let next, count < 4 {
      if next == "十" {
        value += (unit ?? 1) * 10
        unit = nil
      } else if let digit = digits.firstIndex(of: next) {
        guard unit == nil else { return nil }
        unit = digit + 1
      } else {
        break
      }
      count += 1
      take()
    }
    return count > 0 ? value + (unit ?? 0) : nil
  }

  private func romanNumber(_ letters: String) -> Int? {
    let values: [Character: Int] = ["I": 1, "V": 5, "X": 10, "L": 50]
    var total = 0
    var previous = 0
    for letter in letters.reversed() {
      guard let value = values[letter] else { return nil }
      total += value < previous ? -value : value
      previous = max(previous, value)
    }
    return total
  }

  private func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\t" || scalar == "\u{3000}" || scalar == "\u{A0}"
  }
}
