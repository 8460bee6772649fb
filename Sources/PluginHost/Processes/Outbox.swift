internal import CSandbox
internal import Glibc

/// What a worker has to say and has not sent yet, in memory that its host can read after the worker has ended.
///
/// So a worker can tell of many small jobs at once, and yet nothing that it has done is lost when it ends or is ended: the
/// first job that is not answered is the one that it was at.
///
///     0        8        16       24                 24 + count
///     | sent   | count  | began  | bytes            |
///
/// `sent` is how many bytes went through the pipe before the first of `bytes`. The host knows how many it has received, so it
/// knows which of `bytes` are new to it, at whatever moment the worker ended. `began` is when the worker got to what it is at,
/// in nanoseconds of the system's monotonic clock: time that an earlier job took is not held against a later one.
enum OutboxLayout {
  static let heading = 24
  static let capacity = 64 << 10

  /// The descriptor at which a worker finds the memory.
  static let descriptor: Int32 = 3
}

/// The worker's side of an outbox. A class because it owns a mapping, of which no pointer gets out.
@safe public final class Outbox {
  private let start: UnsafeMutableRawPointer

  /// How many bytes wait.
  public private(set) var count = 0
  private var sent: UInt64 = 0

  /// Opens what the host has given. The corresponding C function is `mmap`.
  ///
  /// - Returns: `nil` where there is none.
  public init?() {
    let size = OutboxLayout.heading + OutboxLayout.capacity
    var status = stat()
    guard unsafe fstat(OutboxLayout.descriptor, &status) == 0, status.st_size == size,
      let start = unsafe mmap(nil, size, PROT_READ | PROT_WRITE, MAP_SHARED, OutboxLayout.descriptor, 0),
      unsafe start != MAP_FAILED
    else { return nil }
    close(OutboxLayout.descriptor)
    unsafe self.start = start
  }

  deinit {
    unsafe munmap(start, OutboxLayout.heading + OutboxLayout.capacity)
  }

  /// How many more bytes it can take.
  public var room: Int { OutboxLayout.capacity - count }

  /// Takes bytes.
  ///
  /// - Precondition: there is room for them.
  public func append(_ bytes: Span<UInt8>) {
    precondition(bytes.count <= room, "an outbox is sent before it is full")
    unsafe bytes.withUnsafeBytes { source in
      guard let first = source.baseAddress else { return }
      unsafe (start + OutboxLayout.heading + count).copyMemory(from: first, byteCount: source.count)
    }
    count += bytes.count
    unsafe cvt_publish(start + 8, UInt64(count))
  }

  /// Notes that what follows begins now.
  public func begin() { unsafe cvt_publish(start + 16, monotonicNanoseconds) }

  /// Sends what waits.
  ///
  /// - Parameter write: takes all bytes that wait.
  public func send<Failure>(_ write: (Span<UInt8>) throws(Failure) -> Void) throws(Failure) {
    let bytes = unsafe UnsafeRawBufferPointer(start: start + OutboxLayout.heading, count: count)
    try write(unsafe Span<UInt8>(_unsafeBytes: bytes))
    empty()
  }

  /// Forgets what waited: it has been sent, and so many bytes beside it.
  ///
  /// - Parameter others: how many bytes were sent that had not waited here.
  public func empty(sentBeside others: Int = 0) {
    sent += UInt64(count + others)
    count = 0
    // In this order: a host that looks in between finds nothing new.
    unsafe cvt_publish(start + 8, 0)
    unsafe cvt_publish(start, sent)
  }
}

/// The host's side of an outbox. A class because it owns a descriptor.
final class OutboxReader {
  /// What a worker is to find at ``OutboxLayout/descriptor``.
  let descriptor: Int32

  /// - Returns: `nil` where the system offers no such memory; the worker sends everything at once then.
  init?() {
    descriptor = cvt_memory_file(OutboxLayout.heading + OutboxLayout.capacity)
    if descriptor < 0 { return nil }
  }

  deinit {
    close(descriptor)
  }

  /// What a worker that has ended did not send. The corresponding C function is `pread`: the memory could have been made
  /// shorter by a worker that a document took over.
  ///
  /// - Parameter received: how many bytes of it have come.
  func rest(after received: Int) -> [UInt8] {
    var memory = [UInt8](repeating: 0, count: OutboxLayout.heading + OutboxLayout.capacity)
    let count = unsafe memory.withUnsafeMutableBytes { unsafe pread(descriptor, $0.baseAddress, $0.count, 0) }
    guard count == memory.count else { return [] }
    let sent = number(memory[0..<8])
    let waiting = number(memory[8..<16])
    guard sent <= UInt64(received), waiting <= UInt64(OutboxLayout.capacity) else { return [] }
    let known = UInt64(received) - sent
    guard known < waiting else { return [] }
    return Array(memory[(OutboxLayout.heading + Int(known))..<(OutboxLayout.heading + Int(waiting))])
  }

  /// How long the worker has been at what it is at; `nil` where it has not said. The corresponding C function is `pread`.
  var elapsed: Duration? {
    var began = [UInt8](repeating: 0, count: 8)
    let count = unsafe began.withUnsafeMutableBytes { unsafe pread(descriptor, $0.baseAddress, $0.count, 16) }
    let start = number(began[...])
    guard count == began.count, start > 0 else { return nil }
    let (elapsed, isLater) = monotonicNanoseconds.subtractingReportingOverflow(start)
    return isLater ? .zero : .nanoseconds(Int64(clamping: elapsed))
  }

  private func number(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }
}

/// The time on a clock that all processes share. The corresponding C function is `clock_gettime`.
private var monotonicNanoseconds: UInt64 {
  var time = timespec()
  _ = unsafe clock_gettime(CLOCK_MONOTONIC, &time)
  return UInt64(clamping: time.tv_sec) &* 1_000_000_000 &+ UInt64(clamping: time.tv_nsec)
}
