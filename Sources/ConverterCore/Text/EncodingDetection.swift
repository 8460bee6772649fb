internal import FoundationEssentials

/// Finds out which encoding bytes of text are in; the steps in order are told at ``TextDecoder``.
package enum EncodingDetection {
  /// The encoding of a text that is no plain UTF-8 and has no byte order mark.
  static func encoding(of bytes: Data, _ survey: TextSurvey) -> TextEncoding {
    let span = bytes.span
    let samples = Samples(span)
    if !samples.hasZeros {
      if let escaped = escapedEncoding(samples.bytes.span) { return escaped }
      if isUTF8(span, survey) { return .utf8 }
      if let declared = declaredEncoding(span), decodes(samples.bytes, as: declared) { return declared }
    }
    return mostPlausible(samples)
  }

  /// The byte order marks, made once: every text is held against them, and Word files have thousands of short ones.
  private static let marks: [(encoding: TextEncoding, bytes: [UInt8])] = [
    (.utf8, [0xEF, 0xBB, 0xBF]),
    // UTF-32 before UTF-16: the mark of one begins with the mark of the other.
    (.utf32LittleEndian, [0xFF, 0xFE, 0, 0]), (.utf32BigEndian, [0, 0, 0xFE, 0xFF]),
    (.utf16LittleEndian, [0xFF, 0xFE]), (.utf16BigEndian, [0xFE, 0xFF]),
    (.gb18030, [0x84, 0x31, 0x95, 0x33]),
  ]

  /// The encoding that a byte order mark at the start names, and the mark's length in bytes.
  package static func byteOrderMark(_ bytes: Span<UInt8>) -> (encoding: TextEncoding, length: Int)? {
    for mark in marks where bytes.count >= mark.bytes.count {
      if mark.bytes.indices.allSatisfy({ bytes[$0] == mark.bytes[$0] }) { return (mark.encoding, mark.bytes.count) }
    }
    return nil
  }

  private static func isUTF8(_ bytes: Span<UInt8>, _ survey: TextSurvey) -> Bool {
    guard let (error, offset) = survey.damage else { return true }
    // A text cut inside its last character is UTF-8 all the same, if another character shows it.
    return error.kind == .truncatedScalar && offset + error.byteOffsets.upperBound == bytes.count
      && (0..<(offset + error.byteOffsets.lowerBound)).contains { bytes[$0] >= 0x80 }
  }

  /// ISO 2022 designates its character sets by escape sequences (RFC 1468, RFC 1557); pure 7-bit text.
  private static func escapedEncoding(_ sample: Span<UInt8>) -> TextEncoding? {
    var found: TextEncoding?
    for index in sample.indices {
      if sample[index] >= 0x80 { return nil }
      guard found == nil, sample[index] == 0x1B, index + 3 < sample.count else { continue }
      switch (sample[index + 1], sample[index + 2], sample[index + 3]) {
      case (UInt8(ascii: "$"), UInt8(ascii: ")"), UInt8(ascii: "C")): found = .iso2022KR
      case (UInt8(ascii: "$"), UInt8(ascii: "@"), _), (UInt8(ascii: "$"), UInt8(ascii: "B"), _): found = .iso2022JP
      default: break
      }
    }
    return found
  }

  /// The encoding named in the first bytes after `charset`, `encoding` or `coding` (HTML and SMIL, XML, editors). What stands
  /// in comments and scripts of a page is of no account (HTML standard, section 13.2.3.2).
  static func declaredEncoding(_ bytes: Span<UInt8>) -> TextEncoding? {
    var head: [UInt8] = []
    for index in 0..<min(1024, bytes.count) {
      let byte = bytes[index]
      head.append(byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte)
    }
    head.remove(from: "<!--", to: "-->")
    head.remove(from: "<script", to: "</script")
    for key in ["charset", "coding"] {
      guard let range = head[...].firstRange(of: Array(key.utf8)) else { continue }
      let rest = head[range.upperBound...].drop { $0 == UInt8(ascii: " ") }
      guard let mark = rest.first, mark == UInt8(ascii: "=") || mark == UInt8(ascii: ":") else { continue }
      let name = rest.dropFirst()
        .drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'") }
        .prefix { $0 > 0x2A && $0 < 0x7B && $0 != UInt8(ascii: ";") && $0 != UInt8(ascii: ">") }
      if let encoding = TextEncoding(named: String(decoding: name, as: UTF8.self)) { return encoding }
    }
    return nil
  }

  private static func decodes(_ sample: [UInt8], as encoding: TextEncoding) -> Bool {
    let decoded = TextDecoder.converted(Data(sample), from: encoding)
    return encoding != .utf8 && decoded.replacementCount * 200 <= sample.count
  }

  /// The candidate under which the samples read most like text.
  private static func mostPlausible(_ samples: Samples) -> TextEncoding {
    let data = Data(samples.bytes)
    var best = (encoding: TextEncoding.utf8, cost: Int.max)
    for candidate in TextEncoding.candidates {
      guard samples.allow(candidate) else { continue }
      let decoded =
        candidate == .utf8 ? TextDecoder.repairedUTF8(data) : TextDecoder.converted(data, from: candidate)
      guard decoded.encoding == candidate else { continue }
      let rareness = TextPlausibility.rareness(of: candidate, hasZeros: samples.hasZeros)
      guard rareness < best.cost else { continue }
      let cost = rareness + TextPlausibility.bits(decoded.utf8, giveUpAbove: best.cost - rareness)
      if cost < best.cost { best = (candidate, cost) }
    }
    return best.encoding
  }
}

