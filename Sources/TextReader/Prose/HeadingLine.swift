/// Headings told by their number.
enum HeadingLine {
  /// Whether a line begins with a number of a Chinese outline of the first level, such as `三、`.
  static func isNumbered(_ text: String) -> Bool { level(text) == 1 }

  /// The level of the outline that a line's number belongs to, or `nil` where it has none.
  static func level(_ text: String) -> Int? {
    var scalars = text.unicodeScalars.makeIterator()
    guard let first = scalars.next() else { return nil }
    if isChineseDigit(first) {
      while let next = scalars.next() {
        if next == "、" { return 1 }
        if !isChineseDigit(next) { return nil }
      }
      return nil
    }
    if first == "（" || first == "(" {
      guard let digit = scalars.next(), isChineseDigit(digit) else { return nil }
      while let next = scalars.next() {
        if next == "）" || next == ")" { return 2 }
        if !isChineseDigit(next) { return nil }
      }
    }
    return nil
  }

  private static func isChineseDigit(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "一", "二", "三", "四", "五", "六", "七", "八", "九", "十": true
    default: false
    }
  }
}
