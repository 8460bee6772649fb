internal import ConverterCore

/// Takes lines apart on which a program left several cells, with spaces or bars between them: `行政许可  488`, `规章 | 0 | 0`,
/// a whole table on one line. Prose stays whole: hardly any word of it is a label or a figure.
struct LinePieces {
  let form: Form
  let folding: LabelFolding

  /// The words from which on a few may be unknown, such as the halves of a label with a space inside.
  private static let manyWords = 4

  /// The share of unknown words, in hundredths, that many words may have.
  private static let mostUnknown = 40

  /// The cells on a line, the whole line where it is one; bars are left out, and a line of mere bars is one blank cell.
  func pieces(of line: Substring) -> [String] {
    guard line.utf8.contains(where: { $0 == 0x20 || $0 == 0x09 || $0 == 0x7C }) else { return [String(line)] }
    let parts = line.split { $0 == "|" }.map(Self.trimmed).filter { !$0.isEmpty }
    return parts.isEmpty ? [""] : parts.flatMap(words)
  }

  /// The words of a text if they are cells, else the whole text.
  private func words(of text: Substring) -> [String] {
    let whole = [String(text)]
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    guard words.count > 1 else { return whole }
    if text.utf8.count <= 8 * form.labels.longest, isKnown(whole[0]) { return whole }
    let most = words.count < Self.manyWords ? 0 : words.count * Self.mostUnknown / 100
    var unknown = 0
    for word in words where !isKnown(word) {
      unknown += 1
      if unknown > most { return whole }
    }
    return words
  }

  private func isKnown(_ text: String) -> Bool {
    if case .other = form.content(of: text, folding: folding) { false } else { true }
  }

  private static func trimmed(_ text: Substring) -> Substring {
    let head = text.drop(while: \.isWhitespace)
    return head.lastIndex { !$0.isWhitespace }.map { head[...$0] } ?? head[..<head.startIndex]
  }
}
