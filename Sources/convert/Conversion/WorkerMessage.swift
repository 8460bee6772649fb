internal import ConverterCore
internal import FoundationEssentials
internal import PluginHost

/// What the host and its workers say to each other, besides the frames of the protocol.
enum WorkerMessage {
  /// The bytes that one message of a worker may carry; longer output comes in pieces.
  static let largestPayload = 16 << 20

  /// Asks for one source.
  struct Request: Codable {
    var job: Int
    var input: Input
  }

  /// A message as one line of JSON.
  static func line(_ message: some Encodable) -> [UInt8] {
    guard let data = try? JSONEncoder().encode(message) else { return [] }
    return Array(data) + [UInt8(ascii: "\n")]
  }

  /// The outcome that a worker tells.
  static func outcome(_ payload: [UInt8]) -> Outcome? {
    try? JSONDecoder().decode(Outcome.self, from: Data(payload))
  }
}
