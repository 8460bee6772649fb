internal import ConverterCore

/// Tables in one of two columns of prose: as soon as their lines are half of those of their column, this reads as prose no more.
///
///     prose in the first column   │   prose in the second one
///     of the page goes on and on  │   goes on beside the table
///     Year     Locks    Weirs     │   with lines that fill it
///     2009        12       31     │   from end to end.
///     2010        14       36     │
extension Zones {
  /// Whether one side of a strip holds a table in a column of prose and the other one holds prose beside it.
  ///
  /// The columns of a table across both do not: at one side of each stand but cells, and these stand at the heights of the rows.
  static func isBesideTable(_ sides: [[TextLine]], text: PageText, tolerances: Tolerances) -> Bool {
    func outside(_ lines: [TextLine]) -> [TextLine] {
      linesOutsideParagraphs(lines, text: text, tolerances: tolerances)
    }
    return [(sides[0], sides[1]), (sides[1], sides[0])].contains { table, prose in
      let rows = outside(table)
      guard let first = rows.first, rows.count(where: { $0.phrases.count > 1 }) >= tolerances.text.leastCrossingRows,
        (prose.count - outside(prose).count).isMost(of: prose.count)
      else { return false }
      let height = rows.reduce(first.band) { $0.union($1.band) }
      let beside = prose.filter { height.contains($0.band.middle) }
      let full = beside.count { isFull($0, in: prose.across, text: text, tolerances: tolerances) }
      return full.isMost(of: beside.count)
        && (table.count - rows.count >= tolerances.text.leastColumnLines
          || standOff(rows, from: beside, tolerances: tolerances))
    }
  }

  /// Whether most lines stand at no height of those beside them, and are about as many.
  private static func standOff(_ rows: [TextLine], from beside: [TextLine], tolerances: Tolerances) -> Bool {
    let off = rows.count { row in
      !beside.contains { abs($0.baseline - row.baseline) <= tolerances.text.baselineDrift * row.size }
    }
    return off.isMost(of: rows.count) && !rows.count.isLess(than: tolerances.text.leastRowsBeside, of: beside.count)
  }

  /// The lines of a side that are of no paragraph of several lines, which fill the width of the side but for the last one.
  private static func linesOutsideParagraphs(
    _ lines: [TextLine], text: PageText, tolerances: Tolerances
  ) -> [TextLine] {
    let reach = lines.across
    var rows: [TextLine] = []
    var start = 0
    while start < lines.count {
      var end = start
      while end < lines.count, lines[end].phrases.count == 1 || lines[end].isStretched(text, tolerances: tolerances),
        isFull(lines[end], in: reach, text: text, tolerances: tolerances)
      {
        end += 1
        guard end < lines.count,
          lines[end].baseline - lines[end - 1].baseline <= tolerances.rowDistance * lines[end].size
        else { break }
      }
      if end - start < tolerances.text.leastParagraphLines {
        rows.append(lines[start])
        start += 1
        continue
      }
      // The last line of the paragraph.
      if end < lines.count,
        lines[end].endsParagraph(of: lines[end - 1], within: reach.length, text: text, tolerances: tolerances)
      {
        end += 1
      }
      start = end
    }
    return rows
  }
}
