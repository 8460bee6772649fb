internal import ConverterCore

/// Rows of a table as wide as the page between or below columns of prose, whose gutter is the white between two of its columns:
///
///     prose in the first column   │   prose in the second
///     of the page goes on         │   one, too
///     Table 2. Turnover           │
///     Mining         20    208    │    90     747
///     Manufacturing  23    632    │    16     346
extension Zones.Strip {
  /// The parts of the strip above, between and below rows of tables that go across it, and captions of tables that do; the whole strip
  /// where there are none.
  ///
  /// - Parameters:
  ///   - all: the lines of the page in which the strip lies.
  ///   - tables: the boxes of known tables, whose rows are no lines any more.
  ///   - text: the text of the lines' words.
  ///   - tolerances: the constants of the analysis.
  func withoutRows(
    of all: [TextLine], tables: [Rectangle], text: PageText, tolerances: Tolerances
  ) -> [Zones.Strip] {
    var parts: [Zones.Strip] = []
    var start = lines.lowerBound
    var number = lines.lowerBound
    while number < lines.upperBound {
      let rows = all[number..<lines.upperBound].prefix { isRow($0) }
      if names(all[number], tableAcross: tables, text: text, tolerances: tolerances) {
        if number > start { parts.append(part(start..<number)) }
        number += 1
        start = number
        continue
      }
      guard rows.count >= tolerances.text.leastCrossingRows,
        !areBesideProse(rows, text: text, tolerances: tolerances)
      else {
        number += max(rows.count, 1)
        continue
      }
      let head = head(above: rows.startIndex, notBefore: start, of: all, text: text, tolerances: tolerances)
      if head > start { parts.append(part(start..<head)) }
      number = rows.endIndex
      start = number
    }
    let end =
      isAboveRows(of: all, tolerances: tolerances)
      ? head(above: lines.upperBound, notBefore: start, of: all, text: text, tolerances: tolerances) : lines.upperBound
    if start < end { parts.append(part(start..<end)) }
    return parts
  }

  private func part(_ lines: Range<Int>) -> Zones.Strip {
    Zones.Strip(extent: extent, lines: lines, isBetweenProse: isBetweenProse)
  }

  /// Whether a line is the caption of a table right below it that lies across the strip.
  private func names(
    _ line: TextLine, tableAcross tables: [Rectangle], text: PageText, tolerances: Tolerances
  ) -> Bool {
    let near = tolerances.captionDistance * line.size
    return tables.contains { table in
      table.x0 < extent.start && table.x1 > extent.end && table.y0 > line.band.middle && table.y0 - line.box.y1 < near
    } && Caption(text.string(ofLine: line.words)) != nil
  }

  /// Whether a line has a label and figures, some of these alone right of the strip: a row of a table there would begin with a label.
  private func isRow(_ line: TextLine) -> Bool {
    let right = line.phrases.filter { $0.extent.start >= extent.middle }
    let left = line.phrases.dropLast(right.count)
    guard let label = left.first, !label.isValue, !right.isEmpty, line.phrases.count > 2 else { return false }
    return right.allSatisfy(\.isValue) && left.dropFirst().allSatisfy(\.isValue)
  }

  /// Whether rows of a table across the strip stand right below it, some figures of which reach into it: the last lines of the strip may
  /// be headings of theirs.
  private func isAboveRows(of all: [TextLine], tolerances: Tolerances) -> Bool {
    let rows = all[lines.upperBound...].prefix { line in
      line.phrases.count > 2 && line.phrases.dropFirst().allSatisfy(\.isValue)
        && line.box.x0 < extent.start && line.box.x1 > extent.end
    }
    return rows.count >= tolerances.text.leastCrossingRows
  }

  /// Whether what stands left of figures is justified prose: most lines of it end right at the strip. Labels end where they are over,
  /// unless leaders follow them.
  private func areBesideProse(_ rows: ArraySlice<TextLine>, text: PageText, tolerances: Tolerances) -> Bool {
    let labels = rows.compactMap { line -> (end: Double, size: Double)? in
      let left = line.phrases.filter { $0.extent.start < extent.middle }
      guard left.count == 1, !line.words[left[0].words].contains(where: { text.words[$0].traits.contains(.leader) })
      else { return nil }
      return (left[0].extent.end, line.size)
    }
    guard let end = labels.map(\.end).max() else { return false }
    return labels.count { end - $0.end < tolerances.text.lineEndRoom * $0.size }.isMost(of: rows.count)
  }

  /// The first line of the headings and the caption right above rows: short lines up to prose or wide white.
  private func head(
    above row: Int, notBefore first: Int, of all: [TextLine], text: PageText, tolerances: Tolerances
  ) -> Int {
    var head = row
    while head > first, row - head < tolerances.mostHeadingLines {
      let line = all[head - 1]
      guard all[head].baseline - line.baseline <= tolerances.headingReach * 2 * line.size,
        !line.phrases.contains(where: {
          text.characterCount(of: Array(line.words[$0.words])) >= tolerances.text.leastProseLetters
        }) || Caption(text.string(ofLine: line.words)) != nil
      else { break }
      head -= 1
      if Caption(text.string(ofLine: line.words)) != nil { break }
    }
    return head
  }
}