extension EncodingDetection {
  /// Pieces from the whole length of a text, chosen where they tell most: each begins at a line that has bytes from
  /// 0x80 on, so that a long table of digits does not drown its labels.
  struct Samples {
    /// The pieces one after the other.
    private(set) var bytes: [UInt8] = []

    /// Whether the pieces are the whole text.
    let isWhole: Bool

    /// Whether each piece begins at a multiple of four, as units of two and four bytes need it.
    let isEvenlyAligned: Bool

    /// Whether there are NUL bytes: text of one byte a unit has none.
    var hasZeros: Bool { zeroCount > 0 }

    private var zeroCount = 0

    /// Whether an encoding is worth a try: text with many NUL bytes has wide units, and units of four bytes always have some.
    func allow(_ encoding: TextEncoding) -> Bool {
      switch encoding.form {
      case .units(let width): (isWhole || isEvenlyAligned) && (width == 2 || hasZeros)
      case .singleByte, .multiByte: zeroCount * 16 <= bytes.count
      }
    }

    private static let pieceCount = 16
    private static let pieceLength = 1024

    init(_ text: Span<UInt8>) {
      let length = text.count
      isWhole = length <= Samples.pieceCount * Samples.pieceLength
      guard !isWhole else {
        isEvenlyAligned = true
        append(text, 0..<length)
        return
      }
      let starts = (0..<Samples.pieceCount).map { (length / Samples.pieceCount * $0) & ~3 }
      let zeros = starts.contains { start in (start..<(start + 256)).contains { text[$0] == 0 } }
      isEvenlyAligned = zeros
      for (index, start) in starts.enumerated() {
        let end = index + 1 < starts.count ? starts[index + 1] : length
        let from = zeros ? start : Samples.tellingStart(text, start..<end)
        append(text, from..<min(from + Samples.pieceLength, end))
      }
    }

    private mutating func append(_ text: Span<UInt8>, _ range: Range<Int>) {
      for index in range {
        bytes.append(text[index])
        if text[index] == 0 { zeroCount += 1 }
      }
    }

    /// The start of the line of the first byte from 0x80 on, or the nearest ASCII byte before it.
    private static func tellingStart(_ text: Span<UInt8>, _ range: Range<Int>) -> Int {
      guard let telling = range.first(where: { text[$0] >= 0x80 }) else { return range.lowerBound }
      if telling > range.lowerBound { return telling }
      // In the middle of a run of double bytes: go on from the next byte that is no trail byte of any encoding.
      return range.prefix(512).first { text[$0] < 0x30 } ?? range.lowerBound
    }
  }
}

extension [UInt8] {
  /// Takes out what stands between two marks, the first mark included; all the rest where the second is missing.
  fileprivate mutating func remove(from start: String, to end: String) {
    while let opening = firstRange(of: Array(start.utf8)) {
      let closing = self[opening.upperBound...].firstRange(of: Array(end.utf8))
      removeSubrange(opening.lowerBound..<(closing?.upperBound ?? count))
    }
  }
}
