import ConverterCore
import Testing

@testable import PluginHost
@testable import convert

/// How jobs go on whose workers end, tested without workers: what the pool tells is told by hand.
@Suite struct InputJobsTests {
  /// Writes down what comes of each source: `a.txt converted "text"`, with the code of an error before the output.
  private struct Log: JobResults {
    var lines: [String] = []
    var dropped = ""
    var isStopped = false
    var hasRoom = true

    func beginOutput() -> String { "" }

    func take(_ piece: WorkerOutput, of job: InputJob, _ member: Member?, into output: inout String) {
      output += String(decoding: piece.bytes, as: UTF8.self)
    }

    mutating func drop(_ output: String) { dropped += output }

    mutating func settle(_ job: InputJob, _ member: Member?, _ outcome: Outcome, _ output: String) {
      let words = [outcome.name, outcome.status.rawValue, outcome.error?.code, "\"\(output)\""]
      lines.append(words.compactMap(\.self).joined(separator: " "))
    }
  }

  private static func jobs(_ names: String..., results: Log = Log()) -> InputJobs<Log> {
    let inputs = names.map { Input(name: $0, relativePath: $0) }
    return InputJobs(inputs, pending: inputs.indices.map { InputJob(index: $0) }, for: results)
  }

  private static let killed = WorkerPool.End.crashed(detail: "the worker was killed", wasKilled: true)
  private static let fault = WorkerPool.End.crashed(detail: "the worker touched memory", wasKilled: false)

  private static func answer(_ name: String) -> WorkerPool.End {
    .answered(Outcome(name: name, status: .converted).jsonLine)
  }

  private static func output(_ text: String) -> WorkerNews {
    .output(WorkerOutput(writer: 0, part: nil, bytes: Array(text.utf8)[...]))
  }

  private static func began(_ position: Int, _ name: String, path: String = "m") -> WorkerNews {
    .memberBegan(Member(position: position, name: name, path: path).jsonLine)
  }

  private static func ended(_ name: String) -> WorkerNews {
    .memberEnded(Outcome(name: name, status: .converted).jsonLine)
  }

  /// What the next job asks for; its reading begins.
  private static func begin(_ jobs: inout InputJobs<Log>) throws -> WorkerMessage.Request? {
    guard let job = jobs.next() else { return nil }
    jobs.begin(job.number)
    return try WorkerMessage.Request(json: job.line)
  }

  @Test func `each input is asked for once, and gives one line`() throws {
    var jobs = Self.jobs("a.txt", "b.txt")
    #expect(try Self.begin(&jobs)?.input.name == "a.txt")
    #expect(try Self.begin(&jobs)?.input.name == "b.txt")
    #expect(jobs.next() == nil)
    jobs.receive(Self.output("second"), of: 1)
    jobs.finish(1, Self.answer("b.txt"))
    jobs.receive(Self.output("first"), of: 0)
    jobs.finish(0, Self.answer("a.txt"))
    #expect(jobs.results.lines == [#"b.txt converted "second""#, #"a.txt converted "first""#])
    #expect(jobs.next() == nil)
  }

  @Test func `a reading that was killed from outside is tried again three times`() throws {
    var jobs = Self.jobs("a.txt")
    for _ in 0..<3 {
      _ = try #require(try Self.begin(&jobs))
      jobs.receive(Self.output("half "), of: 0)
      jobs.finish(0, Self.killed)
    }
    #expect(jobs.results.lines.isEmpty)
    #expect(jobs.results.dropped == "half half half ")
    _ = try #require(try Self.begin(&jobs))
    jobs.receive(Self.output("whole"), of: 0)
    var last = jobs
    jobs.finish(0, Self.answer("a.txt"))
    #expect(jobs.results.lines == [#"a.txt converted "whole""#])
    last.finish(0, Self.killed)
    #expect(last.results.lines == [#"a.txt crashed crashed "whole""#])
    #expect(last.next() == nil)
  }

  @Test func `kills are counted for each member anew`() throws {
    var jobs = Self.jobs("a.zip")
    for position in 0..<4 {
      for _ in 0..<3 {
        #expect(try Self.begin(&jobs)?.start == position)
        jobs.receive(Self.began(position, "m\(position)"), of: 0)
        jobs.finish(0, Self.killed)
      }
      #expect(try Self.begin(&jobs)?.start == position)
      jobs.receive(Self.began(position, "m\(position)"), of: 0)
      jobs.receive(Self.ended("m\(position)"), of: 0)
      jobs.finish(0, .handedOver)
    }
    #expect(jobs.results.lines == (0..<4).map { "m\($0) converted \"\"" })
  }

  @Test func `a fault is tried once and is the outcome of its source`() throws {
    for (end, words) in [
      (Self.fault, "crashed crashed"), (.timedOut(.seconds(1)), "stopped time-limit"),
      (.broken(detail: "it said too much"), "crashed worker-broken"), (.answered([]), "crashed worker-broken"),
    ] {
      var jobs = Self.jobs("a.txt")
      _ = try #require(try Self.begin(&jobs))
      jobs.finish(0, end)
      #expect(jobs.results.lines == ["a.txt \(words) \"\""])
      #expect(jobs.next() == nil)
    }
  }

