import Foundation
import Testing

/// What arrives in a folder is converted until the program is stopped.
@Suite struct WatchTests {
  @Test func `files that are there, that arrive, and that change are converted`() throws {
    let scratch = try Scratch()
    try scratch.file("in/old.txt", Data("old".utf8))
    // Each step waits for the output of the one before; the whole for at most half a minute.
    let line = """
      convert in -o out --watch --jobs 1 & watch=$!
      await() { for i in $(seq 300); do grep -qsx "$2" "$1" && return; sleep 0.1; done; echo "no $1"; }
      await out/old.txt.txt old
      mkdir in/new; echo second > in/new/b.part; mv in/new/b.part in/new/b.txt
      await out/new/b.txt.txt second
      echo third > in/new/b.txt
      await out/new/b.txt.txt third
      kill $watch; wait $watch 2>/dev/null; true
      """
    let result = try Program.shell(line, in: scratch.folder)
    #expect(result.output.isEmpty, "\(result)")
    #expect(try scratch.text("out/old.txt.txt") == "old\n")
    #expect(try scratch.text("out/manifest.ndjson").contains("in/old.txt"))
  }

  @Test func `what changes overwrites no output of another input`() throws {
    let scratch = try Scratch()
    try scratch.file("one/s.txt", Data("one".utf8))
    try scratch.file("two/s.txt", Data("two".utf8))
    let line = """
      convert one two -o out --watch --jobs 1 2>messages & watch=$!
      await() { for i in $(seq 300); do test "$(grep -c 'is the output of one/s.txt' messages)" = $1 && return; sleep 0.1; done; }
      await 1; for i in $(seq 300); do test -e out/manifest.ndjson && break; sleep 0.1; done
      echo changed > two/s.txt; await 2; sleep 0.5
      kill $watch; wait $watch 2>/dev/null; cat out/s.txt.txt
      """
    #expect(try Program.shell(line, in: scratch.folder).output == "one\n")
    #expect(try scratch.text("messages").split(separator: "\n").count >= 2)
  }

  @Test func `what arrives is not left waiting where files never stop arriving`() throws {
    let scratch = try Scratch()
    try scratch.file("in/old.txt", Data("old".utf8))
    let line = """
      convert in -o out --watch --jobs 1 --quiet & watch=$!
      for i in $(seq 300); do test -e out/old.txt.txt && break; sleep 0.1; done
      echo first > in/first.txt
      for i in $(seq 150); do echo $i > in/busy.csv; test -e out/first.txt.txt && echo there && break; sleep 0.1; done
      kill $watch; wait $watch 2>/dev/null; true
      """
    #expect(try Program.shell(line, in: scratch.folder).output == "there\n")
  }

  @Test func `outputs below a watched folder do not arrive in it`() throws {
    let scratch = try Scratch()
    try scratch.file("in/old.txt", Data("old".utf8))
    let line = """
      convert in -o in/out --watch --jobs 1 --quiet & watch=$!
      for i in $(seq 300); do test -e in/out/manifest.ndjson && break; sleep 0.1; done
      sleep 1; kill $watch; wait $watch 2>/dev/null; true
      """
    _ = try Program.shell(line, in: scratch.folder)
    #expect(scratch.files == ["in/old.txt", "in/out/manifest.ndjson", "in/out/old.txt.txt"])
  }

  private static let hasLimits = (try? Program.shell("prlimit --version").status) == 0

  /// A limit on the size of files stands for a disk that fills up, as in `ResumeTests`.
  @Test(.enabled(if: hasLimits, "limits of a process that runs cannot be changed here"))
  func `what could not be written is converted when there is room, even if nothing arrives`() throws {
    let scratch = try Scratch()
    try scratch.file("in/1.txt", Data("first\n".utf8))
    try scratch.file("in/2.txt", Data((0..<9000).map { "line \($0)\n" }.joined().utf8))
    try scratch.file("in/3.txt", Data("third\n".utf8))
    let line = """
      ulimit -S -f 40; convert in -o out --watch --jobs 1 2>messages & watch=$!
      for i in $(seq 300); do grep -qs "cannot be written" messages && break; sleep 0.1; done
      ls out; prlimit --pid $watch --fsize=unlimited:
      for i in $(seq 600); do test -e out/manifest.ndjson && break; sleep 0.1; done
      kill $watch; wait $watch 2>/dev/null; ls -A out
      """
    let result = try Program.shell(line, in: scratch.folder)
    #expect(result.output == "1.txt.txt\n1.txt.txt\n2.txt.txt\n3.txt.txt\nmanifest.ndjson\n", "\(result)")
    // What the round that was stopped had done has its line too.
    let manifest = try scratch.text("out/manifest.ndjson").split(separator: "\n")
    #expect(manifest.count == 3 && manifest.allSatisfy { $0.contains("\"status\":\"converted\"") }, "\(manifest)")
  }

  @Test func `folders are watched as they are selected`() throws {
    let scratch = try Scratch()
    for name in ["in/.kept/a.txt", "in/out of it/a.txt"] { try scratch.file(name, Data("old".utf8)) }
    let line = """
      convert in -o out --watch --jobs 1 --hidden-files --exclude 'out of it' & watch=$!
      await() { for i in $(seq 300); do test -e "$1" && return; sleep 0.1; done; echo "no $1"; }
      await out/.kept/a.txt.txt
      echo new > in/.kept/b.txt
      await out/.kept/b.txt.txt
      mkdir in/.later; echo new > in/.later/c.part; mv in/.later/c.part in/.later/c.txt
      await out/.later/c.txt.txt
      echo new > in/.later/d.txt
      await out/.later/d.txt.txt
      cat /proc/$watch/fdinfo/* | grep -c ^inotify
      kill $watch; wait $watch 2>/dev/null; ls -A out
      """
    let result = try Program.shell(line, in: scratch.folder)
    // The folder that was named and two below it.
    #expect(result.output == "3\n.kept\n.later\nmanifest.ndjson\n", "\(result)")
  }

  @Test func `only folders can be watched`() throws {
    let result = try Program.run(["Samples/annual-report.txt", "--watch", "-o", "out/"])
    #expect(result.status == 2)
    #expect(result.messages.contains("--watch needs folders as inputs"))
  }
}
