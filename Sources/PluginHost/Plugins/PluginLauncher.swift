internal import Glibc

/// Becomes the program of a plug-in after giving up what foreign programs must not have.
public enum PluginLauncher {
  /// Gives up writing to files and the network, bounds the memory, and replaces the program of this process.
  /// The corresponding C function is `execvp`.
  ///
  /// - Parameters:
  ///   - command: the program and its arguments.
  ///   - memory: the bytes of address space that the program may have; `nil` for no bound.
  /// - Returns: only where the program cannot be started: the system's words.
  public static func run(_ command: [String], memory: Int?) -> String {
    // Before the bound on memory, which this program's own libraries may not fit in.
    var words = unsafe command.map { unsafe strdup($0) }
    unsafe words.append(nil)
    guard let program = unsafe words.first ?? nil else { return "there is no program" }
    _ = Sandbox.enter(memory: memory, startsPrograms: true)
    unsafe execvp(program, words)
    guard let reason = unsafe strerror(errno) else { return "error \(errno)" }
    return unsafe String(cString: reason)
  }
}
