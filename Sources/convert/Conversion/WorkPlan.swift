internal import ConverterCore
internal import PluginHost

/// Everything that decides what becomes of one source.
struct WorkPlan: Sendable {
  var reading: ReadingChoices
  var writing = WritingChoices()
  /// The names of the writers, in the order asked for.
  var writers: [String] = []
  var normalizer = TextNormalizer()

  /// The formats that are written, in the order asked for.
  var outputFormats: [OutputFormat] {
    StandardWriters.named(writers, writing, PluginSet(reading.plugins, reading.pluginSettings)).map(\.format)
  }
}

/// A plan made ready: reads a source, changes its text as asked, and writes it by all writers.
struct Pipeline: Sendable {
  let writers: [any Writer]
  private let plan: WorkPlan
  private let converter: Converter

  /// The plug-ins that the readers and writers use.
  let plugins: PluginSet

  init(_ plan: WorkPlan) {
    self.plan = plan
    plugins = PluginSet(plan.reading.plugins, plan.reading.pluginSettings)
    converter = StandardConverter.make(plan.reading, plugins)
    writers = StandardWriters.named(plan.writers, plan.writing, plugins)
  }
}

extension Pipeline {
  /// Reads one input and applies the steps of normalization.
  func read(_ input: Input) async -> (Document?, Outcome) {
    do throws(ReadingError) {
      let source = try input.source(format: plan.reading.format, within: plan.reading.limits)
      let document = plan.normalizer.normalize(try await converter.document(from: source))
      return (document, Outcome(reading: document))
    } catch {
      return (nil, Outcome(name: input.name, error))
    }
  }

  /// Reads one input and writes it by all writers, each into a sink of its own.
  ///
  /// - Parameter sink: makes the sink for the writer at a position.
  /// - Returns: what became of the input, and the sinks in the order of the writers as far as they were begun.
  func process<Sink: ByteSink>(_ input: Input, sink: (Int) -> Sink) async -> (Outcome, [Sink]) {
    var (document, outcome) = await read(input)
    var sinks: [Sink] = []
    guard let document else { return (outcome, sinks) }
    do throws(WritingError) {
      for (position, writer) in writers.enumerated() {
        var output = sink(position)
        try writer.writePrologue(to: &output)
        try writer.write(document, to: &output)
        sinks.append(output)
      }
    } catch {
      outcome.fail(error)
    }
    return (outcome, sinks)
  }
}
