internal import ConverterCore

/// What the lines of a table without drawn lines are asked, one by one.
extension TextLine {
  /// Whether the line begins farther right than another one.
  func isSetIn(behind other: TextLine, tolerances: Tolerances) -> Bool {
    box.x0 - other.box.x0 > tolerances.leastIndent * size
  }

  /// Whether the figures of the line stand right below or above those of other lines: a further part of their table.
  ///
  /// - Parameters:
  ///   - rows: the other lines.
  ///   - least: the number of figures that the line has at least, beside which it has a label.
  ///   - tolerances: the constants of the analysis.
  func repeats(_ rows: [TextLine], least: Int = 2, tolerances: Tolerances) -> Bool {
    let figures = phrases.filter(\.isValue)
    return phrases.count > least && figures.count >= least
      && figures.allSatisfy { figure in
        rows.contains { row in
          row.phrases.contains { other in
            other.isValue
              && (abs(other.extent.end - figure.extent.end) <= tolerances.figureDrift * size
                || abs(other.extent.middle - figure.extent.middle) <= tolerances.figureDrift * size)
          }
        }
      }
  }

  /// Whether the line, of one phrase, begins the label of a row whose figures stand in the next line, below those of other lines.
  func isLabel(before next: TextLine?, in rows: [TextLine], least: Int = 2, tolerances: Tolerances) -> Bool {
    guard phrases.count == 1, let next, runsOn(in: next, tolerances: tolerances) else { return false }
    return next.repeats(rows, least: least, tolerances: tolerances)
  }

  /// Whether the line is set in another size and font than several rows above: code, notes, the next table.
  func isForeign(to rows: [TextLine], text: PageText, tolerances: Tolerances) -> Bool {
    guard rows.count >= tolerances.leastBands, let font = words.first.map({ text.words[$0].font }),
      rows.allSatisfy({ abs($0.size - size) > tolerances.labelSizeDrift * size })
    else { return false }
    return !rows.contains { row in row.words.contains { text.words[$0].font == font } }
  }

  /// Whether a font of the line is one of another line too.
  func sharesFont(with other: TextLine, text: PageText) -> Bool {
    words.contains { word in other.words.contains { text.words[$0].font == text.words[word].font } }
  }

  /// Whether the first word is bold.
  func isBold(_ text: PageText) -> Bool { words.first.map { text.words[$0].traits.contains(.bold) } ?? false }

  /// Whether all Latin letters of the line are of one width, as those of listings are; so may those of a short line be.
  func isEven(_ text: PageText, _ tolerances: Tolerances) -> Bool {
    var pitch: Double?
    for word in words {
      for width in text.letterWidths(of: text.words[word]) {
        if let pitch, abs(width - pitch) > tolerances.lookalikes.pitchDrift { return false }
        pitch = width
      }
    }
    return pitch != nil
  }

  /// Whether either the line or the one above is set in fonts of one width throughout, and the other without them: where a
  /// listing begins or ends.
  func beginsListing(after above: TextLine, text: PageText) -> Bool {
    func count(_ line: TextLine) -> Int { line.words.count { text.fixedFonts.contains(text.words[$0].font) } }
    let (own, other) = (count(self), count(above))
    return own == words.count && other == 0 || own == 0 && other == above.words.count
  }

  /// Whether the line, of one phrase, is of the row above, nearer than lines of text are: a figure that stands lower than the others,
  /// pushed down by white space before it or by a taller cell, or the last line of a cell beside the middle of which others stand.
  func isCell(beside above: TextLine, tolerances: Tolerances) -> Bool {
    above.phrases.count >= 2 && distance(below: above) < tolerances.besideDistance
  }

  /// Whether the line, of one phrase, is the last of a paragraph: close below prose, flush with it and alike.
  func endsParagraph(
    of above: TextLine, within width: Double, text: PageText, tolerances: Tolerances
  ) -> Bool {
    band.start - above.band.end < tolerances.labelGap * size
      && abs(box.x0 - above.box.x0) < tolerances.labelDrift * size
      && abs(size - above.size) < tolerances.labelSizeDrift * size && sharesFont(with: above, text: text)
      && above.isProse(within: width, text: text, tolerances: tolerances)
  }

  /// Whether the line, of one phrase, goes on from the label of the last row: a small letter close below it, short of the figures,
  /// and flush with it or set in behind it.
  func endsLabel(of rows: ArraySlice<TextLine>, text: PageText, tolerances: Tolerances) -> Bool {
    guard text.words[words[0]].traits.contains(.lowercaseStart), let above = rows.last,
      let row = rows.last(where: { $0.phrases.count >= 2 }),
      let label = row.phrases.first
    else { return false }
    return band.start - above.band.end < tolerances.labelGap * size
      && box.x0 > label.extent.start - tolerances.labelDrift * size
      && box.x0 < label.extent.start + tolerances.flushDrift * size
      && box.x1 < row.phrases[1].extent.start
  }

  /// Whether the line, of one phrase, is the upper line of one of several headings below: right above it, in its middle, and as large.
  func isUpperLine(ofHeadingIn below: TextLine, tolerances: Tolerances) -> Bool {
    guard abs(size - below.size) < tolerances.labelSizeDrift * size, below.phrases.count > 2 else { return false }
    let extent = Interval(box.x0, box.x1)
    return below.phrases.dropFirst().contains {
      isCentred(extent, over: $0.extent, in: below, tolerances: tolerances) && 2 * $0.extent.length > box.width
    }
  }

  /// Whether the line, of one phrase, is the beginning of a label that goes on in or beside a line below: close above it, and
  /// flush with its first phrase without reaching the second, or left of figures without a label.
  func runsOn(in below: TextLine, tolerances: Tolerances) -> Bool {
    guard abs(size - below.size) < tolerances.labelSizeDrift * size,
      below.band.start - band.end < tolerances.labelGap * size, let first = below.phrases.first
    else { return false }
    if first.isValue { return below.phrases.count >= 2 && box.x1 < first.extent.start }
    let isShort = below.phrases.count < 2 || box.x1 < below.phrases[1].extent.start
    return isShort && abs(box.x0 - first.extent.start) < tolerances.labelDrift * size
  }

  /// Whether the line is the bold title of a table above the first line of a head that is not: no heading changes its font at its
  /// second line, unless that holds its unit.
  ///
  ///     **Receipts**
  ///     Source       2009    2010
  func isTitle(above head: TextLine, text: PageText) -> Bool {
    isBold(text) && !head.words.contains { text.words[$0].traits.contains(.bold) } && !head.hasFigures(text)
      && head.words.first.map { text.begins(text.words[$0], with: "(") } != true
  }

  /// Whether the line stands below the middle of a larger one: `(Effective July 1, 2003)` below `Schedule of Fees`.
  func isSubtitle(below title: TextLine, tolerances: Tolerances) -> Bool {
    title.size >= tolerances.headingGrowth * size && band.start - title.band.end < tolerances.runGap * size
      && abs(title.box.midX - box.midX) <= tolerances.titleDrift * size
  }
}
