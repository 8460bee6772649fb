internal import ConverterCore
internal import ReportProfile

/// Writes the verdicts on the figures of many reports; rules across years come at the end, when all years are there.
struct CheckRun: Sendable {
  var series: Series<CheckWork>
  var format: CheckFormat
  /// The file to write; `nil` for standard output.
  var path: String?
}

extension CheckRun {
  /// - Returns: `checkFailed` where a required rule fails, else the status of the reading.
  func run() async -> ExitStatus {
    do throws(WritingError) {
      var output = CheckOutput(format, path: path)
      let status = try await series.run(into: &output)
      for report in series.work.checksAcrossYears(of: output.figures) { try output.write(report) }
      try output.finish()
      return output.hasFailure ? .checkFailed : status
    } catch {
      return .afterWriting(error)
    }
  }
}

/// Where verdicts go, and what is kept of each report.
private struct CheckOutput: SeriesOutput {
  private var data: DataOutput
  private let format: CheckFormat
  private var isFollowing = false

  /// Whether a rule failed that must hold.
  private(set) var hasFailure = false

  /// What rules across years look at.
  private(set) var figures: [YearlyFigures] = []

  private var unchecked: [UncheckedSource] = []

  init(_ format: CheckFormat, path: String?) {
    self.format = format
    data = DataOutput(path: path, isStandardOutput: path == nil)
    format.writePrologue(to: &data.buffer)
  }

  mutating func note(_ outcome: Outcome) {
    if let source = UncheckedSource(outcome) { unchecked.append(source) }
  }

  mutating func take(_ pieces: [[UInt8]]) throws(WritingError) {
    guard pieces.count == 2 else { return }
    let summary = try CheckSummary(pieces[1])
    hasFailure = hasFailure || summary.contradictsItself
    figures += summary.figures
    separate()
    data.buffer.append(pieces[0])
    try data.flushIfFull()
  }

  mutating func write(_ report: CheckedReport) throws(WritingError) {
    hasFailure = hasFailure || report.contradictsItself
    separate()
    format.write(report, to: &data.buffer)
    try data.flushIfFull()
  }

  private mutating func separate() {
    if isFollowing { format.writeSeparator(to: &data.buffer) }
    isFollowing = true
  }

  mutating func finish() throws(WritingError) {
    format.writeEpilogue(unchecked, to: &data.buffer)
    try data.finish()
  }
}

extension UncheckedSource {
  /// `nil` for a source that gave a report.
  fileprivate init?(_ outcome: Outcome) {
    switch outcome.status {
    case .converted, .partial, .skipped: return nil
    case .failed, .crashed, .stopped:
      // A document without a form was read; only a remark says why it gave no report.
      let remark = outcome.remarks.first { $0.severity == .error }
      self.init(
        name: outcome.name, code: outcome.error?.code ?? "no-form",
        reason: outcome.error?.sentence ?? remark?.sentence ?? "it gave no report")
    }
  }
}
