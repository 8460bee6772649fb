internal import ConverterCore
internal import FoundationEssentials

/// Which encoding the names of one archive are in: decided once for all its names, since one alone is too short to tell.
///
/// - Names that are all valid UTF-8 are UTF-8, whether flagged or not.
/// - Otherwise those that are not are judged together, as text is (GB18030, Big5, Shift-JIS …).
/// - In such an archive a name may still be UTF-8 (programs flag entries one by one). It counts as UTF-8 where it has a
///   character of three bytes: by chance a name in another encoding practically never looks like that, while pairs of bytes
///   do (“Í¨” is 通 in GBK).
struct MemberNames {
  /// The encoding of the names that are no UTF-8; `nil` where all are.
  let encoding: TextEncoding?

  /// - Parameter names: all names of the archive, as bytes.
  init(_ names: [[UInt8]]) {
    let foreign = names.filter { !Self.isUTF8($0) }
    guard !foreign.isEmpty else {
      encoding = nil
      return
    }
    // Folders and extensions repeat; what tells encodings apart is each name once, without ASCII around it.
    let text = Data(foreign.joined(separator: [UInt8(ascii: "\n")]))
    encoding = TextDecoder().decode(text).encoding
  }

  func decode(_ name: [UInt8]) -> String {
    guard let encoding, !Self.isUTF8(name) || !hasLongCharacter(name) else {
      return String(decoding: name, as: UTF8.self)
    }
    return String(decoding: TextDecoder(encoding: encoding).decode(Data(name)).utf8, as: UTF8.self)
  }

  private static func isUTF8(_ name: [UInt8]) -> Bool {
    String(validating: name, as: UTF8.self) != nil
  }

  private func hasLongCharacter(_ name: [UInt8]) -> Bool {
    name.contains { $0 >= 0xE0 } || !name.contains { $0 >= 0x80 }
  }
}
