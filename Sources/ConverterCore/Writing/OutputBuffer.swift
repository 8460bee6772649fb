/// The bytes that a writer has made and the sink has not got yet.
///
/// Encoding appends here and cannot fail; only the hand-over to the sink throws. Writers call
/// ``flushIfFull(to:)`` after each small unit (a cell, a line), so that a large table never stands in memory twice.
struct OutputBuffer {
  /// Bytes above which ``flushIfFull(to:)`` hands over.
  static let capacity = 64 << 10

  private(set) var bytes: [UInt8] = []

  init() {
    bytes.reserveCapacity(Self.capacity + 4096)
  }
}

extension OutputBuffer {
  mutating func append(_ text: String) {
    bytes.append(contentsOf: text.utf8)
  }

  mutating func append(byte: UInt8) {
    bytes.append(byte)
  }

  mutating func removeLastByte() {
    bytes.removeLast()
  }

  mutating func append(_ number: Int) {
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    appendDigits(number.magnitude, atLeast: 1)
  }

  /// Appends a number rounded to at most so many decimals, without trailing zeros: `72`, `72.5`, `-0.25`.
  ///
  /// - Precondition: `abs(number) * pow(10, decimals)` fits an `Int`.
  mutating func append(_ number: Double, decimals: Int) {
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
    let start = bytes.count
    var rest = number
    while rest > 0 || bytes.count - start < count {
      bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    }
    bytes[start...].reverse()
  }
}

extension OutputBuffer {
  /// Hands everything to the sink.
  mutating func flush(to sink: inout some ByteSink) throws(WritingError) {
    guard !bytes.isEmpty else { return }
    try sink.write(bytes.span)
    bytes.removeAll(keepingCapacity: true)
  }

  /// Hands everything to the sink when enough has come together.
  mutating func flushIfFull(to sink: inout some ByteSink) throws(WritingError) {
    if bytes.count >= Self.capacity { try flush(to: &sink) }
  }
}
