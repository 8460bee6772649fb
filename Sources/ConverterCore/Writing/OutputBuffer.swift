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

  package mutating func append(_ written: some Collection<UInt8>) {
    bytes.append(contentsOf: written)
  }

  package mutating func append(byte: UInt8) {
    bytes.append(byte)
  }

  mutating func removeLastByte() {
    bytes.removeLast()
  }

  package mutating func append(_ number: Int) {
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    appendDigits(number.magnitude, atLeast: 1)
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
    // Eight digits at a time, packed into one word with the first digit lowest.
    let group: UInt = 100_000_000
    if number >= group || count > 8 { appendDigits(number / group, atLeast: max(1, count - 8)) }
    let least = number >= group || count > 8 ? 8 : count
    var rest = number % group
    var packed: UInt64 = 0
    var digits = 0
    while rest > 0 || digits < least {
      packed = packed << 8 | UInt64(UInt8(ascii: "0")) | UInt64(truncatingIfNeeded: rest % 10)
      rest /= 10
      digits += 1
    }
    for _ in 0..<digits {
      bytes.append(UInt8(truncatingIfNeeded: packed))
      packed >>= 8
    }
  }
}

extension OutputBuffer {
  /// Hands everything to the sink.
  package mutating func flush(to sink: inout some ByteSink) throws(WritingError) {
    guard !bytes.isEmpty else { return }
    try sink.write(bytes.span)
    bytes.removeAll(keepingCapacity: true)
  }

  /// Hands everything to the sink when enough has come together.
  package mutating func flushIfFull(to sink: inout some ByteSink) throws(WritingError) {
    if bytes.count >= Self.capacity { try flush(to: &sink) }
  }
}
