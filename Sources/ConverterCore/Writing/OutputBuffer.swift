/// The bytes that a writer has made and the sink has not got yet.
///
/// Encoding appends here and cannot fail; only the hand-over to the sink throws. Writers call
/// ``flushIfFull(to:)`` after each small unit (a cell, a line), so that a large table never stands in memory twice.
package struct OutputBuffer {
  /// Bytes above which ``flushIfFull(to:)`` hands over.
  package static let capacity = 64 << 10

  package private(set) var bytes: [UInt8] = []

  package init() {
    bytes.reserveCapacity(Self.capacity + 4096)
  }

  /// A buffer for so many bytes, which come all at once.
  package init(capacity: Int) {
    bytes.reserveCapacity(capacity)
  }

  /// A buffer for something small, or to stand in for one that is lent.
  package static let empty = OutputBuffer(bytes: [])

  private init(bytes: [UInt8]) {
    self.bytes = bytes
  }
}

extension OutputBuffer {
  package mutating func append(_ text: String) {
    var text = text
    // One copy of memory; byte by byte through the collection took four times as long.
    text.withUTF8 { unsafe bytes.append(contentsOf: $0) }
  }

  /// Appends a literal.
  package mutating func append(_ text: StaticString) {
    // A literal's bytes live as long as the program.
    unsafe bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  package mutating func append(_ written: [UInt8]) {
    // As a collection the array would be asked for its parts at run time.
    append(atMost: written.count) { $0.append(written.span) }
  }

  package mutating func append(_ written: ArraySlice<UInt8>) {
    bytes.append(contentsOf: written)
  }

  package mutating func append(byte: UInt8) {
    bytes.append(byte)
  }

  mutating func removeLastByte() {
    bytes.removeLast()
  }

  package mutating func append(_ number: Int) {
    append(atMost: 20) { $0.append(number) }
  }

  /// Appends what a closure puts into room for so many bytes. Asking for room costs as much as storing a hundred bytes, so
  /// lines of many small fields are put into the room of one.
  package mutating func append(atMost count: Int, _ put: (inout OutputSpan<UInt8>) -> Void) {
    bytes.append(addingCapacity: count, initializingWith: put)
  }

  /// Appends a number rounded to at most so many decimals, without trailing zeros: `72`, `72.5`, `-0.25`.
  ///
  /// - Precondition: `abs(number) * pow(10, decimals)` fits an `Int`.
  package mutating func append(_ number: Double, decimals: Int) {
    let scale = (0..<decimals).reduce(UInt(1)) { power, _ in power * 10 }
    let scaled = Int((number * Double(scale)).rounded())
    if scaled < 0 { bytes.append(UInt8(ascii: "-")) }
    let (whole, fraction) = scaled.magnitude.quotientAndRemainder(dividingBy: scale)
    appendDigits(whole, atLeast: 1)
    guard fraction > 0 else { return }
    bytes.append(UInt8(ascii: "."))
    appendDigits(fraction, atLeast: decimals)
    while bytes.last == UInt8(ascii: "0") { bytes.removeLast() }
  }

  private mutating func appendDigits(_ number: UInt, atLeast count: Int) {
    append(atMost: 20) { $0.appendDigits(number, atLeast: count) }
  }
}

extension OutputBuffer {
  /// Hands everything to the sink.
  package mutating func flush(to sink: inout some ByteSink) throws(WritingError) {
    guard !bytes.isEmpty else { return }
    try sink.write(bytes.span)
    bytes.removeAll(keepingCapacity: true)
  }

  /// Forgets everything, which has been handed over otherwise.
  package mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  /// Hands everything to the sink when enough has come together.
  package mutating func flushIfFull(to sink: inout some ByteSink) throws(WritingError) {
    if bytes.count >= Self.capacity { try flush(to: &sink) }
  }
}
