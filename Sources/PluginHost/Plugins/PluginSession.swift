internal import ConverterCore
internal import Synchronization

/// How plug-ins are run.
public struct PluginSettings: Hashable, Sendable {
  /// The program, with its arguments, that gives up what a plug-in must not have and then becomes the plug-in's program
  /// (see ``PluginLauncher``); empty to start the plug-in as it is.
  public var launcher: [String]

  /// The time that one job may take.
  public var allowance: Duration

  /// The bytes that one message of a plug-in may carry: a whole document, or a piece of output.
  public var largestPayload: Int

  /// Whether a plug-in and all that it starts can be ended together. Not in a worker, which ends with them.
  public var leadsGroup: Bool

  public init(
    launcher: [String] = [], allowance: Duration = .seconds(120), largestPayload: Int = 256 << 20,
    leadsGroup: Bool = true
  ) {
    self.launcher = launcher
    self.allowance = allowance
    self.largestPayload = largestPayload
    self.leadsGroup = leadsGroup
  }
}

/// The conversation with one plug-in: its program starts when it is first needed, and again after it has ended.
///
/// It is a class because it owns the process.
public final class PluginSession: Sendable {
  public let manifest: PluginManifest
  private let settings: PluginSettings
  private let state = Mutex(State())

  private struct State {
    var process: PluginProcess?
    /// What the program was asked for last, and the number of it, which nobody can guess: no answer to another request has it.
    var request: [UInt8] = []
    var job = 0
    /// Whether this process cannot start programs any more.
    var isFixed = false
    var hasMissedRequest = false
    /// When the source is out of time, where its time is counted.
    var deadline: ContinuousClock.Instant?
  }

  public init(_ manifest: PluginManifest, _ settings: PluginSettings) {
    self.manifest = manifest
    self.settings = settings
  }
}

extension PluginSession {
  /// Starts the program ahead of its first job, for a process that cannot start programs later. What goes wrong shows with
  /// the first job.
  public func start() {
    state.withLock {
      $0.process = startProcess()
      $0.isFixed = true
    }
  }

  /// Begins the time that a source has, which is not longer than that of one request.
  func beginSource() {
    state.withLock { $0.deadline = .now + settings.allowance }
  }

  /// Whether the program can be given a request: it has been started, has not ended, repeats the numbers of requests, and has
  /// said nothing without being asked.
  public var isReady: Bool {
    state.withLock { $0.process?.isReady ?? false }
  }

  /// Whether the program says something after its answer, for which there is no use.
  public func speaksUnasked(within time: Duration) -> Bool {
    state.withLock { $0.process?.speaks(within: time) ?? false }
  }

  /// Whether a request came to a program that had ended before, and that this process cannot start anew: another process may.
  public var hasMissedRequest: Bool {
    state.withLock { $0.hasMissedRequest }
  }

  /// Starts the program, where it is not running, and hears its hello.
  ///
  /// - Throws: ``PluginProblem`` where there is no good answer.
  public func greet() throws(PluginProblem) {
    do throws(PluginFailure) {
      try state.withLock { state throws(PluginFailure) in
        if state.process?.isReady != true { state.process = startProcess() }
        try greet(state)
      }
    } catch {
      throw PluginProblem("The plug-in “\(manifest.path)” cannot be used: \(words(for: error)).")
    }
  }

  /// Gives the program a request. What answers it comes from ``next()``.
  ///
  /// - Parameters:
  ///   - header: what is asked for; gets the number of the request.
  ///   - payload: the bytes that follow.
  func begin(_ header: FrameHeader, _ payload: some Collection<UInt8>) throws(PluginFailure) {
    try state.withLock { state throws(PluginFailure) in
      // Numbers that a program in JavaScript can hold.
      state.job = Int.random(in: 1..<(1 << 53))
      var header = header
      header.job = state.job
      header.bytes = payload.count
      state.request = header.jsonLine + payload
      if state.process?.isReady != true {
        if !state.isFixed {
          state.process = startProcess()
        } else if state.process?.hasAnswered == true {
          state.hasMissedRequest = true
          throw .departed("is not there any more")
        }
      }
      try ask(state)
    }
  }

