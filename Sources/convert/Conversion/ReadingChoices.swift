internal import ConverterCore

/// What a person may choose about reading, as values; `nil` and defaults mean that nothing was said.
struct ReadingChoices: Sendable {
  var format: String?
  var password: String?
  var encoding: String?
  /// Whether tables that continue on the next page become one.
  var stitching = true
  var word = WordOptions()
  var limits = Limits.standard
  /// Which files below folders and in archives are read.
  var selection = Selection()
}
