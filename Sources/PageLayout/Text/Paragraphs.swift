package import ConverterCore

/// From the lines of a zone to paragraphs.
package struct Paragraphs {
  let text: PageText
  let tolerances: Tolerances

  package init(_ text: PageText, tolerances: Tolerances = .standard) {
    self.text = text
    self.tolerances = tolerances
  }

  /// The blocks of text that lines make, in order.
  ///
  /// A new block begins where the type changes, where more white stands above a line than between the lines before, where a
  /// line is set in or begins with a label, and after a line that ended early: one in which the first word of the next
  /// would still have fitted.
  ///
  /// - Parameters:
  ///   - lines: the lines of one zone, from top to bottom.
  ///   - barriers: the y of tables, pictures and drawn lines, which no block crosses; rising.
  ///   - room: how far the lines could reach before something else or the margin; `nil` where that is not known.
  ///   - besides: the boxes of pictures and the like beside which lines end.
  package func blocks(
    of lines: [TextLine], barriers: [Double], room: Interval? = nil, besides: [Rectangle] = []
  ) -> [TextBlock] {
    guard !lines.isEmpty else { return [] }
    let column = TextColumn(lines, room: room, besides: besides, text: text, tolerances: tolerances)
    let seen = column.isRightToLeft ? lines.map(column.mirrored) : lines
    let pitch = typicalPitch(lines)
    var blocks: [TextBlock] = []
    var start = 0
    for next in 1...lines.count {
      if next < lines.count, !begins(at: next, of: seen, from: start, column: column, pitch: pitch, barriers: barriers)
      {
        continue
      }
      blocks.append(block(lines[start..<next], reach: column.reach))
      start = next
    }
    return blocks
  }

  /// The most frequent distance between baselines in em, by quarters of a tenth.
  private func typicalPitch(_ lines: [TextLine]) -> Double {
    var counts: [Int: Int] = [:]
    for (upper, lower) in zip(lines, lines.dropFirst()) {
      let distance = (lower.baseline - upper.baseline) / max(lower.size, 1)
      if distance > 0.5, distance < 4 { counts[Int((distance * 20).rounded()), default: 0] += 1 }
    }
    let most = counts.max { ($0.value, -$0.key) < ($1.value, -$1.key) }
    return most.map { Double($0.key) / 20 } ?? 1.3
  }

  private func begins(
    at next: Int, of lines: [TextLine], from start: Int, column: TextColumn, pitch: Double, barriers: [Double]
  ) -> Bool {
    let upper = lines[next - 1]
    let lower = lines[next]
    let barrier = barriers.partitioningIndex { $0 > upper.band.middle }
    if barrier < barriers.count, barriers[barrier] < lower.band.middle { return true }
    if abs(upper.size - lower.size) > tolerances.text.sizeChange * max(upper.size, lower.size) { return true }
    let distance = (lower.baseline - upper.baseline) / lower.size
    if distance > max(pitch, 1) + tolerances.text.paragraphGap || distance < 0 { return true }
    let bold = isBold(lower)
    if isBold(upper) != bold, bold == (lower.words.allSatisfy { text.words[$0].traits.contains(.bold) }),
      upper.words.allSatisfy({ text.words[$0].traits.contains(.bold) == !bold })
    {
      return true
    }
    if column.isFlushRight { return true }
    if Caption(text.string(ofLine: column.first(3, of: lines[start]))) != nil,
      UnitLine(text.string(ofLine: lower.words))?.isWhole == true
    {
      return true
    }
    let isFull = isFull(upper, before: lower, column: column) || breaksWord(upper, before: lower, column: column)
    let label = LineLabel(text.string(ofLine: column.first(3, of: lower)))
    let endsSentence = SentenceEnd.stands(atEndOf: text.string(ofLine: column.last(of: upper)))
    if let label, endsSentence || label.kind == .bullet || !isFull { return true }
    if let label, label.follows(LineLabel(text.string(ofLine: column.first(3, of: lines[start])))) { return true }
    // A centred title goes on in a line centred below it.
    let together = abs(upper.box.midX - lower.box.midX) < 1.5 * upper.size
    if isCentred(lower, in: column), together, isCentred(upper, in: column) || isFull { return false }
    if column.isClosing(upper, before: lower, tolerances: tolerances) { return true }
    // A line set in begins a paragraph, unless the lines so far hang below a label or are set in as well.
    let hangs = next - start == 1 && LineLabel(text.string(ofLine: column.first(3, of: upper))) != nil
    if lower.box.x0 - upper.box.x0 > tolerances.text.indent * lower.size, !hangs { return true }
    // Paragraphs of one line each, all of them set in by two characters, as in Chinese.
    let isWide = text.words[lower.words[0]].traits.contains(.wideStart)
    if endsSentence, isWide, lower.box.x0 - column.reach.start > tolerances.text.wideIndent * lower.size { return true }
    return !isFull
  }

  /// Whether a line leaves no room for the first word of the next.
  private func isFull(_ upper: TextLine, before lower: TextLine, column: TextColumn) -> Bool {
    guard let first = column.first(1, of: lower).first else { return true }
    let needed = text.leadWidth(of: text.words[first]) + tolerances.text.lineEndRoom * upper.size
    return column.end(of: upper, tolerances: tolerances) - upper.box.x1 < needed
  }

  /// Whether a line ends with a hyphen inside of a word, so that the text goes on however short the line is.
  private func breaksWord(_ upper: TextLine, before lower: TextLine, column: TextColumn) -> Bool {
    guard let first = column.first(1, of: lower).first, text.words[first].traits.contains(.lowercaseStart) else {
      return false
    }
    let last = text.string(ofLine: column.last(of: upper)).unicodeScalars
    return last.last.map { $0 == "-" || $0 == "\u{2010}" } == true
      && last.dropLast().last?.properties.isLowercase == true
  }

  /// Whether a line stands in the middle of all lines, or of the room that they have.
  private func isCentred(_ line: TextLine, in column: TextColumn) -> Bool {
    isCentred(line, in: column.reach) || column.room.map { isCentred(line, in: $0) } ?? false
  }

  private func isCentred(_ line: TextLine, in reach: Interval) -> Bool {
    let left = line.box.x0 - reach.start
    let right = reach.end - line.box.x1
    return left > 2 * line.size && right > 2 * line.size && abs(left - right) < max(2 * line.size, 0.1 * left)
  }

  private func isBold(_ line: TextLine) -> Bool {
    let bold = line.words.reduce(0) { $0 + (text.words[$1].traits.contains(.bold) ? text.words[$1].glyphs.count : 0) }
    let all = line.words.reduce(0) { $0 + text.words[$1].glyphs.count }
    return 2 * bold > all
  }

  private func block(_ lines: ArraySlice<TextLine>, reach: Interval) -> TextBlock {
    var joined = ""
    var box = lines[lines.startIndex].box
    var bold = 0
    var all = 0
    for line in lines {
      LineJoining.append(line: text.string(ofLine: line.words), to: &joined)
      box = box.union(line.box)
      all += line.words.count
      bold += isBold(line) ? line.words.count : 0
    }
    let size = lines.map(\.size).sorted()[lines.count / 2]
    let style = TextStyle(
      size: (size * 2).rounded() / 2, isBold: 2 * bold > all,
      isCentred: lines.allSatisfy { isCentred($0, in: reach) }, lineCount: lines.count)
    let (first, last) = (lines[lines.startIndex], lines[lines.endIndex - 1])
    let shape = BlockShape(
      column: reach, firstLine: Interval(first.box.x0, first.box.x1), lastLine: Interval(last.box.x0, last.box.x1),
      leadWidth: text.leadWidth(of: text.words[first.words[0]]))
    return TextBlock(lines: lines.map(\.words), box: box, text: joined, style: style, shape: shape)
  }
}
