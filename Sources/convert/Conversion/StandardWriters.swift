internal import ConverterCore

/// What a person may choose about writing, as values.
struct WritingChoices: Sendable {
  var spans = CSVSpans.blank
  var lineEnding = CSVLineEnding.lf
  var writesByteOrderMark = false
  var escapesFormulas = false
}

/// The writers of this program.
enum StandardWriters {
  static func all(_ choices: WritingChoices) -> [any Writer] {
    []
  }

  /// The writers of these names, in the order of the names.
  static func named(_ names: [String], _ choices: WritingChoices) -> [any Writer] {
    let all = all(choices)
    return names.compactMap { name in all.first { $0.format.name == name } }
  }

  static let names = all(WritingChoices()).map(\.format.name)
}
