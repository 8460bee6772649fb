internal import ConverterCore

/// Says on standard error what a person should know about each source.
struct FindingPrinter: Sendable {
  /// Findings below this severity are not said; `nil` says none.
  var lowest: Finding.Severity?

  func print(_ outcome: Outcome) {
    for remark in outcome.remarks where isSaid(remark.severity) {
      StandardError.print("\(remark.severity.rawValue): \(remark.sentence)", about: outcome.name)
    }
    if let error = outcome.error, outcome.status != .skipped || lowest == .note {
      StandardError.print(error.sentence, about: outcome.name)
    }
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
