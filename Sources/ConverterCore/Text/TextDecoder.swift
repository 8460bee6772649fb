public import FoundationEssentials

/// Turns bytes into text: finds the encoding, decodes, counts what could not be decoded.
///
/// The encoding is found in this order, the surest sign first:
/// 1. a byte order mark,
/// 2. escape sequences that only ISO 2022 has,
/// 3. strict UTF-8 — other encodings practically never look like it,
/// 4. a declaration in the first lines (`charset=`, `encoding=`, `coding:`) that the bytes agree with,
/// 5. the most plausible reading of samples from the whole file (``TextPlausibility``).
///
/// Undecodable bytes never fail a text: each sequence becomes one U+FFFD and is counted. What one sequence is follows the
/// WHATWG Encoding Standard: ASCII after a stray lead byte is kept.
public struct TextDecoder: Sendable {
  private let forced: TextEncoding?

  /// - Parameter encoding: taken whatever the bytes look like; `nil` to find out.
  public init(encoding: TextEncoding? = nil) {
    self.forced = encoding
  }

  /// Decodes a whole text. Valid UTF-8 is passed through without a copy.
  public func decode(_ bytes: Data) -> DecodedText {
    let plan = DecodingPlan(bytes, forced: forced)
    guard plan.plainSurvey == nil else {
      return DecodedText(utf8: plan.content, encoding: .utf8, replacementCount: 0)
    }
    return TextDecoder.decoded(plan.content, from: plan.encoding)
  }
}

extension TextDecoder {
  /// The bytes, which have no mark, decoded from an encoding.
  static func decoded(_ bytes: Data, from encoding: TextEncoding) -> DecodedText {
    encoding == .utf8 ? repairedUTF8(bytes) : converted(bytes, from: encoding)
  }

  /// The same bytes where they are valid UTF-8, else a copy in which each maximal undecodable subpart (Unicode 16,
  /// section 3.9.6) is U+FFFD.
  static func repairedUTF8(_ bytes: Data) -> DecodedText {
    guard var damage = firstDamage(bytes.span, from: 0) else {
      return DecodedText(utf8: bytes, encoding: .utf8, replacementCount: 0)
    }
    var text = Data()
    var start = 0
    var count = 0
    while true {
      text.append(bytes.dropFirst(start).prefix(damage.lowerBound - start))
      text.append(contentsOf: replacement)
      count += 1
      start = damage.upperBound
      guard let next = firstDamage(bytes.span, from: start) else { break }
      damage = next
    }
    text.append(bytes.dropFirst(start))
    return DecodedText(utf8: text, encoding: .utf8, replacementCount: count)
  }

  /// The first undecodable sequence from an offset on.
  private static func firstDamage(_ bytes: Span<UInt8>, from start: Int) -> Range<Int>? {
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes.extracting(start...))
      return nil
    } catch {
      return (error.byteOffsets.lowerBound + start)..<(error.byteOffsets.upperBound + start)
    }
  }

  /// The text decoded piece by piece, so that beside source and text only one small buffer is in memory.
  static func converted(_ bytes: Data, from encoding: TextEncoding) -> DecodedText {
    converted(bytes, from: encoding, table: .table(for: encoding, length: bytes.count))
  }

  /// The same by the system's converter alone.
  static func systemConverted(_ bytes: Data, from encoding: TextEncoding) -> DecodedText {
    converted(bytes, from: encoding, table: nil)
  }

  private static func converted(_ bytes: Data, from encoding: TextEncoding, table: DoubleByteTable?) -> DecodedText {
    guard let converter = CharacterConverter(from: encoding.converterName) else { return repairedUTF8(bytes) }
    let fallback = CharacterFallback(for: encoding)
    let corrections = ScalarCorrections.of(encoding)
    let input = bytes.span
    var buffer = [UInt8](repeating: 0, count: min(1 << 16, input.count &* 4 &+ 16))
    var text = DataBuffer(capacity: input.count + input.count / 2 + 16)
    var count = 0
    var position = 0
    while true {
      table?.convert(input, from: &position, into: &text)
      let start = position
      let (filled, pause) = converter.convert(input, from: &position, into: &buffer)
      text.append(corrections?.applied(to: buffer[..<filled]) ?? buffer[..<filled])
      if case .full = pause { continue }
      guard pause != .finished, position < input.count else { break }
      if let known = fallback?.character(input, at: &position) {
        text.append(known)
      } else {
        text.append(replacement)
        count += 1
        position += encoding.damagedWidth(input, at: position, from: start)
      }
    }
    return DecodedText(utf8: text.data(), encoding: encoding, replacementCount: count)
  }
}

/// U+FFFD in UTF-8.
private let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

extension TextEncoding {
  /// How many bytes to step over where nothing decodes; never beyond the end.
  ///
  /// - Parameter start: where the converter began that stopped at `position`.
  fileprivate func damagedWidth(_ bytes: Span<UInt8>, at position: Int, from start: Int) -> Int {
    let left = bytes.count - position
    switch form {
    case .singleByte: return 1
    case .units(let width): return min(width, left)
    case .multiByte:
      // ASCII is never damaged: here the converter has already taken the damage (glibc's CP949 takes 0xA2E8).
      if bytes[position] < 0x80 { return position > start ? 0 : 1 }
      return left > 1 && bytes[position + 1] >= 0x80 ? 2 : 1
    }
  }
}
