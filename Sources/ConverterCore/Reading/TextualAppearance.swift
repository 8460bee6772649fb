/// Whether bytes look like text of any encoding, by their first few thousand.
struct TextualAppearance {
  let head: [UInt8]

  /// Text in UTF-16, or in an encoding that keeps ASCII's control characters: few of them, NUL among them.
  var isText: Bool {
    head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) || hasFewControls
      || isUTF16(highByte: 0) || isUTF16(highByte: 1)
  }

  /// What ends the files of old systems is left out: Ctrl-Z, and NULs up to the end of a block.
  private var hasFewControls: Bool {
    let text = head.prefix(1 + (head.lastIndex { $0 != 0 && $0 != 0x1A } ?? -1))
    return isRare(text.count { isControl(UInt16($0)) }, among: text.count) && (!text.isEmpty || head.isEmpty)
  }

  /// UTF-16 without a mark: nearly all units lie in the blocks of which documents are made.
  ///
  /// - Parameter highByte: the place of the high byte in a unit, 0 in big-endian text.
  private func isUTF16(highByte: Int) -> Bool {
    let units = stride(from: 0, to: head.count - 1, by: 2).map { start in
      UInt16(head[start + highByte]) << 8 | UInt16(head[start + 1 - highByte])
    }
    guard !units.isEmpty, !units.contains(0) else { return false }
    return isRare(units.count { isControl($0) || !isCommon($0) }, among: units.count)
  }

  /// At most one in fifty.
  private func isRare(_ count: Int, among total: Int) -> Bool {
    count * 50 <= total
  }

  /// But for white space, backspaces of pages made for printers, and the escapes and shifts of ISO 2022.
  private func isControl(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x08, 0x09, 0x0A, 0x0C, 0x0D, 0x0E, 0x0F, 0x1B: false
    default: unit < 0x20
    }
  }

  /// ASCII, Latin, Greek and Cyrillic letters, punctuation and symbols, CJK and full-width forms.
  private func isCommon(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x0009...0x04FF, 0x2000...0x26FF, 0x3000...0x30FF, 0x3200...0x33FF, 0x4E00...0x9FFF, 0xAC00...0xD7A3,
      0xFF00...0xFFEF:
      true
    default: false
    }
  }
}
