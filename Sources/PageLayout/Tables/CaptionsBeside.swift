internal import ConverterCore

/// Captions in one line above tables beside each other, each of which is one block of its own above its table:
///
///     Table 1. Persons         Table 2. Ships
///     Drivers      412         Barges      61
enum CaptionsBeside {
  /// The items with such lines cut, and each caption right above the table that stands below it.
  static func parted(_ items: [PageItem], text: PageText, tolerances: Tolerances) -> [PageItem] {
    var result: [PageItem] = []
    var waiting: [TextBlock] = []
    for item in items {
      switch item {
      case .text(let block):
        result += waiting.map(PageItem.text)
        waiting = captions(in: block, text: text, tolerances: tolerances)
        if waiting.isEmpty { result.append(item) }
      case .table(let table):
        let box = table.origin.place.box
        let own = waiting.filter { $0.box.midX > box.x0 && $0.box.midX < box.x1 }
        waiting.removeAll(where: own.contains)
        result += own.map(PageItem.text) + [item]
      case .figure, .watermark:
        result += waiting.map(PageItem.text) + [item]
        waiting = []
      }
    }
    return result + waiting.map(PageItem.text)
  }

  /// The captions side by side that a block of one line is; none where it is anything else.
  private static func captions(in block: TextBlock, text: PageText, tolerances: Tolerances) -> [TextBlock] {
    guard block.lines.count == 1, !block.lines[0].isEmpty else { return [] }
    let line = text.textLine(block.lines[0], tolerances: tolerances)
    guard line.phrases.count > 1,
      line.phrases.allSatisfy({ text.beginsTableName(line.words[$0.words]) })
    else { return [] }
    return line.phrases.compactMap { phrase in
      let words = Array(line.words[phrase.words])
      return text.box(of: words).map {
        TextBlock(lines: [words], box: $0, text: text.string(ofLine: words), style: block.style, shape: block.shape)
      }
    }
  }
}
