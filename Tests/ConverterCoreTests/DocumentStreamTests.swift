import ConverterTesting
import Testing

@testable import ConverterCore

/// A document in pieces is written as the document in one piece.
@Suite struct DocumentStreamTests {
  private static let blocks: [Block] = [
    .heading(Heading(level: 1, text: "Quays", origin: Origin(.lines(1...1), .stated))),
    .listItem(ListItem(label: "1.", level: 0, text: "North", origin: Origin(.lines(2...2), .stated))),
    .listItem(ListItem(label: "2.", level: 0, text: "South", origin: Origin(.lines(3...3), .stated))),
    .paragraph(Paragraph(text: "The end.", origin: Origin(.lines(4...4), .stated))),
  ]

  /// Each block a piece, with a finding; what comes behind the last.
  private func stream(failingWith error: ReadingError? = nil) -> DocumentStream {
    var rest = Self.blocks.dropFirst()
    return DocumentStream(Document(blocks: [Self.blocks[0]])) { () throws(ReadingError) -> Document? in
      guard let block = rest.popFirst() else {
        if let error { throw error }
        return nil
      }
      return Document(blocks: [block], findings: [Finding(.note, "test.piece", "a piece")])
    }
  }

  private var whole: Document {
    get throws { try stream().collected(within: .standard) }
  }

  @Test func `Collected pieces are the document`() throws {
    #expect(try whole.blocks == Self.blocks)
    #expect(try whole.findings.count == 3)
  }

  @Test(
    arguments: [TextWriter(), MarkdownWriter(), JSONWriter(), JSONWriter(layout: .compact)] as [any StreamingWriter])
  func `Writers write pieces as the whole`(writer: any StreamingWriter) throws {
    var (pieces, one) = (MemorySink(), MemorySink())
    var stream = stream()
    try writer.write(&stream, to: &pieces)
    try writer.write(try whole, to: &one)
    #expect(pieces.text == one.text)
  }

  @Test func `A failure in the middle ends the blocks and is kept`() throws {
    var (stream, sink) = (stream(failingWith: ReadingError(.empty)), MemorySink())
    try JSONWriter().write(&stream, to: &sink)
    #expect(stream.failure?.reason == .empty)
    #expect(try Document(jsonBytes: sink.bytes, within: .standard).blocks == Self.blocks)
    #expect(throws: ReadingError.self) {
      try self.stream(failingWith: ReadingError(.empty)).collected(within: .standard)
    }
  }

  @Test func `A change meets the blocks of each piece`() throws {
    var stream = stream()
    stream.change = { blocks in blocks = blocks + blocks }
    #expect(try stream.collected(within: .standard).blocks.count == 8)
  }
}
