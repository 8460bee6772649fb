internal import CZlib
internal import ConverterCore

/// Raw deflate data (RFC 1951) that is being inflated.
///
/// A class because zlib's state points back at its stream, which must stay where it is.
@safe
final class Inflation {
  private let stream: UnsafeMutablePointer<z_stream>

  /// How many packed bytes were used.
  private(set) var consumed = 0

  /// Whether the data came to its own end.
  private(set) var isWhole = false

  init() {
    unsafe stream = UnsafeMutablePointer.allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    // Fails only where there is no memory, which no other allocation of ours survives either.
    let status = unsafe cvt_inflateInitRaw(stream)
    precondition(status == Z_OK, "zlib has no memory for a stream")
  }

  deinit {
    unsafe inflateEnd(stream)
    unsafe stream.deallocate()
  }

  /// Replaces what is in `chunk` by the next bytes; leaves it empty at the end, and where the data is cut or broken. The
  /// corresponding C function is `inflate`.
  ///
  /// - Parameters:
  ///   - packed: all of the data, the same in each call.
  ///   - size: the most bytes to come.
  func read(_ packed: Span<UInt8>, into chunk: inout [UInt8], atMost size: Int) {
    guard !isWhole else { return chunk.removeAll(keepingCapacity: true) }
    let available = min(packed.count - consumed, Int(UInt32.max))
    let room = min(size, Int(UInt32.max))
    chunk = unsafe [UInt8](unsafeUninitializedCapacity: room) { output, initialized in
      let status = unsafe packed.withUnsafeBufferPointer { input in
        // zlib reads and writes within the counts that it is given; it only lacks const.
        unsafe stream.pointee.next_in = unsafe UnsafeMutablePointer(mutating: input.baseAddress?.advanced(by: consumed))
        unsafe stream.pointee.avail_in = UInt32(available)
        unsafe stream.pointee.next_out = output.baseAddress
        unsafe stream.pointee.avail_out = UInt32(room)
        // To finish is what lets zlib write straight into the room, without a window of its own, where all fits.
        return unsafe CZlib.inflate(stream, Z_FINISH)
      }
      isWhole = status == Z_STREAM_END
      initialized = unsafe room - Int(stream.pointee.avail_out)
    }
    consumed += unsafe available - Int(stream.pointee.avail_in)
  }
}

extension Inflation {
  /// All that can be had of data that may be cut or broken.
  ///
  /// - Throws: ``ReadingError`` with `limit` for more bytes than granted.
  func contents(of packed: Span<UInt8>, counting budget: UnpackingBudget) throws(ReadingError) -> [UInt8] {
    var contents: [UInt8] = []
    var chunk: [UInt8] = []
    while true {
      read(packed, into: &chunk, atMost: 64 << 10)
      guard !chunk.isEmpty else { return contents }
      contents.append(contentsOf: chunk)
      try budget.spend(chunk.count, of: contents.count, packed: consumed)
    }
  }
}
