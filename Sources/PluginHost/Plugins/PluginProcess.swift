internal import ConverterCore
internal import Glibc

/// Why a plug-in gave no answer.
enum PluginFailure: Error, Hashable {
  /// It took longer than it may.
  case tooLate
  /// It ended, or said what no plug-in says: what it did, as what follows its name.
  case fault(String)
  /// It answered requests before, and then ended or said something that belongs to no request. That may be from what it did
  /// before: a program that answers this request first tells. What it did, as what follows its name.
  case departed(String)
}

/// A message of a plug-in with what followed it.
struct PluginMessage: Sendable {
  var header: FrameHeader
  var payload: ArraySlice<UInt8>

  /// What an error says, in one line; `nil` where it says nothing.
  var sentence: String? { header.message.map(TextJoining.oneLine) }
}

/// The running program of a plug-in: takes requests, gives messages, one after the other.
final class PluginProcess {
  private var process: ChildProcess
  private var decoder: FrameDecoder
  /// The end of what the program said on standard error.
  private var said: [UInt8] = []
  private var unsent: ArraySlice<UInt8> = []
  /// When the time of the latest request is over.
  private(set) var deadline = ContinuousClock.now

  /// Whether the program has ended, or can no longer be understood.
  private(set) var isSpent = false

  /// Whether the program has said hello.
  var hasGreeted = false

  /// Whether the program has answered a request.
  var hasAnswered = false

  /// The number of the latest request; `nil` for a hello.
  private var job: Int?

  /// Whether no message has answered the latest request.
  private var isSilent = true

  /// - Returns: `nil` where no process can be started.
  init?(_ command: [String], in folder: String, leadsGroup: Bool, largestPayload: Int) {
    // A request to a program that has just ended must not end this process; the end of its output tells.
    _ = signal(SIGPIPE, SIG_IGN)
    guard let program = command.first,
      let process = ChildProcess.start(
        program, Array(command.dropFirst()),
        ChildProcess.Surroundings(folder: folder, keepsMessages: true, leadsGroup: leadsGroup))
    else { return nil }
    self.process = process
    decoder = FrameDecoder(largestPayload: largestPayload)
    for descriptor in [self.process.input, self.process.messages ?? self.process.input] {
      _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
    }
  }

  /// Gives the program a request; ``next()`` sends it and takes what answers it.
  ///
  /// - Parameters:
  ///   - request: a message with its payload.
  ///   - job: the number of the request, which answers repeat; `nil` for a hello.
  ///   - deadline: when its time is over.
  func begin(_ request: [UInt8], job: Int? = nil, by deadline: ContinuousClock.Instant) {
    unsent += request
    self.job = job
    isSilent = true
    self.deadline = deadline
  }

  /// The next message of the program, which has sent one or must do so before its time is over.
  ///
  /// - Throws: ``PluginFailure``; the program has been ended then.
  func next() throws(PluginFailure) -> PluginMessage {
    do throws(PluginFailure) {
      while true {
        if let message = try decodedMessage() {
          try check(message.header)
          return message
        }
        guard deadline > .now else { throw .tooLate }
        try wait()
      }
    } catch {
      isSpent = true
      _ = process.kill()
      throw error
    }
  }

  /// Gives it no further request: the program has said that it ends. To wait for its end would be a guess.
  func leave() { isSpent = true }

  /// Whether the program can be given a request: its output is open, and nothing that it said is left over, which would be
  /// taken for the answer. The corresponding C function is `poll`.
  var isReady: Bool {
    var descriptor = pollfd(fd: process.output, events: Int16(POLLIN), revents: 0)
    _ = unsafe poll(&descriptor, 1, 0)
    return !isSpent && descriptor.revents == 0 && decoder.isEmpty
  }
}

extension PluginProcess {
  /// Whether there is output that has not been asked for, or comes in time. The corresponding C function is `poll`.
  func speaks(within time: Duration) -> Bool {
    var descriptor = pollfd(fd: process.output, events: Int16(POLLIN), revents: 0)
    _ = unsafe poll(&descriptor, 1, Int32(time / .milliseconds(1)))
    return !decoder.isEmpty || Int32(descriptor.revents) & POLLIN != 0
  }

