internal import ConverterCore

/// From vertical lines, which are read from right to left, to paragraphs.
enum VerticalLines {
  /// The paragraphs of vertical lines: one ends with a line that leaves room at its foot, before a line that begins lower than
  /// the others, and where the size changes.
  ///
  /// - Parameters:
  ///   - lines: indices of words from top to bottom, lines from right to left.
  ///   - text: the text of the page.
  ///   - tolerances: the constants of the analysis.
  static func blocks(of lines: [[Int]], text: PageText, tolerances: Tolerances) -> [TextBlock] {
    guard let last = lines.map({ text.extent(ofLine: $0).end }).max(),
      let first = lines.map({ text.extent(ofLine: $0).start }).min()
    else { return [] }
    var blocks: [TextBlock] = []
    for (index, line) in lines.enumerated() {
      let size = text.words[line[0]].size
      let box = line.dropFirst().reduce(text.words[line[0]].box) { $0.union(text.words[$1].box) }
      let string = text.string(ofLine: line)
      if index > 0, let upper = blocks.last, abs(upper.style.size - size) <= tolerances.text.sizeChange * size,
        last - text.extent(ofLine: lines[index - 1]).end < tolerances.text.wideIndent * size,
        text.extent(ofLine: line).start - first < tolerances.text.indent * size
      {
        blocks[blocks.count - 1].lines.append(line)
        blocks[blocks.count - 1].box = upper.box.union(box)
        blocks[blocks.count - 1].style.lineCount += 1
        LineJoining.append(line: string, to: &blocks[blocks.count - 1].text)
      } else {
        let style = TextStyle(size: size, isBold: false, isCentred: false, lineCount: 1)
        blocks.append(TextBlock(lines: [line], box: box, text: string, style: style))
      }
    }
    return blocks
  }
}

extension PageText {
  /// Whether a line is one of vertical writing, not of turned letters.
  func isVertical(_ line: [Int]) -> Bool {
    line.allSatisfy { word in
      words[word].glyphs.first.map { glyphs[Int(order[$0])].traits.contains(.vertical) } ?? false
    }
  }

  /// The extent of a line along its direction, in the coordinates of its ``ReadingFrame``.
  fileprivate func extent(ofLine line: [Int]) -> Interval {
    line.reduce(Interval(.infinity, -.infinity)) { $0.union(Interval(words[$1].local.x0, words[$1].local.x1)) }
  }
}
