public import ConverterCore
public import FoundationEssentials

/// Limits that keep one input short: a fuzzer looks for faults, not for patience.
public let fuzzingLimits = Limits(
  pages: 50, cells: 100_000, depth: 64, unpackedBytes: 16 << 20, ratio: 100, ratioFloor: 4 << 20, entries: 200)

/// Reads bytes as a document; what can be read must also write, and read back from JSON as it was written.
public func fuzz(_ bytes: Data, as format: String, _ read: (Source, Limits) throws(ReadingError) -> Document) {
  let document: Document
  do {
    document = try read(Source(name: "input", bytes: bytes, format: format), fuzzingLimits)
  } catch {
    return
  }
  write(document)
}

/// Lists the files that lie in a document, and takes each out of it.
public func fuzzAttachments(_ bytes: Data, as format: String, _ reader: some AttachmentReader) {
  let source = Source(name: "input", bytes: bytes, format: format)
  guard let files = try? reader.attachments(of: source, within: fuzzingLimits) else { return }
  precondition(files.count <= fuzzingLimits.entries, "files in a document are bounded")
  for file in files { _ = try? file.bytes(atMost: fuzzingLimits.unpackedBytes) }
}

/// Writes a document in all formats, as it is and normalised.
public func write(_ document: Document) {
  let json = bytes(of: document, by: JSONWriter())
  let again: Document
  do {
    again = try Document(jsonBytes: json)
  } catch {
    fatalError("what was written cannot be read: \(error)")
  }
  precondition(bytes(of: again, by: JSONWriter()) == json, "what was read back is written otherwise")
  let normalized = TextNormalizer(steps: Set(TextNormalizer.Step.allCases)).normalize(document)
  for document in [document, normalized] {
    let writers: [any Writer] = [
      TextWriter(), MarkdownWriter(), HTMLWriter(), WorkbookWriter(), CSVWriter(spans: .repeat), CSVLongWriter(),
    ]
    for writer in writers { _ = bytes(of: document, by: writer) }
  }
}

private func bytes(of document: Document, by writer: some Writer) -> [UInt8] {
  var sink = MemorySink(separatesParts: true)
  do throws(WritingError) {
    try writer.write(document, to: &sink)
  } catch {
    guard case .refused = error.reason else { fatalError("memory can always be written: \(error)") }
  }
  return sink.bytes
}
