/// Text in which nothing is markup, for HTML (standard, section 13.3) and XML (1.0, section 2.4), inside quotes too.
///
/// Bytes are looked at, not characters: a quotation mark with an accent after it is one character and still ends a value.
package enum MarkupText {
  /// The entity that stands for a byte of UTF-8, or `nil` where the byte stands for itself.
  package static func entity(of byte: UInt8) -> StaticString? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    default: nil
    }
  }

  /// The text with entities in place of markup.
  package static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: { entity(of: $0) != nil }) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      if scalar.isASCII, let entity = entity(of: UInt8(truncatingIfNeeded: scalar.value)) {
        result += entity.description
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
