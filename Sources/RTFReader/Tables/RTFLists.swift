internal import ConverterCore

/// Placeholder: list tables.
struct RTFLists: Sendable {
  mutating func openGroup() {}
  mutating func closeGroup() {}
  mutating func apply(_ word: ControlWord, _ number: Int) {}
  mutating func setOverrideNumber(_ number: Int) {}
  mutating func append(_ byte: UInt8, in set: CharacterSet) {}
  mutating func append(unit: UInt16) {}
  mutating func endLevelText() {}

  mutating func place(_ paragraph: ParagraphState, statedLabel: String) -> FlowParagraph.ListPlace? {
    let label = String(statedLabel.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    guard paragraph.list > 0 || !label.isEmpty else { return nil }
    return FlowParagraph.ListPlace(label: label.isEmpty ? nil : label, level: paragraph.listLevel)
  }
}
