import Testing

@testable import PluginHost

/// Workers here are small shell scripts: what matters is how the host takes what they do.
@Suite struct WorkerPoolTests {
  /// Hands out jobs and keeps what comes of them.
  private struct Client: WorkerClient {
    let jobs: Int
    var given = 0
    var ends: [Int: WorkerPool.End] = [:]
    var output: [Int: String] = [:]

    mutating func next() -> (job: Int, line: [UInt8])? {
      guard given < jobs else { return nil }
      defer { given += 1 }
      return (given, Array("\(given)\n".utf8))
    }

    func wait() {}

    mutating func receive(_ news: WorkerNews, of job: Int) {
      guard case .output(let piece) = news else { return }
      output[job, default: ""] += String(decoding: piece.bytes, as: UTF8.self)
    }

    mutating func finish(_ job: Int, _ end: WorkerPool.End) {
      #expect(ends[job] == nil, "a job ends once")
      ends[job] = end
    }
  }

  /// Runs jobs on workers that execute a shell script; returns the ends by job and the output by job.
  private func run(
    _ script: String, program: String = "/bin/bash", jobs: Int, workers: Int = 2, allowance: Duration = .seconds(10),
    largestPayload: Int = 1 << 20
  ) -> (ends: [Int: WorkerPool.End], output: [Int: String]) {
    let pool = WorkerPool(
      program: program, arguments: ["-c", "read -r setup; [ $setup = go ] || exit 9\n" + script], workerCount: workers,
      setUp: Array("go\n".utf8), allowance: allowance, largestPayload: largestPayload)
    var client = Client(jobs: jobs)
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
    let (ends, output) = run(Self.faithful, jobs: 40, workers: workers)
    #expect(ends.count == 40)
    #expect(ends.values.allSatisfy { $0 == .answered(Array("ok".utf8)) })
    #expect((0..<40).allSatisfy { output[$0] == "\($0)" })
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

  @Test func `a hang is stopped at its limit`() {
    let script = Self.faithful.replacing("do\n", with: "do [ $job = 1 ] && sleep 60\n")
    let clock = ContinuousClock()
    let time = clock.measure {
      let (ends, _) = run(script, jobs: 4, allowance: .milliseconds(300))
      #expect(ends[1] == .timedOut(.milliseconds(300)))
      #expect(ends.count == 4)
    }
    #expect(time < .seconds(5))
  }

  @Test func `each member of an archive has the time of a document`() {
    // Four members of 0.2 s each, and 0.5 s for each of them.
    let script = """
      while read -r job; do
        for member in 1 2 3 4; do
          printf '{"type":"member","job":%d,"bytes":1}\\n%d' "$job" "$member"
          sleep 0.2
          printf '{"type":"member-outcome","job":%d,"bytes":1}\\n%d' "$job" "$member"
        done
        printf '{"type":"outcome","job":%d,"bytes":2}\\nok' "$job"
      done
      """
    let (ends, _) = run(script, jobs: 1, allowance: .milliseconds(500))
    #expect(ends[0] == .answered(Array("ok".utf8)))
  }

  @Test func `output without end is stopped`() {
    let script = Self.faithful.replacing("do\n", with: "do [ $job = 0 ] && cat /dev/zero\n")
    let (ends, _) = run(script, jobs: 3)
    #expect(ends[0] == .broken(detail: "the worker printed something that is no message"))
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
