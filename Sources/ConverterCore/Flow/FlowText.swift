/// The text of one paragraph as it comes: characters, UTF-16 units, ASCII.
///
/// It is kept as UTF-8: to decode UTF-16 at the end took a tenth of the time of reading a Word document.
package struct FlowText: Sendable {
  private var utf8: [UInt8] = []

  /// The first unit of a character of two.
  private var highSurrogate: UInt32?

  /// The height of the text that comes, and where in ``utf8`` the text of that height begins.
  private var height = TextHeight.level
  private var heightStart = 0

  private var changes = ChangeJoint()

  package init() {}

  package var isEmpty: Bool { utf8.isEmpty && highSurrogate == nil }

  /// How much was taken, in bytes of UTF-8; half a character counts as one.
  package var size: Int { utf8.count + (highSurrogate == nil ? 0 : 1) }
}

extension FlowText {
  /// Says how the text stands that comes; the next paragraph begins on the line, with no change.
  ///
  /// - Parameters:
  ///   - height: how high the text stands.
  ///   - change: the tracked change that concerns the text, where both old and new text are shown.
  package mutating func begin(_ height: TextHeight, change: TextChange?) {
    if height != self.height {
      dropSurrogate()
      endHeight()
      self.height = height
      heightStart = utf8.count
    }
    if changes.isNews(change) {
      dropSurrogate()
      let text = utf8
      let isParted = changes.parts(change, at: text.count) { size in !text.span.extracting(size...).ink.isEmpty }
      if isParted { utf8.append(contentsOf: ChangeJoint.sign.utf8) }
    }
  }

  /// Writes what came since the height changed with the characters of that height.
  private mutating func endHeight() {
    guard height != .level, heightStart < utf8.count else { return }
    let written = height.written(String(decoding: utf8[heightStart...], as: UTF8.self))
    utf8.replaceSubrange(heightStart..., with: written.utf8)
  }

  /// Takes UTF-16 units; a surrogate without its other half becomes U+FFFD, a control character nothing.
  package mutating func append(units: Span<UInt16>) {
    var start = 0
    while start < units.count {
      var end = start
      while end < units.count, !isSurrogate(units[end]) { end += 1 }
      if start < end {
        dropSurrogate()
        utf8.append(addingCapacity: 3 * (end - start)) { output in
          for index in start..<end { output.append(scalar: UInt32(units[index])) }
        }
      }
      while end < units.count, isSurrogate(units[end]) {
        append(unit: units[end])
        end += 1
      }
      start = end
    }
  }

  /// Takes a UTF-16 unit; a surrogate without its other half becomes U+FFFD, a control character nothing.
  package mutating func append(unit: UInt16) {
    if unit < 0x7F, highSurrogate == nil {
      append(ascii: UInt8(truncatingIfNeeded: unit))
    } else {
      appendWide(UInt32(unit))
    }
  }

  /// Takes an ASCII character; control characters other than tab and newline are passed over.
  package mutating func append(ascii byte: UInt8) {
    dropSurrogate()
    guard byte >= 0x20 && byte != 0x7F || byte == 0x09 || byte == 0x0A else { return }
    utf8.append(byte)
  }

  /// Takes a character; control characters other than tab and newline are passed over.
  package mutating func append(_ scalar: Unicode.Scalar) {
    dropSurrogate()
    append(scalar: scalar.value)
  }

  /// The text so far without blanks and line ends at its own ends; the next paragraph's begins.
  package mutating func take() -> String {
    dropSurrogate()
    endHeight()
    (height, heightStart, changes) = (.level, 0, ChangeJoint())
    guard !utf8.isEmpty else { return "" }
    let text = String(decoding: utf8[utf8.span.ink], as: UTF8.self)
    utf8.removeAll(keepingCapacity: true)
    return text
  }

  private mutating func appendWide(_ unit: UInt32) {
    switch unit {
    case 0xD800...0xDBFF:
      dropSurrogate()
      highSurrogate = unit
    case 0xDC00...0xDFFF:
      guard let high = highSurrogate else { return append(scalar: 0xFFFD) }
      highSurrogate = nil
      append(scalar: 0x10000 + (high - 0xD800) << 10 + (unit - 0xDC00))
    default:
      dropSurrogate()
      append(scalar: unit)
    }
  }

  private mutating func append(scalar value: UInt32) {
    utf8.append(addingCapacity: 4) { $0.append(scalar: value) }
  }

  private mutating func dropSurrogate() {
    guard highSurrogate != nil else { return }
    highSurrogate = nil
    append(scalar: 0xFFFD)
  }
}

extension OutputSpan<UInt8> {
  /// Encodes a scalar value in UTF-8 (Unicode 16, table 3-6); of control characters only tab and newline are.
  @inline(__always)
  fileprivate mutating func append(scalar value: UInt32) {
    switch value {
    case 0x20..<0x7F, 0x09, 0x0A: append(UInt8(truncatingIfNeeded: value))
    case 0..<0xA0: break
    case 0..<0x800:
      append(UInt8(truncatingIfNeeded: 0xC0 | value >> 6))
      appendTrail(value)
    case 0..<0x10000:
      append(UInt8(truncatingIfNeeded: 0xE0 | value >> 12))
      appendTrail(value >> 6)
      appendTrail(value)
    default:
      append(UInt8(truncatingIfNeeded: 0xF0 | value >> 18))
      appendTrail(value >> 12)
      appendTrail(value >> 6)
      appendTrail(value)
    }
  }

  @inline(__always)
  private mutating func appendTrail(_ value: UInt32) {
    append(UInt8(truncatingIfNeeded: 0x80 | value & 0x3F))
  }
}

private func isSurrogate(_ unit: UInt16) -> Bool { unit & 0xF800 == 0xD800 }
