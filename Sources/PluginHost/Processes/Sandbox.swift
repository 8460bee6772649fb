internal import CSandbox
internal import Glibc

/// What a process gives up before it reads foreign bytes, so that a fault in a reader harms nothing else.
public struct Sandbox: Hashable, Sendable {
  /// What the kernel does not offer here, in words; empty where everything was given up.
  public var missing: [String]

  /// Gives up writing to files, starting programs and the network for the rest of the process's life, bounds its memory,
  /// and forbids core dumps. Open descriptors stay usable.
  ///
  /// - Parameters:
  ///   - memory: the bytes of address space that the process may have; `nil` for no bound.
  ///   - startsPrograms: whether programs can still be started, which have given up the same; for ``PluginLauncher``.
  public static func enter(memory: Int?, startsPrograms: Bool = false) -> Sandbox {
    cvt_end_with_parent()
    if let memory { limit(__rlimit_resource_t(RLIMIT_AS.rawValue), to: memory) }
    limit(__rlimit_resource_t(RLIMIT_CORE.rawValue), to: 0)
    let given = cvt_sandbox_enter(startsPrograms)
    var missing: [String] = []
    if !given.denies_writing { missing.append("writing to files is not denied (no landlock)") }
    if !given.denies_network { missing.append("the network is not denied (no seccomp)") }
    return Sandbox(missing: missing)
  }

  /// The corresponding C function is `setrlimit`.
  private static func limit(_ resource: __rlimit_resource_t, to value: Int) {
    var bound = rlimit(rlim_cur: rlim_t(max(0, value)), rlim_max: rlim_t(max(0, value)))
    _ = unsafe setrlimit(resource, &bound)
  }
}
