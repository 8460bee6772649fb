extension TextEncoding {
  /// The encoding of wide units that a text of markup is in, by its byte order mark or by the zero beside its first sign, which is `<`
  /// (XML 1.0, appendix F.1); `nil` for encodings that write ASCII as it is.
  ///
  /// - Parameter head: the first bytes of the text.
  package static func wide(ofMarkup head: [UInt8]) -> TextEncoding? {
    guard head.count >= 4 else { return nil }
    return switch (head[0], head[1], head[2], head[3]) {
    // The mark of UTF-32 begins like that of UTF-16.
    case (0xFF, 0xFE, 0, 0): .utf32LittleEndian
    case (0, 0, 0xFE, 0xFF): .utf32BigEndian
    case (0xFF, 0xFE, _, _), (0x3C, 0, 1..., 0): .utf16LittleEndian
    case (0xFE, 0xFF, _, _), (0, 0x3C, 0, 1...): .utf16BigEndian
    default: nil
    }
  }
}

extension [UInt8] {
  /// The first bytes of a text of markup with one byte a character, enough to look at tags: of wide units without their mark, and with
  /// `?` for what is no ASCII; of other encodings as they are.
  var markupHead: [UInt8] {
    guard let wide = TextEncoding.wide(ofMarkup: self) else { return self }
    let width = wide.unitWidth
    let low = wide == .utf16LittleEndian || wide == .utf32LittleEndian ? 0 : width - 1
    let hasMark = self[0] != 0x3C && self[1] != 0x3C
    return stride(from: hasMark ? width : 0, to: count - width + 1, by: width).map { offset in
      let isASCII = self[offset + low] < 0x80 && (0..<width).allSatisfy { $0 == low || self[offset + $0] == 0 }
      return isASCII ? self[offset + low] : UInt8(ascii: "?")
    }
  }
}
