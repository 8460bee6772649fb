internal import ConverterCore

/// One message of a worker: a line of JSON, and for output the bytes that follow it.
///
///     {"bytes":5,"job":7,"part":"t1","type":"output","writer":0}⏎
///     a,b,c{"job":7,"status":"converted","type":"outcome"}⏎
public struct FrameHeader: Hashable, Sendable {
  /// What a message is.
  public enum Kind: String, Sendable {
    /// The host or the other side is there; the version of the protocol comes with it.
    case hello
    /// Bytes of output follow; a part begins where one is named.
    case output
    /// A file in the job's archive or document is about to be unpacked and looked at, by its number there: whether anything comes of
    /// it shows later.
    case entry
    /// A member of the job's archive begins; the payload names it, and output that follows is its own.
    case member
    /// The member is done; the payload says how.
    case memberOutcome = "member-outcome"
    /// A worker's job is done; the payload says how.
    case outcome
    /// A worker ends before its job, or the member that began last, is done: a plug-in of its had ended before.
    case handOver = "hand-over"

    /// Asks a plug-in for a document: the bytes of a source follow.
    case read
    /// Asks a plug-in for output: a document as JSON follows.
    case write
    /// The document that a plug-in was asked for, as JSON, follows.
    case document
    /// All output that a plug-in was asked for has been sent.
    case done
    /// A plug-in could not do what it was asked for.
    case error
    /// A plug-in is at work; says nothing else.
    case progress
  }

  public var type: Kind

  /// The version of the protocol, in `hello`.
  public var `protocol`: String?

  /// The job that the message is about, as numbered by the host. What answers a request of a plug-in repeats its number.
  public var job: Int?

  /// The number of a file in an archive, in `entry`.
  public var entry: Int?

  /// The position of the writer among those asked for.
  public var writer: Int?

  /// The part that begins with these bytes.
  public var part: String?

  /// How many bytes follow the line.
  public var bytes: Int?

  /// Whether a worker ends after this outcome, because a plug-in that it had has ended.
  public var last: Bool?

  /// The format that a plug-in is to read or write.
  public var format: String?

  /// The name of the source.
  public var name: String?

  /// The bounds that a reading keeps.
  public var limits: PluginLimits?

  /// The password, for plug-ins whose manifest asks for it.
  public var password: String?

  /// The encoding of text that a person chose, for plug-ins whose manifest asks for it.
  public var encoding: String?

  /// What kind of error it is: a code of `ReadingError`.
  public var code: String?

  /// The error in one sentence; for a `limit` the name of the bound.
  public var message: String?

  /// For a `limit`, how much the source asks for.
  public var asked: Int?

  public init(type: Kind) {
    self.type = type
  }

  public init(type: Kind, job: Int, writer: Int? = nil, part: String? = nil) {
    self.type = type
    self.job = job
    self.writer = writer
    self.part = part
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
        guard buffer.count - start <= Self.longestHeader else { throw .notOurs(excerpt(buffer[start...])) }
        return nil
      }
      guard let read = try? FrameHeader(json: buffer[start..<end]) else {
        throw .notOurs(excerpt(buffer[start..<end]))
      }
      header = read
      start = end + 1
    }
    guard let header else { return nil }
    let size = header.bytes ?? 0
    guard size >= 0 else { throw .negative(size) }
    guard size <= largestPayload else { throw .tooLarge(size) }
    guard buffer.count - start >= size else { return nil }
    let payload = buffer[start..<(start + size)]
    start += size
    self.header = nil
    return (header, payload)
  }

  /// Whether all that has come has been given out.
  var isEmpty: Bool { header == nil && start == buffer.count }

  /// What has come of a message that is not whole.
  var remainder: String { excerpt(buffer[start...]) }

  /// The start of a line, for people.
  private func excerpt(_ line: ArraySlice<UInt8>) -> String {
    let text = String(decoding: line.prefix(120).prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    return String(text.prefix(60)) + (line.count > 120 || text.count > 60 ? "…" : "")
  }
}

/// What is wrong with the bytes of a worker or plug-in.
enum FrameError: Error, Hashable {
  /// A line that is no message, with its start.
  case notOurs(String)
  /// A message that carries less than nothing.
  case negative(Int)
  /// A message that carries more than it may.
  case tooLarge(Int)
}

extension FrameError {
  /// What was done, as what follows the name of whoever did it.
  var predicate: String {
    switch self {
    case .notOurs(let excerpt): "printed something that is no message: “\(excerpt)”"
    case .negative(let size): "announced \(size) bytes, which is no count"
    case .tooLarge(let size): "announced \(size) bytes at once, more than it may send"
    }
  }
}
