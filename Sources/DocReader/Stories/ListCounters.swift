internal import ConverterCore

/// Placeholder: labels of list paragraphs.
struct ListCounters: Sendable {
  mutating func place(of properties: ParagraphProperties) -> FlowParagraph.ListPlace? {
    guard let list = properties.list, list > 0, list != 0x7FF, list < 0xF801 else { return nil }
    return FlowParagraph.ListPlace(label: nil, level: min(properties.listLevel, 8))
  }
}
