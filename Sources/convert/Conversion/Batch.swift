internal import ConverterCore
internal import PluginHost

/// What to do where an output exists already.
enum OnExists: String, CaseIterable, Sendable {
  case fail, skip, replace
}

/// Converts many inputs into a folder. Outcomes are told and listed in the order of the inputs, whatever order they end in.
///
/// What is done is written down in a ``Journal``, so that the same command goes on where it was stopped.
struct Batch {
  let inputs: [Input]
  /// All inputs that outputs in the folder belong to: those of a batch, or of all rounds of one that watches.
  private let neighbours: [Input]
  let plan: WorkPlan
  private let stems: OutputStems
  private let onExists: OnExists
  private let printer: FindingPrinter
  private let formats: [OutputFormat]
  private var record: BatchRecord?
  private var progress: BatchProgress
  private var summary = BatchSummary()
  private var statuses: [Outcome.Status] = []
  /// Lines of the manifest until their turn.
  private var lines = InTurn<Settled>()
  private var written = DiskQueue()
  /// By the hashes of their paths, which source has each output of this run: two may come to one name.
  private var placed: [Int: Owner] = [:]

  /// Why the whole batch cannot go on: the disk is full, or the journal cannot be written.
  private(set) var stop: WritingError?

  /// The source of an output.
  private struct Owner {
    var index: Int
    var member: Int?
    /// Whether an earlier run says so, which may be believed of this input alone.
    var isRecalled = false
  }

  /// One line of the manifest, with what is to be said unless an earlier run has said it.
  private struct Settled {
    var record: Journal.Record
    var outcome: Outcome?
    /// Files with the document for each merged output.
    var fragments: [String] = []

    var line: Manifest.Line { record.line }
  }

  /// - Parameters:
  ///   - neighbours: all inputs that outputs in the folder belong to; these ones where `nil`.
  ///   - keepsManifest: whether the folder gets a manifest, and the batch can be resumed.
  init(
    folder: String, inputs: [Input], neighbours: [Input]? = nil, plan: WorkPlan, onExists: OnExists,
    printer: FindingPrinter, keepsManifest: Bool,
    showsProgress: Bool
  ) throws(WritingError) {
    self.inputs = inputs
    self.plan = plan
    self.onExists = onExists
    self.printer = printer
    formats = plan.outputFormats
    self.neighbours = neighbours ?? inputs
    stems = OutputStems(
      of: neighbours ?? inputs, in: folder, ownNames: [Staging.folderName, Manifest.fileName] + plan.merges)
    progress = BatchProgress(total: inputs.count, isShown: showsProgress)
    record = keepsManifest ? try BatchRecord(folder: folder, inputs: inputs, plan: plan, onExists: onExists) : nil
  }
}

extension Batch {
  /// Converts all inputs, here or in worker processes.
  mutating func run(_ isolation: Isolation) async {
    let pending = settleWithoutWork()
    switch isolation {
    case .none: await convert(pending)
    case .workers(let workers):
      // A worker's standard input is its requests.
      await convert(pending.filter { inputs[$0.index].isStandardInput })
      var jobs = InputJobs(inputs, pending: pending.filter { !inputs[$0.index].isStandardInput }, for: self)
      WorkerPool(workers).run(&jobs)
      self = jobs.results
    }
  }

  /// Converts inputs in this process.
  private mutating func convert(_ jobs: [InputJob]) async {
    let pipeline = Pipeline(plan)
    for var job in jobs where stop == nil {
      job.identity = FileIdentity(at: inputs[job.index].path)
      var steps = pipeline.sources(of: inputs[job.index], from: job.start)
      while stop == nil, let step = steps.next() {
        var output = JobOutput()
        let (outcome, sinks, error) = await pipeline.process(step.content) {
          sink(of: job, member: step.member, writer: $0)
        }
        output.sinks = sinks
        if let error { output.fail(error) }
        settle(job, step.member, outcome, output)
        showProgress()
      }
    }
  }

  /// Writes the manifest and computes the status of the run.
  ///
  /// - Throws: ``WritingError`` where the batch was stopped or the manifest cannot be written; the same command goes on then.
  mutating func finish(saysSummary: Bool) throws(WritingError) -> ExitStatus {
    putAll()
    progress.clear()
    if let stop {
      StandardError.print("convert: stopped before the end; the same command goes on from here")
      throw stop
    }
    try record?.finish()
    if saysSummary { printer.print(summary) }
    return ExitStatus(of: statuses)
  }

