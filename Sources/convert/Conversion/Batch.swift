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
  /// Outcomes that wait for those of earlier inputs; for an archive those of its members, then its own.
  private var waiting: [Int: Waiting] = [:]
  private var next = 0

  /// What is known of one input.
  private struct Waiting {
    var outcomes: [(outcome: Outcome, duration: Duration)] = []
    var isDone = false
  }

  init(folder: String, inputs: [Input], plan: WorkPlan, onExists: OnExists, printer: FindingPrinter) {
    self.folder = folder
    self.inputs = inputs
    self.plan = plan
    self.onExists = onExists
    self.printer = printer
    formats = StandardWriters.named(plan.writers, plan.writing).map(\.format)
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
      for job in pending {
        var steps = pipeline.sources(of: inputs[job.index], from: job.start)
        while let step = steps.next() {
          var output = JobOutput()
          let (outcome, sinks) = await pipeline.process(step.content) {
            sink(of: job.index, memberPath: step.member?.path, writer: $0)
          }
          output.sinks = sinks
          settle(job.index, step.member, outcome, output)
        }
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
  /// - Returns: the jobs for the other inputs.
  private mutating func settleWithoutWork() -> [BatchJob] {
    var sourceOfPath: [String: String] = [:]
    var pending: [BatchJob] = []
    for (index, input) in inputs.enumerated() {
      if let failure = input.failure {
        settle(index, nil, Outcome(name: input.name, Outcome.Failure(failure)), JobOutput())
      } else if let other = sourceOfPath[input.relativePath] {
        let output = stem(of: input) + (formats.first.map { ".\($0.fileExtension)" } ?? "")
        settle(index, nil, Outcome(name: input.name, .taken(output, by: other)), JobOutput())
      } else {
        sourceOfPath[input.relativePath] = input.name
        pending.append(BatchJob(index: index))
      }
    }
    return pending
  }

  /// The files for the output of an input, or of a member of it, by one writer.
  func sink(of index: Int, memberPath: String?, writer: Int) -> FileSink {
    let stem = stem(of: inputs[index])
    return FileSink(
      stem: memberPath.map { "\(stem)/\($0)" } ?? stem, fileExtension: formats[writer].fileExtension,
      separatesParts: true, isReplacing: onExists == .replace)
  }

  private func stem(of input: Input) -> String {
    "\(folder)/\(input.relativePath)"
  }

  /// Takes the outcome of an input, or of a member of it before, puts its files in their places, and tells all outcomes
  /// whose turn has come.
  mutating func settle(_ index: Int, _ member: Member?, _ outcome: Outcome, _ output: JobOutput) {
    var outcome = outcome
    if let error = output.error { outcome.fail(error) }
    outcome.commit(output.sinks)
    if onExists == .skip { outcome.forgiveExisting() }
    waiting[index, default: Waiting()].outcomes.append((outcome, .now - output.start))
    if member == nil { waiting[index]?.isDone = true }
    while let known = waiting.removeValue(forKey: next) {
      for (outcome, duration) in known.outcomes {
        printer.print(outcome)
        statuses.append(outcome.status)
        manifest.add(outcome, duration: duration)
      }
      guard known.isDone else { return }
      next += 1
    }
  }
}
