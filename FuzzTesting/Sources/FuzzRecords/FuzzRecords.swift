internal import ConverterCore
internal import FoundationEssentials

/// Lines that the program reads back: its journal and manifest, requests to workers, and what workers answer. What can be read is written
/// and read back as the same.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOne(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  for line in bytes.split(separator: UInt8(ascii: "\n")) {
    fuzz(line, Journal.Heading.self)
    fuzz(line, Journal.Record.self)
    fuzz(line, Manifest.Line.self)
    fuzz(line, WorkerMessage.SetUp.self)
    fuzz(line, WorkerMessage.Request.self)
    fuzz(line, Member.self)
    fuzz(line, Outcome.self)
  }
  return 0
}

private func fuzz<Record: JSONRecord>(_ line: ArraySlice<UInt8>, _ type: Record.Type) {
  guard let record = try? Record(json: line) else { return }
  let written = record.jsonLine
  guard let again = try? Record(json: written) else { fatalError("what was written cannot be read") }
  precondition(again.jsonLine == written, "what was read back is written otherwise")
}
