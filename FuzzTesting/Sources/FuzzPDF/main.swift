import ConverterCore
import FoundationEssentials
import FuzzSupport
import PDFReader

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOne(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  fuzz(Data(bytes: start, count: count), as: "pdf") { source, limits throws(ReadingError) in
    try PDFReader().read(source, within: limits)
  }
  return 0
}
