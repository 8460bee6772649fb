import ConverterCore
import FoundationEssentials
import FuzzSupport
import DocxReader

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOne(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  fuzz(Data(bytes: start, count: count), as: "docx") { source, limits throws(ReadingError) in
    try DocxReader().read(source, within: limits)
  }
  return 0
}
