import Foundation
import Testing

/// What a worker gives up before it reads, seen from outside while it waits for its first request.
@Suite struct WorkerTests {
  /// Starts a worker, tells it what to do, and looks at it once it is in its sandbox.
  private func look<Result>(memory: Int, _ body: (_ status: String, _ process: URL) throws -> Result) throws -> Result {
    let process = Process()
    process.executableURL = Program.executable
    process.arguments = ["worker", "--memory", "\(memory)"]
    let input = Pipe()
    process.standardInput = input
    process.standardOutput = Pipe()
    try process.run()
    defer {
      // As the host ends workers: they have no use for gentler signals.
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
    }
    input.fileHandleForWriting.write(Data("{\"arguments\":[\"a.txt\"]}\n".utf8))
    let folder = URL(fileURLWithPath: "/proc/\(process.processIdentifier)")
    for _ in 0..<1000 {
      let status = try String(contentsOf: folder.appendingPathComponent("status"), encoding: .utf8)
      if status.contains("Seccomp:\t2") { return try body(status, folder) }
      usleep(10_000)
    }
    throw CocoaError(.fileReadUnknown)
  }

  /// The number behind a name in a file of `/proc`.
  private func number(_ name: String, in text: String) throws -> Int {
    let line = try #require(text.split(separator: "\n").first { $0.hasPrefix(name) })
    return try #require(line.dropFirst(name.count).split { !$0.isNumber }.first.flatMap { Int($0) })
  }

  @Test func `its memory is bounded beyond what the program itself takes`() throws {
    let memory = 100 << 20
    try look(memory: memory) { status, folder in
      let limits = try String(contentsOf: folder.appendingPathComponent("limits"), encoding: .utf8)
      let limit = try number("Max address space", in: limits)
      // What the program and its libraries take alone, in KB; some more may have been taken since it entered.
      let taken = try number("VmSize:", in: status) << 10
      #expect(limit > memory)
      #expect(limit <= taken + memory, "limit \(limit), taken \(taken)")
    }
  }

  @Test func `the least memory that can be asked for is enough for ordinary documents`() throws {
    let scratch = try Scratch()
    for name in ["a", "b", "c"] { try scratch.file("in/\(name).txt", Data("text of \(name)".utf8)) }
    let result = try Program.run(
      ["in", Program.packageFolder.path + "/Samples", "-o", "out", "--memory-limit", "64", "--quiet"],
      in: scratch.folder)
    #expect(result.status == 0, "\(result.messages)")
  }
}
