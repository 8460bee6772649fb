import Glibc

/// The result of synchronous work and the processor time that it takes on this thread.
///
/// Unlike the time on the clock it does not depend on what else runs: tests run all at once on a few cores. The corresponding
/// C function is `clock_gettime`.
public func withProcessorTime<Result>(_ work: () throws -> Result) rethrows -> (result: Result, time: Duration) {
  let start = threadTime()
  let result = try work()
  return (result, threadTime() - start)
}

private func threadTime() -> Duration {
  var time = timespec()
  _ = unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
}
