internal import CZip
internal import FoundationEssentials

/// The bytes of an archive and how far libzip has read them; lives as long as the `zip_source_t` made over it.
final class ByteWindow {
  private let bytes: Data
  private var position = 0

  init(_ bytes: Data) {
    self.bytes = bytes
  }

  /// Answers one command of libzip (`man zip_source_function`); -1 for what is not supported.
  func answer(_ command: zip_source_cmd_t, _ buffer: UnsafeMutableRawPointer?, _ length: UInt64) -> Int64 {
    switch command {
    case ZIP_SOURCE_OPEN:
      position = 0
      return 0
    case ZIP_SOURCE_READ:
      guard let buffer = unsafe buffer else { return -1 }
      let count = min(Int(clamping: length), bytes.count - position)
      let start = bytes.startIndex + position
      let target = unsafe UnsafeMutableRawBufferPointer(start: buffer, count: count)
      unsafe bytes.copyBytes(to: target, from: start..<(start + count))
      position += count
      return Int64(count)
    case ZIP_SOURCE_CLOSE:
      return 0
    case ZIP_SOURCE_STAT:
      guard let status = unsafe buffer?.assumingMemoryBound(to: zip_stat_t.self) else { return -1 }
      unsafe zip_stat_init(status)
      unsafe status.pointee.valid = UInt64(ZIP_STAT_SIZE)
      unsafe status.pointee.size = UInt64(bytes.count)
      return unsafe Int64(MemoryLayout<zip_stat_t>.size)
    case ZIP_SOURCE_ERROR:
      guard let codes = unsafe buffer?.assumingMemoryBound(to: Int32.self), length >= 8 else { return -1 }
      unsafe codes[0] = ZIP_ER_OPNOTSUPP
      unsafe codes[1] = 0
      return 8
    case ZIP_SOURCE_FREE:
      return 0
    case ZIP_SOURCE_SEEK:
      guard let arguments = unsafe buffer?.assumingMemoryBound(to: zip_source_args_seek_t.self) else { return -1 }
      return unsafe seek(offset: Int(clamping: arguments.pointee.offset), whence: arguments.pointee.whence)
    case ZIP_SOURCE_TELL:
      return Int64(position)
    case ZIP_SOURCE_SUPPORTS:
      return supported.reduce(0) { $0 | 1 << Int64($1.rawValue) }
    default:
      return -1
    }
  }

  /// Moves within the bytes; `whence` is SEEK_SET, SEEK_CUR or SEEK_END.
  private func seek(offset: Int, whence: Int32) -> Int64 {
    let base =
      switch whence {
      case SEEK_CUR: position
      case SEEK_END: bytes.count
      default: 0
      }
    let (target, overflow) = base.addingReportingOverflow(offset)
    guard !overflow, (0...bytes.count).contains(target) else { return -1 }
    position = target
    return 0
  }
}

private let supported: [zip_source_cmd_t] = [
  ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR, ZIP_SOURCE_FREE,
  ZIP_SOURCE_SEEK, ZIP_SOURCE_TELL, ZIP_SOURCE_SUPPORTS,
]

/// libzip's callback: finds the window again and lets go of it when libzip does.
let answer: zip_source_callback = { context, buffer, length, command in
  guard let context = unsafe context else { return -1 }
  let window = unsafe Unmanaged<ByteWindow>.fromOpaque(context)
  let result = unsafe window.takeUnretainedValue().answer(command, buffer, length)
  if command == ZIP_SOURCE_FREE { unsafe window.release() }
  return result
}
