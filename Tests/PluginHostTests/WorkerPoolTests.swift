import Foundation
import Testing

@testable import PluginHost

/// Workers here are small shell scripts: what matters is how the host takes what they do.
@Suite struct WorkerPoolTests {
  /// Hands out jobs and keeps what comes of them.
  private struct Client: WorkerClient {
    let jobs: Int
    let size: Int?
    var given = 0
    var waiting: [Int] = []
    var ends: [Int: WorkerPool.End] = [:]
    var output: [Int: String] = [:]

    mutating func next() -> WorkerJob? {
      if let job = waiting.popLast() { return WorkerJob(job, line: Array("\(job)\n".utf8), size: size) }
      guard given < jobs else { return nil }
      defer { given += 1 }
      return WorkerJob(given, line: Array("\(given)\n".utf8), size: size)
    }

    func begin(_ job: Int) {}

    func wait() {}

    mutating func receive(_ news: WorkerNews, of job: Int) {
      guard case .output(let piece) = news else { return }
      output[job, default: ""] += String(decoding: piece.bytes, as: UTF8.self)
    }

    mutating func finish(_ job: Int, _ end: WorkerPool.End) {
      if end == .notBegun {
        waiting.append(job)
        return
      }
      #expect(ends[job] == nil, "a job ends once")
      ends[job] = end
    }
  }

  /// Runs jobs on workers that execute a shell script; returns the ends by job and the output by job.
  private func run(
    _ script: String, program: String = "/bin/bash", jobs: Int, workers: Int = 2, allowance: Duration = .seconds(10),
    largestPayload: Int = 1 << 20, size: Int? = 100
  ) -> (ends: [Int: WorkerPool.End], output: [Int: String]) {
    let pool = WorkerPool(
      program: program, arguments: ["-c", "read -r setup; [ $setup = go ] || exit 9\n" + script], workerCount: workers,
      setUp: Array("go\n".utf8), allowance: allowance, largestPayload: largestPayload)
    var client = Client(jobs: jobs, size: size)
    pool.run(&client)
    return (client.ends, client.output)
  }

  /// Answers every job with its number as output.
  private static let faithful = """
    while read -r job; do
      printf '{"type":"output","job":%d,"writer":0,"bytes":%d}\\n%s' "$job" "${#job}" "$job"
      printf '{"type":"outcome","job":%d,"bytes":2}\\nok' "$job"
    done
    """

  @Test(arguments: [1, 2, 5]) func `every job is answered once`(_ workers: Int) {
    for size in [100, 1 << 20, nil] {
      let (ends, output) = run(Self.faithful, jobs: 40, workers: workers, size: size)
      #expect(ends.count == 40)
      #expect(ends.values.allSatisfy { $0 == .answered(Array("ok".utf8)) })
      #expect((0..<40).allSatisfy { output[$0] == "\($0)" })
    }
  }

  @Test func `small jobs wait in the worker, others do not`() {
    // The first line tells how many more have come within 0.3 s; what waits is answered by the next worker.
    let script = """
      read -r job; count=0
      while read -r -t 0.3 more; do count=$((count + 1)); done
      printf '{"type":"outcome","job":%d,"bytes":1}\\n%d' "$job" "$count"
      """
    for (size, waiting) in [(100, 3), (100 << 10, 2), (1 << 20, 0), (nil, 0)] {
      #expect(run(script, jobs: 4, workers: 1, size: size).ends[0] == .answered(Array("\(waiting)".utf8)))
    }
  }

  @Test func `jobs that wait behind one that hangs are given to another worker`() {
    let script = Self.faithful.replacing("do\n", with: "do [ $job = 0 ] && sleep 60\n")
    let (ends, output) = run(script, jobs: 6, workers: 1, allowance: .seconds(1))
    #expect(ends[0] == .timedOut(.seconds(1)))
    #expect((1..<6).allSatisfy { ends[$0] == .answered(Array("ok".utf8)) && output[$0] == "\($0)" })
  }

  @Test func `no jobs end at once`() {
    #expect(run(Self.faithful, jobs: 0).ends.isEmpty)
  }

  @Test func `a crash is the result of its job alone`() {
    let script = Self.faithful.replacing("do\n", with: "do [ $job = 3 ] && kill -SEGV $$\n")
    let (ends, _) = run(script, jobs: 8)
    #expect(ends[3] == .crashed(detail: "the worker touched memory that is not its own", wasKilled: false))
    #expect(ends.filter { $0.value == .answered(Array("ok".utf8)) }.count == 7)
  }

  /// Does the first job and puts its answer into the memory that the host shares, sending so many bytes of it; then the
  /// second job goes wrong.
  private static func unsent(afterSending sent: Int, then end: String) -> String {
    "read -r first; read -r second\n" + outbox + "publish \"$first\"; printf %s \"${answer:0:\(sent)}\"\n\(end)"
  }

