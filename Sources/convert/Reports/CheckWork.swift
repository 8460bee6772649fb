internal import ConverterCore
internal import FoundationEssentials
internal import ReportProfile

/// Reads a report and writes the verdicts on its figures for people or programs; then a ``CheckSummary`` for the run.
struct CheckWork: SeriesWork {
  let pipeline: Pipeline
  /// `nil` for totals of any table.
  private let profile: Profile?
  private let comparison: YearComparison?
  private let format: CheckFormat

  init(_ reading: ReadingChoices, _ profile: Profile?, _ format: CheckFormat) {
    pipeline = Pipeline(WorkPlan(reading: reading))
    self.profile = profile
    comparison = profile.map(YearComparison.init)
    self.format = format
  }
}

/// What a run of checks needs to know of one source once its verdicts are written.
struct CheckSummary: Codable, Sendable {
  /// Whether a rule fails that must hold.
  var contradictsItself: Bool

  /// What rules across years will look at, for each report of the source.
  var figures: [YearlyFigures]
}

extension CheckWork {
  func process(_ content: SourceWalk.Content) async -> SeriesResult {
    var (document, outcome) = await pipeline.read(content)
    guard let document else { return SeriesResult(outcome: outcome) }
    guard let profile else { return result([CheckedReport(document)], outcome, figures: []) }
    let parts = Report.parts(of: document, profile)
    for part in parts { outcome.add(part.report, keepsExtras: true) }
    let checked = parts.filter { $0.report.formNumber != nil }.map { part in
      CheckedReport(
        part.report, profile, checks: part.report.checks(profile, part.document), tables: part.document.tables)
    }
    guard !checked.isEmpty else { return SeriesResult(outcome: outcome) }
    return result(checked, outcome, figures: parts.compactMap { comparison?.figures(of: $0.report) })
  }

  private func result(_ reports: [CheckedReport], _ outcome: Outcome, figures: [YearlyFigures]) -> SeriesResult {
    var output = OutputBuffer()
    for (index, report) in reports.enumerated() {
      if index > 0 { format.writeSeparator(to: &output) }
      format.write(report, to: &output)
    }
    let summary = CheckSummary(contradictsItself: reports.contains(where: \.contradictsItself), figures: figures)
    return SeriesResult(outcome: outcome, pieces: [output.bytes, summary.bytes])
  }

  /// The verdicts of rules across years, once all reports have been read.
  func checksAcrossYears(of reports: [YearlyFigures]) -> [CheckedReport] {
    comparison?.checks(of: reports) ?? []
  }
}

extension CheckSummary {
  /// The summary as a worker tells it.
  var bytes: [UInt8] { (try? JSONEncoder().encode(self)).map { Array($0) } ?? [] }

  /// The summary that a worker tells.
  init(_ bytes: [UInt8]) throws(WritingError) {
    do {
      self = try JSONDecoder().decode(CheckSummary.self, from: Data(bytes))
    } catch {
      throw WritingError(.refused(detail: "a worker's answer cannot be understood"), target: "checks")
    }
  }
}
