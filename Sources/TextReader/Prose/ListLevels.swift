/// The levels of lists that are under way.
struct ListLevels {
  private var open: [(indent: Int, style: OutlineNumber.Style, value: Int)] = []

  /// The level of an item, from 0; `nil` where its number neither begins a list nor goes on with one.
  mutating func level(of number: OutlineNumber, indent: Int) -> Int? {
    guard !number.text.isEmpty else { return nil }
    if let level = open.lastIndex(where: { $0.style == number.style && ($0.indent == indent || !isBullet(number)) }),
      isBullet(number) || open[level].value + 1 == number.value
    {
      open.removeSubrange((level + 1)...)
      open[level].value = number.value
      return level
    }
    switch number.style {
    case .bullet: break
    case .digits, .digitsInBrackets, .circled, .letter, .roman: guard number.value == 1 else { return nil }
    case .chinese, .chineseInBrackets, .dotted, .chapter, .section: return nil
    }
    // A list at the same indent ends where bullets change to numbers or back; numbers of another style go one deeper.
    while let last = open.last,
      last.indent > indent || last.indent == indent && (isBullet(number) || isBullet(last.style))
    {
      open.removeLast()
    }
    open.append((indent, number.style, number.value))
    return open.count - 1
  }

  private func isBullet(_ number: OutlineNumber) -> Bool { isBullet(number.style) }

  private func isBullet(_ style: OutlineNumber.Style) -> Bool {
    if case .bullet = style { true } else { false }
  }
}
