internal import Bytes
internal import ConverterCore

/// Text as a document writes it and as it is meant.
enum XMLText {
  /// Whether bytes are ASCII that means itself.
  static func isPlain(_ written: UnsafeBufferPointer<UInt8>) -> Bool {
    // No way out in the middle: so the loop takes many bytes at a time.
    var isPlain = true
    for index in written.indices {
      let byte = unsafe written[index]
      if byte >= 0x80 || byte == UInt8(ascii: "&") || byte == 0x0D { isPlain = false }
    }
    return isPlain
  }

  /// Appends text with its references replaced, where they are not literal, and its line ends made one character.
  ///
  /// - Returns: whether all of it means something; bytes that are no UTF-8 become U+FFFD, references to entities that nobody
  ///   defines stay as they are written.
  static func append(_ written: UnsafeBufferPointer<UInt8>, isLiteral: Bool, to target: inout [UInt8]) -> Bool {
    let span = unsafe written.span
    if isValid(span) { return replaceReferences(span, isLiteral, in: &target) }
    let repaired = unsafe Array(String(decoding: written, as: UTF8.self).utf8)
    _ = replaceReferences(repaired.span, isLiteral, in: &target)
    return false
  }

  /// The value of an attribute with its references replaced and its line ends and tabs as spaces (3.3.3).
  static func value(_ written: UnsafeBufferPointer<UInt8>) -> String {
    let isPlain = unsafe written.allSatisfy { $0 != UInt8(ascii: "&") && $0 >= 0x20 }
    if isPlain { return unsafe String(decoding: written, as: UTF8.self) }
    var blanked: [UInt8] = []
    var previous: UInt8 = 0
    for index in written.indices {
      let byte = unsafe written[index]
      // A line end of two characters is one (2.11).
      if byte != 0x0A || previous != 0x0D { blanked.append(byte < 0x20 ? 0x20 : byte) }
      previous = byte
    }
    var text: [UInt8] = []
    _ = replaceReferences(blanked.span, false, in: &text)
    return String(decoding: text, as: UTF8.self)
  }

  private static func isValid(_ bytes: Span<UInt8>) -> Bool {
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes)
      return true
    } catch {
      return false
    }
  }

  private static func replaceReferences(_ written: Span<UInt8>, _ isLiteral: Bool, in target: inout [UInt8]) -> Bool {
    let wanted = isLiteral ? 0x0D : UInt8(ascii: "&")
    if written.index(of: wanted, or: 0x0D, from: 0, below: written.count) == written.count {
      unsafe written.withUnsafeBufferPointer { unsafe target.append(contentsOf: $0) }
      return true
    }
    var isLegible = true
    var index = 0
    while index < written.count {
      let byte = written[index]
      if byte == 0x0D {
        // A line end of two characters is one, and one of this character alone is one too.
        if index + 1 == written.count || written[index + 1] != 0x0A { target.append(0x0A) }
      } else if byte == UInt8(ascii: "&"), !isLiteral {
        if let (scalar, length) = reference(in: written, at: index) {
          target.append(contentsOf: String(scalar).utf8)
          index += length
          continue
        }
        isLegible = false
        target.append(byte)
      } else {
        target.append(byte)
      }
      index += 1
    }
    return isLegible
  }

  /// The character that a reference stands for, and the length of the reference; `nil` where it is none or stands for none.
  private static func reference(in written: Span<UInt8>, at start: Int) -> (Unicode.Scalar, Int)? {
    var name: [UInt8] = []
    var index = start + 1
    while index < written.count, written[index] != UInt8(ascii: ";") {
      guard name.count < 12 else { return nil }
      name.append(written[index])
      index += 1
    }
    guard index < written.count, let scalar = scalar(String(decoding: name, as: UTF8.self)) else { return nil }
    return (scalar, index + 1 - start)
  }

  private static func scalar(_ name: String) -> Unicode.Scalar? {
    switch name {
    case "lt": return "<"
    case "gt": return ">"
    case "amp": return "&"
    case "quot": return "\""
    case "apos": return "'"
    default: break
    }
    let code: UInt32?
    if name.hasPrefix("#x") {
      code = UInt32(name.dropFirst(2), radix: 16)
    } else if name.hasPrefix("#") {
      code = UInt32(name.dropFirst(1))
    } else {
      code = nil
    }
    guard let code, code > 0 else { return nil }
    return Unicode.Scalar(code)
  }
}
