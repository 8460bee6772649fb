internal import FoundationEssentials

/// A part of a message: header fields and a body, which may hold parts again (RFC 2045, RFC 2046).
struct MIMEPart {
  /// The fields by their names in lower case, as they stand but unfolded; of several of one name the first.
  private let fields: [String: String]

  /// The body as it stands, encoded for transfer.
  private let body: ArraySlice<UInt8>

  /// Whether the message ends before the mark that closes this part.
  private(set) var isCut = false

  /// Reads a part from its first header field to the end of the bytes.
  init(_ bytes: ArraySlice<UInt8>) {
    var fields: [String: String] = [:]
    var rest = bytes
    var name = ""
    while !rest.isEmpty {
      let line = rest.prefix { $0 != 0x0A }
      rest = rest[line.endIndex...].dropFirst()
      let text = line.trimmedASCII
      if text.isEmpty { break }
      if let first = line.first, first == 0x20 || first == 0x09 {
        fields[name]? += " " + String(decoding: text, as: UTF8.self)
      } else if let colon = text.firstIndex(of: UInt8(ascii: ":")) {
        name = text[..<colon].lowercasedASCII
        if fields[name] == nil {
          fields[name] = String(decoding: text[(colon + 1)...].trimmedASCII, as: UTF8.self)
        } else {
          name = ""
        }
      }
    }
    self.fields = fields
    body = rest
  }

  /// The type of the content in lower case, such as `text/html`; plain text where nothing is said.
  var mediaType: String {
    guard let type = fields["content-type"] else { return "text/plain" }
    return Array(type.utf8)[...].prefix { $0 != UInt8(ascii: ";") }.trimmedASCII.lowercasedASCII
  }

  /// The mark by which links name the part, without its brackets.
  var contentID: String? { fields["content-id"].map(MIMEPart.withoutBrackets) }

  /// A name for the part as a file: the last component of its address (`Content-Location`) without what is asked there, else its
  /// ``contentID``, else `page`; with `.html` where it has no extension.
  var fileName: String {
    let address = fields["content-location"] ?? contentID ?? ""
    let path = address.prefix { $0 != "?" && $0 != "#" }
    let component = path.split(separator: "/").last ?? "page"
    return component.contains(".") ? String(component) : "\(component).html"
  }

  /// The value of a parameter of `Content-Type`, such as `charset`.
  func parameter(_ name: String) -> String? {
    guard let type = fields["content-type"] else { return nil }
    var rest = Array(type.utf8)[...].drop { $0 != UInt8(ascii: ";") }
    while !rest.isEmpty {
      rest = rest.dropFirst().trimmedASCII
      let key = rest.prefix { $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: ";") }
      rest = rest[key.endIndex...]
      guard rest.first == UInt8(ascii: "=") else { continue }
      rest = rest.dropFirst().trimmedASCII
      let value: ArraySlice<UInt8>
      if rest.first == UInt8(ascii: "\"") {
        value = rest.dropFirst().prefix { $0 != UInt8(ascii: "\"") }
        rest = rest[value.endIndex...].drop { $0 != UInt8(ascii: ";") }
      } else {
        value = rest.prefix { $0 != UInt8(ascii: ";") }
        rest = rest[value.endIndex...]
      }
      if key.trimmedASCII.lowercasedASCII == name { return String(decoding: value.trimmedASCII, as: UTF8.self) }
    }
    return nil
  }

  static func withoutBrackets(_ name: String) -> String {
    name.hasPrefix("<") && name.hasSuffix(">") ? String(name.dropFirst().dropLast()) : name
  }
}

// MARK: - The body

