import Glibc

/// The processor time that synchronous work takes on this thread.
///
/// Unlike the time on the clock it does not depend on what else runs: tests run all at once on a few cores. The corresponding
/// C function is `clock_gettime`.
public func processorTime(of work: () throws -> Void) rethrows -> Duration {
  let start = threadTime()
  try work()
  return threadTime() - start
}

private func threadTime() -> Duration {
  var time = timespec()
  _ = unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
}
