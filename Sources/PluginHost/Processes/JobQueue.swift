/// The jobs that a worker has, in order: the one that it is at, and those that wait behind it.
///
/// Small jobs wait in the worker, so that it does many of them without waiting for the host in between. They are several times
/// as many as it tells of at once: it is still at work while the host takes that and gives it more.
struct JobQueue {
  private static let mostJobs = 64

  /// What a worker has waiting is read in a moment, so that no other worker is without work while jobs wait behind others here.
  private static let mostBytes = 256 << 10

  /// The lines of all jobs together are shorter than what a pipe holds, so that writing them never waits.
  private static let mostLineBytes = 32 << 10

  private var jobs: [WorkerJob] = []
  private var bytes = 0
  private var lineBytes = 0
}

extension JobQueue {
  /// The job that the worker is at.
  var first: WorkerJob? { jobs.first }

  var count: Int { jobs.count }

  /// Whether a further job may wait behind these.
  var hasRoom: Bool { jobs.count < Self.mostJobs && bytes < Self.mostBytes && lineBytes < Self.mostLineBytes }

  mutating func append(_ job: WorkerJob) {
    jobs.append(job)
    count(job, times: 1)
  }

  /// Takes out the job that is done.
  mutating func removeFirst() {
    count(jobs.removeFirst(), times: -1)
  }

  /// Takes out all jobs.
  mutating func removeAll() -> [WorkerJob] {
    defer { self = JobQueue() }
    return jobs
  }

  private mutating func count(_ job: WorkerJob, times: Int) {
    // What is not known, and what is large, fills the queue by itself.
    bytes += times * min(job.size ?? Self.mostBytes, Self.mostBytes)
    lineBytes += times * job.line.count
  }
}
