internal import ConverterCore

/// What bytes of text mean in a font.
enum CharacterSet: Hashable, Sendable {
  case encoding(TextEncoding)

  /// A font of signs: byte *b* is the private character U+F000 + *b*, as Word has it, or what the font shows there.
  case symbol(SymbolFont?)
}

extension CharacterSet {
  /// The code page that holds where a file states none.
  static let windows1252 = CharacterSet(codePage: 1252) ?? .encoding(.utf8)

  /// The set of a code page of Windows; `nil` where nothing decodes it.
  init?(codePage: Int) {
    if codePage == 42 {
      self = .symbol(nil)
      return
    }
    let name =
      switch codePage {
      case 65001: "utf-8"
      case 1361: "johab"
      case 10000: "macintosh"
      default: "cp\(codePage)"
      }
    guard let encoding = TextEncoding(named: name) else { return nil }
    self = .encoding(encoding)
  }

  /// Whether characters have up to two bytes or more.
  private var isEastAsian: Bool {
    if case .encoding(let encoding) = self { encoding.form == .multiByte } else { false }
  }

  var isSymbol: Bool {
    if case .symbol = self { true } else { false }
  }

  /// The code page that a font's `\fcharset` stands for in a document with this code page; `nil` for the document's own.
  ///
  /// Charset 0 is Western. But East Asian writers name Western fonts for Chinese text as well; Western letters above 0x7F, which would be
  /// lost by that, they state by number.
  func codePage(ofCharset charset: Int) -> Int? {
    switch charset {
    case 0: isEastAsian ? nil : 1252
    case 2: 42
    case 77: 10000
    case 128: 932
    case 129: 949
    case 130: 1361
    case 134: 936
    case 136: 950
    case 161: 1253
    case 162: 1254
    case 163: 1258
    case 177: 1255
    case 178, 179, 180: 1256
    case 181: 1255
    case 186: 1257
    case 204: 1251
    case 222: 874
    case 238: 1250
    case 254: 437
    case 255: 850
    default: nil
    }
  }
}
