internal import Glibc

/// A running child with pipes to its standard input and from its standard output. It is killed and reaped with the value.
///
/// The child's standard error is that of this process.
struct ChildProcess: ~Copyable {
  /// How a child ended.
  enum End: Hashable, Sendable {
    case exited(Int32)
    case signaled(Int32)
  }

  private let identifier: pid_t
  private var end: End?

  /// Bytes written to this descriptor reach the child's standard input.
  let input: Int32

  /// What the child prints is read from this descriptor.
  let output: Int32

  /// Starts a program. The corresponding C functions are `pipe` and `posix_spawn`.
  ///
  /// - Returns: `nil` where the system refuses.
  static func start(_ path: String, _ arguments: [String]) -> ChildProcess? {
    guard let (childInput, input) = pipe() else { return nil }
    guard let (output, childOutput) = pipe() else {
      close(childInput)
      close(input)
      return nil
    }
    let identifier = spawn(path, arguments, input: childInput, output: childOutput)
    close(childInput)
    close(childOutput)
    guard let identifier else {
      close(input)
      close(output)
      return nil
    }
    return ChildProcess(identifier: identifier, input: input, output: output)
  }

  private init(identifier: pid_t, input: Int32, output: Int32) {
    self.identifier = identifier
    self.input = input
    self.output = output
  }

  /// Ends the child at once and tells how it ended. The corresponding C functions are `kill` and `waitpid`.
  mutating func kill() -> End {
    if let end { return end }
    _ = Glibc.kill(identifier, SIGKILL)
    return wait()
  }

  /// Waits until the child has ended.
  mutating func wait() -> End {
    if let end { return end }
    var status: Int32 = 0
    while unsafe waitpid(identifier, &status, 0) < 0 && errno == EINTR {}
    let signal = status & 0x7F
    let end: End = signal == 0 ? .exited(status >> 8 & 0xFF) : .signaled(signal)
    self.end = end
    return end
  }

  deinit {
    close(input)
    close(output)
    if end == nil {
      _ = Glibc.kill(identifier, SIGKILL)
      var status: Int32 = 0
      while unsafe waitpid(identifier, &status, 0) < 0 && errno == EINTR {}
    }
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

  private static func spawn(_ path: String, _ arguments: [String], input: Int32, output: Int32) -> pid_t? {
    var actions = unsafe posix_spawn_file_actions_t()
    guard unsafe posix_spawn_file_actions_init(&actions) == 0 else { return nil }
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    // The copies stay open in the child; the originals close when its program starts.
    unsafe posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    unsafe posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    var words = unsafe ([path] + arguments).map { unsafe strdup($0) }
    defer { for index in unsafe words.indices { unsafe free(words[index]) } }
    unsafe words.append(nil)
    var identifier: pid_t = 0
    let failure = unsafe posix_spawn(&identifier, path, &actions, nil, words, environ)
    return failure == 0 ? identifier : nil
  }
}