extension MIMEPart {
  /// The parts of a `multipart` body, in order.
  ///
  /// - Parameter limit: the most parts.
  func parts(atMost limit: Int) -> [MIMEPart] {
    guard mediaType.hasPrefix("multipart/"), let boundary = parameter("boundary"), !boundary.isEmpty else { return [] }
    let mark = Array("--\(boundary)".utf8)
    var parts: [MIMEPart] = []
    var start: Int?
    var lineStart = body.startIndex
    while lineStart < body.endIndex, parts.count < limit {
      let lineEnd = body[lineStart...].firstIndex(of: 0x0A) ?? body.endIndex
      if body[lineStart] == UInt8(ascii: "-"), body[lineStart..<lineEnd].starts(with: mark) {
        let after = body[(lineStart + mark.count)..<lineEnd].trimmedASCII
        if after.isEmpty || after.elementsEqual("--".utf8) {
          if let start { parts.append(MIMEPart(body[start..<lineStart])) }
          start = after.isEmpty ? min(body.endIndex, lineEnd + 1) : nil
        }
      }
      lineStart = min(body.endIndex, lineEnd + 1)
    }
    // A file cut short has no closing mark.
    if let start, parts.count < limit {
      var part = MIMEPart(body[start...])
      part.isCut = true
      parts.append(part)
    }
    return parts
  }

  /// The body as it was before its transfer; as it stands where its encoding is not known.
  var content: Data {
    switch transferEncoding {
    case "base64": MIMEPart.base64(body)
    case "quoted-printable": MIMEPart.unquoted(body)
    default: Data(body)
    }
  }

  /// The name of the encoding for the transfer in lower case; `8bit` where nothing is said.
  private var transferEncoding: String {
    fields["content-transfer-encoding"].map { Array($0.utf8)[...].lowercasedASCII } ?? "8bit"
  }

  /// The encoding for the transfer where it is none that is read here.
  var unknownTransferEncoding: String? {
    ["base64", "quoted-printable", "7bit", "8bit", "binary", ""].contains(transferEncoding) ? nil : transferEncoding
  }

  /// Whether the body says that it is base64 and cannot be: it has other characters, or ends within a byte.
  var hasDamagedBase64: Bool {
    guard transferEncoding == "base64" else { return false }
    var count = 0
    for byte in body where !isASCIISpace(byte) && byte != UInt8(ascii: "=") {
      if !MIMEPart.isBase64(byte) { return true }
      count += 1
    }
    return !isCut && count % 4 == 1
  }

  /// Base64 (RFC 2045, section 6.8), as far as it goes: a part that is cut short may end within a group of four.
  private static func base64(_ body: ArraySlice<UInt8>) -> Data {
    var digits = body.filter { isBase64($0) }
    if digits.count % 4 == 1 { digits.removeLast() }
    while !digits.count.isMultiple(of: 4) { digits.append(UInt8(ascii: "=")) }
    return Data(base64Encoded: Data(digits)) ?? Data()
  }

  private static func isBase64(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "/"):
      true
    default: false
    }
  }

  /// Quoted-printable (RFC 2045, section 6.7); what is no valid escape stays as it stands.
  private static func unquoted(_ body: ArraySlice<UInt8>) -> Data {
    var plain: [UInt8] = []
    plain.reserveCapacity(body.count)
    var index = body.startIndex
    while index < body.endIndex {
      let byte = body[index]
      index += 1
      guard byte == UInt8(ascii: "=") else {
        plain.append(byte)
        continue
      }
      let rest = body[index...].prefix(2)
      if let high = rest.first.flatMap(digit), let low = rest.dropFirst().first.flatMap(digit) {
        plain.append(high << 4 | low)
        index += 2
      } else if let lineBreak = softLineBreak(body[index...]) {
        index += lineBreak
      } else {
        plain.append(byte)
      }
    }
    return Data(plain)
  }

  /// How many bytes a line break takes that a `=` before it makes none, white space before it included.
  private static func softLineBreak(_ rest: ArraySlice<UInt8>) -> Int? {
    let spaces = rest.prefix { $0 == 0x20 || $0 == 0x09 }.count
    switch (rest.dropFirst(spaces).first, rest.dropFirst(spaces + 1).first) {
    case (0x0D, 0x0A): return spaces + 2
    case (0x0A, _), (0x0D, _): return spaces + 1
    default: return nil
    }
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - 0x30
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - 0x37
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - 0x57
    default: nil
    }
  }
}
