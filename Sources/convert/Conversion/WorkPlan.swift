internal import ConverterCore
internal import FoundationEssentials
internal import PluginHost

/// Everything that decides what becomes of one source.
struct WorkPlan: Sendable {
  var reading: ReadingChoices
  var writing = WritingChoices()
  /// The names of the writers, in the order asked for.
  var writers: [String] = []
  /// The names of files that get all documents of a batch; the extension says what is written.
  var merges: [String] = []
  /// Whether of inputs with the same content only the first is converted, and so in each archive.
  var sameContentOnce = false
  var normalizer = TextNormalizer()

  /// The formats that are written, in the order asked for.
  var outputFormats: [OutputFormat] {
    StandardWriters.named(writers, writing, PluginSet(reading.plugins, reading.pluginSettings)).map(\.format)
  }
}

extension WorkPlan {
  /// What each extension of a merged output stands for: formats in which documents can follow each other. Those of a database
  /// wait as lines until all are there.
  static let mergingFormats = ["csv": "csv-long", "ndjson": "ndjson", "txt": "text", "sqlite": "ndjson"]

  /// The writers of merged outputs, in their order.
  var mergingWriters: [any Writer] {
    merges.flatMap { name in
      StandardWriters.named(
        [Self.mergingFormats[Source(name: name, bytes: Data()).fileExtension] ?? ""], writing, .none)
    }
  }

  /// The same for plans that give the same outputs, and another for others.
  var digest: String {
    let steps = normalizer.steps.map { "\($0)" }.sorted()
    let words =
      [Convert.version, String(reflecting: reading), String(reflecting: writing), "\(sameContentOnce)"]
      + writers + steps + merges
    return ContentDigest.sha256(Data(words.joined(separator: "\n").utf8))
  }
}
