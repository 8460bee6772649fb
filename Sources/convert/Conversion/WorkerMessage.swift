internal import ConverterCore
internal import PluginHost

/// What the host and its workers say to each other, besides the frames of the protocol.
enum WorkerMessage {
  /// The bytes that one message of a worker may carry; longer output comes in pieces.
  static let largestPayload = 16 << 20

  /// What a worker is told before its first job.
  struct SetUp {
    /// Those of the run, by which it knows what to do.
    var arguments: [String]
  }

  /// Asks for one input.
  struct Request {
    var job: Int
    var input: Input
    /// Members of an archive before this position are passed over.
    var start: Int
    /// Entries of an archive that are not to be opened again.
    var lost: [LostEntry]
  }

  /// A job for a worker.
  ///
  /// - Parameter identity: what the input is now.
  static func job(
    _ number: Int, _ input: Input, from start: Int, without lost: [LostEntry], _ identity: FileIdentity?
  ) -> WorkerJob {
    WorkerJob(
      number, line: Request(job: number, input: input, start: start, lost: lost).jsonLine,
      size: identity?.size)
  }
}