  /// Settles what needs no work: inputs that could not be listed, those whose outputs another input has, and what an earlier
  /// run has done.
  ///
  /// - Returns: the jobs for the other inputs.
  private mutating func settleWithoutWork() -> [InputJob] {
    var owners = inputsOfOtherRounds()
    var contents = plan.sameContentOnce ? KnownContents(inputs) : nil
    var pending: [InputJob] = []
    for (index, input) in inputs.enumerated() {
      if let outcome = outcomeWithoutReading(input, owners: owners, contents: &contents) {
        settle(InputJob(index: index), nil, outcome, JobOutput())
        continue
      }
      let path = ExactText(input.relativePath)
      owners[path] = owners[path] ?? input
      guard let job = recall(index) else { continue }
      if let outcome = keptOutcome(of: input) {
        settle(job, nil, outcome, JobOutput())
      } else {
        pending.append(job)
      }
    }
    stopping { batch throws(WritingError) in try batch.record?.endRecall() }
    return pending
  }

  /// What becomes of an input that is not to be read: it could not be listed, another one has its outputs or its content.
  ///
  /// - Parameter owners: by the paths of their outputs, the inputs that come before.
  private func outcomeWithoutReading(
    _ input: Input, owners: [ExactText: Input], contents: inout KnownContents?
  ) -> Outcome? {
    if let failure = input.failure { return Outcome(input, failure) }
    // Where there are no files for each document, only the same file is in the way.
    if let other = owners[ExactText(input.relativePath)],
      !formats.isEmpty || other.path.identity == input.path.identity
    {
      return Outcome(input, beside: other, output: firstOutput(of: input))
    }
    guard let (other, digest) = contents?.earlier(than: input) else { return nil }
    var outcome = Outcome(name: input.name, status: .skipped, .sameContent(as: other))
    outcome.sha256 = digest
    return outcome
  }

  /// Takes what an earlier run has done of an input.
  ///
  /// - Returns: the job for what is left; `nil` where nothing is.
  private mutating func recall(_ index: Int) -> InputJob? {
    let input = inputs[index]
    var job = InputJob(index: index)
    var isDone = false
    let stem = stems.stem(of: input)
    for known in record?.recall(input, stem: stem) ?? [] {
      for output in known.line.outputs {
        placed[ExactText(output).hashValue] = Owner(index: index, member: known.member, isRecalled: true)
      }
      isDone = known.member == nil
      take(Settled(record: known), of: index, isLast: isDone)
      job.start = (known.member ?? 0) + 1
    }
    return isDone ? nil : job
  }

  /// What becomes of an input all of whose outputs are there already, where such are to stay.
  private func keptOutcome(of input: Input) -> Outcome? {
    guard overwriting == .keep, let outputs = allOutputs(of: input) else { return nil }
    var outcome = Outcome(name: input.name, status: .skipped, .existingOutput)
    outcome.outputs = outputs
    return outcome
  }

  /// By the paths of their outputs, the inputs of other rounds of a batch that watches; before all others with this path, so that it
  /// is theirs.
  private func inputsOfOtherRounds() -> [ExactText: Input] {
    guard neighbours.count > inputs.count else { return [:] }
    let own = Set(inputs.map(\.path))
    var first: [ExactText: Input] = [:]
    for input in neighbours where input.failure == nil {
      first[ExactText(input.relativePath)] = first[ExactText(input.relativePath)] ?? input
    }
    return first.filter { !own.contains($0.value.path) }
  }

  /// The outputs of an input where all are there that may come of it, so that it need not be read: it is one document, and no other
  /// one in it is asked for.
  private func allOutputs(of input: Input) -> [String]? {
    let outputs = formats.map { "\(stems.stem(of: input)).\($0.fileExtension)" }
    let isWhole =
      !outputs.isEmpty && plan.merges.isEmpty && !plan.reading.selection.includesAttachments
      && outputs.allSatisfy { ExistingFile(at: $0)?.isRegular == true }
    return isWhole ? outputs : nil
  }

  /// The files for the output of an input, or of a member of it, by one writer.
  ///
  /// Writers of merged outputs come after the others; theirs are fragments, which wait for their turn.
  func sink(of job: InputJob, member: Member?, writer: Int) -> FileSink {
    let temporary = record?.temporaryStem("\(job.index)-\(member?.position ?? -1)-\(writer)")
    guard formats.indices.contains(writer) else {
      return FileSink(
        stem: temporary ?? "", fileExtension: "fragment", separatesParts: false, overwriting: .always,
        temporaryStem: temporary)
    }
    let stem = stems.stem(of: inputs[job.index])
    return FileSink(
      stem: member.map { "\(stem)/\($0.path)" } ?? stem, fileExtension: formats[writer].fileExtension,
      separatesParts: true, mayBeMissing: formats[writer].holdsTablesAlone, overwriting: overwriting,
      temporaryStem: temporary)
  }

