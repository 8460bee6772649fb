internal import FoundationEssentials

/// An e-mail as it is sent (RFC 5322, RFC 2045): plain text, but for its parts, which stand in it encoded.
enum EncodedMail {
  /// How many bytes are looked at for the fields of the head.
  private static let headLength = 16384

  /// Whether a text begins with the head of a mail of several parts.
  static func begins(_ bytes: Data) -> Bool {
    guard beginsWithField(bytes) else { return false }
    let head = String(decoding: bytes.prefix(headLength), as: UTF8.self)
    let fields = head.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).prefix { !$0.isEmpty }
      .map { $0.lowercased() }
    return fields.contains { $0.hasPrefix("mime-version:") }
      && fields.contains { $0.hasPrefix("content-type:") && $0.contains("multipart/") }
  }

  /// Whether letters and hyphens with a colon behind stand first, as in few other texts.
  private static func beginsWithField(_ bytes: Data) -> Bool {
    let name = bytes.prefix { $0 == UInt8(ascii: "-") || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) }
    return !name.isEmpty && bytes.dropFirst(name.count).first == UInt8(ascii: ":")
  }
}
