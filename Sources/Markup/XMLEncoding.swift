internal import ConverterCore

/// The encodings of XML documents (XML 1.0, appendix F): UTF-8 unless the first bytes or the declaration say otherwise.
enum XMLEncoding {
  /// Whether the first bytes of a document suffice to know its encoding.
  static func isTold(by head: [UInt8]) -> Bool {
    guard head.count >= 5 else { return false }
    return !head.starts(with: declaration) || head.contains(UInt8(ascii: ">"))
  }

  /// The encoding of a document by its first bytes; `nil` for UTF-8, with a byte order mark or not, and for names that nothing
  /// decodes.
  static func foreign(in head: [UInt8]) -> TextEncoding? {
    switch head.prefix(4) {
    case [0xFF, 0xFE, 0x3C, 0x00], [0x3C, 0x00, 0x3F, 0x00]: return .utf16LittleEndian
    case [0xFE, 0xFF, 0x00, 0x3C], [0x00, 0x3C, 0x00, 0x3F]: return .utf16BigEndian
    default: break
    }
    guard head.starts(with: declaration), let end = head.firstIndex(of: UInt8(ascii: ">")) else { return nil }
    let words = String(decoding: head[..<end], as: UTF8.self).split(whereSeparator: { " \t\r\n='\"?".contains($0) })
    guard let place = words.firstIndex(of: "encoding"), place + 1 < words.count,
      let encoding = TextEncoding(named: String(words[place + 1])), encoding != .utf8
    else { return nil }
    // Bytes that were read as ASCII are in no encoding of wider units, whatever they declare.
    return [.utf16LittleEndian, .utf16BigEndian].contains(encoding) ? nil : encoding
  }

  private static let declaration = Array("<?xml".utf8)
}
