internal import ConverterCore

/// Checks that all words of a page arrive in its content: each is in one cell or one block, none is lost.
struct Conservation {
  private let text: PageText
  private var isUsed: [Bool]

  init(_ text: PageText) {
    self.text = text
    isUsed = [Bool](repeating: false, count: text.words.count)
  }

  /// Notes that words, as indices into ``PageText/words``, went into a cell or a block.
  mutating func use(_ words: some Sequence<Int>) {
    for word in words { isUsed[word] = true }
  }

  /// Says which words arrived nowhere, if any.
  func findings(onPage number: Int) -> [Finding] {
    let lost = isUsed.indices.filter { !isUsed[$0] }
    guard let first = lost.first else { return [] }
    let box = lost.dropFirst().reduce(text.words[first].box) { $0.union(text.words[$1].box) }
    return [.lostText(number, characters: lost.reduce(0) { $0 + text.words[$1].glyphs.count }, box: box)]
  }
}
