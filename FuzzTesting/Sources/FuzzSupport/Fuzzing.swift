public import ConverterCore
public import FoundationEssentials

/// Limits that keep one input short: a fuzzer looks for faults, not for patience.
public let fuzzingLimits = Limits(pages: 50, cells: 100_000, depth: 64, unpackedBytes: 16 << 20, ratio: 100, ratioFloor: 4 << 20, entries: 200)

/// Reads bytes as a document; what can be read must also write, and read back to the same.
public func fuzz(_ bytes: Data, as format: String, _ read: (Source, Limits) throws(ReadingError) -> Document) {
  let document: Document
  do {
    document = try read(Source(name: "input", bytes: bytes, format: format), fuzzingLimits)
  } catch {
    return
  }
  write(document)
}

/// Writes a document in all formats.
public func write(_ document: Document) {
  let normalized = TextNormalizer(steps: Set(TextNormalizer.Step.allCases)).normalize(document)
  let writers: [any Writer] = [TextWriter(), JSONWriter(), CSVWriter(spans: .repeat), CSVLongWriter()]
  for writer in writers {
    var sink = MemorySink(separatesParts: true)
    do {
      try writer.write(normalized, to: &sink)
    } catch {
      fatalError("memory can always be written: \(error)")
    }
  }
}
