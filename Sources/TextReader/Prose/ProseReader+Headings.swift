internal import ConverterCore

extension ProseReader {
  /// Columns of a heading at most.
  private static let widestHeading = 80

  /// The heading that a line is, or `nil` where it is none.
  ///
  /// - Parameters:
  ///   - group: the lines without a blank one between them to which it belongs.
  ///   - lines: all lines of the same stretch of prose.
  mutating func heading(
    _ line: String, _ number: OutlineNumber?, _ index: Int, _ group: Range<Int>, _ lines: Range<Int>
  ) -> Heading? {
    let origin = origin(index..<(index + 1))
    if let (level, content) = markdownHeading(line) { return Heading(level: level, text: content, origin: origin) }
    if let level = underlined(index, group) { return Heading(level: level, text: line, origin: origin) }
    guard let number, let level = number.headingLevel,
      isHeading(number, line, index, group, lines)
    else { return nil }
    if number.style == .chinese { outline.lastSection = number.value }
    return Heading(level: level, text: line, origin: self.origin(index..<(index + 1), .computed))
  }

  /// `## Title` (CommonMark, section 4.2).
  func markdownHeading(_ line: String) -> (Int, String)? {
    guard line.utf8.first == UInt8(ascii: "#") else { return nil }
    let level = line.utf8.prefix { $0 == UInt8(ascii: "#") }.count
    let rest = line.dropFirst(level)
    guard level < 7, rest.first == " " || rest.first == "\t" else { return nil }
    var content = rest[...]
    while content.last == "#" { content.removeLast() }
    let title = content.drop { $0 == " " || $0 == "\t" }
    return title.isEmpty ? nil : (level, String(title.last == " " ? title.dropLast() : title))
  }

  /// A line of its own above a rule of `=` or `-` (CommonMark, section 4.3).
  private func underlined(_ index: Int, _ group: Range<Int>) -> Int? {
    guard group.count == 1, index + 1 < text.count, text[index + 1].traits.contains(.rule),
      text[index + 1].traits.isDisjoint(with: [.bar, .box])
    else { return nil }
    let rule = text.text(index + 1)
    let width = text.width(index, atMost: ProseReader.widestHeading + 1)
    guard width <= ProseReader.widestHeading, rule.utf8.count > 2, rule.utf8.count <= width + 8 else { return nil }
    if rule.utf8.allSatisfy({ $0 == UInt8(ascii: "=") }) { return 1 }
    return rule.utf8.allSatisfy({ $0 == UInt8(ascii: "-") }) ? 2 : nil
  }

  private func isHeading(
    _ number: OutlineNumber, _ line: String, _ index: Int, _ group: Range<Int>, _ lines: Range<Int>
  ) -> Bool {
    guard !number.text.isEmpty, !ProseSigns.endsStatement(line), !ProseSigns.endsSentence(text.lastScalar(index)),
      text.width(index, atMost: ProseReader.widestHeading + 1) <= ProseReader.widestHeading,
      !ProseSigns.hasLeaders(line), let first = number.text.unicodeScalars.first
    else { return false }
    let isName = TextJoining.isWide(first) || first.properties.isUppercase || number.beginsWithYear
    switch number.style {
    case .chinese, .chineseInBrackets, .chapter, .section: return true
    case .dotted(levels: 1): return isName && group.count == 1 && !hasSibling(number, index, lines)
    case .dotted: return isName
    case .digits, .digitsInBrackets, .circled, .roman: return isName && !hasSibling(number, index, lines)
    case .letter, .bullet: return false
    }
  }

  /// Whether the next line with text, or the one before, has a number of the same style: then both are items of a list.
  private func hasSibling(_ number: OutlineNumber, _ index: Int, _ lines: Range<Int>) -> Bool {
    let near = 3
    let next = ((index + 1)..<min(index + 1 + near, max(index + 1, lines.upperBound))).first { !text[$0].isBlank }
    let before = (max(lines.lowerBound, index - near)..<index).last { !text[$0].isBlank }
    guard next != nil else { return true }
    return [next, before].contains { $0.map { text.number($0)?.style == number.style } ?? false }
  }
}
