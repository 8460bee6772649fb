import Foundation
import Testing

/// Files that lie in documents.
@Suite struct AttachmentTests {
  /// A folder with a letter that holds two more pages, the second with a name that leads elsewhere.
  private func folder() throws -> Scratch {
    let scratch = try Scratch()
    let letter = """
      MIME-Version: 1.0
      Content-Type: multipart/related; boundary=x

      --x
      Content-Type: text/html

      <p>the letter</p>
      --x
      Content-Type: text/html
      Content-Location: https://example.org/part2.html

      <p>the second page</p>
      --x
      Content-Type: text/html
      Content-Location: ..

      <p>elsewhere</p>
      --x--

      """
    try scratch.file("in/letter.mhtml", Data(letter.utf8))
    return scratch
  }

  @Test(arguments: [["--jobs", "0"], ["--jobs", "1"]])
  func `become sources of their own when asked for`(_ options: [String]) throws {
    let scratch = try folder()
    let result = try Program.run(["in", "-o", "out", "--attachments", "--quiet"] + options, in: scratch.folder)
    #expect(result.status == 1)
    #expect(
      scratch.files.filter { $0.hasPrefix("out/") } == [
        "out/letter.mhtml.txt", "out/letter.mhtml/part2.html.txt", "out/manifest.ndjson",
      ])
    #expect(try scratch.text("out/letter.mhtml/part2.html.txt") == "the second page\n")
    let lines = try scratch.text("out/manifest.ndjson").split(separator: "\n").map { line in
      let line = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
      return "\(line["source"] as? String ?? "") \(line["status"] as? String ?? "")"
    }
    #expect(
      lines == [
        "in/letter.mhtml!part2.html converted", "in/letter.mhtml!.. failed", "in/letter.mhtml converted",
      ])
  }

  @Test func `are told where they are not asked for`() throws {
    let scratch = try folder()
    let result = try Program.run(["in", "-o", "out", "--verbose"], in: scratch.folder)
    #expect(result.messages.contains("2 files lie in the document and are no part of it: part2.html, .."))
    #expect(result.status == 0)
    #expect(scratch.files.filter { $0.hasPrefix("out/") } == ["out/letter.mhtml.txt", "out/manifest.ndjson"])
  }

  @Test func `of a single document go to a folder only`() throws {
    let scratch = try folder()
    #expect(try Program.run(["in/letter.mhtml", "--attachments"], in: scratch.folder).status == 2)
    #expect(try Program.run(["in/letter.mhtml", "-o", "one.txt", "--attachments"], in: scratch.folder).status == 2)
    _ = try Program.run(["in/letter.mhtml", "-o", "out/", "--attachments"], in: scratch.folder)
    #expect(scratch.files.contains("out/letter.mhtml/part2.html.txt"))
    #expect(scratch.files.contains("out/letter.mhtml.txt"))
  }

  @Test func `of members of archives are named from the outside in`() throws {
    let scratch = try folder()
    #expect(try Program.shell("tar -C in -cf a.tar letter.mhtml", in: scratch.folder).status == 0)
    _ = try Program.run(["a.tar", "-o", "out", "--attachments", "--include", "*.html"], in: scratch.folder)
    // The letter itself does not match, so it is not opened either.
    #expect(scratch.files.filter { $0.hasPrefix("out/a.tar") }.isEmpty)
    _ = try Program.run(["a.tar", "-o", "all", "--attachments"], in: scratch.folder)
    #expect(
      scratch.files.filter { $0.hasPrefix("all/") } == [
        "all/a.tar/letter.mhtml.txt", "all/a.tar/letter.mhtml/part2.html.txt", "all/manifest.ndjson",
      ])
  }
}
