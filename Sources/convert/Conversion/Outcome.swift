internal import ConverterCore

/// What became of one source.
struct Outcome: Sendable {
  /// The words of the manifest.
  enum Status: String, Sendable {
    /// A document, nothing missing.
    case converted
    /// A document with something missing: a finding says what.
    case partial
    /// No document, or no output.
    case failed
    /// Left alone, because its output exists already.
    case skipped
  }

  var name: String
  var format: String?
  var sha256: String?
  var status: Status
  /// Paths of files that were written, in order.
  var outputs: [String] = []
  var findings: [Finding] = []
  var error: Failure?
  var duration: Duration = .zero

  /// Why there is no output.
  enum Failure: Sendable {
    case reading(ReadingError)
    case writing(WritingError)
    /// Another source of the same run has this output.
    case taken(output: String, by: String)

    var code: String {
      switch self {
      case .reading(let error): error.code
      case .writing(let error): "output-\(error.code)"
      case .taken: "output-taken"
      }
    }

    var sentence: String {
      switch self {
      case .reading(let error): error.description
      case .writing(let error) where error.reason == .exists: "\(error); say --on-exists replace or skip"
      case .writing(let error): error.description
      case .taken(let output, let other): "\(output) is the output of \(other) in this run"
      }
    }
  }
}

extension Outcome {
  /// The outcome for a document that was read, judged by its findings.
  init(reading document: Document) {
    self.init(
      name: document.source.name,
      format: document.source.format,
      sha256: document.source.sha256,
      status: document.findings.contains { $0.severity == .error } ? .partial : .converted,
      findings: document.findings)
  }
}

extension ExitStatus {
  /// The status of a run with these outcomes.
  init(of statuses: some Sequence<Outcome.Status>) {
    let isComplete = statuses.allSatisfy { $0 == .converted || $0 == .skipped }
    self = isComplete ? .converted : .incomplete
  }
}
