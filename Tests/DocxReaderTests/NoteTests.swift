import ConverterCore
import Testing

private func reference(_ id: Int, _ more: String = "") -> String {
  "<w:r><w:footnoteReference \(more) w:id=\"\(id)\"/></w:r>"
}

private func note(_ id: Int, _ text: String) -> String { "<w:footnote w:id=\"\(id)\">\(p(text))</w:footnote>" }

/// The lines of asides with their labels, and all findings.
private func notes(_ word: WordBuilder) throws -> (labels: [String], findings: [String]) {
  let read = try word.document()
  let labels = read.blocks.compactMap { block -> String? in
    guard case .aside(let aside) = block else { return nil }
    return "\(aside.label ?? "-") \(aside.blocks.lines.joined(separator: "/"))"
  }
  return (labels, read.findings.map { "\($0.code): \($0.message)" })
}

@Test func `A note with a mark of its own is not counted`() throws {
  let body =
    p(r("a") + reference(2, "w:customMarkFollows=\"1\"") + r("*")) + p(r("b") + reference(3))
  let word = WordBuilder(body, parts: [("footnotes.xml", "footnotes", note(2, "* starred") + note(3, "counted"))])
  let found = try notes(word)
  #expect(found.labels == ["- * starred", "1 counted"])
  #expect(found.findings.isEmpty)
  #expect(try word.document().blocks.lines.first == "a*")
}

@Test func `References without a note and notes without a reference are told`() throws {
  let word = WordBuilder(
    p(r("a") + reference(9)) + p("<w:del>\(reference(4))</w:del>"),
    parts: [("footnotes.xml", "footnotes", note(4, "of deleted text") + note(5, "of nothing") + note(6, ""))])
  let found = try notes(word)
  #expect(found.labels.isEmpty)
  #expect(
    found.findings == [
      "docx.tracked-changes.left-out: 1 stretch of text removed by tracked changes is left out",
      "docx.notes.missing: 1 note or comment is referred to and not in the file",
      "docx.notes.unreferenced: 1 note or comment that nothing in the text refers to is left out",
    ])
}

@Test func `A comment with nothing but a range stands where the range ends, others at their marks`() throws {
  let range = { (id: Int, text: String) in
    "<w:commentRangeStart w:id=\"\(id)\"/>\(r(text))<w:commentRangeEnd w:id=\"\(id)\"/>"
  }
  let comment = { (id: Int) in "<w:comment w:id=\"\(id)\">\(p("c\(id)"))</w:comment>" }
  let body =
    p(range(1, "a")) + "<w:commentRangeEnd w:id=\"2\"/>" + p(range(2, "b"))
    + p("<w:r><w:commentReference w:id=\"2\"/></w:r>")
    + p("<w:commentReference w:id=\"3\"/>" + r("d"))
  let word = WordBuilder(body, parts: [("comments.xml", "comments", comment(1) + comment(2) + comment(3))])
  #expect(try word.document().blocks.lines == ["a", "comment c1", "b", "comment c2", "d", "comment c3"])
  #expect(try word.document().findings.isEmpty)
}
