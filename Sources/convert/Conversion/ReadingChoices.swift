internal import ConverterCore
internal import PluginHost

/// What a person may choose about reading, as values; `nil` and defaults mean that nothing was said.
struct ReadingChoices: Sendable {
  var format: String?
  var password: String?
  var encoding: String?
  /// Whether tables that continue on the next page become one.
  var stitching = true
  /// Whether what surrounds the article of a web page is read, too.
  var keepsBoilerplate = true
  var word = WordOptions()
  var limits = Limits.standard
  var plugins = PluginSelection.none
  var pluginSettings = PluginSettings()
  /// Which files below folders and in archives are read.
  var selection = Selection()
}
