/// Signs by which running text and code differ from cells.
enum ProseSigns {
  /// Whether a line ends as sentences, verses and statements of programs end, and cells rarely do.
  static func endsStatement(_ text: String) -> Bool {
    guard let last = text.unicodeScalars.last(where: { !$0.properties.isWhitespace }) else { return false }
    return switch last {
    case ".", ",", ";", "!", "?", "{", "}", "。", "，", "；", "！", "？", "…", "—", "”", "、", "》": true
    default: false
    }
  }
}
