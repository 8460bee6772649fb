import ConverterCore
import FuzzSupport

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOne(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  if let document = try? Document(jsonBytes: bytes, within: fuzzingLimits) { write(document) }
  return 0
}
