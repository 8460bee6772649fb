internal import Archives
internal import ConverterCore
internal import PluginHost

/// The inputs of a series as jobs of workers: a fault in one reading is that source's outcome, and an archive goes on behind
/// the member whose reading ended its worker.
struct SeriesJobs<Output: SeriesOutput>: WorkerClient {
  private(set) var output: Output
  private let inputs: [Input]
  /// Inputs that are to be read, by position, with the member of an archive to begin at; those begun already come first.
  private var pending: ArraySlice<Pending>
  private let printer: FindingPrinter
  /// Jobs that workers are at, by the position of their input.
  private var running: [Int: RunningJob] = [:]
  /// Results until their turn.
  private var results = InTurn<SeriesResult>()
  /// The bytes of all results on their way and waiting.
  private var size = 0
  private var statuses: [Outcome.Status] = []
  private var failure: WritingError?

  /// Bytes of results from which on no further input is begun before one that runs has ended.
  private static var mostWaiting: Int { 64 << 20 }

  /// Outputs of one source are fewer.
  private static var mostPieces: Int { 16 }

  private struct Pending {
    var index: Int
    /// Members of an archive before this position are done.
    var start = 0
    /// Entries of an archive that are not to be opened again.
    var lost: [LostEntry] = []
  }

  private struct RunningJob {
    /// Where the job would go on.
    var next: Pending
    var member: Member?
    /// The entry that the worker opened last, until a member that comes of it is done.
    var entry: Int?
    /// What has come of the source that is being read.
    var pieces: [[UInt8]] = []
  }

  /// - Parameter known: results that are there already, by position.
  init(inputs: [Input], printer: FindingPrinter, output: Output, known: [Int: [SeriesResult]]) {
    self.inputs = inputs
    self.printer = printer
    self.output = output
    pending = inputs.indices.filter { known[$0] == nil }.map { Pending(index: $0) }[...]
    for (index, results) in known.sorted(by: { $0.key < $1.key }) {
      for (position, result) in results.enumerated() {
        size += result.size
        take(result, of: index, isLast: position == results.count - 1)
      }
    }
  }

  /// - Returns: the status of the whole run.
  /// - Throws: what came up when results were taken.
  mutating func run(by workers: Isolation.Workers) throws(WritingError) -> ExitStatus {
    WorkerPool(workers).run(&self)
    if let failure { throw failure }
    return ExitStatus(of: statuses)
  }

  mutating func next() -> WorkerJob? {
    guard failure == nil, size < Self.mostWaiting || running.isEmpty, let job = pending.popFirst() else { return nil }
    running[job.index] = RunningJob(next: job)
    let input = inputs[job.index]
    return WorkerMessage.job(job.index, input, from: job.start, without: job.lost, FileIdentity(at: input.path))
  }

  mutating func begin(_ index: Int) {}

  mutating func wait() {}

  mutating func receive(_ news: WorkerNews, of index: Int) {
    guard var job = running.removeValue(forKey: index) else { return }
    switch news {
    case .output(let piece) where (0..<Self.mostPieces).contains(piece.writer):
      size += piece.bytes.count
      while job.pieces.count <= piece.writer { job.pieces.append([]) }
      job.pieces[piece.writer] += piece.bytes
    // No work has so many outputs: a worker that a document took over might say anything.
    case .output: break
    case .entryBegan(let entry): job.entry = entry
    case .memberBegan(let payload): job.member = try? Member(json: payload)
    case .memberEnded(let payload):
      let outcome =
        (try? Outcome(json: payload))
        ?? Outcome(name: job.member?.name ?? inputs[index].name, status: .crashed, .unreadableAnswer)
      take(SeriesResult(outcome: outcome, pieces: job.pieces), of: index, isLast: false)
      job.pieces = []
      job.next.start = job.member.map { $0.position + 1 } ?? job.next.start
      job.member = nil
      job.entry = nil
    }
    running[index] = job
  }

  mutating func finish(_ index: Int, _ end: WorkerPool.End) {
    guard var job = running.removeValue(forKey: index) else { return }
    let isLost = job.member == nil && job.entry.map { job.next.lost.take(LostEntry($0, end)) } ?? false
    if isLost || end == .handedOver || end == .notBegun {
      // Half a result is none.
      size -= job.pieces.reduce(0) { $0 + $1.count }
      pending = [job.next] + pending
      return
    }
    var result = SeriesResult(
      outcome: Outcome(name: job.member?.name ?? inputs[index].name, end), pieces: job.pieces)
    if !end.isAnswer {
      // Half a result is none.
      size -= result.size
      result.pieces = []
    }
    if let member = job.member {
      job.next.start = member.position + 1
      pending = [job.next] + pending
    }
    take(result, of: index, isLast: job.member == nil)
  }

  /// Takes a result, and hands over all whose turn has come.
  private mutating func take(_ result: SeriesResult, of index: Int, isLast: Bool) {
    for result in results.add(result, of: index, isLast: isLast) { settle(result) }
  }

  private mutating func settle(_ result: SeriesResult) {
    size -= result.size
    guard failure == nil else { return }
    do throws(WritingError) {
      if !result.pieces.isEmpty { try output.take(result.pieces) }
      output.note(result.outcome)
      printer.print(result.outcome)
      statuses.append(result.outcome.status)
    } catch {
      failure = error
    }
  }
}

extension SeriesResult {
  /// The bytes of all pieces.
  fileprivate var size: Int { pieces.reduce(0) { $0 + $1.count } }
}

extension WorkerPool.End {
  /// Whether the worker came to an end of its own.
  fileprivate var isAnswer: Bool { if case .answered = self { true } else { false } }
}

extension SeriesResult {
  /// Tells the host the result, piece by piece.
  ///
  /// - Parameter header: the message with the outcome, by which the job ends, or one member of its archive.
  func send(to output: FrameOutput, followedBy header: FrameHeader) throws(WritingError) {
    for (writer, piece) in pieces.enumerated() {
      var start = 0
      repeat {
        let end = min(start + WorkerMessage.largestPayload, piece.count)
        try output.send(
          FrameHeader(type: .output, job: header.job ?? 0, writer: writer), piece.span.extracting(start..<end))
        start = end
      } while start < piece.count
    }
    try output.send(header, outcome.jsonLine)
  }
}
