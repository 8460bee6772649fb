internal import ConverterCore
internal import FoundationEssentials

/// Says on standard error what a person, or with `--log-json` another program, should know about each source.
struct FindingPrinter: Sendable {
  /// Findings below this severity are not said; `nil` says none.
  var lowest: Finding.Severity?

  /// Whether everything is said as JSON, one object a line: `finding` for each finding, `source` for each source, `summary` at
  /// the end of a batch.
  var isJSON = false

  func print(_ outcome: Outcome) {
    for remark in outcome.remarks where isSaid(remark.severity) {
      isJSON
        ? log(Event(event: "finding", source: outcome.name, severity: remark.severity, message: remark.sentence))
        : StandardError.print("\(remark.severity.rawValue): \(remark.sentence)", about: outcome.name)
    }
    if isJSON {
      log(
        Event(
          event: "source", source: outcome.name, status: outcome.status, code: outcome.error?.code,
          message: outcome.error?.sentence))
    } else if let error = outcome.error, outcome.status != .skipped || lowest == .note {
      StandardError.print(error.sentence, about: outcome.name)
    }
  }

  /// Says what became of a batch.
  func print(_ summary: BatchSummary) {
    guard isJSON else { return StandardError.print(summary.description) }
    log(SummaryEvent(event: "summary", summary: summary))
  }

  private struct Event: Encodable {
    var event: String
    var source: String
    var severity: Finding.Severity?
    var status: Outcome.Status?
    var code: String?
    var message: String?
  }

  private struct SummaryEvent: Encodable {
    var event: String
    var summary: BatchSummary
  }

  private func log(_ event: some Encodable) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    if let data = try? encoder.encode(event) { StandardError.print(json: String(decoding: data, as: UTF8.self)) }
  }

  private func isSaid(_ severity: Finding.Severity) -> Bool {
    switch (lowest, severity) {
    case (nil, _): false
    case (.note, _): true
    case (.warning, .warning), (_, .error): true
    default: false
    }
  }
}
