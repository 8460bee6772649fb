internal import ConverterCore
internal import ReportProfile

/// Reads reports one after the other and writes their records into one data set; extras and derived figures go into data
/// sets of their own.
struct RecordsRun: Sendable {
  enum Format: String, CaseIterable, Sendable {
    case csv, ndjson, json
  }

  /// Where the data sets go; `nil` for standard output, or for a data set that nobody asked for.
  struct Files: Sendable {
    var records: String?
    var extras: String?
    var derived: String?
  }

  var inputs: [Input]
  var pipeline: Pipeline
  var profile: Profile
  var format: Format
  var isWide: Bool
  var dialect: CSVDialect
  var files: Files
  var printer: FindingPrinter
}

extension RecordsRun.Files {
  /// A folder as output gets all three data sets.
  init(output: String?, extras: String?, derived: String?, _ format: RecordsRun.Format) {
    guard let output, output.hasSuffix("/") || Folder.exists(at: output) else {
      self.init(records: output, extras: extras, derived: derived)
      return
    }
    let folder = output.hasSuffix("/") ? output : output + "/"
    let isWhole = format == .json
    self.init(
      records: "\(folder)records.\(format.rawValue)",
      extras: extras ?? (isWhole ? nil : "\(folder)extras.\(format.rawValue)"),
      derived: derived ?? (isWhole ? nil : "\(folder)derived.\(format.rawValue)"))
  }
}

extension RecordsRun {
  /// - Returns: the status of the whole run; a document that is no report of the family was not converted.
  func run() async -> ExitStatus {
    do throws(WritingError) {
      return format == .json ? try await runToJSON() : try await runToLines()
    } catch {
      return .afterWriting(error)
    }
  }

  private func runToLines() async throws(WritingError) -> ExitStatus {
    let layout: RecordWriter.Layout = format == .csv ? .csv : .ndjson
    let records = RecordWriter(profile, layout: layout, dialect: dialect)
    let wide = WideWriter(profile, dialect: dialect)
    let extras = ExtraWriter(profile, layout: layout, dialect: dialect)
    let derived = DerivedWriter(profile, layout: layout, dialect: dialect)
    var output = DataOutput(path: files.records, isStandardOutput: files.records == nil)
    var extraOutput = DataOutput(path: files.extras)
    var derivedOutput = DataOutput(path: files.derived)
    if isWide { wide.writePrologue(to: &output.buffer) } else { records.writePrologue(to: &output.buffer) }
    extras.writePrologue(to: &extraOutput.buffer)
    derived.writePrologue(to: &derivedOutput.buffer)
    let status = try await forEachReport { report throws(WritingError) in
      if isWide { wide.write(report, to: &output.buffer) } else { records.write(report, to: &output.buffer) }
      try output.flushIfFull()
      if files.extras != nil { extras.write(report, to: &extraOutput.buffer) }
      try extraOutput.flushIfFull()
      if files.derived != nil { derived.write(report, to: &derivedOutput.buffer) }
      try derivedOutput.flushIfFull()
    }
    try output.finish()
    try extraOutput.finish()
    try derivedOutput.finish()
    return status
  }

  /// One object with all records, extras and derived figures.
  private func runToJSON() async throws(WritingError) -> ExitStatus {
    let records = RecordWriter(profile, layout: .ndjson)
    let extras = ExtraWriter(profile, layout: .ndjson)
    let derived = DerivedWriter(profile, layout: .ndjson)
    var output = DataOutput(path: files.records, isStandardOutput: files.records == nil)
    var recordLines = OutputBuffer()
    var extraLines = OutputBuffer()
    var derivedLines = OutputBuffer()
    let status = try await forEachReport { report in
      records.write(report, to: &recordLines)
      extras.write(report, to: &extraLines)
      derived.write(report, to: &derivedLines)
    }
    output.buffer.append("{\"schema\":\"convert.records/1\",\n\"records\":[")
    output.buffer.append(items: recordLines)
    output.buffer.append("],\n\"extras\":[")
    output.buffer.append(items: extraLines)
    output.buffer.append("],\n\"derived\":[")
    output.buffer.append(items: derivedLines)
    output.buffer.append("]}\n")
    try output.finish()
    return status
  }

  /// Reads all inputs in order and says what a person should know about each.
  private func forEachReport(
    _ body: (Report) throws(WritingError) -> Void
  ) async throws(WritingError) -> ExitStatus {
    var statuses: [Outcome.Status] = []
    for input in inputs {
      var steps = pipeline.sources(of: input)
      while let step = steps.next() {
        var (document, outcome) = await pipeline.read(step.content)
        if let document {
          let report = Report(document, profile)
          outcome.add(report, keepsExtras: files.extras != nil || format == .json)
          if report.formNumber != nil { try body(report) }
        }
        printer.print(outcome)
        statuses.append(outcome.status)
      }
    }
    return ExitStatus(of: statuses)
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

extension OutputBuffer {
  /// Lines of objects as the items of an array.
  fileprivate mutating func append(items lines: OutputBuffer) {
    for line in lines.bytes.split(separator: UInt8(ascii: "\n")) {
      append(line.startIndex == 0 ? "\n" : ",\n")
      append(String(decoding: line, as: UTF8.self))
    }
  }
}
