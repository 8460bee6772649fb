@testable import ConverterCore
import FoundationEssentials
import FuzzSupport
import DocxReader

/// The parts of a package that the input holds one after the other, each ended by a zero: a package made from them has right
/// checksums, which the mutated bytes of an archive would not have. (Archives as such are the business of FuzzZip.)
private let parts = [
  "word/document.xml", "word/styles.xml", "word/numbering.xml", "word/footnotes.xml", "word/comments.xml",
  "word/header1.xml", "docProps/core.xml", "word/_rels/document.xml.rels",
  "word/embeddings/a.docx",
]

private let relations = """
  <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" \
  Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" \
  Target="word/document.xml"/></Relationships>
  """

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOne(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = UnsafeBufferPointer(start: start, count: count)
  var archive = ZipOutput()
  var sink = MemorySink()
  do {
    try archive.add("_rels/.rels", Array(relations.utf8), to: &sink)
    let pieces = bytes.split(separator: 0, maxSplits: parts.count - 1, omittingEmptySubsequences: false)
    for (name, piece) in zip(parts, pieces) where !piece.isEmpty { try archive.add(name, Array(piece), to: &sink) }
    try archive.finish(to: &sink)
  } catch {
    fatalError("memory can always be written: \(error)")
  }
  fuzz(Data(sink.bytes), as: "docx") { source, limits throws(ReadingError) in
    try DocxReader().read(source, within: limits)
  }
  fuzzAttachments(Data(sink.bytes), as: "docx", DocxReader())
  return 0
}
