internal import FoundationEssentials

/// One message of a worker: a line of JSON, and for output the bytes that follow it.
///
///     {"bytes":5,"job":7,"part":"t1","type":"output","writer":0}⏎
///     a,b,c{"job":7,"status":"converted","type":"outcome"}⏎
public struct FrameHeader: Codable, Hashable, Sendable {
  /// What a message is.
  public enum Kind: String, Codable, Sendable {
    /// The worker is ready.
    case hello
    /// Bytes of output follow; a part begins where one is named.
    case output
    /// A member of the job's archive begins; the payload names it, and output that follows is its own.
    case member
    /// The member is done; the payload says how.
    case memberOutcome = "member-outcome"
    /// The job is done; the payload says how.
    case outcome
  }

  public var type: Kind

  /// The version of the protocol, in `hello`.
  public var `protocol`: String?

  /// The job that the message is about, as numbered by the host.
  public var job: Int?

  /// The position of the writer among those asked for.
  public var writer: Int?

  /// The part that begins with these bytes.
  public var part: String?

  /// How many bytes follow the line.
  public var bytes: Int?

  public init(
    type: Kind, protocol: String? = nil, job: Int? = nil, writer: Int? = nil, part: String? = nil, bytes: Int? = nil
  ) {
    self.type = type
    self.protocol = `protocol`
    self.job = job
    self.writer = writer
    self.part = part
    self.bytes = bytes
  }
}

/// Takes the bytes of a worker as they come and gives its messages one by one.
struct FrameDecoder {
  /// A header is one short line; a longer one is not ours.
  private static let longestHeader = 64 << 10

  private var buffer: [UInt8] = []
  private var start = 0
  private var header: FrameHeader?
  private let largestPayload: Int

  /// - Parameter largestPayload: the bytes that one message may carry.
  init(largestPayload: Int) {
    self.largestPayload = largestPayload
  }

  mutating func append(_ bytes: ArraySlice<UInt8>) {
    if start > 0 {
      buffer.removeFirst(start)
      start = 0
    }
    buffer += bytes
  }

  /// The next whole message, or `nil` until more bytes come.
  ///
  /// - Throws: ``FrameError`` where the bytes are not of the protocol.
  mutating func next() throws(FrameError) -> (header: FrameHeader, payload: ArraySlice<UInt8>)? {
    if header == nil {
      guard let end = buffer[start...].firstIndex(of: UInt8(ascii: "\n")) else {
        guard buffer.count - start <= Self.longestHeader else { throw .notOurs }
        return nil
      }
      guard let read = try? JSONDecoder().decode(FrameHeader.self, from: Data(buffer[start..<end])) else {
        throw .notOurs
      }
      header = read
      start = end + 1
    }
    guard let header else { return nil }
    let size = header.bytes ?? 0
    guard (0...largestPayload).contains(size) else { throw .tooLarge(size) }
    guard buffer.count - start >= size else { return nil }
    let payload = buffer[start..<(start + size)]
    start += size
    self.header = nil
    return (header, payload)
  }
}

/// What is wrong with the bytes of a worker.
enum FrameError: Error, Hashable {
  /// A line that is no message.
  case notOurs
  /// A message that carries more than it may.
  case tooLarge(Int)
}

extension FrameError: CustomStringConvertible {
  var description: String {
    switch self {
    case .notOurs: "the worker printed something that is no message"
    case .tooLarge(let size): "the worker announced \(size) bytes at once, more than it may send"
    }
  }
}
