internal import ConverterCore
internal import FoundationEssentials

/// Collects the text of one paragraph from bytes in changing encodings and from characters stated by number.
///
/// Bytes are kept until it is sure that a character of two bytes is not cut: Western writers state the second byte of a Chinese
/// character as the ASCII letter that it looks like.
struct TextCollector: Sendable {
  private var utf8: [UInt8] = []
  private var pending: [UInt8] = []
  private var pendingSet: CharacterSet?
  private var highSurrogate: UInt32?

  /// Whether blanks at the start are not part of the text.
  private var dropsBlanks = false

  /// How many undecodable sequences became U+FFFD.
  private(set) var replacementCount = 0

  /// Whether nothing was collected.
  var isEmpty: Bool { utf8.isEmpty && pending.isEmpty && highSurrogate == nil }
}

extension TextCollector {
  /// Leaves out the blanks that follow, if nothing was collected yet.
  mutating func dropLeadingBlanks() {
    dropsBlanks = isEmpty
  }

  /// Takes a byte as it stands or as `\'b9`.
  mutating func append(_ byte: UInt8, in set: CharacterSet) {
    if byte < 0x80, set != .symbol, pending.isEmpty {
      dropSurrogate()
      if byte >= 0x20 && byte != 0x7F { utf8.append(byte) } else if byte == 0x09 { utf8.append(byte) }
      return
    }
    if pendingSet != set { flush() }
    dropSurrogate()
    pendingSet = set
    pending.append(byte)
  }

  /// Takes a run of bytes.
  mutating func append(_ bytes: ArraySlice<UInt8>, in set: CharacterSet) {
    for byte in bytes { append(byte, in: set) }
  }

  /// Takes a UTF-16 unit, as `\u` states characters.
  mutating func append(unit: UInt16) {
    flush()
    switch unit {
    case 0xD800...0xDBFF:
      dropSurrogate()
      highSurrogate = UInt32(unit)
    case 0xDC00...0xDFFF:
      guard let high = highSurrogate else { return append(replacement) }
      highSurrogate = nil
      append(Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (UInt32(unit) - 0xDC00)) ?? replacement)
    default:
      dropSurrogate()
      append(Unicode.Scalar(unit) ?? replacement)
    }
  }

  /// Takes a character; control characters other than tab and newline are passed over.
  mutating func append(_ scalar: Unicode.Scalar) {
    flush()
    guard !(0x7F...0x9F).contains(scalar.value), scalar.value >= 0x20 || scalar == "\t" || scalar == "\n" else {
      return
    }
    utf8.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }

  /// The text so far without line breaks at its ends; the collector starts anew.
  mutating func take() -> String {
    flush()
    dropSurrogate()
    let start = utf8.firstIndex { $0 != 0x0A } ?? utf8.endIndex
    let end = utf8.lastIndex { $0 != 0x0A }.map { $0 + 1 } ?? start
    let text = String(decoding: utf8[start..<end], as: UTF8.self)
    utf8.removeAll(keepingCapacity: true)
    defer { dropsBlanks = false }
    return dropsBlanks ? String(text.drop(while: \.isWhitespace)) : text
  }

  /// Decodes the bytes that were kept.
  private mutating func flush() {
    guard !pending.isEmpty, let set = pendingSet else { return }
    let bytes = pending
    pending.removeAll(keepingCapacity: true)
    switch set {
    case .symbol:
      for byte in bytes where byte >= 0x20 { append(Unicode.Scalar(0xF000 + UInt16(byte)) ?? replacement) }
    case .encoding(let encoding):
      let decoded = TextDecoder(encoding: encoding).decode(Data(bytes))
      replacementCount += decoded.replacementCount
      for scalar in String(decoding: decoded.utf8, as: UTF8.self).unicodeScalars { append(scalar) }
    }
  }

  /// Half a character without its other half.
  private mutating func dropSurrogate() {
    guard highSurrogate != nil else { return }
    highSurrogate = nil
    append(replacement)
  }
}

private let replacement: Unicode.Scalar = "\u{FFFD}"
