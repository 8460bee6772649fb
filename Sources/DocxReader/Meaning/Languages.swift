internal import ConverterCore

/// The languages that a document states for its Western and its East Asian text. Word always states both; which of them a
/// document is in, its text tells.
struct Languages {
  /// Tags of BCP 47, such as `en-US` and `zh-CN`.
  var western: String?
  var eastAsian: String?

  /// How much text is looked at, in characters.
  private static let sampleLength = 4000

  /// The language of these blocks; `nil` where they have no letters or their language is not stated.
  func language(of blocks: [Block]) -> String? {
    guard western != nil || eastAsian != nil else { return nil }
    var letters = (eastAsian: 0, western: 0)
    var rest = Self.sampleLength
    for block in blocks where rest > 0 { Self.count(block, &letters, &rest) }
    guard letters.eastAsian + letters.western > 0 else { return nil }
    // One ideograph says about as much as two to three letters.
    return letters.eastAsian * 3 > letters.western ? eastAsian : western
  }

  private static func count(_ block: Block, _ letters: inout (eastAsian: Int, western: Int), _ rest: inout Int) {
    switch block {
    case .heading(let heading): count(heading.text, &letters, &rest)
    case .paragraph(let paragraph): count(paragraph.text, &letters, &rest)
    case .listItem(let item): count(item.text, &letters, &rest)
    case .table(let table):
      for index in table.cells.indices where rest > 0 { count(table.cells[index].text, &letters, &rest) }
    case .figure, .aside: break
    }
  }

  private static func count(_ text: String, _ letters: inout (eastAsian: Int, western: Int), _ rest: inout Int) {
    for scalar in text.unicodeScalars {
      guard rest > 0 else { return }
      if (0x4E00...0x9FFF).contains(scalar.value) || TextJoining.isWide(scalar) {
        letters.eastAsian += 1
      } else if scalar.properties.isAlphabetic {
        letters.western += 1
      }
      rest -= 1
    }
  }
}
