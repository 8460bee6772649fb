internal import ConverterCore

/// What became of one source, as told to people and programs.
struct Outcome: Sendable {
  /// The words of the manifest.
  enum Status: String, Codable, Sendable {
    /// A document, nothing missing.
    case converted
    /// A document with something missing: a finding says what.
    case partial
    /// No document, or no output.
    case failed
    /// The reading crashed; the worker was replaced.
    case crashed
    /// The reading met a bound on time, or its worker a bound on what it may send.
    case stopped
    /// Left alone, because its output exists already.
    case skipped
  }

  /// A finding in words.
  struct Remark: Sendable {
    var severity: Finding.Severity
    var sentence: String
  }

  /// Why there is no output.
  struct Failure: Sendable {
    /// A stable name, for programs.
    var code: String
    var sentence: String
  }

  var name: String
  var format: String?
  var sha256: String?
  var status: Status
  /// Paths of files that were written, in order.
  var outputs: [String] = []
  var remarks: [Remark] = []
  var error: Failure?
}

extension Outcome {
  /// The outcome for a document of which the first piece was read, judged by its findings.
  init(reading document: DocumentStream) {
    self.init(
      name: document.source.name, format: document.source.format, sha256: document.source.sha256, status: .converted)
    add(document.findings[...])
  }

  /// Adds what was noticed in further pieces of the document.
  mutating func add(_ findings: ArraySlice<Finding>) {
    if findings.contains(where: { $0.severity == .error }) { status = .partial }
    remarks += findings.map(Remark.init)
  }

  /// The outcome for a source that could not be read.
  init(name: String, _ error: ReadingError) {
    let status: Status =
      switch error.reason {
      case .stopped: .stopped
      case .crashed: .crashed
      default: .failed
      }
    self.init(name: name, status: status, Failure(error))
  }

  /// The outcome for a link or device, which nobody means when they say "all documents".
  init(passingOver name: String, _ error: ReadingError) {
    self.init(name: name, status: .skipped, Failure(error))
    remarks = [Remark(severity: .warning, sentence: error.description)]
  }

  /// The outcome for an input that cannot be read.
  init(_ input: Input, _ error: ReadingError) {
    if input.isPassedOver {
      self.init(passingOver: input.name, error)
    } else {
      self.init(name: input.name, Failure(error))
    }
  }

  /// The outcome for an input whose output another has: both are one file, or two of one name.
  init(_ input: Input, beside other: Input, output: String) {
    let isSame = input.path.identity.map { $0 == other.path.identity } ?? false
    self.init(
      name: input.name, status: isSame ? .skipped : .failed,
      isSame ? .sameFile(as: other.name) : .taken(output, by: other.name))
  }

  /// The outcome for a source that gave no output.
  init(name: String, status: Status = .failed, _ failure: Failure) {
    self.init(name: name, status: status, error: failure)
  }

  /// Notes that not all files that lie in the document could be had.
  mutating func miss(_ error: ReadingError) {
    status = .partial
    remarks.append(Remark(severity: .error, sentence: "files that lie in it are missing: \(error)"))
  }

  /// Notes that the reading ended in the middle.
  mutating func fail(_ error: ReadingError) {
    let failed = Outcome(name: name, error)
    status = failed.status
    self.error = failed.error
  }

  /// Notes that the document could be read and its output not be written.
  mutating func fail(_ error: WritingError) {
    status = .failed
    self.error = Failure(error)
  }
}

extension Finding.Severity: Codable {}

extension Outcome.Remark {
  init(_ finding: Finding) {
    severity = finding.severity
    sentence = finding.message + (finding.place.map { " (\($0))" } ?? "")
  }
}

extension Outcome.Failure {
  init(_ error: ReadingError) {
    self.init(code: error.code, sentence: error.description)
  }

  init(_ error: WritingError) {
    let remedy = error.reason == .exists ? "; say --on-exists replace or skip" : ""
    self.init(code: "output-\(error.code)", sentence: error.description + remedy)
  }

  /// Nothing is wrong: a file that was named in two ways is converted once.
  static func sameFile(as other: String) -> Outcome.Failure {
    Outcome.Failure(code: "same-file", sentence: "is the same file as \(other), which is converted")
  }

  /// Another source of the same run has this output.
  static func taken(_ output: String, by other: String) -> Outcome.Failure {
    Outcome.Failure(code: "output-taken", sentence: "\(output) is the output of \(other) in this run")
  }
}

extension ExitStatus {
  /// The status of a run with these outcomes.
  init(of statuses: some Sequence<Outcome.Status>) {
    let isComplete = statuses.allSatisfy { $0 == .converted || $0 == .skipped }
    self = isComplete ? .converted : .incomplete
  }
}
