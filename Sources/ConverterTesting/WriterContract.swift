public import ConverterCore
public import Testing

/// Checks what every writer owes (see `Writer` of ConverterCore), with random documents and the empty one.
///
/// - the same documents give the same bytes,
/// - the bytes are UTF-8 (unless the format is none of text),
/// - parts have names, all different,
/// - an error of the sink ends the writing at once and comes out as it is, wherever it happens.
///
/// - Parameters:
///   - writer: the writer under test.
///   - documents: how many random documents are written.
///   - seed: of the first document, the others count on; stands in every failure.
///   - isText: whether the output must be UTF-8.
///   - sourceLocation: where a failure is shown.
public func expectWriterContract(
  _ writer: some Writer, documents: Int = 100, seed: UInt64 = 1, isText: Bool = true,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  expectWriterContract(writer, Document(), "the empty document", isText, sourceLocation)
  for seed in seed..<seed + UInt64(documents) {
    var generator = SeededGenerator(seed: seed)
    expectWriterContract(writer, Document.random(using: &generator), "seed \(seed)", isText, sourceLocation)
  }
}

private func expectWriterContract(
  _ writer: some Writer, _ document: Document, _ name: String, _ isText: Bool, _ sourceLocation: SourceLocation
) {
  for separatesParts in [false, true] {
    do {
      let sink = try writer.written(document, document, separatesParts: separatesParts)
      let again = try writer.written(document, document, separatesParts: separatesParts)
      #expect(sink.parts == again.parts, "\(name): the same bytes each time", sourceLocation: sourceLocation)
      if isText {
        let isUTF8 = sink.parts.allSatisfy { String(validating: $0.bytes, as: UTF8.self) != nil }
        #expect(isUTF8, "\(name): the output is UTF-8", sourceLocation: sourceLocation)
      }
    } catch {
      Issue.record("\(name): a sink that takes all gives \(error)", sourceLocation: sourceLocation)
    }
  }
  expectPartNames(writer, document, name, sourceLocation)
  expectFailuresPassOn(writer, document, name, sourceLocation)
}

private func expectPartNames(
  _ writer: some Writer, _ document: Document, _ name: String, _ sourceLocation: SourceLocation
) {
  var sink = MemorySink(separatesParts: true)
  try? writer.write(document, to: &sink)
  let names = sink.parts.dropFirst(sink.parts.first?.name == "" ? 1 : 0).map(\.name)
  #expect(
    Set(names).count == names.count && !names.contains(""), "\(name): parts have names of their own",
    sourceLocation: sourceLocation)
}

private func expectFailuresPassOn(
  _ writer: some Writer, _ document: Document, _ name: String, _ sourceLocation: SourceLocation
) {
  guard let size = try? writer.written(document).bytes.count else { return }
  for limit in [0, size / 2, size - 1] where (0..<size).contains(limit) {
    var sink = FailingSink(room: limit)
    let error = #expect(throws: WritingError.self, "\(name), \(limit) bytes", sourceLocation: sourceLocation) {
      try writer.writePrologue(to: &sink)
      try writer.write(document, to: &sink)
    }
    #expect(
      error == FailingSink.error && sink.failures == 1, "\(name): writing ends with the first error",
      sourceLocation: sourceLocation)
  }
}

/// A sink that has room for some bytes and fails from then on.
private struct FailingSink: ByteSink {
  static let error = WritingError(.full, target: "the test's sink")

  var room: Int
  var failures = 0

  mutating func write(_ bytes: Span<UInt8>) throws(WritingError) {
    room -= bytes.count
    guard room < 0 else { return }
    failures += 1
    throw Self.error
  }
}
