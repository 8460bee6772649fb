/// Marks that extractors leave in text and no person wrote.
enum ExtractionArtefact {
  /// The text without Tika's `[bookmark: …]`, or `nil` where it has none.
  static func removed(from text: String) -> String? {
    guard text.utf8.first == UInt8(ascii: "["), text.hasPrefix("[bookmark: "), let end = text.firstIndex(of: "]") else {
      return nil
    }
    return String(text[text.index(after: end)...])
  }
}
