internal import CArchive
internal import FoundationEssentials

/// The bytes of an archive and how far libarchive has read them; lives as long as the `archive` made over it.
///
/// libarchive asks for pieces, so that nothing needs to stay in place for it but the piece given last.
@safe
final class ArchiveBytes {
  private static let pieceSize = 128 << 10

  private let bytes: Data
  private var position = 0
  private let piece: UnsafeMutableRawBufferPointer

  init(_ bytes: Data) {
    self.bytes = bytes
    unsafe piece = .allocate(byteCount: Self.pieceSize, alignment: 16)
  }

  deinit {
    unsafe piece.deallocate()
  }

  /// Lends the next bytes until the next call; 0 at the end.
  func read(_ start: UnsafeMutablePointer<UnsafeRawPointer?>?) -> Int {
    let count = min(Self.pieceSize, bytes.count - position)
    guard count > 0, let start = unsafe start else { return 0 }
    let from = bytes.startIndex + position
    _ = unsafe bytes.copyBytes(to: piece, from: from..<(from + count))
    position += count
    unsafe start.pointee = UnsafeRawPointer(piece.baseAddress)
    return count
  }

  /// Passes over bytes, at most to the end; returns how many.
  func skip(_ count: Int64) -> Int64 {
    let step = min(max(0, Int(clamping: count)), bytes.count - position)
    position += step
    return Int64(step)
  }

  /// Moves to an offset; `whence` is SEEK_SET, SEEK_CUR or SEEK_END. Beyond either end it stays where it is.
  func seek(_ offset: Int64, _ whence: Int32) -> Int64 {
    let base = whence == SEEK_CUR ? position : whence == SEEK_END ? bytes.count : 0
    let (target, overflow) = base.addingReportingOverflow(Int(clamping: offset))
    guard !overflow, (0...bytes.count).contains(target) else { return Int64(ARCHIVE_FATAL) }
    position = target
    return Int64(target)
  }
}
