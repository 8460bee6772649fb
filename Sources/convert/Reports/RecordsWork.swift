internal import ConverterCore
internal import ReportProfile

/// Reads a report and writes its records, what belongs to no place of the form, and derived figures, in this order.
struct RecordsWork: SeriesWork {
  let pipeline: Pipeline
  private let profile: Profile
  private let records: RecordWriter
  private let wide: WideWriter?
  private let extras: ExtraWriter?
  private let derived: DerivedWriter?

  init(
    _ reading: ReadingChoices, _ profile: Profile, layout: RecordWriter.Layout, isWide: Bool, dialect: CSVDialect,
    withExtras: Bool, withDerived: Bool
  ) {
    pipeline = Pipeline(WorkPlan(reading: reading))
    self.profile = profile
    records = RecordWriter(profile, layout: layout, dialect: dialect)
    wide = isWide ? WideWriter(profile, dialect: dialect) : nil
    extras = withExtras ? ExtraWriter(profile, layout: layout, dialect: dialect) : nil
    derived = withDerived ? DerivedWriter(profile, layout: layout, dialect: dialect) : nil
  }
}

extension RecordsWork {
  /// What the data sets begin with.
  var prologues: [[UInt8]] {
    pieces { records, extras, derived in
      if let wide { wide.writePrologue(to: &records) } else { self.records.writePrologue(to: &records) }
      self.extras?.writePrologue(to: &extras)
      self.derived?.writePrologue(to: &derived)
    }
  }

  func process(_ content: SourceWalk.Content) async -> SeriesResult {
    var (document, outcome) = await pipeline.read(content)
    guard let document else { return SeriesResult(outcome: outcome) }
    let reports = Report.parts(of: document, profile).map(\.report)
    for report in reports { outcome.add(report, keepsExtras: extras != nil) }
    guard reports.contains(where: { $0.formNumber != nil }) else { return SeriesResult(outcome: outcome) }
    return SeriesResult(
      outcome: outcome,
      pieces: pieces { records, extras, derived in
        for report in reports {
          if let wide { wide.write(report, to: &records) } else { self.records.write(report, to: &records) }
          self.extras?.write(report, to: &extras)
          self.derived?.write(report, to: &derived)
        }
      })
  }

  /// The bytes that the records of most reports do not exceed: a buffer that grows is copied.
  private static let usualCount = 120_000

  private func pieces(_ write: (inout OutputBuffer, inout OutputBuffer, inout OutputBuffer) -> Void) -> [[UInt8]] {
    var records = OutputBuffer(capacity: Self.usualCount)
    var extras = OutputBuffer.empty
    var derived = OutputBuffer.empty
    write(&records, &extras, &derived)
    return [records.bytes, extras.bytes, derived.bytes]
  }
}

extension Outcome {
  /// Adds what the mapping found worth saying; a document without a form gave no records.
  mutating func add(_ report: Report, keepsExtras: Bool) {
    remarks += report.findings.map(Remark.init)
    if report.formNumber == nil { status = .failed }
    if !keepsExtras, !report.extras.isEmpty {
      let cells = report.extras.count == 1 ? "1 cell belongs" : "\(report.extras.count) cells belong"
      remarks.append(Remark(severity: .note, sentence: "\(cells) to no place of the form; --extras FILE keeps them"))
    }
  }
}
