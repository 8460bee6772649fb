package import FoundationEssentials
internal import Glibc

/// Room for bytes under way, which become `Data` without a copy: each byte of a long text is written once.
@safe package struct DataBuffer: ~Copyable {
  private var start: UnsafeMutableRawPointer
  private var capacity: Int
  package private(set) var count = 0

  /// - Parameter capacity: how many bytes are expected; memory is taken as it is filled.
  package init(capacity: Int) {
    self.capacity = max(capacity, 64)
    guard let start = unsafe malloc(self.capacity) else { preconditionFailure("no memory for \(capacity) bytes") }
    unsafe self.start = start
  }

  deinit { unsafe free(start) }
}

extension DataBuffer {
  package mutating func append(_ bytes: some Collection<UInt8>) {
    unsafe fill(atMost: bytes.count) { room in
      unsafe room.copyBytes(from: bytes)
      return bytes.count
    }
  }

  /// Lets a closure fill room for so many bytes and say how many it has filled.
  package mutating func fill(atMost length: Int, _ body: (UnsafeMutableRawBufferPointer) -> Int) {
    reserve(length)
    // There is room for `length` bytes behind the first `count`.
    let filled = unsafe body(UnsafeMutableRawBufferPointer(start: start + count, count: length))
    precondition((0...length).contains(filled), "more bytes than there was room for")
    count += filled
  }

  private mutating func reserve(_ length: Int) {
    guard capacity - count < length else { return }
    capacity = max(count + length, capacity + capacity / 2)
    guard let moved = unsafe realloc(start, capacity) else { preconditionFailure("no memory for \(capacity) bytes") }
    unsafe start = moved
  }

  /// Everything that was appended.
  package consuming func data() -> Data {
    let data = unsafe Data(bytesNoCopy: start, count: count, deallocator: .free)
    discard self
    return data
  }
}
