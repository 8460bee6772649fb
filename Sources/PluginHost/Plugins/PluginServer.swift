public import ConverterCore
internal import FoundationEssentials
internal import Glibc

/// The other side: readers and writers in Swift as the program of a plug-in.
///
///     import PluginHost
///
///     await PluginServer(GreetingReader()).run()
public struct PluginServer: Sendable {
  private let readers: [any Reader]
  private let writers: [any Writer]

  public init(_ readers: any Reader..., writers: [any Writer] = []) {
    self.readers = readers
    self.writers = writers
  }

  /// Answers requests on standard input until it ends.
  public func run() async {
    var input = FrameInput()
    while let (request, payload) = input.next() {
      var message = await answer(request, payload)
      message.header.job = request.job
      send(message)
    }
  }
}

extension PluginServer {
  private typealias Message = (header: FrameHeader, payload: [UInt8])

  private func answer(_ header: FrameHeader, _ payload: ArraySlice<UInt8>) async -> Message {
    switch header.type {
    case .hello:
      var hello = FrameHeader(type: .hello)
      hello.protocol = PluginManifest.protocolVersion
      return (hello, [])
    case .read: return await read(header, payload)
    case .write: return write(header, payload)
    default: return error("unsupported", "a request “\(header.type.rawValue)”")
    }
  }

  private func read(_ header: FrameHeader, _ payload: ArraySlice<UInt8>) async -> Message {
    let source = Source(name: header.name ?? "", bytes: Data(payload), format: header.format)
    guard let reader = readers.first(where: { $0.formats.contains { $0.name == source.format } }) else {
      return error("unsupported", "the format “\(source.format ?? "")”")
    }
    do throws(ReadingError) {
      let document = try await reader.read(source, within: header.limits?.limits ?? .standard)
      var json = MemorySink()
      // Memory takes everything.
      try? JSONWriter(layout: .compact).write(document, to: &json)
      return (FrameHeader(type: .document), json.bytes)
    } catch {
      return self.error(error)
    }
  }

  private func write(_ header: FrameHeader, _ payload: ArraySlice<UInt8>) -> Message {
    guard let writer = writers.first(where: { $0.format.name == header.format }) else {
      return error("unsupported", "the format “\(header.format ?? "")”")
    }
    do {
      var sink = OutputFrames(job: header.job)
      try writer.write(try Document(jsonBytes: Array(payload)), to: &sink)
      return (FrameHeader(type: .done), [])
    } catch {
      return self.error("failed", "\(error)")
    }
  }

  private func error(_ error: ReadingError) -> Message {
    var header = FrameHeader(type: .error)
    header.code = error.code
    switch error.reason {
    case .limit(let name, let asked, _): (header.message, header.asked) = (name, asked)
    case .damaged(_, let detail), .unsupported(let detail): header.message = detail
    default: header.message = error.description
    }
    return (header, [])
  }

  private func error(_ code: String, _ message: String) -> Message {
    var header = FrameHeader(type: .error)
    (header.code, header.message) = (code, message)
    return (header, [])
  }
}

/// Sends the output of a writer piece by piece; the host decides what becomes of parts.
private struct OutputFrames: ByteSink {
  let separatesParts = true
  /// The number of the request, which every message repeats.
  let job: Int?

  func beginPart(_ name: String) { send(name, []) }

  func write(_ bytes: Span<UInt8>) { send(nil, Array(bytes.indices.map { bytes[$0] })) }

  private func send(_ part: String?, _ bytes: [UInt8]) {
    var header = FrameHeader(type: .output)
    (header.job, header.part) = (job, part)
    PluginHost.send((header, bytes))
  }
}

/// Prints one message; where nobody takes it, the host has gone and the program ends.
private func send(_ message: (header: FrameHeader, payload: [UInt8])) {
  var header = message.header
  header.bytes = message.payload.isEmpty ? nil : message.payload.count
  var unsent = (header.jsonLine + message.payload)[...]
  while !unsent.isEmpty {
    let count = unsafe unsent.withUnsafeBytes { unsafe Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
    if count < 0, errno != EINTR { exit(1) }
    unsent = unsent.dropFirst(max(0, count))
  }
}

/// Messages on standard input.
private struct FrameInput {
  private var decoder = FrameDecoder(largestPayload: .max)

  /// The next message; `nil` at the end, or where what comes is none.
  mutating func next() -> (header: FrameHeader, payload: ArraySlice<UInt8>)? {
    var piece = [UInt8](repeating: 0, count: 256 << 10)
    while true {
      do throws(FrameError) {
        if let message = try decoder.next() { return message }
      } catch {
        return nil
      }
      let count = unsafe piece.withUnsafeMutableBytes { unsafe Glibc.read(STDIN_FILENO, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return nil }
      decoder.append(piece[..<count])
    }
  }
}
