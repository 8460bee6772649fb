internal import CSandbox
internal import Glibc
internal import Synchronization

/// A wait until everything written to a file system so far is on the disk, while the caller goes on.
///
/// A class because a thread of its own waits; releasing it waits for the thread. The corresponding C function is `syncfs`.
public final class PendingSync: Sendable {
  private let state: State
  /// `nil` once it was waited for.
  private let thread: Mutex<pthread_t?>

  private final class State: Sendable {
    let descriptor: Int32
    let isDone = Atomic(false)
    /// `errno` of the wait; 0 where everything is on the disk.
    let failure = Atomic<Int32>(0)

    init(_ descriptor: Int32) { self.descriptor = descriptor }

    func run() {
      if !cvt_sync_file_system(descriptor) { failure.store(errno, ordering: .relaxed) }
      isDone.store(true, ordering: .releasing)
    }
  }

  /// - Parameter descriptor: a file of the file system, which stays open until the wait is over.
  public init(_ descriptor: Int32) {
    let state = State(descriptor)
    self.state = state
    var thread = pthread_t()
    let lent = unsafe Unmanaged.passRetained(state)
    let failure = unsafe pthread_create(
      &thread, nil,
      { argument in
        if let argument = unsafe argument { unsafe Unmanaged<State>.fromOpaque(argument).takeRetainedValue().run() }
        return nil
      }, lent.toOpaque())
    self.thread = Mutex(failure == 0 ? thread : nil)
    // Without a thread the wait is here.
    if failure != 0 { unsafe lent.takeRetainedValue().run() }
  }

  /// Whether the wait is over.
  public var isDone: Bool { state.isDone.load(ordering: .acquiring) }

  /// `errno` of the wait that is over; `nil` where everything is on the disk.
  public var failure: Int32? {
    let number = state.failure.load(ordering: .relaxed)
    return number == 0 ? nil : number
  }

  /// Waits until the wait is over. The corresponding C function is `pthread_join`.
  public func join() {
    thread.withLock { thread in
      if let running = thread { pthread_join(running, nil) }
      thread = nil
    }
  }

  deinit { join() }
}
