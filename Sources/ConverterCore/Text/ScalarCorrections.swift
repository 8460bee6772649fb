/// Characters that the system's converter takes differently from the files of the world, for which the WHATWG Encoding Standard
/// (section 5, indexes) is the measure.
struct ScalarCorrections: Sendable {
  /// UTF-8 of a converted character and of the one that is meant.
  private let pairs: [(converted: [UInt8], meant: [UInt8])]

  /// By first byte of UTF-8, whether some pair begins with it.
  private let mayBegin: [Bool]

  private init(_ pairs: [(Unicode.Scalar, Unicode.Scalar)]) {
    self.pairs = pairs.map { (Array(String($0.0).utf8), Array(String($0.1).utf8)) }
    var mayBegin = [Bool](repeating: false, count: 256)
    for pair in self.pairs { mayBegin[Int(pair.converted.first ?? 0)] = true }
    self.mayBegin = mayBegin
  }

  /// The corrections that an encoding needs, or `nil` for none.
  static func of(_ encoding: TextEncoding) -> ScalarCorrections? {
    switch encoding {
    case .gb18030: gb18030
    case .big5: big5
    case .iso2022JP: japanese
    default: nil
    }
  }

  /// 0xA3A0 is the wide space of Chinese web pages, not the private character of the standard's table.
  private static let gb18030 = ScalarCorrections([("\u{E5E5}", "\u{3000}")])

  /// Signs that Taiwan's Big5 has where glibc follows Hong Kong's.
  private static let big5 = ScalarCorrections([
    ("\u{2022}", "\u{2027}"), ("\u{FF64}", "\u{FE51}"), ("\u{203E}", "\u{AF}"), ("\u{223C}", "\u{FF5E}"),
    ("\u{2641}", "\u{2295}"), ("\u{2609}", "\u{2299}"), ("\u{FF0F}", "\u{2215}"), ("\u{FF3C}", "\u{FE68}"),
    ("\u{A5}", "\u{FFE5}"), ("\u{A2}", "\u{FFE0}"), ("\u{A3}", "\u{FFE1}"),
  ])

  /// Signs that Windows writes in their full-width form.
  private static let japanese = ScalarCorrections([
    ("\u{301C}", "\u{FF5E}"), ("\u{2016}", "\u{2225}"), ("\u{2212}", "\u{FF0D}"), ("\u{A2}", "\u{FFE0}"),
    ("\u{A3}", "\u{FFE1}"), ("\u{AC}", "\u{FFE2}"),
  ])

  /// The corrected text, or `nil` where nothing is to correct.
  ///
  /// - Parameter utf8: whole characters.
  func applied(to utf8: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    var result: ArraySlice<UInt8> = []
    // What is before it is in the result.
    var taken = utf8.startIndex
    let bytes = utf8.span
    for index in bytes.indices where mayBegin[Int(bytes[index])] {
      guard let pair = pair(at: index, of: bytes) else { continue }
      result.append(contentsOf: utf8[taken..<(utf8.startIndex + index)])
      result.append(contentsOf: pair.meant)
      taken = utf8.startIndex + index + pair.converted.count
    }
    guard taken > utf8.startIndex else { return nil }
    return result + utf8[taken...]
  }

  /// The pair whose converted character stands at an index.
  private func pair(at index: Int, of utf8: Span<UInt8>) -> (converted: [UInt8], meant: [UInt8])? {
    for pair in pairs where pair.converted.count <= utf8.count - index {
      if pair.converted.indices.allSatisfy({ pair.converted[$0] == utf8[index + $0] }) { return pair }
    }
    return nil
  }
}
