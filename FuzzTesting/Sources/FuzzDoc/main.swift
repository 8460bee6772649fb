import ConverterCore
import FoundationEssentials
import FuzzSupport
import DocReader

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOne(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  fuzz(Data(bytes: start, count: count), as: "doc") { source, limits throws(ReadingError) in
    try DocReader().read(source, within: limits)
  }
  return 0
}
