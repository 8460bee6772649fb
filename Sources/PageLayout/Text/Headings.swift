package import ConverterCore

/// Tells headings and list items from paragraphs, once the sizes of a whole document are known.
///
/// A heading is larger than the body, or bold in a line of its own, or numbered as official documents number their parts. The
/// largest size is the outermost level.
package struct Headings: Sendable {
  /// The number of characters set in each size, in half points.
  private var characters: [Int: Int] = [:]

  package init() {}

  /// Counts the characters of a block.
  package mutating func note(_ block: TextBlock) {
    characters[Int(block.style.size * 2), default: 0] += block.text.utf8.count
  }

  /// The size of most characters in points.
  private var bodySize: Double {
    let most = characters.max { ($0.value, -$0.key) < ($1.value, -$1.key) }
    return most.map { Double($0.key) / 2 } ?? 10
  }

  /// What a paragraph with this look is.
  package func block(for paragraph: Paragraph, style: TextStyle) -> Block {
    let label = LineLabel(paragraph.text)
    if let level = level(of: paragraph.text, label: label, style: style) {
      guard let label, label.kind != .bullet else {
        return .heading(Heading(level: level, text: paragraph.text, origin: paragraph.origin))
      }
      let text = String(paragraph.text.dropFirst(label.length))
      guard !text.isEmpty else {
        return .heading(Heading(level: level, text: paragraph.text, origin: paragraph.origin))
      }
      return .heading(Heading(level: level, label: label.text, text: text, origin: paragraph.origin))
    }
    guard let label, isList(label.kind), paragraph.text.count > label.length else { return .paragraph(paragraph) }
    return .listItem(
      ListItem(
        label: label.text, level: 0, text: String(paragraph.text.dropFirst(label.length)), origin: paragraph.origin))
  }

  private func isList(_ kind: LineLabel.Kind) -> Bool {
    switch kind {
    case .bullet, .decimal, .bracketedDecimal, .circled, .letter: true
    case .chapter, .ideographic, .bracketedIdeographic: false
    }
  }

  /// The level of a heading, `nil` for what is none.
  private func level(of text: String, label: LineLabel?, style: TextStyle) -> Int? {
    guard text.count <= 120, style.lineCount <= 3, let last = text.last, !"。；;，,：:".contains(last),
      text.contains(where: \.isLetter)
    else { return nil }
    let body = bodySize
    switch label?.kind {
    case .chapter: return text.hasPrefix("第") && text.contains("条") && text.count > 30 ? nil : 1
    case .ideographic: return text.count <= 40 && style.lineCount == 1 ? 1 : nil
    case .bracketedIdeographic: return text.count <= 40 && style.lineCount == 1 ? 2 : nil
    case .bullet, .letter, .circled, .bracketedDecimal: return nil
    case .decimal, nil: break
    }
    let isLarger = style.size >= body * 1.12
    guard isLarger || style.isBold && style.lineCount <= 2 && last != "." else { return nil }
    if let label { return label.text.split(separator: ".").count { $0.first?.isNumber == true } }
    let larger = characters.keys.filter { Double($0) / 2 >= body * 1.12 }.sorted(by: >)
    let rank = larger.firstIndex { Double($0) / 2 <= style.size } ?? larger.count
    return min(rank + 1, 6)
  }
}
