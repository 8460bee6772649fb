internal import ConverterCore

/// Runs of lines in a zone that may be a table without lines drawn around it.
package enum TabularRuns {
  /// The runs from top to bottom.
  ///
  /// A run goes on through lines of several phrases and at most a few lines of one short phrase (headings of row groups, rest of
  /// a long label); prose, captions, lines to write on and wide white end it.
  ///
  /// - Parameter level: level lines of the page in order of position.
  package static func runs(
    in zone: [TextLine], barriers: [Double], level: [Ruling], text: PageText, tolerances: Tolerances = .standard
  ) -> [[TextLine]] {
    guard !zone.isEmpty else { return [] }
    let reach = zone.across
    var runs: [[TextLine]] = []
    var current: [TextLine] = []
    // Lines of one phrase right above the run: headings that span columns, if they stand over the figures.
    var heads: [TextLine] = []
    func close() {
      defer { heads = [] }
      let cut = lastCellLines(of: current, text: text, tolerances: tolerances)
      while let last = current.last, last.phrases.count < 2, current.count > cut {
        if last.endsLabel(of: current.dropLast(), text: text, tolerances: tolerances) { break }
        if current.dropLast().last.map({ last.isCell(beside: $0, tolerances: tolerances) }) == true { break }
        if level.closes(last, below: current.dropLast(), tolerances: tolerances) { break }
        current.removeLast()
      }
      if current.count(where: { $0.phrases.count >= 2 }) >= 2 {
        runs.append(spanning(heads, over: current, text: text, tolerances: tolerances) + current)
      }
      current = []
    }
    var single = 0
    lazy var fixed = text.fixedFonts(tolerances: tolerances)
    for (number, line) in zone.enumerated() {
      if let last = current.last {
        let gap = (line.band.start - last.band.end) / line.size
        let barrier = barriers.partitioningIndex { $0 > last.band.middle }
        let isBarred = barrier < barriers.count && barriers[barrier] < line.band.middle
        // Heads are often set smaller than the rows below.
        let isHeading =
          line.phrases.count == 1 && line.size > tolerances.headingGrowth * last.size
          && current.contains { $0.hasFigures(text) }
        let isWide =
          gap > tolerances.runGap
          && !(gap < tolerances.partGap
            && (line.repeats(current, tolerances: tolerances)
              || line.isLabel(before: zone.dropFirst(number + 1).first, in: current, tolerances: tolerances)))
        let isForeign =
          gap > tolerances.labelGap
          && (line.isForeign(to: current, text: text, tolerances: tolerances)
            || !line.sharesFont(with: last, text: text)
              && line.isEven(text, tolerances) != last.isEven(text, tolerances)
              && line.beginsListing(after: last, fixed: fixed, text: text))
        if isWide || isBarred || isHeading || isForeign { close() }
      }
      let isProse = line.isProse(within: reach.length, text: text, tolerances: tolerances)
      let isLongLabel =
        isProse && line.isLabel(before: zone.dropFirst(number + 1).first, in: current, least: 1, tolerances: tolerances)
      if isProse && !isLongLabel || text.beginsCaption(line.words)
        || BlankField.follows(line, level: level, tolerances: tolerances)
        || NextTable.begins(
          below: line, after: current, with: zone.dropFirst(number + 1).first, text: text, tolerances: tolerances)
      {
        close()
        continue
      }
      if line.repeatsHead(of: current, text: text, tolerances: tolerances) {
        let title = current.removeLast()
        close()
        heads = [title]
      }
      single = line.phrases.count < 2 && !current.isEmpty ? single + 1 : 0
      if single > tolerances.mostSingleLines { close() }
      if current.isEmpty, line.phrases.count < 2 {
        if number > 0,
          line.endsParagraph(of: zone[number - 1], within: reach.length, text: text, tolerances: tolerances)
        {
          continue
        }
        heads = heads.suffix(tolerances.mostHeads) + [line]
        continue
      }
      current.append(line)
    }
    close()
    return runs
  }

  /// How many lines of a run there are up to the last one of its last row, whose cells may run on in lines of their own: each begins where
  /// a cell of the row does, with a small letter, or as such lines of rows above do, or below a full cell where white parts the rows, and
  /// ends short of the next cell.
  ///
  ///     2   Train staff         Personnel     July 2008
  ///     3   Assess the risk     Security      May 2008
  ///         of each office
  private static func lastCellLines(of run: [TextLine], text: PageText, tolerances: Tolerances) -> Int {
    guard let row = run.lastIndex(where: { $0.phrases.count >= 2 }), row + 1 < run.count else { return 0 }
    func column(of line: TextLine, in row: TextLine) -> Int? {
      row.phrases.indices.first { index in
        abs(line.box.x0 - row.phrases[index].extent.start) < tolerances.labelDrift * line.size
          && (index + 1 == row.phrases.count || line.box.x1 < row.phrases[index + 1].extent.start)
      }
    }
    let known = Set(
      zip(run[...row], run[...row].dropFirst()).compactMap { upper, lower in
        upper.phrases.count > 1 && lower.phrases.count == 1 ? column(of: lower, in: upper) : nil
      })
    let leadings = Leadings(of: run[...row], tolerances: tolerances)
    let areParted = zip(run[...row], run[...row].dropFirst()).contains { leadings.partsRows($1.distance(below: $0)) }
    /// Whether the first word of a line close below the row would not have fitted into a cell of words any more.
    func isFull(_ column: Int, before line: TextLine) -> Bool {
      let cell = run[row].phrases[column]
      guard areParted, !cell.isValue, leadings.isOfCell(line.distance(below: run[row])) else { return false }
      let ends = run.flatMap(\.phrases).filter {
        abs($0.extent.start - cell.extent.start) < tolerances.labelDrift * line.size
      }.map(\.extent.end)
      let needed = text.leadWidth(of: text.words[line.words[0]]) + tolerances.cellEndRoom * line.size
      return (ends.max() ?? cell.extent.end) - cell.extent.end < needed
    }
    var end = row + 1
    var open: Int?
    for line in run[(row + 1)...] {
      // Where white parts the rows, notes stand farther off than lines of labels.
      let isClose = areParted && leadings.isOfCell(line.distance(below: run[end - 1]))
      guard let column = column(of: line, in: run[row]), column > 0 || known.contains(0) && isClose,
        line.band.start - run[end - 1].band.end < tolerances.labelGap * line.size,
        open == column || known.contains(column)
          || text.words[line.words[0]].traits.contains(.lowercaseStart) || isFull(column, before: line)
      else { break }
      open = column
      end += 1
    }
    return end > row + 1 ? end : 0
  }

  /// The lines that stand right above a run and belong to its header: headings over some of its columns, and what stands
  /// between them and the run. A line in the middle of the whole run is its title; what names but a unit is that of all figures.
  private static func spanning(
    _ heads: [TextLine], over run: [TextLine], text: PageText, tolerances: Tolerances
  ) -> [TextLine] {
    let reach = run.across
    var below = run[0]
    var spanning: [TextLine] = []
    func isInMiddle(_ line: TextLine) -> Bool { abs(line.box.midX - reach.middle) <= tolerances.titleDrift * line.size }
    for head in heads.reversed() {
      guard below.band.start - head.band.end < tolerances.runGap * head.size,
        head.size < tolerances.headingGrowth * below.size,
        !head.isUnit(text)
      else {
        break
      }
      spanning.insert(head, at: 0)
      below = head
    }
    // Where the parts of a table have headings in the middle, the first one stands above the run.
    let hasParts = run.contains { $0.phrases.count == 1 && isInMiddle($0) }
    let first = spanning.firstIndex { head in
      head.isUpperLine(ofHeadingIn: run[0], tolerances: tolerances)
        || head.box.x0 > reach.start + tolerances.headOffset * reach.length && head.box.x1 <= reach.end + head.size
          && (hasParts || !isInMiddle(head))
    }
    var start = first ?? spanning.count
    // A label of the header may begin above the headings beside it.
    while start > 0,
      (spanning[start...] + run.prefix(2)).contains(where: {
        spanning[start - 1].runsOn(in: $0, tolerances: tolerances)
      })
    { start -= 1 }
    return Array(spanning[start...])
  }
}

