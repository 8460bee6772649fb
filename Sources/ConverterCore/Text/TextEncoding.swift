/// A character encoding that bytes of text may be in.
public struct TextEncoding: Hashable, Sendable {
  /// The name of the IANA registry in lower case, such as `gb18030`.
  public let name: String

  /// The name that `iconv_open(3)` knows; it may stand for a superset that real files need (CP932 for Shift_JIS).
  let converterName: String

  /// How many bytes an undecodable sequence takes.
  package let form: Form

  /// The width of the units of an encoding.
  package enum Form: Hashable, Sendable {
    /// One byte a character.
    case singleByte
    /// A lead byte from 0x80 on takes a trail byte with it; ASCII is never swallowed.
    case multiByte
    /// Units of two or four bytes.
    case units(Int)
  }

  /// How many bytes an end of line takes.
  var unitWidth: Int {
    if case .units(let width) = form { width } else { 1 }
  }

  /// Whether a line feed stands at an offset; no character of several bytes has the byte of one.
  func isLineFeed(_ bytes: Span<UInt8>, at offset: Int, _ width: Int) -> Bool {
    let low = self == .utf16BigEndian || self == .utf32BigEndian ? offset + width - 1 : offset
    return bytes[low] == 0x0A && (offset..<(offset + width)).allSatisfy { $0 == low || bytes[$0] == 0 }
  }

  /// Whether what bytes mean depends on escapes far before them.
  var isStateful: Bool { name.hasPrefix("iso-2022") || name.hasPrefix("utf-7") || name.hasPrefix("hz") }

  /// The converter to ask about characters that the first one does not know.
  let fallbackName: String?

  init(_ name: String, converterName: String? = nil, fallbackName: String? = nil, _ form: Form = .singleByte) {
    self.name = name
    self.converterName = converterName ?? name
    self.fallbackName = fallbackName
    self.form = form
  }
}

extension TextEncoding {
  public static let utf8 = TextEncoding("utf-8", .multiByte)
  public static let utf16LittleEndian = TextEncoding("utf-16le", .units(2))
  public static let utf16BigEndian = TextEncoding("utf-16be", .units(2))
  static let utf32LittleEndian = TextEncoding("utf-32le", .units(4))
  static let utf32BigEndian = TextEncoding("utf-32be", .units(4))
  // GB18030 leaves 0x80 free; files of code page 936 have the euro sign there.
  public static let gb18030 = TextEncoding("gb18030", fallbackName: "cp936", .multiByte)
  public static let big5 = TextEncoding("big5", converterName: "big5-hkscs", fallbackName: "cp950", .multiByte)
  static let shiftJIS = TextEncoding("shift_jis", converterName: "cp932", .multiByte)
  static let eucJP = TextEncoding("euc-jp", converterName: "euc-jp-ms", .multiByte)
  static let iso2022JP = TextEncoding("iso-2022-jp", converterName: "iso-2022-jp-2", .singleByte)
  static let eucKR = TextEncoding("euc-kr", converterName: "cp949", .multiByte)
  static let iso2022KR = TextEncoding("iso-2022-kr", .singleByte)
  static let eucTW = TextEncoding("euc-tw", .multiByte)
  static let windows1252 = TextEncoding("windows-1252", converterName: "cp1252")

  /// The encodings that a text without a mark is held against, likelier ones first: of equal scores the first wins.
  static let candidates: [TextEncoding] = [
    .utf8, .gb18030, .big5, .utf16LittleEndian, .utf16BigEndian, .shiftJIS, .eucKR, .eucJP, .windows1252,
    TextEncoding("iso-8859-15"), TextEncoding("windows-1251", converterName: "cp1251"), TextEncoding("koi8-r"),
    TextEncoding("windows-1254", converterName: "cp1254"), TextEncoding("windows-1250", converterName: "cp1250"),
    TextEncoding("windows-1253", converterName: "cp1253"), TextEncoding("windows-1255", converterName: "cp1255"),
    TextEncoding("windows-1256", converterName: "cp1256"), .eucTW,
    .utf32LittleEndian, .utf32BigEndian,
  ]
}

extension TextEncoding {
  /// The encoding that a person or a file means by a name, in any case: registered names, the usual aliases, and whatever
  /// else the system's converter knows. Names of subsets stand for what files so labelled really hold: `gb2312` and
  /// `gbk` for `gb18030`, `iso-8859-1` for `windows-1252` (WHATWG Encoding Standard, section 4.2).
  ///
  /// - Returns: `nil` where nothing decodes an encoding of that name.
  public init?(named name: String) {
    // By bytes: a search of the standard library for one character showed in profiles of short documents.
    let wanted = String(
      decoding: name.lowercased().utf8.map { $0 == UInt8(ascii: "_") ? UInt8(ascii: "-") : $0 }, as: UTF8.self)
    let known: TextEncoding? =
      switch wanted {
      case "utf-8", "utf8", "us-ascii", "ascii": .utf8
      case "utf-16", "utf16", "utf-16le", "utf16le": .utf16LittleEndian
      case "utf-16be", "utf16be": .utf16BigEndian
      case "gb18030", "gbk", "gb2312", "gb-2312-80", "cp936", "windows-936", "x-gbk", "euc-cn": .gb18030
      case "big5", "big-5", "big5-hkscs", "cp950", "windows-950", "x-x-big5": .big5
      case "shift-jis", "sjis", "x-sjis", "cp932", "windows-31j", "ms932": .shiftJIS
      case "euc-jp", "eucjp", "x-euc-jp": .eucJP
      case "iso-2022-jp": .iso2022JP
      case "euc-kr", "euckr", "cp949", "uhc", "windows-949", "ks-c-5601-1987", "ksc5601": .eucKR
      case "windows-1252", "cp1252", "iso-8859-1", "iso8859-1", "latin1", "latin-1": .windows1252
      default: TextEncoding.candidates.first { $0.name == wanted || $0.converterName == wanted }
      }
    if let known {
      self = known
    } else if wanted.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "/") }),
      CharacterConverter(from: wanted) != nil
    {
      self = TextEncoding(wanted)
    } else {
      return nil
    }
  }
}
