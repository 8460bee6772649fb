import ConverterCore
import FoundationEssentials
import FuzzSupport
import TextReader

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOne(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  fuzz(Data(bytes: start, count: count), as: "text") { source, limits throws(ReadingError) in
    try TextReader().read(source, within: limits)
  }
  return 0
}