  /// The commands `publish`, which puts the answer to a job into the memory that the host shares and begins the next one.
  private static var outbox: String {
    var time = timespec()
    _ = unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    let since = Int(time.tv_sec) * 1_000_000 + Int(time.tv_nsec) / 1000 - Int(Date.now.timeIntervalSince1970 * 1e6)
    return #"""
      number() { local n=$1; for _ in 1 2 3 4 5 6 7 8; do printf "\\x$(printf %02x $((n & 255)))"; n=$((n >> 8)); done; }
      publish() {
        answer=$(printf '{"type":"outcome","job":%d,"bytes":2}\nok' "$1")
        local now=$(((${EPOCHREALTIME/[.,]/} + \#(since)) * 1000))
        { number 0; number ${#answer}; number $now; printf %s "$answer"; } | dd of=/proc/self/fd/3 conv=notrunc status=none
      }

      """#
  }

  @Test func `time that an earlier job took is not held against the one after it`() {
    // The worker does not tell of the first job until it has done the second.
    let script =
      Self.outbox + """
        read -r first; read -r second
        sleep 1.2; publish "$first"
        sleep 1.2; printf '%s{"type":"outcome","job":%d,"bytes":4}\\nsame' "$answer" "$second"
        """
    let (ends, _) = run(script, jobs: 2, workers: 1, allowance: .seconds(2))
    #expect(ends[0] == .answered(Array("ok".utf8)))
    #expect(ends[1] == .answered(Array("same".utf8)))
  }

  @Test(arguments: [0, 10])
  func `what a worker has done when it ends is not lost, and the job that ended it is known`(_ sent: Int) {
    let crashed = run(Self.unsent(afterSending: sent, then: "kill -SEGV $$"), jobs: 2, workers: 1)
    #expect(crashed.ends[0] == .answered(Array("ok".utf8)))
    #expect(crashed.ends[1] == .crashed(detail: "the worker touched memory that is not its own", wasKilled: false))
    let hung = run(
      Self.unsent(afterSending: sent, then: "sleep 60"), jobs: 2, workers: 1, allowance: .seconds(1))
    #expect(hung.ends[0] == .answered(Array("ok".utf8)))
    #expect(hung.ends[1] == .timedOut(.seconds(1)))
  }

  @Test func `a hang is stopped at its limit`() {
    let script = Self.faithful.replacing("do\n", with: "do [ $job = 1 ] && sleep 60\n")
    let clock = ContinuousClock()
    let time = clock.measure {
      let (ends, _) = run(script, jobs: 4, allowance: .seconds(1))
      #expect(ends[1] == .timedOut(.seconds(1)))
      #expect(ends.count == 4)
    }
    #expect(time < .seconds(30))
  }

  @Test func `time in which host and worker were stopped is not held against what the worker is at`() throws {
    let script = "read -r setup; read -r job; sleep 2; printf '{\"type\":\"outcome\",\"job\":0,\"bytes\":2}\\nok'"
    var client = Client(jobs: 1, size: nil)
    let next = client.next()
    let job = try #require(next)
    let worker = try #require(
      Worker(
        program: "/bin/bash", arguments: ["-c", script], setUp: Array("go\n".utf8), allowance: .seconds(1),
        grace: .zero,
        largestPayload: 100))
    worker.take(job, of: &client)
    worker.send()
    worker.excuse(.seconds(600))
    while client.ends.isEmpty {
      usleep(10_000)
      worker.takeMessages(for: &client)
    }
    #expect(client.ends[0] == .answered(Array("ok".utf8)))
  }

  @Test func `each member of an archive has the time of a document`() {
    // Four members of 0.6 s each, and 2 s for each of them.
    let script = """
      while read -r job; do
        for member in 1 2 3 4; do
          printf '{"type":"member","job":%d,"bytes":1}\\n%d' "$job" "$member"
          sleep 0.6
          printf '{"type":"member-outcome","job":%d,"bytes":1}\\n%d' "$job" "$member"
        done
        printf '{"type":"outcome","job":%d,"bytes":2}\\nok' "$job"
      done
      """
    let (ends, _) = run(script, jobs: 1, allowance: .seconds(2))
    #expect(ends[0] == .answered(Array("ok".utf8)))
  }

  @Test func `output without end is stopped`() {
    let script = Self.faithful.replacing("do\n", with: "do [ $job = 0 ] && cat /dev/zero\n")
    let (ends, _) = run(script, jobs: 3)
    guard case .broken(let detail)? = ends[0] else {
      Issue.record("ended as \(String(describing: ends[0]))")
      return
    }
    #expect(detail.hasPrefix("the worker printed something that is no message"))
    #expect(ends[2] == .answered(Array("ok".utf8)))
  }

  @Test func `a message larger than allowed is refused`() {
    let script = "read -r job; printf '{\"type\":\"output\",\"job\":0,\"bytes\":99999999}\\n'; sleep 60"
    let (ends, _) = run(script, jobs: 1)
    #expect(ends[0] == .broken(detail: "the worker announced 99999999 bytes at once, more than it may send"))
  }

  @Test func `a program that ends at once fails every job and nothing hangs`() {
    let (ends, _) = run("exit 7", jobs: 5)
    #expect(ends.count == 5)
    #expect(ends.values.allSatisfy { $0 == .crashed(detail: "the worker ended with status 7", wasKilled: false) })
  }

  @Test func `a program that is not there fails every job`() {
    let (ends, _) = run("", program: "/nowhere/worker", jobs: 3)
    #expect(ends.count == 3)
    #expect(ends.values.allSatisfy { $0 == .broken(detail: "no worker can be started") })
  }
}
