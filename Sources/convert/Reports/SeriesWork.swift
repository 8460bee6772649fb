internal import ConverterCore

/// Work on single sources whose results go into outputs that all sources share, such as one data set of all reports.
protocol SeriesWork: Sendable {
  /// What reads the sources.
  var pipeline: Pipeline { get }

  /// Works on one source; the same in this process and in a worker.
  func process(_ content: SourceWalk.Content) async -> SeriesResult
}

/// What came of one source.
struct SeriesResult: Sendable {
  var outcome: Outcome

  /// What the source adds to each of the outputs; empty where it gave no result.
  var pieces: [[UInt8]] = []
}

/// Where the results of all sources come together.
protocol SeriesOutput {
  /// Takes what one source adds; sources come in the order of the inputs.
  mutating func take(_ pieces: [[UInt8]]) throws(WritingError)

  /// Takes notice of what became of a source, behind what it adds.
  mutating func note(_ outcome: Outcome)
}

extension SeriesOutput {
  mutating func note(_ outcome: Outcome) {}
}
