internal import CSandbox
internal import Glibc

/// A running child with pipes to its standard input and from its standard output. It is killed and reaped with the value,
/// and so are the programs that it started, where it leads a group of its own.
struct ChildProcess: ~Copyable {
  /// How a child ended.
  enum End: Hashable, Sendable {
    case exited(Int32)
    case signaled(Int32)
  }

  /// What a child is given.
  struct Surroundings {
    /// The folder that it starts in; `nil` for that of this process.
    var folder: String?
    /// Whether what it says on standard error is read from ``messages``; else it goes where that of this process goes.
    var keepsMessages = false
    /// Whether it leads a process group, so that all that it starts ends with it.
    var leadsGroup = true
    /// A descriptor that it finds as ``OutboxLayout/descriptor``.
    var outbox: Int32?
  }

  private let identifier: pid_t
  private let leadsGroup: Bool
  private var end: End?

  /// Bytes written to this descriptor reach the child's standard input.
  let input: Int32

  /// What the child prints is read from this descriptor.
  let output: Int32

  /// What the child says to people is read from this descriptor, where it is kept.
  let messages: Int32?

  /// Starts a program. The corresponding C functions are `pipe` and `posix_spawnp`.
  ///
  /// - Parameters:
  ///   - program: a path, or a name that is looked for in the folders of programs.
  ///   - arguments: what it is started with.
  ///   - surroundings: its folder, and what it shares with this process.
  /// - Returns: `nil` where the system refuses.
  static func start(
    _ program: String, _ arguments: [String], _ surroundings: Surroundings = Surroundings()
  ) -> ChildProcess? {
    var open: [Int32] = []
    func pipe() -> (reading: Int32, writing: Int32)? {
      guard let ends = Self.pipe() else { return nil }
      open += [ends.0, ends.1]
      return ends
    }
    guard let input = pipe(), let output = pipe(),
      let messages = surroundings.keepsMessages ? pipe() : (STDERR_FILENO, STDERR_FILENO),
      let identifier = spawn(
        program, arguments, surroundings, input: input.reading, output: output.writing, messages: messages.writing)
    else {
      for descriptor in open { close(descriptor) }
      return nil
    }
    close(input.reading)
    close(output.writing)
    if surroundings.keepsMessages { close(messages.writing) }
    return ChildProcess(
      identifier: identifier, leadsGroup: surroundings.leadsGroup, input: input.writing, output: output.reading,
      messages: surroundings.keepsMessages ? messages.reading : nil)
  }

  private init(identifier: pid_t, leadsGroup: Bool, input: Int32, output: Int32, messages: Int32?) {
    self.identifier = identifier
    self.leadsGroup = leadsGroup
    self.input = input
    self.output = output
    self.messages = messages
  }

  /// Ends the child at once and tells how it ended; `nil` where this process may not end others (see ``Sandbox``).
  /// The corresponding C functions are `kill` and `waitpid`.
  mutating func kill() -> End? {
    if let end { return end }
    return sendKill() ? wait() : nil
  }

  /// Ends the child and all of its group. The corresponding C function is `kill`.
  private func sendKill() -> Bool {
    Glibc.kill(leadsGroup ? -identifier : identifier, SIGKILL) == 0
  }

  /// Waits for the end of a child that has closed its output, for a second at most.
  mutating func waitBriefly() -> End? {
    for _ in 0..<100 {
      if end != nil || hasEnded(WNOHANG) { return wait() }
      usleep(10_000)
    }
    return nil
  }

  /// Waits until the child has ended.
  mutating func wait() -> End {
    if let end { return end }
    // What it started may live on. The child is reaped after that, so that its number still names its group.
    if leadsGroup, hasEnded(0) { _ = sendKill() }
    let status = reap()
    let signal = status & 0x7F
    let end: End = signal == 0 ? .exited(status >> 8 & 0xFF) : .signaled(signal)
    self.end = end
    return end
  }

  /// Whether the child has ended; it is not reaped. The corresponding C function is `waitid`.
  ///
  /// - Parameter flags: `WNOHANG` to ask, 0 to wait for it.
  private func hasEnded(_ flags: Int32) -> Bool {
    var information = unsafe siginfo_t()
    while unsafe waitid(P_PID, id_t(identifier), &information, WEXITED | WNOWAIT | flags) < 0 {
      guard errno == EINTR else { return true }
    }
    return unsafe information.si_signo == SIGCHLD
  }

  /// Waits for the child and gives its status. The corresponding C function is `waitpid`.
  private func reap() -> Int32 {
    var status: Int32 = 0
    while unsafe waitpid(identifier, &status, 0) < 0 && errno == EINTR {}
    return status
  }

  deinit {
    close(input)
    close(output)
    if let messages { close(messages) }
    if end == nil, sendKill() { _ = reap() }
  }
}

extension ChildProcess {
  /// Two ends of a pipe that programs started later do not inherit: reading, writing.
  private static func pipe() -> (Int32, Int32)? {
    var ends: [Int32] = [0, 0]
    guard unsafe Glibc.pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }

  private static func spawn(
    _ program: String, _ arguments: [String], _ surroundings: Surroundings, input: Int32, output: Int32, messages: Int32
  ) -> pid_t? {
    var actions = unsafe posix_spawn_file_actions_t()
    guard unsafe posix_spawn_file_actions_init(&actions) == 0 else { return nil }
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    // The copies stay open in the child; the originals close when its program starts.
    unsafe posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    unsafe posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    unsafe posix_spawn_file_actions_adddup2(&actions, messages, STDERR_FILENO)
    // Last: the originals above may stand at that number.
    if let outbox = surroundings.outbox {
      unsafe posix_spawn_file_actions_adddup2(&actions, outbox, OutboxLayout.descriptor)
    }
    if let folder = surroundings.folder { unsafe cvt_spawn_in_folder(&actions, folder) }
    var attributes = posix_spawnattr_t()
    guard unsafe posix_spawnattr_init(&attributes) == 0 else { return nil }
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    // This program ignores the signal of a closed pipe; programs that it starts expect to end by it.
    var endingSignals = sigset_t()
    unsafe sigemptyset(&endingSignals)
    unsafe sigaddset(&endingSignals, SIGPIPE)
    unsafe posix_spawnattr_setsigdefault(&attributes, &endingSignals)
    let flags = POSIX_SPAWN_SETSIGDEF | (surroundings.leadsGroup ? POSIX_SPAWN_SETPGROUP : 0)
    unsafe posix_spawnattr_setflags(&attributes, Int16(flags))
    unsafe posix_spawnattr_setpgroup(&attributes, 0)
    var words = unsafe ([program] + arguments).map { unsafe strdup($0) }
    defer { for index in unsafe words.indices { unsafe free(words[index]) } }
    unsafe words.append(nil)
    var identifier: pid_t = 0
    let failure = unsafe posix_spawnp(&identifier, program, &actions, &attributes, words, environ)
    return failure == 0 ? identifier : nil
  }
}

extension ChildProcess.End {
  /// How it ended, as what follows the name of the program.
  var predicate: String {
    switch self {
    case .exited(let status): "ended with status \(status)"
    case .signaled(SIGSEGV), .signaled(SIGBUS): "touched memory that is not its own"
    case .signaled(SIGILL), .signaled(SIGTRAP): "stopped at a failed check"
    case .signaled(SIGABRT): "gave up, likely for want of memory"
    case .signaled(SIGKILL): "was killed, likely for want of memory"
    case .signaled(let signal): "was ended by signal \(signal)"
    }
  }
}
