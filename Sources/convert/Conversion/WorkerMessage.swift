internal import ConverterCore
internal import FoundationEssentials
internal import PluginHost

/// What the host and its workers say to each other, besides the frames of the protocol.
enum WorkerMessage {
  /// The bytes that one message of a worker may carry; longer output comes in pieces.
  static let largestPayload = 16 << 20

  /// Asks for one input.
  struct Request: Codable {
    var job: Int
    var input: Input
    /// Members of an archive before this position are passed over.
    var start: Int
  }

  /// Inputs of at most so many bytes are small jobs.
  private static let smallInput = 256 << 10

  /// A job for a worker.
  ///
  /// - Parameter identity: what the input is now.
  static func job(_ number: Int, _ input: Input, from start: Int, _ identity: FileIdentity?) -> WorkerJob {
    WorkerJob(
      number, line: line(Request(job: number, input: input, start: start)),
      isSmall: identity.map { $0.size <= smallInput } ?? false)
  }

  /// A message as one line of JSON.
  static func line(_ message: some Encodable) -> [UInt8] {
    guard let data = try? JSONEncoder().encode(message) else { return [] }
    return Array(data) + [UInt8(ascii: "\n")]
  }

  /// The message in a payload, or `nil` where the worker says something else.
  static func decode<Message: Decodable>(_ type: Message.Type, _ payload: [UInt8]) -> Message? {
    try? JSONDecoder().decode(type, from: Data(payload))
  }
}
