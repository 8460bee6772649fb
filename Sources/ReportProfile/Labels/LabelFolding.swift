internal import ConverterCore

/// What is done to a text before it is compared as a label: everything that documents vary without meaning anything by it.
///
/// `（一） 予以公开` and `(一)予以公開` become the same key. Compatibility forms are those that occur in reports (full-width
/// ASCII, ideographic space and punctuation; Unicode Annex 15, NFKC, would do the same to them), white space is dropped
/// wherever it stands, brackets and commas become one kind, quotation marks go, Latin letters become small.
struct LabelFolding: Sendable {
  /// Characters written differently in the documents of a family, such as traditional for simplified ones.
  private let equivalents: [Unicode.Scalar: Unicode.Scalar]

  /// Pieces without meaning that programs leave in text, by beginning and end, such as `[bookmark:` and `]`.
  private let noise: [(start: [Unicode.Scalar], end: Unicode.Scalar)]

  init(equivalents: [Unicode.Scalar: Unicode.Scalar] = [:], noise: [(start: String, end: Unicode.Scalar)] = []) {
    self.equivalents = equivalents
    self.noise = noise.map { (Array($0.start.unicodeScalars), $0.end) }
  }
}

extension LabelFolding {
  /// The key of a text.
  func key(_ text: String) -> LabelKey {
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity(text.utf8.count / 2)
    for scalar in withoutNoise(text).unicodeScalars {
      if let folded = fold(scalar) { scalars.append(folded) }
    }
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
    return (LabelKey(scalars: scalars), offsets)
  }

  /// The text without the pieces that programs leave in it.
  func withoutNoise(_ text: String) -> String {
    guard !noise.isEmpty, text.utf8.contains(UInt8(ascii: "[")) else { return text }
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
  func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x4E00...0x9FFF: equivalents[scalar] ?? scalar
    case 0x30...0x39, 0x61...0x7A: scalar
    case 0x41...0x5A: Unicode.Scalar(scalar.value + 0x20)
    case 0...0x20, 0x7F...0xA0, 0xAD, 0x200B...0x200F, 0x2028...0x202F, 0x205F...0x2060, 0x2000...0x200A, 0x3000,
      0xFEFF:
      nil
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0).flatMap(fold)
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

extension [Unicode.Scalar] {
  /// Where another sequence begins in this one.
  fileprivate func firstIndex(of piece: [Unicode.Scalar]) -> Int? {
    guard !piece.isEmpty, count >= piece.count else { return nil }
    return (0...(count - piece.count)).first { self[$0..<($0 + piece.count)].elementsEqual(piece) }
  }
}
