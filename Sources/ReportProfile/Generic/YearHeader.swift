/// Years over the columns of a table: `2008`, `2008年`, `FY 2008`, `2008/09`.
enum YearHeader {
  /// Whether a text is a year from 1900 to 2099, or a year that ends in the next one; marks behind it are left aside.
  static func isYear(_ text: String) -> Bool {
    var rest = text.unicodeScalars.map(Self.plain).filter { !$0.properties.isWhitespace }[...]
    while let last = rest.last, isNoteMark(last) || isStatus(last) { rest.removeLast() }
    let letters = rest.prefix { ("A"..."Z").contains($0) || ("a"..."z").contains($0) }
    if !letters.isEmpty {
      guard prefixes.contains(String(String.UnicodeScalarView(letters)).lowercased()) else { return false }
      rest.removeFirst(letters.count)
    }
    let year = rest.prefix(4)
    guard let number = Int(String(String.UnicodeScalarView(year))), (1900...2099).contains(number) else { return false }
    rest.removeFirst(4)
    if let sign = rest.first, sign == "/" || sign == "-" {
      let next = rest.dropFirst().prefix { ("0"..."9").contains($0) }
      let wanted = String(number + 1)
      let end = String(String.UnicodeScalarView(next))
      guard end == wanted || end == wanted.suffix(2) else { return false }
      rest.removeFirst(1 + next.count)
    }
    let behind = String(String.UnicodeScalarView(rest))
    return behind.isEmpty || suffixes.contains(behind)
  }

  private static let prefixes: Set = ["fy", "cy", "year"]
  private static let suffixes: Set = ["年", "年度"]

  /// Full-width digits and all dashes as their ASCII forms.
  private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x2010...0x2015, 0x2212: "-"
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    default: scalar
    }
  }
}
