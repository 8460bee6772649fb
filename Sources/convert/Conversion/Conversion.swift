internal import ConverterCore
internal import FoundationEssentials

/// What the arguments mean: how to read, what to change, what to write, and where.
struct Conversion: Sendable {
  /// Where results go.
  enum Destination: Hashable, Sendable {
    case standardOutput
    /// One file, which is replaced.
    case file(String)
    /// A folder; a batch also gets its manifest there.
    case folder(String, isBatch: Bool)
  }

  /// What to do where an output exists already.
  enum OnExists: String, CaseIterable, Sendable {
    case fail, skip, replace
  }

  var inputs: [Input]
  var converter: Converter
  var sourceFormat: String?
  var limits: Limits
  var normalizer: TextNormalizer
  var writers: [any Writer]
  var destination: Destination
  var onExists: OnExists
  var printer: FindingPrinter
}

extension Conversion {
  /// Converts all inputs in order; what goes wrong with one does not stop the others.
  ///
  /// - Returns: the status of the whole run.
  func run() async -> ExitStatus {
    do throws(WritingError) {
      switch destination {
      case .standardOutput: return try await runToStandardOutput()
      case .file(let path): return ExitStatus(of: [await runToFile(path)])
      case .folder(let folder, let isBatch): return try await run(to: folder, isBatch: isBatch)
      }
    } catch {
      return .afterWriting(error)
    }
  }

  private func runToStandardOutput() async throws(WritingError) -> ExitStatus {
    guard let writer = writers.first else { return .wrongUsage }
    var output = StandardOutput()
    var statuses: [Outcome.Status] = []
    try writer.writePrologue(to: &output)
    for input in inputs {
      let (document, outcome) = await read(input)
      printer.print(outcome)
      statuses.append(outcome.status)
      if let document { try writer.write(document, to: &output) }
    }
    return ExitStatus(of: statuses)
  }

  private func runToFile(_ path: String) async -> Outcome.Status {
    guard let input = inputs.first, let writer = writers.first else { return .failed }
    var (document, outcome) = await read(input)
    if let document {
      let sink = FileSink(stem: path, fileExtension: nil, separatesParts: false, isReplacing: true)
      outcome.write(document, by: writer, into: sink)
    }
    printer.print(outcome)
    return outcome.status
  }

  private func run(to folder: String, isBatch: Bool) async throws(WritingError) -> ExitStatus {
    var manifest = Manifest(folder: folder)
    var statuses: [Outcome.Status] = []
    var sourceOfPath: [String: String] = [:]
    for input in inputs {
      let outcome: Outcome
      if let other = sourceOfPath[input.relativePath] {
        let output = stem(of: input, in: folder) + (writers.first.map { ".\($0.format.fileExtension)" } ?? "")
        outcome = Outcome(name: input.name, status: .failed, error: .taken(output: output, by: other))
      } else {
        sourceOfPath[input.relativePath] = input.name
        outcome = await convert(input, into: folder)
      }
      printer.print(outcome)
      statuses.append(outcome.status)
      manifest.add(outcome)
    }
    if isBatch { try manifest.commit() }
    return ExitStatus(of: statuses)
  }

  private func convert(_ input: Input, into folder: String) async -> Outcome {
    let clock = ContinuousClock()
    let start = clock.now
    var (document, outcome) = await read(input)
    if let document {
      for writer in writers {
        let sink = FileSink(
          stem: stem(of: input, in: folder), fileExtension: writer.format.fileExtension,
          separatesParts: true, isReplacing: onExists == .replace)
        outcome.write(document, by: writer, into: sink)
      }
      if onExists == .skip { outcome.forgiveExisting() }
    }
    outcome.duration = start.duration(to: clock.now)
    return outcome
  }

  private func stem(of input: Input, in folder: String) -> String {
    "\(folder)/\(input.relativePath)"
  }

  /// Reads one input and applies the steps of normalization.
  private func read(_ input: Input) async -> (Document?, Outcome) {
    do throws(ReadingError) {
      let source = try input.source(format: sourceFormat, within: limits)
      let document = normalizer.normalize(try await converter.document(from: source))
      return (document, Outcome(reading: document))
    } catch {
      return (nil, Outcome(name: input.name, status: .failed, error: .reading(error)))
    }
  }
}

extension Outcome {
  /// Writes a document by one writer; an error becomes part of the outcome and leaves no file behind.
  fileprivate mutating func write(_ document: Document, by writer: any Writer, into sink: FileSink) {
    var sink = sink
    do throws(WritingError) {
      try writer.writePrologue(to: &sink)
      try writer.write(document, to: &sink)
      outputs += try sink.commit()
    } catch {
      status = .failed
      self.error = .writing(error)
    }
  }

  /// Turns "exists already" from a failure into a source that was left alone.
  fileprivate mutating func forgiveExisting() {
    if case .writing(let error) = error, error.reason == .exists {
      status = .skipped
      self.error = nil
    }
  }
}
