internal import ConverterCore
internal import PluginHost

/// The files of one source on their way.
struct JobOutput {
  let start = ContinuousClock.now
  var sinks: [FileSink] = []
  private(set) var error: WritingError?

  mutating func fail(_ error: WritingError) {
    self.error = self.error ?? error
  }

  /// Takes a piece of output; writers follow each other in order.
  mutating func take(_ output: WorkerOutput, newSink: (Int) -> FileSink) {
    guard error == nil else { return }
    do throws(WritingError) {
      while sinks.count <= output.writer { sinks.append(newSink(sinks.count)) }
      if let part = output.part { try sinks[output.writer].beginPart(part) }
      if !output.bytes.isEmpty { try sinks[output.writer].write(output.bytes.span) }
    } catch {
      self.error = error
    }
  }
}
