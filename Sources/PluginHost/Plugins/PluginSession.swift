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
/// It is a class because it owns the process that its reader and its writers share.
public final class PluginSession: Sendable {
  public let manifest: PluginManifest
  private let settings: PluginSettings
  private let process = Mutex<PluginProcess?>(nil)

  public init(_ manifest: PluginManifest, _ settings: PluginSettings) {
    self.manifest = manifest
    self.settings = settings
  }
}

extension PluginSession {
  /// Starts the program ahead of its first job, for a process that cannot start programs later. What goes wrong shows with
  /// the first job.
  public func start() {
    process.withLock { $0 = startProcess() }
  }

  /// Whether the program has been started and has not ended.
  public var isRunning: Bool {
    process.withLock { $0?.isAlive ?? false }
  }

  /// Starts the program, where it is not running, and hears its hello.
  ///
  /// - Throws: ``PluginProblem`` where there is no good answer.
  public func greet() throws(PluginProblem) {
    do throws(PluginFailure) {
      try begin([])
    } catch {
      throw PluginProblem("The plug-in “\(manifest.path)” cannot be used: \(words(for: error)).")
    }
  }

  /// Gives the program a request: a message with its payload. What answers it comes from ``next()``.
  func begin(_ request: [UInt8]) throws(PluginFailure) {
    try process.withLock { process throws(PluginFailure) in
      if process?.isAlive != true { process = startProcess() }
      guard let running = process else {
        throw .fault("cannot be started: there is no program “\(manifest.command.first ?? "")”")
      }
      if !running.hasGreeted {
        running.begin(hello, allowance: settings.allowance)
        try checkHello(try running.next().header)
        running.hasGreeted = true
      }
      running.begin(request, allowance: settings.allowance)
    }
  }

  /// The next message that answers the request, `progress` left out.
  func next() throws(PluginFailure) -> PluginMessage {
    try process.withLock { process throws(PluginFailure) in
      guard let process else { throw .fault("has not been asked") }
      while true {
        let message = try process.next()
        if message.header.last == true { process.leave() }
        if message.header.type != .progress { return message }
      }
    }
  }

  /// Ends the program; the next request starts it anew.
  func end() {
    process.withLock { $0 = nil }
  }

  /// A failure as a clause whose subject is the plug-in.
  func words(for failure: PluginFailure) -> String {
    "the plug-in “\(manifest.name)” \(predicate(of: failure))"
  }

  /// A failure as what follows the name of the plug-in.
  func predicate(of failure: PluginFailure) -> String {
    switch failure {
    case .tooLate(let allowance): "took longer than the limit of \(allowance.formattedSeconds) s (--time-limit)"
    case .fault(let predicate): predicate
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
