internal import ConverterCore
internal import ReportProfile

/// Reads reports one after the other and writes the verdicts on their figures; rules across years come at the end, when all
/// years are there.
struct CheckRun: Sendable {
  enum Format: String, CaseIterable, Sendable {
    case text, json, html
  }

  var inputs: [Input]
  var pipeline: Pipeline
  /// `nil` for totals of any table.
  var profile: Profile?
  var format: Format
  var output: String?
  var explainsDoubts: Bool
  var printer: FindingPrinter
}

extension CheckRun {
  /// - Returns: `checkFailed` where a required rule fails, else the status of the reading.
  func run() async -> ExitStatus {
    do throws(WritingError) {
      var output = CheckOutput(format, path: output, explainsDoubts: explainsDoubts)
      var statuses: [Outcome.Status] = []
      var reports: [Report] = []
      for input in inputs {
        var steps = pipeline.sources(of: input)
        while let step = steps.next() {
          var (document, outcome) = await pipeline.read(step.content)
          if let document { reports += try check(document, &outcome, &output) }
          printer.print(outcome)
          statuses.append(outcome.status)
        }
      }
      try checkAcrossYears(reports, &output)
      try output.finish()
      return output.hasFailure ? .checkFailed : ExitStatus(of: statuses)
    } catch {
      return .afterWriting(error)
    }
  }

  /// - Returns: the report without what rules across years do not need.
  private func check(
    _ document: Document, _ outcome: inout Outcome, _ output: inout CheckOutput
  ) throws(WritingError) -> [Report] {
    guard let profile else {
      try output.write(CheckedReport(document))
      return []
    }
    var report = Report(document, profile)
    outcome.add(report, keepsExtras: true)
    guard report.formNumber != nil else { return [] }
    let checks = report.checks(profile, document)
    try output.write(CheckedReport(report, profile, checks: checks, tables: document.tables))
    report.extras = []
    report.findings = []
    return inputs.count > 1 ? [report] : []
  }

  private func checkAcrossYears(_ reports: [Report], _ output: inout CheckOutput) throws(WritingError) {
    guard let profile else { return }
    let index = ReportIndex(reports)
    for report in reports {
      guard let earlier = index.earlier(than: report) else { continue }
      let checks = report.checksAcrossYears(profile, earlier: earlier)
      if !checks.isEmpty { try output.write(CheckedReport(report, profile, checks: checks, tables: [])) }
    }
  }
}

/// Where verdicts go, in the form asked for.
private struct CheckOutput {
  private var data: DataOutput
  private let format: CheckRun.Format
  private let text: CheckTextWriter
  private var json = CheckJSONWriter()
  private let html = CheckHTMLWriter()
  private(set) var hasFailure = false

  init(_ format: CheckRun.Format, path: String?, explainsDoubts: Bool) {
    self.format = format
    data = DataOutput(path: path, isStandardOutput: path == nil)
    text = CheckTextWriter(explainsDoubts: explainsDoubts)
    switch format {
    case .text: break
    case .json: json.writePrologue(to: &data.buffer)
    case .html: html.writePrologue(to: &data.buffer)
    }
  }

  mutating func write(_ report: CheckedReport) throws(WritingError) {
    hasFailure = hasFailure || report.contradictsItself
    switch format {
    case .text: text.write(report, to: &data.buffer)
    case .json: json.write(report, to: &data.buffer)
    case .html: html.write(report, to: &data.buffer)
    }
    try data.flushIfFull()
  }

  mutating func finish() throws(WritingError) {
    switch format {
    case .text: break
    case .json: json.writeEpilogue(to: &data.buffer)
    case .html: html.writeEpilogue(to: &data.buffer)
    }
    try data.finish()
  }
}
