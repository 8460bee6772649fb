internal import ConverterCore

extension PageText {
  /// Whether words that stand side by side begin with the name of a table: `Table 3.`
  func beginsTableName(_ words: some Collection<Int>) -> Bool {
    Caption(string(ofLine: words.prefix(Self.nameLength))) != nil
  }

  /// Whether words that stand side by side begin with the name of a table, a figure or the like: `Table 3.`, `Figure 2`.
  func beginsCaption(_ words: some Collection<Int>) -> Bool {
    let name = string(ofLine: words.prefix(Self.nameLength))
    return Caption(name) != nil || Caption.isOther(name)
  }

  /// Whether a line begins so. A row with such a label has its figures apart, and nothing else:
  ///
  ///     Table 2. Works      a caption
  ///     Table     2,15      a row among those of chairs and benches
  func beginsCaption(_ line: TextLine) -> Bool {
    guard beginsCaption(line.words), let first = line.phrases.first else { return false }
    // Between `表` and its number stands a blank as wide as a character.
    return words[line.words[0]].traits.contains(.wideStart) || line.phrases.dropFirst().contains { !$0.isValue }
      || beginsCaption(line.words[first.words])
  }

  /// Number of words that such a name has at most.
  private static let nameLength = 3
}
