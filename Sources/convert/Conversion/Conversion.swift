internal import ConverterCore

/// What the arguments mean: which inputs, what to do with them, and where results go.
struct Conversion: Sendable {
  /// Where results go.
  enum Destination: Hashable, Sendable {
    case standardOutput
    /// One file, which is replaced.
    case file(String)
    /// A folder; a batch also gets its manifest there.
    case folder(String, isBatch: Bool)

    /// The path of the folder, where it is one.
    var folder: String? { if case .folder(let path, _) = self { path } else { nil } }
  }

  var inputs: [Input]
  /// All inputs of which some come now, as ``WatchRun`` has them.
  var neighbours: [Input]?
  var plan: WorkPlan
  var destination: Destination
  var onExists: OnExists?
  var isolation: Isolation
  var printer: FindingPrinter
  /// Whether a batch ends with a summary.
  var hasSummary = false
  /// Whether a batch shows how far it is.
  var showsProgress = false
}

extension Conversion {
  /// Converts all inputs; what goes wrong with one does not stop the others.
  ///
  /// - Returns: the status of the whole run.
  func run() async -> ExitStatus {
    do throws(WritingError) {
      return try await runToEnd()
    } catch {
      return .afterWriting(error)
    }
  }

  /// Converts all inputs.
  ///
  /// - Returns: the status of the whole run.
  /// - Throws: what the run could not go on for: the disk is full, or the folder belongs to another run.
  func runToEnd() async throws(WritingError) -> ExitStatus {
    switch destination {
    case .standardOutput: return try await runToStandardOutput()
    case .file(let path): return await runToFile(path)
    case .folder(let folder, let isBatch):
      var batch = try Batch(
        folder: folder, inputs: inputs, neighbours: neighbours, plan: plan, onExists: onExists ?? .fail,
        printer: printer,
        keepsManifest: isBatch, showsProgress: isBatch && showsProgress)
      await batch.run(isBatch ? isolation : .none)
      return try batch.finish(saysSummary: isBatch && hasSummary)
    }
  }

  private func runToStandardOutput() async throws(WritingError) -> ExitStatus {
    let pipeline = Pipeline(plan)
    guard let writer = pipeline.writers.first else { return .wrongUsage }
    var output = StandardOutput()
    var isFollowing = false
    var statuses: [Outcome.Status] = []
    try writer.writePrologue(to: &output)
    for input in inputs {
      var steps = pipeline.sources(of: input)
      while let step = steps.next() {
        var (document, outcome) = await pipeline.open(step.content)
        if document != nil, isFollowing { try writer.writeSeparator(to: &output) }
        isFollowing = isFollowing || document != nil
        try pipeline.write(&document, by: writer, to: &output, &outcome)
        printer.print(outcome)
        statuses.append(outcome.status)
      }
    }
    return ExitStatus(of: statuses)
  }

  /// What may happen to a file that was named itself.
  private var overwriting: Overwriting {
    switch onExists ?? .replace {
    case .replace: .always
    case .fail: .never
    case .skip: .keep
    }
  }

  private func runToFile(_ path: String) async -> ExitStatus {
    let pipeline = Pipeline(plan)
    guard let input = inputs.first, let step = pipeline.onlySource(of: input) else { return .converted }
    var (outcome, sinks, _) = await pipeline.process(step) { _ in
      FileSink(
        stem: path, fileExtension: nil, separatesParts: false,
        overwriting: overwriting)
    }
    outcome.commit(sinks)
    printer.print(outcome)
    return ExitStatus(of: [outcome.status])
  }
}

extension Outcome.Failure {
  /// Nothing is wrong: what exists is to stay (`--on-exists skip`).
  static let existingOutput = Outcome.Failure(code: "output-exists", sentence: "its output exists already")
}

extension Outcome {
  /// Writes the files of a document out and puts them in their places; an error becomes part of the outcome.
  mutating func commit(_ sinks: [FileSink]) {
    // All of them are written out before the first is seen: so they appear together as far as renaming can make them.
    if finish(sinks) == nil { put(sinks) }
    skipIfKept(sinks)
  }

  /// Says that the source was left alone where files stood in the places of all its outputs, or else that some were kept.
  mutating func skipIfKept(_ sinks: [FileSink]) {
    let keptCount = sinks.reduce(0) { $0 + $1.keptCount }
    guard error == nil, keptCount > 0 else { return }
    guard keptCount == outputs.count else {
      let sentence = "kept what existed already: \(keptCount) of \(outputs.count) outputs"
      return remarks.append(Remark(severity: .note, sentence: sentence))
    }
    status = .skipped
    error = .existingOutput
  }

  /// Writes the files of a document out, so that putting them in their places needs no more room.
  mutating func finish(_ sinks: [FileSink]) -> WritingError? {
    guard error == nil else { return nil }
    do throws(WritingError) {
      for sink in sinks { try sink.finish() }
      return nil
    } catch {
      fail(error)
      return error
    }
  }

  /// Puts files that were written out in their places.
  ///
  /// - Returns: the failure, if any.
  @discardableResult mutating func put(_ sinks: [FileSink]) -> WritingError? {
    guard error == nil else { return nil }
    do throws(WritingError) {
      for sink in sinks { outputs += try sink.commit() }
      return nil
    } catch {
      fail(error)
      return error
    }
  }
}