  @Test func `an archive goes on behind the member whose reading ended its worker`() throws {
    var jobs = Self.jobs("a.zip")
    #expect(try Self.begin(&jobs)?.start == 0)
    jobs.receive(Self.began(0, "first"), of: 0)
    jobs.receive(Self.output("one"), of: 0)
    jobs.receive(Self.ended("first"), of: 0)
    jobs.receive(Self.began(5, "second"), of: 0)
    jobs.finish(0, Self.fault)
    let request = try #require(try Self.begin(&jobs))
    #expect(request.start == 6 && request.lost.isEmpty)
    jobs.finish(0, Self.answer("a.zip"))
    #expect(
      jobs.results.lines == [#"first converted "one""#, #"second crashed crashed """#, #"a.zip converted """#])
  }

  @Test func `an archive goes on without the entry whose opening ended its worker, once`() throws {
    var jobs = Self.jobs("a.zip")
    _ = try #require(try Self.begin(&jobs))
    jobs.receive(.entryBegan(7), of: 0)
    jobs.finish(0, Self.fault)
    let request = try #require(try Self.begin(&jobs))
    #expect(request.start == 0 && request.lost.map(\.entry) == [7] && request.lost[0].status == .crashed)
    jobs.receive(.entryBegan(7), of: 0)
    jobs.finish(0, Self.fault)
    #expect(jobs.results.lines == [#"a.zip crashed crashed """#])
  }

  @Test(arguments: [WorkerPool.End.handedOver, .notBegun]) func `another worker goes on with what one gives back`(
    _ end: WorkerPool.End
  ) throws {
    var jobs = Self.jobs("a.zip", "b.txt")
    for _ in 0..<9 {
      let request = try #require(try Self.begin(&jobs))
      #expect(request.input.name == "a.zip" && request.start == 0)
      jobs.receive(Self.output("half"), of: 0)
      jobs.finish(0, end)
    }
    #expect(jobs.results.lines.isEmpty)
  }

  @Test func `a place outside of its folder gets nothing`() throws {
    var jobs = Self.jobs("a.zip")
    _ = try #require(try Self.begin(&jobs))
    jobs.receive(Self.began(0, "bad", path: "../../home/x"), of: 0)
    jobs.receive(Self.output("evil"), of: 0)
    jobs.receive(Self.ended("bad"), of: 0)
    jobs.receive(Self.began(1, "good", path: "sub/x"), of: 0)
    jobs.receive(Self.output("text"), of: 0)
    jobs.receive(Self.ended("good"), of: 0)
    #expect(jobs.results.lines == [#"bad failed output-refused """#, #"good converted "text""#])
  }

  @Test func `a member that is done, or none, is not believed`() throws {
    for news in [Self.began(2, "again"), .memberBegan(Array("{}".utf8)), .memberBegan(Array(#"{"position":-1}"#.utf8))]
    {
      var jobs = Self.jobs("a.zip")
      _ = try #require(try Self.begin(&jobs))
      jobs.receive(Self.began(2, "m"), of: 0)
      jobs.receive(Self.ended("m"), of: 0)
      jobs.receive(news, of: 0)
      jobs.receive(Self.output("evil"), of: 0)
      jobs.receive(Self.ended("again"), of: 0)
      jobs.finish(0, Self.answer("a.zip"))
      #expect(jobs.results.lines == [#"m converted """#, #"a.zip failed output-refused """#])
    }
  }

  @Test func `output that was sent before a member began is none of its own`() throws {
    var jobs = Self.jobs("a.zip")
    _ = try #require(try Self.begin(&jobs))
    jobs.receive(Self.output("stray"), of: 0)
    jobs.receive(Self.began(0, "m"), of: 0)
    jobs.receive(Self.output("text"), of: 0)
    jobs.receive(Self.ended("m"), of: 0)
    #expect(jobs.results.lines == [#"m converted "text""#])
    #expect(jobs.results.dropped == "stray")
  }

  @Test func `without room one input is read at a time, and what was begun goes on`() throws {
    var jobs = Self.jobs("a.txt", "b.txt", results: Log(hasRoom: false))
    #expect(try Self.begin(&jobs)?.input.name == "a.txt")
    #expect(jobs.next() == nil)
    jobs.finish(0, Self.killed)
    #expect(try Self.begin(&jobs)?.input.name == "a.txt")
    jobs.finish(0, Self.answer("a.txt"))
    #expect(try Self.begin(&jobs)?.input.name == "b.txt")
  }

  @Test func `nothing is begun or goes on once the run is stopped`() throws {
    var jobs = Self.jobs("a.txt", results: Log(isStopped: true))
    #expect(jobs.next() == nil)
  }
}
