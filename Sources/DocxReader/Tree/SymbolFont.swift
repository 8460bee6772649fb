/// A font whose characters stand for pictures instead of letters.
enum SymbolFont: String, Hashable {
  case symbol = "symbol"
  case wingdings = "wingdings"
  case wingdings2 = "wingdings 2"
  case wingdings3 = "wingdings 3"
  case webdings = "webdings"

  init?(_ name: String) {
    self.init(rawValue: name.lowercased())
  }

  /// The character that a number of a font shows.
  ///
  /// Numbers of symbol fonts lie at U+F000 in files; numbers of other fonts are Unicode.
  static func scalar(_ code: UInt32, font name: String) -> Unicode.Scalar? {
    guard let font = SymbolFont(name) else { return Unicode.Scalar(code) }
    return font.scalar(code)
  }

  /// The character that a number shows; the number itself as a private character where it is not known.
  func scalar(_ code: UInt32) -> Unicode.Scalar? {
    Unicode.Scalar(code)
  }
}
