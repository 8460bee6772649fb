import ConverterCore
import FoundationEssentials
import FuzzSupport
import RTFReader

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOne(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  fuzz(Data(bytes: start, count: count), as: "rtf") { source, limits throws(ReadingError) in
    try RTFReader().read(source, within: limits)
  }
  return 0
}
