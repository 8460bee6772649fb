internal import ConverterCore
internal import FoundationEssentials

/// The bytes of a document from the token that is being scanned on, always in UTF-8.
///
///     │ token being scanned … │ not looked at … │ 0 0 0 0 … (padding)
///     0                       position          end
@safe
struct XMLInput: ~Copyable {
  /// No token of a document is longer; libxml2 has the same bound.
  static let longestToken = 10_000_000

  private let nextChunk: XMLCursor.NextChunk
  private var chunk: [UInt8] = []
  private var memory: UnsafeMutablePointer<UInt8>
  private var capacity: Int

  /// How many bytes there are.
  private(set) var end = 0

  /// Whether no bytes will follow.
  private(set) var isComplete = false

  /// The error of the source that ended it.
  private(set) var error: ReadingError?

  /// How many bytes and line ends lie in what was passed and let go.
  private(set) var passedCount = 0
  private var passedLines = 0

  /// - Throws: ``ReadingError`` of the first chunk.
  init(_ nextChunk: @escaping XMLCursor.NextChunk) throws(ReadingError) {
    self.nextChunk = nextChunk
    var first: [UInt8] = []
    try nextChunk(&first)
    capacity = first.count + XMLBytes.padding
    unsafe memory = UnsafeMutablePointer.allocate(capacity: capacity)
    append(first.span)
    isComplete = first.isEmpty
    // Some encodings tell themselves in the first bytes, others in the declaration.
    while !isComplete, end < 1024, !XMLEncoding.isTold(by: head) { _ = load() }
    if let encoding = XMLEncoding.foreign(in: head) { decode(from: encoding) }
  }

  deinit { unsafe memory.deallocate() }
}

extension XMLInput {
  /// The bytes that are in memory.
  var bytes: XMLBytes { unsafe XMLBytes(memory, count: end) }

  /// The line of a position, counted from 1.
  func line(at position: Int) -> Int { passedLines + 1 + bytes.lineEnds(before: position) }

  private var head: [UInt8] { unsafe Array(bytes[0..<min(end, 1024)]) }
}

extension XMLInput {
  /// Lets go of all bytes before a position, which becomes 0, and gets at least as many more as are left, so that a long
  /// token is not looked at too often. Where nothing more comes, all bytes stay where they are.
  ///
  /// - Returns: whether more bytes came.
  mutating func refill(from position: Int) -> Bool {
    guard !isComplete, let next = readChunk() else { return false }
    passedLines = line(at: position) - 1
    passedCount += position
    let rest = end - position
    unsafe memory.update(from: memory + position, count: rest)
    end = rest
    take(next)
    while end < rest * 2, load() {}
    return true
  }

  /// Gets the next chunk behind what is in memory; `false` at the end of the document.
  private mutating func load() -> Bool {
    guard let next = readChunk() else { return false }
    take(next)
    return true
  }

  /// The next chunk; `nil` at the end of the document.
  private mutating func readChunk() -> [UInt8]? {
    // Taken out while it is read from: the storage is used again.
    var next = chunk
    chunk = []
    do throws(ReadingError) {
      try nextChunk(&next)
    } catch {
      self.error = error
      next.removeAll()
    }
    isComplete = next.isEmpty
    return isComplete ? nil : next
  }

  private mutating func take(_ next: [UInt8]) {
    append(next.span)
    chunk = next
  }

  private mutating func append(_ bytes: Span<UInt8>) {
    let needed = end + bytes.count + XMLBytes.padding
    if needed > capacity {
      let larger = max(needed, capacity * 2)
      let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
      unsafe moved.initialize(from: memory, count: end)
      unsafe memory.deallocate()
      unsafe memory = unsafe moved
      capacity = larger
    }
    unsafe bytes.withUnsafeBufferPointer { bytes in
      if let start = bytes.baseAddress { unsafe (memory + end).initialize(from: start, count: bytes.count) }
    }
    end += bytes.count
    pad()
  }

  private mutating func pad() {
    unsafe (memory + end).initialize(repeating: 0, count: XMLBytes.padding)
  }

  /// Puts the whole document in UTF-8 in place of its bytes.
  private mutating func decode(from encoding: TextEncoding) {
    while load() {}
    let decoded = unsafe TextDecoder(encoding: encoding).decode(Data(bytes[0..<end]))
    end = 0
    append(decoded.utf8.span)
  }
}
