internal import ConverterCore

/// Where the lines of a block lie in its column; tells paragraphs that a page end has cut.
package struct BlockShape: Hashable, Sendable {
  /// The extent in points of all lines of the column.
  package var column: Interval

  /// The extents of the first and the last line.
  package var firstLine: Interval
  package var lastLine: Interval

  /// How much room the line before would have needed to take up the first word.
  package var leadWidth: Double
}

extension TextBlock {
  /// Whether a paragraph goes on in the first block of the next page: its last line is full, and the block looks alike, is not
  /// set in and has no label. The line must not end a sentence, unless the paragraph is set in and the block is not.
  ///
  ///     │ …which the council has   │   │ adopted in May. A second… │   one paragraph
  ///     │ adopted in May.          │   │ A third…                  │   two: a sentence ends
  ///     │ 1. which the council has │   │ 2. adopted…               │   two: a label
  func goesOn(in next: TextBlock, tolerances: Tolerances) -> Bool {
    guard let shape, let other = next.shape, !style.isCentred, !next.style.isCentred,
      style.size == next.style.size, style.isBold == next.style.isBold,
      next.style.lineCount == 1
        || abs(shape.column.length - other.column.length) < tolerances.text.columnChange * style.size,
      shape.column.end - shape.lastLine.end < other.leadWidth + tolerances.text.lineEndRoom * style.size
    else { return false }
    let reference = next.style.lineCount > 1 ? other.column.start : shape.column.start
    guard abs(other.firstLine.start - reference) <= tolerances.text.indent * style.size, LineLabel(next.text) == nil
    else { return false }
    // Where paragraphs are set in, a line that is not goes on, be it after the end of a sentence.
    if shape.firstLine.start - shape.column.start > tolerances.text.wideIndent * style.size { return true }
    guard !SentenceEnd.stands(atEndOf: text) else { return false }
    // A single line may be a heading, which no sentence end closes; only what is the middle of a sentence follows it.
    return style.lineCount > 1 || next.text.unicodeScalars.first.map { $0.properties.isLowercase } ?? false
  }

  /// The block with what it goes on in.
  func joined(with next: TextBlock) -> TextBlock {
    var whole = self
    LineJoining.append(line: next.text, to: &whole.text)
    whole.style.lineCount += next.style.lineCount
    if let other = next.shape {
      whole.shape?.column = other.column
      whole.shape?.lastLine = other.lastLine
    }
    return whole
  }
}