  /// The next message that answers the request, `progress` left out.
  ///
  /// A program that has served and then ends need not say so, and a fault after an answer is not that of the next source: the
  /// request goes to a program that is started for it.
  func next() throws(PluginFailure) -> PluginMessage {
    try state.withLock { state throws(PluginFailure) in
      do throws(PluginFailure) {
        return try answer(of: state.process)
      } catch {
        guard case .departed = error else { throw error }
        if state.isFixed {
          state.hasMissedRequest = true
          throw error
        }
      }
      state.process = startProcess()
      try ask(state)
      return try answer(of: state.process)
    }
  }

  /// Gives the program the latest request, after a hello where there was none.
  private func ask(_ state: State) throws(PluginFailure) {
    try greet(state)
    state.process?.begin(state.request, job: state.job, by: deadline(state))
  }

  /// Says hello to a program, where that has not been done.
  private func greet(_ state: State) throws(PluginFailure) {
    guard let process = state.process else {
      throw .fault("cannot be started: there is no program “\(manifest.command.first ?? "")”")
    }
    guard !process.hasGreeted else { return }
    process.begin(hello, by: deadline(state))
    try checkHello(try process.next().header)
    process.hasGreeted = true
  }

  /// When a request that is given now is to be answered.
  private func deadline(_ state: State) -> ContinuousClock.Instant {
    let deadline = ContinuousClock.now + settings.allowance
    return min(state.deadline ?? deadline, deadline)
  }

  private func answer(of process: PluginProcess?) throws(PluginFailure) -> PluginMessage {
    guard let process else { throw .fault("has not been asked") }
    while true {
      let message = try process.next()
      if message.header.last == true { process.leave() }
      if message.header.type == .progress { continue }
      if message.header.type != .output { process.hasAnswered = true }
      return message
    }
  }

  /// When the time of the latest request is over.
  var deadline: ContinuousClock.Instant? { state.withLock { $0.process?.deadline } }

  /// Ends the program; the next request starts it anew.
  func end() {
    state.withLock { $0.process = nil }
  }

  /// A failure as a clause whose subject is the plug-in.
  func words(for failure: PluginFailure) -> String {
    "the plug-in “\(manifest.name)” \(predicate(of: failure))"
  }

  /// A failure as what follows the name of the plug-in.
  func predicate(of failure: PluginFailure) -> String {
    switch failure {
    case .tooLate: "took longer than the limit of \(settings.allowance.formattedSeconds) s (--time-limit)"
    case .fault(let predicate), .departed(let predicate): predicate
    }
  }

  private func startProcess() -> PluginProcess? {
    PluginProcess(
      settings.launcher + manifest.command, in: manifest.folder, leadsGroup: settings.leadsGroup,
      largestPayload: settings.largestPayload)
  }

  private var hello: [UInt8] {
    var hello = FrameHeader(type: .hello)
    hello.protocol = PluginManifest.protocolVersion
    return hello.jsonLine
  }

  private func checkHello(_ header: FrameHeader) throws(PluginFailure) {
    guard header.type == .hello else {
      throw .fault("said “\(header.type.rawValue)” before it said hello")
    }
    guard header.protocol == PluginManifest.protocolVersion else {
      let version = header.protocol.map { "the protocol “\($0)”" } ?? "no protocol"
      throw .fault("speaks \(version), and this program speaks “\(PluginManifest.protocolVersion)”")
    }
  }
}

extension Duration {
  /// Whole seconds, or tenths where they count.
  fileprivate var formattedSeconds: String {
    let tenths = Int((self / .milliseconds(100)).rounded())
    return tenths.isMultiple(of: 10) ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }
}
