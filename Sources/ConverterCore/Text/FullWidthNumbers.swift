/// Full-width forms (U+FF01–FF5E) as ASCII where they are numbers.
///
///     第１，２３４号  →  第1,234号      the comma separates thousands
///     １，２          →  1，2           the comma separates two numbers
///     Ａ４、ＡＢ      →  A4、ＡＢ        letters only in one word with a digit
enum FullWidthNumbers {
  static func folded(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    guard scalars.contains(where: isFullWidth) else { return text }
    let ascii = scalars.map { isFullWidth($0) ? Unicode.Scalar($0.value - 0xFEE0) ?? $0 : $0 }
    let isNumbered = wordsWithDigits(ascii)
    var folded = String.UnicodeScalarView()
    for index in scalars.indices {
      let folds = isFullWidth(scalars[index]) && (isNumbered[index] || isSign(index, in: ascii))
      folded.append(folds ? ascii[index] : scalars[index])
    }
    return String(folded)
  }

  /// For each scalar whether it is a letter or digit of a word that holds a digit.
  private static func wordsWithDigits(_ ascii: [Unicode.Scalar]) -> [Bool] {
    var isNumbered = [Bool](repeating: false, count: ascii.count)
    var start = 0
    while start < ascii.count {
      let word = ascii[start...].prefix { isDigit($0) || isLetter($0) }
      if word.contains(where: isDigit) {
        for index in word.indices { isNumbered[index] = true }
      }
      start = word.endIndex + 1
    }
    return isNumbered
  }

  /// Whether the scalar at an index is the sign, point, separator or per cent sign of a number.
  private static func isSign(_ index: Int, in ascii: [Unicode.Scalar]) -> Bool {
    let before = ascii[..<index]
    let after = ascii[(index + 1)...]
    let standsBehind = before.last.map(isDigit) == true
    let standsBefore = after.first.map(isDigit) == true
    return switch ascii[index] {
    case ".": standsBehind && standsBefore
    case "%": standsBehind
    case "+", "-": standsBefore
    case ",":
      (1...3).contains(before.suffix(4).reversed().prefix(while: isDigit).count)
        && after.prefix(4).prefix(while: isDigit).count == 3
    default: false
    }
  }

  private static func isFullWidth(_ scalar: Unicode.Scalar) -> Bool {
    (0xFF01...0xFF5E).contains(scalar.value)
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    ("0"..."9").contains(scalar)
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    ("A"..."Z").contains(scalar) || ("a"..."z").contains(scalar)
  }
}