  /// The same command again gives the same bytes, which is no conflict.
  private var overwriting: Overwriting {
    switch onExists {
    case .replace: .always
    case .fail: .ifSame
    case .skip: record?.isResumed == true ? .keepOther : .keep
    }
  }

  /// How many outputs a source has.
  var writerCount: Int { formats.count + plan.merges.count }

  private func firstOutput(of input: Input) -> String {
    stems.stem(of: input) + (formats.first.map { ".\($0.fileExtension)" } ?? "")
  }

  /// Takes the outcome of an input, or of a member of it before, and writes its files out.
  mutating func settle(_ job: InputJob, _ member: Member?, _ outcome: Outcome, _ output: JobOutput) {
    guard stop == nil else { return }
    var source = DiskQueue.Source(
      job: job, member: member, outcome: outcome, output: output, duration: .now - output.start)
    if let error = output.error { source.outcome.fail(error) }
    if let error = source.outcome.finish(output.sinks) ?? output.error, error.needsRoom {
      putAll()
      stop = stop ?? error
      return
    }
    written.add(source)
    putWhatIsReady()
  }

  /// Shows how far the batch is, where somebody is looking, and lets nothing that is written out wait for long.
  ///
  /// - Parameter slowest: as in ``BatchProgress/draw(slowest:)``.
  mutating func showProgress(slowest: () -> (name: String, start: ContinuousClock.Instant)? = { nil }) {
    putWhatIsReady()
    progress.draw(slowest: slowest)
  }

  private mutating func putWhatIsReady() {
    stopping { batch throws(WritingError) in try batch.put(batch.written.takeReady(batch.record)) }
  }

  private mutating func putAll() {
    stopping { batch throws(WritingError) in try batch.put(batch.written.takeAll(batch.record)) }
  }

  /// Does a step, whose failure ends the batch.
  private mutating func stopping(_ step: (inout Batch) throws(WritingError) -> Void) {
    do throws(WritingError) {
      try step(&self)
    } catch {
      stop = stop ?? error
    }
  }

  /// Puts the files of sources in their places, and writes that down.
  private mutating func put(_ sources: [DiskQueue.Source]) throws(WritingError) {
    guard !sources.isEmpty else { return }
    for source in sources where stop == nil { put(source) }
    try record?.flush()
  }

  private mutating func put(_ source: DiskQueue.Source) {
    var outcome = source.outcome
    let sinks = Array(source.output.sinks.prefix(formats.count))
    let paths = sinks.flatMap(\.paths)
    let owner = Owner(index: source.job.index, member: source.member?.position)
    if let taken = paths.first(where: { isTaken($0, for: owner) }) {
      outcome.status = .failed
      outcome.error = .taken(taken, by: "another source")
    }
    let failure = outcome.put(sinks)
    var fragments = Outcome(name: outcome.name, status: .converted)
    let missing = outcome.error == nil ? fragments.put(Array(source.output.sinks.dropFirst(formats.count))) : nil
    // Folders take room too; what has its place already is found there when the batch goes on. And no merged output may lack a document.
    if let failure = failure.flatMap({ $0.needsRoom ? $0 : nil }) ?? missing {
      stop = failure
      return
    }
    if plan.merges.isEmpty { outcome.skipIfKept(sinks) }
    if outcome.error == nil { for path in paths { placed[ExactText(path).hashValue] = owner } }
    let entry = Journal.Record(
      input: inputs[source.job.index].name, member: source.member?.position, identity: source.job.identity,
      line: Manifest.Line(outcome, source.duration),
      keepsFiles: outcome.status == .skipped || sinks.contains { $0.keptCount > 0 })
    record?.add(entry)
    take(
      Settled(record: entry, outcome: outcome, fragments: fragments.outputs), of: source.job.index,
      isLast: source.member == nil)
  }

  /// Whether another source of this run has an output.
  private func isTaken(_ path: String, for owner: Owner) -> Bool {
    guard let other = placed[ExactText(path).hashValue], FilePath(path).kind != 0 else { return false }
    return other.index != owner.index || !other.isRecalled && other.member != owner.member
  }

  /// Takes a line for the manifest, and tells all whose turn has come.
  private mutating func take(_ settled: Settled, of index: Int, isLast: Bool) {
    progress.add(settled.line)
    if isLast { progress.addInput(isRecalled: settled.outcome == nil) }
    for settled in lines.add(settled, of: index, isLast: isLast) { tell(settled) }
  }

  private mutating func tell(_ settled: Settled) {
    guard stop == nil else { return }
    if let outcome = settled.outcome { printer.print(outcome) }
    statuses.append(settled.line.status)
    summary.add(settled.line)
    stopping { batch throws(WritingError) in
      try batch.record?.list(settled.record, isNew: settled.outcome != nil, fragments: settled.fragments)
    }
  }
}
