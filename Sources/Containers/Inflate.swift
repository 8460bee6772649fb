internal import CZlib
internal import ConverterCore

/// What came out of raw deflate data (RFC 1951).
struct Inflated {
  var bytes: [UInt8]

  /// How many packed bytes were used.
  var consumed: Int

  /// Whether the data came to its own end.
  var isWhole: Bool
}

/// Inflates data that may be cut or broken; what came before the break is kept.
///
/// - Throws: ``ReadingError`` with `limit` for more bytes than granted.
func inflate(_ packed: ArraySlice<UInt8>, counting budget: UnpackingBudget) throws(ReadingError) -> Inflated {
  var stream = unsafe z_stream()
  var result = Inflated(bytes: [], consumed: 0, isWhole: false)
  guard unsafe cvt_inflateInitRaw(&stream) == Z_OK else { return result }
  defer { unsafe inflateEnd(&stream) }
  var chunk = [UInt8](repeating: 0, count: 64 << 10)
  let available = min(packed.count, Int(UInt32.max))
  while true {
    let consumed = result.consumed
    let status = unsafe packed.withUnsafeBufferPointer { input in
      unsafe chunk.withUnsafeMutableBufferPointer { output in
        // zlib reads and writes within the counts that it is given; it only lacks const.
        unsafe stream.next_in = unsafe UnsafeMutablePointer(mutating: input.baseAddress?.advanced(by: consumed))
        unsafe stream.avail_in = UInt32(available - consumed)
        unsafe stream.next_out = output.baseAddress
        unsafe stream.avail_out = UInt32(output.count)
        return unsafe CZlib.inflate(&stream, Z_NO_FLUSH)
      }
    }
    let produced = unsafe chunk.count - Int(stream.avail_out)
    result.consumed = unsafe available - Int(stream.avail_in)
    result.bytes.append(contentsOf: chunk[..<produced])
    try budget.spend(produced, of: result.bytes.count, packed: result.consumed)
    if status == Z_STREAM_END {
      result.isWhole = true
      return result
    }
    guard status == Z_OK, produced > 0 || result.consumed > consumed else { return result }
  }
}
