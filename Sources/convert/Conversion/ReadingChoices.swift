internal import ConverterCore
internal import PluginHost

/// What a person may choose about reading, as values; `nil` and defaults mean that nothing was said.
struct ReadingChoices: Sendable {
  var format: String?
  var password: String?
  var encoding: String?
  var word = WordOptions()
  var limits = Limits.standard
  var plugins = PluginSelection.none
  var pluginSettings = PluginSettings()
}
