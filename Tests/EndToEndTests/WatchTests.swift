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

  @Test func `only folders can be watched`() throws {
    let result = try Program.run(["Samples/annual-report.txt", "--watch", "-o", "out/"])
    #expect(result.status == 2)
    #expect(result.messages.contains("--watch needs folders as inputs"))
  }
}
