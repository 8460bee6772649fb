internal import ConverterCore
internal import FoundationEssentials

/// Collects the text of one paragraph from bytes in changing encodings and from characters stated by number.
///
/// Bytes are kept until it is sure that a character of two bytes is not cut: Western writers state the second byte of a Chinese
/// character as the ASCII letter that it looks like.
struct TextCollector: Sendable {
  private var text = FlowText()
  private var pending: [UInt8] = []
  private var pendingSet: CharacterSet?

  /// How the text stands that comes.
  private var height = TextHeight.level
  private var change: TextChange?

  /// How many undecodable sequences became U+FFFD.
  private(set) var replacementCount = 0

  /// Whether nothing was collected.
  var isEmpty: Bool { text.isEmpty && pending.isEmpty }

  /// How much was collected for the paragraph, in bytes; grows with all text that comes.
  var size: Int { text.size + pending.count }
}

extension TextCollector {
  /// Says how the text stands that comes (``FlowText/begin(_:change:)``).
  mutating func begin(_ height: TextHeight, change: TextChange?) {
    guard height != self.height || change != self.change else { return }
    flush()
    (self.height, self.change) = (height, change)
    text.begin(height, change: change)
  }

  /// Takes a byte as it stands or as `\'b9`.
  mutating func append(_ byte: UInt8, in set: CharacterSet) {
    if byte < 0x80, !set.isSymbol, pending.isEmpty {
      // Line ends of the file mean nothing.
      if byte != 0x0A { text.append(ascii: byte) }
      return
    }
    if pendingSet != set { flush() }
    pendingSet = set
    pending.append(byte)
  }

  /// Takes a run of bytes.
  mutating func append(_ bytes: ArraySlice<UInt8>, in set: CharacterSet) {
    for byte in bytes { append(byte, in: set) }
  }

  /// Takes a UTF-16 unit, as `\u` states characters.
  mutating func append(unit: UInt16, in set: CharacterSet? = nil) {
    flush()
    if case .symbol(let font) = set { append(unit: unit, of: font) } else { text.append(unit: unit) }
  }

  /// Takes a unit of a font of signs: its private characters become what they show.
  private mutating func append(unit: UInt16, of font: SymbolFont?) {
    if (0xF020...0xF0FF).contains(unit), let scalar = font?.scalar(UInt32(unit)) {
      text.append(scalar)
    } else {
      text.append(unit: unit)
    }
  }

  /// Takes a character.
  mutating func append(_ scalar: Unicode.Scalar) {
    flush()
    text.append(scalar)
  }

  /// The text so far without blanks and line ends at its own ends; the collector starts anew.
  mutating func take() -> String {
    flush()
    (height, change) = (.level, nil)
    return text.take()
  }

  /// Decodes the bytes that were kept.
  private mutating func flush() {
    guard !pending.isEmpty, let set = pendingSet else { return }
    let bytes = pending
    pending.removeAll(keepingCapacity: true)
    switch set {
    case .symbol(let font):
      for byte in bytes where byte >= 0x20 { append(unit: 0xF000 + UInt16(byte), of: font) }
    case .encoding(let encoding):
      let decoded = TextDecoder(encoding: encoding).decode(Data(bytes))
      replacementCount += decoded.replacementCount
      for scalar in String(decoding: decoded.utf8, as: UTF8.self).unicodeScalars { text.append(scalar) }
    }
  }
}
