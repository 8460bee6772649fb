/// The ends of sentences, in Chinese and Western writing.
enum SentenceEnd {
  /// Whether one stands at the end, be there marks of quotation or brackets behind it.
  static func stands(atEndOf text: String) -> Bool {
    let last = text.unicodeScalars.last { !closers.contains($0) }
    return last.map { ends.contains($0) } ?? true
  }

  private static let ends: Set<Unicode.Scalar> = [".", "!", "?", ":", ";", "。", "！", "？", "：", "；", "…", "．"]
  private static let closers: Set<Unicode.Scalar> = ["\"", "'", ")", "]", "”", "’", "」", "』", "）", "》", "】", " "]
}
