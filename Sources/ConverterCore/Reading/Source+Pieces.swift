package import FoundationEssentials
internal import Glibc

extension Source {
  /// Bytes of a piece where each is looked at once: small enough to stay in the processor's cache.
  package static let pieceLength = 256 << 10

  /// Goes once through all bytes, piece by piece; those of a map leave memory behind it.
  package func forEachPiece(_ body: (Data) -> Void) {
    var start = 0
    while start < bytes.count {
      let end = min(start + Source.pieceLength, bytes.count)
      body(bytes[(bytes.startIndex + start)..<(bytes.startIndex + end)])
      forget(start..<end)
      start = end
    }
  }

  /// Lets bytes of a map leave memory: the system reads them from the file again where they are asked for. The corresponding C
  /// function is `madvise`.
  ///
  /// - Parameter range: offsets, of which whole pages leave.
  package func forget(_ range: Range<Int>) {
    guard isMapped, !range.isEmpty else { return }
    let page = 4096
    unsafe bytes.withUnsafeBytes { (map: UnsafeRawBufferPointer) in
      let start = range.lowerBound / page * page
      guard let base = map.baseAddress, UInt(bitPattern: base) % UInt(page) == 0, range.upperBound <= map.count
      else { return }
      // The map is private and was never written to: all of its pages are those of the file.
      unsafe _ = madvise(UnsafeMutableRawPointer(mutating: base + start), range.upperBound - start, MADV_DONTNEED)
    }
  }
}