  private func decodedMessage() throws(PluginFailure) -> PluginMessage? {
    do throws(FrameError) {
      return try decoder.next().map { PluginMessage(header: $0.header, payload: $0.payload) }
    } catch {
      throw stray(error.predicate)
    }
  }

  /// Holds a message against the request. What a program says for one request must never be taken for the answer to another:
  /// so only the first request that a program gets may be answered without its number, and is its last then.
  private func check(_ header: FrameHeader) throws(PluginFailure) {
    guard header.type != .progress else { return }
    if let job, header.job != job {
      guard header.job == nil else { throw stray("answered a request that it was not given") }
      guard !hasAnswered else { throw stray("did not say which request it answers") }
      leave()
    }
    isSilent = false
  }

  /// The failure for an end, or for output that does not answer the request. It may come from an earlier one: then the
  /// request is still to be answered.
  private func stray(_ predicate: String) -> PluginFailure {
    hasAnswered && isSilent ? .departed(predicate) : .fault(predicate)
  }

  /// Waits until something can be sent or has come, and sends and takes it. The corresponding C function is `poll`.
  private func wait() throws(PluginFailure) {
    var descriptors = [
      pollfd(fd: process.output, events: Int16(POLLIN), revents: 0),
      pollfd(fd: process.messages ?? -1, events: Int16(POLLIN), revents: 0),
      pollfd(fd: unsent.isEmpty ? -1 : process.input, events: Int16(POLLOUT), revents: 0),
    ]
    let milliseconds = max(0, (deadline - .now) / .milliseconds(1)).rounded(.up)
    _ = unsafe poll(&descriptors, nfds_t(descriptors.count), Int32(min(milliseconds, 60_000)))
    if descriptors[1].revents != 0 { takeWords() }
    if descriptors[2].revents != 0 { send() }
    if descriptors[0].revents != 0 { try takeOutput() }
  }

  /// Sends as much as the pipe takes. A program that has ended shows by the end of its output.
  private func send() {
    let count = unsafe unsent.withUnsafeBytes { unsafe write(process.input, $0.baseAddress, $0.count) }
    if count > 0 {
      unsent = unsent.dropFirst(count)
    } else if count < 0, errno != EAGAIN, errno != EINTR {
      unsent = []
    }
  }

  private func takeOutput() throws(PluginFailure) {
    var piece = [UInt8](repeating: 0, count: 256 << 10)
    let count = unsafe piece.withUnsafeMutableBytes { unsafe read(process.output, $0.baseAddress, $0.count) }
    if count > 0 { return decoder.append(piece[..<count]) }
    if count < 0, errno == EINTR { return }
    let end = process.waitBriefly()
    // What a pipe holds at most, and no more of a program that goes on talking.
    for _ in 0..<16 { takeWords() }
    throw stray(predicate(of: end))
  }

  /// Takes what the program says to people and keeps the end of it.
  private func takeWords() {
    guard let messages = process.messages else { return }
    var piece = [UInt8](repeating: 0, count: 4 << 10)
    let count = unsafe piece.withUnsafeMutableBytes { unsafe read(messages, $0.baseAddress, $0.count) }
    if count > 0 { said = Array((said + piece[..<count]).suffix(4 << 10)) }
  }

  private func predicate(of end: ChildProcess.End?) -> String {
    let isQuiet = end == .exited(0) && decoder.isEmpty
    let ending = isQuiet ? "ended without an answer" : end?.predicate ?? "closed its output"
    let rest = decoder.remainder.isEmpty ? "" : " in the middle of the message “\(decoder.remainder)”"
    let lines = String(decoding: said, as: UTF8.self).split(separator: "\n")
    guard let last = lines.last(where: { !$0.allSatisfy(\.isWhitespace) }) else { return "\(ending)\(rest)" }
    return "\(ending)\(rest), saying “\(last.prefix(200))”"
  }
}
