/// Characters of Big5 that the system's converter lacks: those that Hong Kong's supplement had given a second code before it took it
/// back, as old files still have them, and the control pictures (WHATWG Encoding Standard, index Big5).
enum Big5Duplicates {
  /// The character of a code of two bytes, or `nil` where it is none of these.
  static func character(lead: UInt8, trail: UInt8) -> Unicode.Scalar? {
    switch (lead, trail) {
    case (0xA3, 0xC0...0xDF): Unicode.Scalar(0x2400 + UInt32(trail - 0xC0))
    case (0xA3, 0xE0): "\u{2421}"
    default: characters[UInt16(lead) << 8 | UInt16(trail)]
    }
  }

  private static let characters: [UInt16: Unicode.Scalar] = {
    var characters: [UInt16: Unicode.Scalar] = [:]
    for entry in table.split(whereSeparator: \.isWhitespace) {
      guard let code = UInt16(entry.prefix(4), radix: 16), let character = entry.unicodeScalars.last else { continue }
      characters[code] = character
    }
    return characters
  }()

  /// Code in hexadecimal digits and character.
  private static let table = """
    8E69箸 8E6F簆 8E7E糎 8EAB緒 8EB4縝 8ECD者 8ED0耨 8F57菁 8F69蒨 8F6E萏 8FCB覦 8FCC覩 8FFE起 906D都
    907A銹 90DC靜 90F1響 91BF鼖 9244蔃 92AF兙 92B0兛 92B1兝 92B2兞 92C8鍮 92D1瑹 9447浧 94CA禛 95D9邗
    9644靝 96ED瀞 96FC嬨 9B76爁 9B78矗 9B7B纇 9BC6駖 9BDE釔 9BEC惞 9BF6澶 9C42輶 9C53侻 9C62營 9C68鄄
    9C6B鷰 9C77菏 9CBC尐 9CBD秣 9CD0婧 9D57輋 9D5A筑 9DC4拐 9EA9恢 9EEF痹 9EFD汊 9F60鬮 9F66鼗 9FCB僭
    9FD8弌 A063蠏 A077拎 A0D5瑨 A0DF煢 A0E4牐 C6CF廴 C6D3无 C6D5癶 C6D7隶 C6DE〃 C6DF仝 FA5F倩 FA66偽
    FABD包 FAC5卄 FAD5卿 FB48嘅 FBB8婷 FBF3幵 FBF9廐 FC4F彘 FC6C悤 FCB9撐 FCE2晴 FCF1杞 FDB7沜 FDB8渝
    FDBB港 FDF1煮 FE52猪 FE6F瑜 FEAA瓩 FEDD砉
    """
}
