internal import ConverterCore
package import FoundationEssentials

/// The encodings of XML documents (XML 1.0, appendix F): UTF-8 unless the first bytes or the declaration say otherwise.
package enum XMLEncoding {
  /// A document in UTF-8, whatever it is in; its declaration stays.
  package static func utf8(_ document: Data) -> Data {
    foreign(in: Array(document.prefix(1024))).map { TextDecoder(encoding: $0).decode(document).utf8 } ?? document
  }

  /// Whether the first bytes of a document suffice to know its encoding.
  static func isTold(by head: [UInt8]) -> Bool {
    guard head.count >= 5 else { return false }
    return !head.starts(with: declaration) || head.contains(UInt8(ascii: ">"))
  }

  /// The encoding of a document by its first bytes; `nil` for UTF-8, with a byte order mark or not, and for names that nothing
  /// decodes.
  static func foreign(in head: [UInt8]) -> TextEncoding? {
    if let wide = TextEncoding.wide(ofMarkup: head) { return wide }
    guard head.starts(with: declaration), let end = head.firstIndex(of: UInt8(ascii: ">")) else { return nil }
    // Nearly all documents declare UTF-8, or nothing.
    let stated = head[..<end].split { [0x20, 0x09, 0x0A, 0x0D, 0x3D, 0x22, 0x27, 0x3F].contains($0) }
    guard let place = stated.firstIndex(where: { $0.elementsEqual("encoding".utf8) }), place + 1 < stated.count,
      !stated[place + 1].elementsEqual("UTF-8".utf8),
      let encoding = TextEncoding(named: String(decoding: stated[place + 1], as: UTF8.self)), encoding != .utf8
    else { return nil }
    // Bytes that were read as ASCII are in no encoding of wider units, whatever they declare.
    return [.utf16LittleEndian, .utf16BigEndian].contains(encoding) ? nil : encoding
  }

  private static let declaration = Array("<?xml".utf8)
}
