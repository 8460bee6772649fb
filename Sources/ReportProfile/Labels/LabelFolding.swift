internal import Bytes
internal import ConverterCore

/// What is done to a text before it is compared as a label: everything that documents vary without meaning anything by it.
///
/// `（一） 予以公开` and `(一)予以公開` become the same key. Compatibility forms are those that occur in reports (full-width
/// ASCII, ideographic space and punctuation; Unicode Annex 15, NFKC, would do the same to them), white space is dropped
/// wherever it stands, brackets and commas become one kind, quotation marks go, Latin letters become small.
struct LabelFolding: Sendable {
  /// For each scalar of the basic plane the one that stands for it in keys; U+0000 for what is dropped.
  private let folded: [Unicode.Scalar]

  /// Equivalents of rare characters beyond the basic plane.
  private let rareEquivalents: [Unicode.Scalar: Unicode.Scalar]

  /// Pieces without meaning that programs leave in text, by beginning and end, such as `[bookmark:` and `]`.
  private let noise: [(start: [Unicode.Scalar], end: Unicode.Scalar)]

  /// Words that stand for others as long as they are, both folded, such as 资讯 for 信息.
  private let synonyms: [(word: [Unicode.Scalar], other: [Unicode.Scalar])]

  /// - Parameters:
  ///   - equivalents: characters written differently in the documents of a family, such as traditional for
  ///     simplified ones.
  ///   - noise: pieces to ignore, by beginning and end.
  ///   - synonyms: words that stand for others; a pair whose folded words differ in length is left out.
  init(
    equivalents: [Unicode.Scalar: Unicode.Scalar] = [:], noise: [(start: String, end: Unicode.Scalar)] = [],
    synonyms: [(word: String, other: String)] = []
  ) {
    self.noise = noise.map { (Array($0.start.unicodeScalars), $0.end) }
    self.synonyms = synonyms.map { pair in
      let fold = { (word: String) in word.unicodeScalars.compactMap { Self.fold($0, equivalents) } }
      return (fold(pair.word), fold(pair.other))
    }.filter { !$0.word.isEmpty && $0.word.count == $0.other.count }
    folded = (0...UInt16.max).map { code in
      Unicode.Scalar(code).flatMap { Self.fold($0, equivalents) } ?? "\0"
    }
    rareEquivalents = equivalents.filter { $0.key.value > UInt16.max }
  }
}

extension LabelFolding {
  /// The key of a text.
  func key(_ text: String) -> LabelKey {
    let plain = plainKey(text)
    return plain.mayHoldNoise && !noise.isEmpty ? plainKey(withoutNoise(text)).key : plain.key
  }

  /// The key of a text with all pieces in it, and whether one of them may be noise, which begins with a bracket.
  private func plainKey(_ text: String) -> (key: LabelKey, mayHoldNoise: Bool) {
    let bytes = text.utf8.span
    var scalars: [Unicode.Scalar] = []
    var hasBracket = false
    // Room is asked for once; texts hold no more scalars than bytes.
    scalars.append(addingCapacity: bytes.count) { output in
      var index = 0
      while index < bytes.count {
        let scalar = bytes.scalar(at: &index)
        if scalar == "[" { hasBracket = true }
        if let folded = fold(scalar) { output.append(folded) }
      }
    }
    replaceSynonyms(in: &scalars)
    return (LabelKey(scalars: scalars), hasBracket)
  }

  /// The key of texts one behind the other, made of their keys.
  func joined(_ keys: some Collection<LabelKey>) -> LabelKey {
    guard keys.count > 1 else { return keys.first ?? LabelKey(scalars: []) }
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity(keys.reduce(0) { $0 + $1.scalars.count })
    for key in keys { scalars += key.scalars }
    // A word may have been parted.
    replaceSynonyms(in: &scalars)
    return LabelKey(scalars: scalars)
  }

  /// The key of a text together with where each of its scalars stands in the text, as an offset in scalars.
  func alignedKey(_ text: String) -> (key: LabelKey, offsets: [Int]) {
    var scalars: [Unicode.Scalar] = []
    var offsets: [Int] = []
    for (offset, scalar) in text.unicodeScalars.enumerated() {
      guard let folded = fold(scalar) else { continue }
      scalars.append(folded)
      offsets.append(offset)
    }
    replaceSynonyms(in: &scalars)
    return (LabelKey(scalars: scalars), offsets)
  }

  /// Replaces words by those for which they stand; the number of scalars stays.
  private func replaceSynonyms(in scalars: inout [Unicode.Scalar]) {
    for (word, other) in synonyms {
      var position = 0
      while let start = scalars.firstIndex(of: word, from: position) {
        position = start + word.count
        scalars.replaceSubrange(start..<position, with: other)
      }
    }
  }

  /// The text without the pieces that programs leave in it.
  func withoutNoise(_ text: String) -> String {
    guard !noise.isEmpty, text.utf8.span.contains(UInt8(ascii: "[")) else { return text }
    var scalars = Array(text.unicodeScalars)
    for piece in noise {
      while let start = scalars.firstIndex(of: piece.start),
        let end = scalars[start...].firstIndex(of: piece.end)
      {
        scalars.removeSubrange(start...end)
      }
    }
    return String(String.UnicodeScalarView(scalars))
  }

  /// The scalar that stands for this one in keys; `nil` for what is dropped.
  @inline(__always)
  func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    guard scalar.value <= UInt16.max else { return rareEquivalents[scalar] ?? scalar }
    let folded = folded[Int(scalar.value)]
    return folded == "\0" ? nil : folded
  }

  private static func fold(
    _ scalar: Unicode.Scalar, _ equivalents: [Unicode.Scalar: Unicode.Scalar]
  ) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x4E00...0x9FFF: equivalents[scalar] ?? scalar
    case 0x30...0x39, 0x61...0x7A: scalar
    case 0x41...0x5A: Unicode.Scalar(scalar.value + 0x20)
    case 0...0x20, 0x7F...0xA0, 0xAD, 0x200B...0x200F, 0x2028...0x202F, 0x205F...0x2060, 0x2000...0x200A, 0x3000,
      0xFEFF:
      nil
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0).flatMap { fold($0, equivalents) }
    case 0x3001, 0xFF64: ","
    case 0x3002, 0xFF61: "."
    case 0x22, 0x27, 0x2018...0x201F, 0x300C...0x300F, 0xFF62...0xFF63: nil
    case 0x3010, 0x3014, 0x3008, 0x5B, 0x7B: "("
    case 0x3011, 0x3015, 0x3009, 0x5D, 0x7D: ")"
    case 0x2010...0x2012, 0x2212: "-"
    default: equivalents[scalar] ?? scalar
    }
  }
}

extension Span<UInt8> {
  /// Whether a byte occurs.
  func contains(_ byte: UInt8) -> Bool {
    // No way out in the middle: so the loop takes many bytes at a time.
    var found = false
    for index in indices where self[index] == byte { found = true }
    return found
  }
}
