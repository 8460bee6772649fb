@testable import PluginHost

/// What a worker prints, arriving in pieces whose size the first byte says.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOne(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  guard let first = bytes.first else { return 0 }
  var rest = bytes.dropFirst()
  var decoder = FrameDecoder(largestPayload: 1 << 20)
  while !rest.isEmpty {
    let piece = rest.prefix(Int(first) + 1)
    rest = rest.dropFirst(piece.count)
    decoder.append(piece)
    do throws(FrameError) {
      while let frame = try decoder.next() { precondition(frame.payload.count == frame.header.bytes ?? 0) }
    } catch {
      return 0
    }
  }
  return 0
}
