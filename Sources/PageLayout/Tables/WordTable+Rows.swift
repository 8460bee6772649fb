internal import ConverterCore

/// The lines below a head of words, and where rows begin among them.
struct WordRows {
  /// From top to bottom, without remarks below the last row.
  let lines: [TextLine]

  /// The numbers of the lines at which rows begin, rising: the first one, and those below white or the edge of a coloured row in which
  /// cells of two columns begin at least, for some rows have blank cells.
  let starts: [Int]

  /// The numbers of the lines in which cells begin below all headings but one, rising.
  let full: [Int]

  /// - Parameters:
  ///   - lines: the lines that keep to the columns of the head.
  ///   - across: the extent of the head in points.
  ///   - shading: the level edges of coloured areas, in order of position.
  init(
    of lines: [TextLine], below head: HeadStarts, across: Interval, shading: [Ruling], text: PageText,
    tolerances: Tolerances
  ) {
    let leadings = Leadings(of: lines, tolerances: tolerances)
    /// Whether white or the edge of a coloured row stands above a line.
    func isApart(_ line: Int) -> Bool {
      !leadings.isOfCell(lines[line].distance(below: lines[line - 1]))
        || shading.cover(across, between: lines[line - 1], and: lines[line])
    }
    func isLabelled(_ line: Int) -> Bool { !text.words[lines[line].words[0]].traits.contains(.lowercaseStart) }
    full = lines.indices.filter { head.begins(lines[$0], text: text) && isLabelled($0) }
    let starts = lines.indices.filter {
      $0 == 0 || isApart($0) && isLabelled($0) && head.begins(lines[$0], cells: 2, text: text)
    }
    // A remark below stands apart and begins no cells.
    let end = starts.last.flatMap { last in lines.indices.dropFirst(last + 1).first(where: isApart) }
    self.lines = Array(lines[..<(end ?? lines.count)])
    self.starts = starts
  }

  /// Whether the lines are rows of words: enough begin in all columns, as most rows do, some go on below, most cells begin with a capital,
  /// and few hold figures.
  func areOfTable(below head: HeadStarts, text: PageText, tolerances: Tolerances) -> Bool {
    let cells = starts.flatMap { row in lines[row].words.filter { head.beginsCell(text.words[$0]) } }
    let running = cells.count { text.words[$0].traits.contains(.lowercaseStart) }
    let pieces = lines.flatMap(\.phrases)
    return full.count >= tolerances.shares.leastRows && full.count.isMost(of: starts.count)
      && starts.count < lines.count && Set(full).isSubset(of: starts)
      && !running.isMore(than: tolerances.lookalikes.headedRunningShare, of: cells.count)
      && !pieces.count(where: \.isValue).isMore(than: tolerances.shares.mostProseFigures, of: pieces.count)
  }
}

extension [Ruling] {
  /// Those of the level lines, which rise, that stand between two lines of text.
  func between(_ upper: TextLine, _ lower: TextLine) -> ArraySlice<Ruling> {
    self[partitioningIndex { $0.position > upper.band.middle }...].prefix { $0.position < lower.band.middle }
  }

  /// Whether one of them runs over an extent.
  func cover(_ reach: Interval, between upper: TextLine, and lower: TextLine) -> Bool {
    between(upper, lower).contains { $0.start <= reach.start && $0.end >= reach.end }
  }
}
