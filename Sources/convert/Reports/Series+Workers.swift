internal import ConverterCore
internal import PluginHost

/// What comes of the inputs of a series, handed over in their order.
struct SeriesResults<Target: SeriesOutput>: JobResults {
  private(set) var output: Target
  private let printer: FindingPrinter
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

  /// - Parameter known: results that are there already, by the position of their input.
  init(_ output: Target, printer: FindingPrinter, known: [Int: [SeriesResult]]) {
    self.output = output
    self.printer = printer
    for (index, results) in known.sorted(by: { $0.key < $1.key }) {
      for (position, result) in results.enumerated() {
        size += result.pieces.size
        take(result, of: index, isLast: position == results.count - 1)
      }
    }
  }

  var isStopped: Bool { failure != nil }

  var hasRoom: Bool { size < Self.mostWaiting }

  func beginOutput() -> [[UInt8]] { [] }

  mutating func take(_ piece: WorkerOutput, of job: InputJob, _ member: Member?, into pieces: inout [[UInt8]]) {
    // No work has so many outputs: a worker that a document took over might say anything.
    guard (0..<Self.mostPieces).contains(piece.writer) else { return }
    size += piece.bytes.count
    while pieces.count <= piece.writer { pieces.append([]) }
    pieces[piece.writer] += piece.bytes
  }

  mutating func drop(_ pieces: [[UInt8]]) { size -= pieces.size }

  mutating func settle(_ job: InputJob, _ member: Member?, _ outcome: Outcome, _ pieces: [[UInt8]]) {
    var result = SeriesResult(outcome: outcome, pieces: pieces)
    if outcome.error != nil {
      // Half a result is none.
      drop(pieces)
      result.pieces = []
    }
    take(result, of: job.index, isLast: member == nil)
  }

  /// The status of the whole run.
  ///
  /// - Throws: what came up when results were taken.
  func finish() throws(WritingError) -> ExitStatus {
    if let failure { throw failure }
    return ExitStatus(of: statuses)
  }

  /// Takes a result, and hands over all whose turn has come.
  private mutating func take(_ result: SeriesResult, of index: Int, isLast: Bool) {
    for result in results.add(result, of: index, isLast: isLast) { handOver(result) }
  }

  private mutating func handOver(_ result: SeriesResult) {
    size -= result.pieces.size
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

extension [[UInt8]] {
  /// The bytes of all pieces.
  fileprivate var size: Int { reduce(0) { $0 + $1.count } }
}

extension SeriesResult {
  /// Tells the host the result, piece by piece.
  ///
  /// - Parameter header: the message with the outcome, by which the job ends, or one member of its archive.
  func send(to output: FrameOutput, followedBy header: FrameHeader) throws(WritingError) {
    for (writer, piece) in pieces.enumerated() {
      try output.send(output: piece.span, of: FrameHeader(type: .output, job: header.job ?? 0, writer: writer))
    }
    try output.send(header, outcome.jsonLine)
  }
}
