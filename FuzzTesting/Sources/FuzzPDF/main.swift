import ConverterCore
import FoundationEssentials
import FuzzSupport
import PDFReader

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOne(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Data(bytes: start, count: count)
  fuzz(bytes, as: "pdf") { source, limits throws(ReadingError) in
    try PDFReader().read(source, within: limits)
  }
  fuzzAttachments(bytes, as: "pdf", PDFReader())
  return 0
}
