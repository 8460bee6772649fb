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

  /// Number of words that such a name has at most.
  private static let nameLength = 3
}
