internal import ConverterCore

extension Finding {
  /// Bytes that are no text in the encoding.
  static func replacements(_ count: Int, encoding: String) -> Finding {
    let sequences = count == 1 ? "1 sequence of bytes is" : "\(count) sequences of bytes are"
    return Finding(
      .warning, "text.encoding.replaced", "\(sequences) no text in \(encoding) and became U+FFFD")
  }
}
