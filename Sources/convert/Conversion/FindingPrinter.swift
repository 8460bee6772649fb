internal import ConverterCore

/// Says on standard error what a person should know about each source.
struct FindingPrinter: Sendable {
  /// Findings below this severity are not said; `nil` says none.
  var lowest: Finding.Severity?

  func print(_ outcome: Outcome) {
    for finding in outcome.findings where isSaid(finding.severity) {
      let place = finding.place.map { " (\($0))" } ?? ""
      StandardError.print("\(finding.severity.rawValue): \(finding.message)\(place)", about: outcome.name)
    }
    if let error = outcome.error {
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
