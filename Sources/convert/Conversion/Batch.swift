internal import ConverterCore

/// What to do where an output exists already.
enum OnExists: String, CaseIterable, Sendable {
  case fail, skip, replace
}

/// Converts many inputs into a folder. Outcomes are told and listed in the order of the inputs, whatever order they end in.
struct Batch {
  let inputs: [Input]
  let plan: WorkPlan
  private let folder: String
  private let onExists: OnExists
  private let printer: FindingPrinter
  private let formats: [OutputFormat]
  private var manifest: Manifest
  private var statuses: [Outcome.Status] = []
  /// Outcomes that wait for those of earlier inputs.
  private var waiting: [Int: (outcome: Outcome, duration: Duration)] = [:]
  private var next = 0

  init(folder: String, inputs: [Input], plan: WorkPlan, onExists: OnExists, printer: FindingPrinter) {
    self.folder = folder
    self.inputs = inputs
    self.plan = plan
    self.onExists = onExists
    self.printer = printer
    formats = plan.outputFormats
    manifest = Manifest(folder: folder)
  }
}

extension Batch {
  /// Converts all inputs, here or in worker processes.
  mutating func run(_ isolation: Isolation) async {
    let pending = settleWithoutWork()
    switch isolation {
    case .none:
      let pipeline = Pipeline(plan)
      for index in pending {
        let start = ContinuousClock.now
        let (outcome, sinks) = await pipeline.process(inputs[index]) { sink(of: index, writer: $0) }
        settle(index, outcome, sinks, duration: .now - start)
      }
    case .workers(let workers):
      var jobs = BatchJobs(self, pending: pending)
      jobs.run(by: workers)
      self = jobs.batch
    }
  }

  /// Writes the manifest and computes the status of the run.
  func finish(writesManifest: Bool) throws(WritingError) -> ExitStatus {
    if writesManifest { try manifest.commit() }
    return ExitStatus(of: statuses)
  }

  /// Settles what needs no work: inputs that could not be listed, and those whose outputs another input has.
  ///
  /// - Returns: the positions of the other inputs.
  private mutating func settleWithoutWork() -> [Int] {
    var sourceOfPath: [String: String] = [:]
    var pending: [Int] = []
    for (index, input) in inputs.enumerated() {
      if let failure = input.failure {
        settle(index, Outcome(name: input.name, Outcome.Failure(failure)), [])
      } else if let other = sourceOfPath[input.relativePath] {
        let output = stem(of: input) + (formats.first.map { ".\($0.fileExtension)" } ?? "")
        settle(index, Outcome(name: input.name, .taken(output, by: other)), [])
      } else {
        sourceOfPath[input.relativePath] = input.name
        pending.append(index)
      }
    }
    return pending
  }

  /// The files for the output of an input by one writer.
  func sink(of index: Int, writer: Int) -> FileSink {
    FileSink(
      stem: stem(of: inputs[index]), fileExtension: formats[writer].fileExtension, separatesParts: true,
      isReplacing: onExists == .replace)
  }

  private func stem(of input: Input) -> String {
    "\(folder)/\(input.relativePath)"
  }

  /// Takes the outcome of an input, puts its files in their places, and tells all outcomes whose turn has come.
  mutating func settle(_ index: Int, _ outcome: Outcome, _ sinks: [FileSink], duration: Duration = .zero) {
    var outcome = outcome
    outcome.commit(sinks)
    if onExists == .skip { outcome.forgiveExisting() }
    waiting[index] = (outcome, duration)
    while let (outcome, duration) = waiting.removeValue(forKey: next) {
      printer.print(outcome)
      statuses.append(outcome.status)
      manifest.add(outcome, duration: duration)
      next += 1
    }
  }
}
