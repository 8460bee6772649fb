internal import CSandbox
internal import FoundationEssentials
internal import Glibc

/// What a process gives up before it reads foreign bytes, so that a fault in a reader harms nothing else.
public struct Sandbox: Hashable, Sendable {
  /// What the kernel does not offer here, in words; empty where everything was given up.
  public var missing: [String]

  /// Gives up writing to files, starting programs and the network for the rest of the process's life, bounds its memory,
  /// and forbids core dumps. Open descriptors stay usable.
  ///
  /// Landlock holds for the thread that asks and those that it starts, not for others: call this while there is one thread.
  ///
  /// - Parameters:
  ///   - memory: the bytes of address space that the process may take beyond what it has now (its program, its libraries); where
  ///     it becomes another program, those that this may have in all. `nil` for no bound.
  ///   - startsPrograms: whether programs can still be started, which have given up the same; for ``PluginLauncher``.
  public static func enter(memory: Int?, startsPrograms: Bool = false) -> Sandbox {
    cvt_end_with_parent()
    let threads = threadCount
    if let memory {
      let (sum, overflow) = memory.addingReportingOverflow(startsPrograms ? 0 : addressSpace)
      limit(__rlimit_resource_t(RLIMIT_AS.rawValue), to: overflow ? .max : sum)
    }
    limit(__rlimit_resource_t(RLIMIT_CORE.rawValue), to: 0)
    let given = cvt_sandbox_enter(startsPrograms)
    var missing: [String] = []
    if !given.denies_writing { missing.append("writing to files is not denied (no landlock)") }
    if given.denies_writing, threads > 1 { missing.append("writing to files is not denied to all threads") }
    if !given.denies_network { missing.append("the network is not denied (no seccomp)") }
    return Sandbox(missing: missing)
  }

  /// How many threads this process has: the entries of `/proc/self/task`.
  private static var threadCount: Int {
    (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/task").count) ?? 1
  }

  /// The bytes of address space that this process has: the first number of `/proc/self/statm`, in pages.
  private static var addressSpace: Int {
    let text = FileManager.default.contents(atPath: "/proc/self/statm").map { String(decoding: $0, as: UTF8.self) }
    return (text?.split(separator: " ").first.flatMap { Int($0) } ?? 0) * sysconf(Int32(_SC_PAGESIZE))
  }

  /// The corresponding C function is `setrlimit`.
  private static func limit(_ resource: __rlimit_resource_t, to value: Int) {
    var bound = rlimit(rlim_cur: rlim_t(max(0, value)), rlim_max: rlim_t(max(0, value)))
    _ = unsafe setrlimit(resource, &bound)
  }
}
