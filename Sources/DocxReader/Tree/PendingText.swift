/// Collects the text of runs until their formatting changes, as bytes that become one `String`.
struct PendingText {
  /// UTF-8 of the text so far.
  var bytes: [UInt8] = []

  /// The formatting of that text.
  var format = RunFormat()

  /// Makes the text that was collected clean from `start` on: XML may hold line ends, which Word shows as spaces, and
  /// control characters, which no text should.
  mutating func clean(from start: Int) {
    let added = bytes[start...]
    guard added.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == 0xC2 }) else { return }
    let scalars = String(decoding: added, as: UTF8.self).unicodeScalars.compactMap { scalar -> Unicode.Scalar? in
      switch scalar.value {
      case 0x0A, 0x0D, 0x09: " "
      case 0..<0x20, 0x7F..<0xA0: nil
      default: scalar
      }
    }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    bytes.removeSubrange(start...)
    bytes.append(contentsOf: String(text).utf8)
  }

  /// A text of the file made clean.
  static func cleaned(_ text: String) -> String {
    var pending = PendingText(bytes: Array(text.utf8))
    pending.clean(from: 0)
    return String(decoding: pending.bytes, as: UTF8.self)
  }

  /// Removes the blanks that stand at both ends from `start` on.
  mutating func trim(from start: Int) {
    let isBlank = { (byte: UInt8) in byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }
    while bytes.count > start, let last = bytes.last, isBlank(last) { bytes.removeLast() }
    let blanks = bytes[start...].prefix(while: isBlank).count
    bytes.removeSubrange(start..<(start + blanks))
  }

  /// Whether one of the ends from `start` on is a blank with a line end in it: the layout of the file, not its text.
  func hasLayoutBlanks(from start: Int) -> Bool {
    let added = bytes[start...]
    let isBlank = { (byte: UInt8) in byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }
    return added.prefix(while: isBlank).contains(0x0A) || added.reversed().prefix(while: isBlank).contains(0x0A)
  }
}