extension TextLine {
  /// Whether the line names nothing but a unit, in brackets or in several words; a single word may be a heading.
  fileprivate func isUnit(_ text: PageText) -> Bool {
    let string = text.string(ofLine: words)
    return (words.count > 2 || Headnote.content(of: string) != nil) && UnitLine(string)?.isWhole == true
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

  /// Whether the first word is bold.
  fileprivate func isBold(_ text: PageText) -> Bool {
    words.first.map { text.words[$0].traits.contains(.bold) } ?? false
  }

  /// Whether the line names all columns below a title as the first line of a run does: the head of a further table.
  ///
  ///                  Production
  ///     Region       2009    2010
  ///     North         7.1     6.5
  ///                     Stocks
  ///     Region       2009    2010
  fileprivate func repeatsHead(of run: [TextLine], text: PageText, tolerances: Tolerances) -> Bool {
    guard let head = run.first, phrases.count > 2, phrases.count == head.phrases.count, !head.hasFigures(text),
      let title = run.last, title.phrases.count == 1, let label = run.dropLast().last,
      // A row without figures begins where the labels do, in their font.
      title.box.x0 - label.box.x0 > tolerances.leastIndent * size || title.isBold(text) && !label.isBold(text)
    else { return false }
    let isRepeated = zip(phrases, head.phrases).allSatisfy { own, other in
      abs(own.extent.start - other.extent.start) <= tolerances.flushStart * size
        && text.string(ofLine: words[own.words]) == text.string(ofLine: head.words[other.words])
    }
    return isRepeated && run.lazy.filter { $0.hasFigures(text) }.prefix(2).count > 1
  }

  /// Whether the line, of one phrase, begins the label of a row whose figures stand in the next line, below those of other lines.
  fileprivate func isLabel(before next: TextLine?, in rows: [TextLine], least: Int = 2, tolerances: Tolerances) -> Bool
  {
    guard phrases.count == 1, let next, runsOn(in: next, tolerances: tolerances) else { return false }
    return next.repeats(rows, least: least, tolerances: tolerances)
  }

  /// Whether the line is set in another size and font than several rows above: code, notes, the next table.
  fileprivate func isForeign(to rows: [TextLine], text: PageText, tolerances: Tolerances) -> Bool {
    guard rows.count >= tolerances.leastBands, let font = words.first.map({ text.words[$0].font }),
      rows.allSatisfy({ abs($0.size - size) > tolerances.labelSizeDrift * size })
    else { return false }
    return !rows.contains { row in row.words.contains { text.words[$0].font == font } }
  }

  /// Whether a font of the line is one of another line too.
  func sharesFont(with other: TextLine, text: PageText) -> Bool {
    words.contains { word in other.words.contains { text.words[$0].font == text.words[word].font } }
  }

  /// Whether all Latin letters of the line are of one width, as those of listings are; so may those of a short line be.
  fileprivate func isEven(_ text: PageText, _ tolerances: Tolerances) -> Bool {
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
  fileprivate func beginsListing(after above: TextLine, fixed: Set<Int>, text: PageText) -> Bool {
    func count(_ line: TextLine) -> Int { line.words.count { fixed.contains(text.words[$0].font) } }
    let (own, other) = (count(self), count(above))
    return own == words.count && other == 0 || own == 0 && other == above.words.count
  }

  /// Whether the line, of one phrase, is of the row above, nearer than lines of text are: a figure that stands lower than the others,
  /// pushed down by white space before it or by a taller cell, or the last line of a cell beside the middle of which others stand.
  fileprivate func isCell(beside above: TextLine, tolerances: Tolerances) -> Bool {
    above.phrases.count >= 2 && baseline - above.baseline < tolerances.besideDistance * max(size, above.size)
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
  fileprivate func isUpperLine(ofHeadingIn below: TextLine, tolerances: Tolerances) -> Bool {
    guard abs(size - below.size) < tolerances.labelSizeDrift * size, below.phrases.count > 2,
      below.baseline - baseline < (tolerances.solidLeading + tolerances.pitchChange) * size
    else { return false }
    return below.phrases.dropFirst().contains {
      abs($0.extent.middle - box.midX) < tolerances.unitDrift * size && 2 * $0.extent.length > box.width
    }
  }

  /// Whether the line, of one phrase, is the beginning of a label that goes on in or beside a line below: close above it, and
  /// flush with its first phrase without reaching the second, or left of figures without a label.
  fileprivate func runsOn(in below: TextLine, tolerances: Tolerances) -> Bool {
    guard abs(size - below.size) < tolerances.labelSizeDrift * size,
      below.band.start - band.end < tolerances.labelGap * size, let first = below.phrases.first
    else { return false }
    if first.isValue { return below.phrases.count >= 2 && box.x1 < first.extent.start }
    let isShort = below.phrases.count < 2 || box.x1 < below.phrases[1].extent.start
    return isShort && abs(box.x0 - first.extent.start) < tolerances.labelDrift * size
  }
}
