import Foundation
import Testing

/// What a person reads when something is wrong: the sentence, the status, and that nothing half-made is left.
@Suite struct MessageTests {
  /// Runs the program on one file with these bytes; `FILE` in messages stands for its path.
  private func convert(
    _ name: String, _ bytes: Data, _ options: [String] = []
  ) throws -> Program.Result {
    let scratch = try Scratch()
    let path = try scratch.file(name, bytes)
    var result = try Program.run([path] + options)
    result.messages = result.messages.replacingOccurrences(of: path, with: "FILE")
    return result
  }

  @Test func `what is said as JSON is JSON, whatever names hold`() throws {
    let scratch = try Scratch()
    let name = "a\u{7F}\u{202E}b\u{1B}.txt"
    try scratch.file("in/\(name)", Data())
    let result = try Program.run(["in", "-o", "out", "--log-json"], in: scratch.folder)
    let events = try result.messages.split(separator: "\n").map { line in
      try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
    }
    #expect(events.first??["source"] as? String == "in/\(name)")
    #expect(!result.messages.unicodeScalars.contains { $0 == "\u{202E}" || $0 == "\u{7F}" })
  }

  @Test func `a missing file`() throws {
    let result = try Program.run(["no-such-file.pdf"])
    #expect(result.messages == "convert: no-such-file.pdf: there is no such file\n")
    #expect(result.status == 1)
    #expect(result.output.isEmpty)
  }

  @Test func `an empty file`() throws {
    let result = try convert("report.pdf", Data())
    #expect(result.messages == "convert: FILE: the file is empty\n")
    #expect(result.status == 1)
  }

  @Test func `a file that is no document`() throws {
    let result = try convert("noise.bin", Data([0x00, 0x01, 0x02, 0xFE, 0x00, 0x00, 0x10, 0x80, 0x00]))
    #expect(
      result.messages
        == "convert: FILE: the format is not known: it begins with the bytes 00 01 02 fe 00 00 10 80\n")
    #expect(result.status == 1)
  }

  @Test func `a picture`() throws {
    let result = try convert("scan.png", Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00, 0x00]))
    #expect(result.messages == "convert: FILE: the format is not known: a PNG picture\n")
    #expect(result.status == 1)
  }

  @Test func `a file and a folder without permission`() throws {
    let scratch = try Scratch()
    let path = try scratch.file("secret.txt", Data("x".utf8))
    try scratch.file("closed/inner.txt", Data("x".utf8))
    try setPermissions(0, at: path)
    try setPermissions(0, at: scratch.url("closed").path)
    try setPermissions(0o755, at: scratch.folder.path)
    let file = try asOrdinaryUser("convert '\(path)'")
    #expect(file.messages == "convert: \(path): cannot be read: permission denied\n")
    #expect(file.status == 1)
    let folder = scratch.url("closed").path
    let listing = try asOrdinaryUser("convert '\(folder)'")
    #expect(listing.messages == "convert: \(folder): cannot be read: permission denied\n")
    #expect(listing.status == 1)
  }

  @Test func `the name of a control sequence is shown, not sent`() throws {
    let result = try Program.run(["no\u{1B}[31mred.txt"])
    #expect(result.messages == "convert: no\\u{1B}[31mred.txt: there is no such file\n")
  }

  @Test func `help is the same however it is asked for`() throws {
    let help = try Program.run(["--help"])
    #expect(help.status == 0)
    #expect(help.messages.isEmpty)
    #expect(try Program.run(["help"]).output == help.output)
    #expect(try Program.run(["-h"]).output == help.output)
    #expect(try Program.run(["help", "report"]).output == Program.run(["report", "--help"]).output)
  }

  @Test(arguments: [
    [], ["records"], ["check"], ["profiles"], ["formats"], ["detect"], ["report"], ["plugins"], ["explain"],
  ])
  func `no example of a help is broken over lines`(command: [String]) throws {
    let lines = try Program.run(command + ["--help"]).output.split(separator: "\n", omittingEmptySubsequences: false)
    guard let start = lines.firstIndex(of: "Examples:") else { return }
    for line in lines[(start + 1)...].prefix(while: { !$0.isEmpty }) { #expect(line.hasPrefix("  ")) }
  }

  @Test func `what turns out wrong while running is one sentence`() throws {
    let result = try Program.run(["plugins", "enable", "no-such-plugin"])
    #expect(
      result.messages
        == "Error: There is no plug-in named “no-such-plugin”; see ‘convert plugins’, or give the path of its file.\n")
    #expect(result.status == 2)
  }

  @Test(arguments: [
    (["--to", "docx", "x"], "There is no writer for the format “docx”"),
    (["--from", "xls", "x"], "There is no reader for the format “xls”"),
    (["x", "--to", "text,json"], "Several formats need a folder to go to; name one with -o DIR/."),
    (["/etc/passwd", "/etc/group", "-o", "/etc/hosts"], "The output must be a folder here, and /etc/hosts is none."),
    (["-", "-"], "Standard input (-) can be read only once."),
    (["x", "--limit", "cells=many"], "The value 'cells=many' is invalid for '--limit <name=number>'"),
    (["x", "--quiet", "--verbose"], "--quiet and --verbose exclude each other."),
    ([], "Missing expected argument '<input> ...'"),
    (["x", "--nonsense"], "Unknown option '--nonsense'"),
  ])
  func `wrong usage`(_ arguments: [String], _ sentence: String) throws {
    let result = try Program.run(arguments)
    #expect(result.messages.contains(sentence), "\(result.messages)")
    #expect(result.status == 2)
    #expect(result.output.isEmpty)
  }
}

/// Runs a shell line as a user whom permissions bind: root, under which containers run tests, may read everything.
func asOrdinaryUser(_ line: String) throws -> Program.Result {
  guard getuid() == 0 else { return try Program.shell(line) }
  // The program is copied: the folder of the build may be closed to others.
  let scratch = try Scratch()
  try setPermissions(0o755, at: scratch.folder.path)
  let copy = scratch.url("convert")
  try FileManager.default.copyItem(at: Program.executable, to: copy)
  try setPermissions(0o755, at: copy.path)
  return try Program.shell(
    "PATH='\(scratch.folder.path)':\"$PATH\" setpriv --reuid=65534 --regid=65534 --clear-groups bash -c \"\(line)\"",
    in: scratch.folder)
}
