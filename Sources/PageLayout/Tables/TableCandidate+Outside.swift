internal import ConverterCore

/// Labels and headings outside of a grid that is drawn around the figures alone, or around all rows but the head:
///
///     Activity                2004       2005
///                         ┌─────────┬──────────┐
///     Administration      │  16,578 │   69,007 │      a label left of the frame at the height of each row, and above it headings in
///                         ├─────────┼──────────┤      line with its columns
///     Field operations    │  21,679 │   79,283 │
///                         └─────────┴──────────┘
extension TableCandidate {
  /// The candidate with a column for the labels left of its frame and rows for the headings above it, as far as it has such.
  ///
  /// - Parameter isFree: whether a word, as an index into ``PageText/words``, is in no table.
  func withLabelsAndHeadOutside(
    text: PageText, index: WordIndex, isFree: (_ word: Int) -> Bool, tolerances: Tolerances
  ) -> TableCandidate {
    withLabelsOutside(text: text, index: index, isFree: isFree, tolerances: tolerances)
      .withHeadOutside(text: text, index: index, isFree: isFree, tolerances: tolerances)
  }

  /// The candidate with the labels left of its frame: one of few words beside each row but those of the head, on the line of a cell.
  private func withLabelsOutside(
    text: PageText, index: WordIndex, isFree: (_ word: Int) -> Bool, tolerances: Tolerances
  ) -> TableCandidate {
    guard grid.rowCount > tolerances.shares.leastRows, let size = text.typicalSize(of: ownWords),
      // Labels inside of the frame need none outside.
      (0..<grid.rowCount).count(where: { hasFigures(inRow: $0, columns: 0..<1, text: text) }).isMost(of: grid.rowCount)
    else { return self }
    let beside = index.words(in: Rectangle(x0: 0, y0: box.y0, x1: box.x0, y1: box.y1)).filter(isFree)
    let lines = text.textLines(of: beside, tolerances: tolerances)
    guard lines.count + 1 >= grid.rowCount, lines.across.end >= box.x0 - tolerances.labelReach * size,
      lines.contains(where: { line in line.words.contains { !text.words[$0].isValue || text.isYear([$0]) } })
    else { return self }
    var labels = [[TextLine]](repeating: [], count: grid.rowCount)
    for line in lines {
      guard line.phrases.count == 1, 2 * line.words.count <= tolerances.lookalikes.proseCellWords,
        line.box.x1 <= box.x0, let row = Grid.track(at: line.band.middle, in: grid.rowEdges)
      else { return self }
      labels[row].append(line)
    }
    let cells = rowsOfLines(text: text, tolerances: tolerances)
    let areBesideRows = labels.indices.allSatisfy { row in
      guard let label = labels[row].first else { return row == 0 }
      return labels[row].contains { line in
        cells[row].contains { abs($0.baseline - line.baseline) <= tolerances.text.baselineDrift * size }
      } && label.box.y0 >= grid.rowEdges[row] - tolerances.ruleTouch
    }
    guard areBesideRows, !goesOn(lines, index: index, text: text, tolerances: tolerances) else { return self }
    var result = self
    result.grid.columnEdges.insert(lines.across.start - tolerances.edgeMargin * size, at: 0)
    let areas =
      labels.indices.map { (Grid.Area(rows: $0..<$0 + 1, columns: 0..<1), labels[$0].flatMap(\.words)) }
      + zip(grid.areas, contents).map { area, words in
        (Grid.Area(rows: area.rows, columns: area.columns.lowerBound + 1..<area.columns.upperBound + 1), words)
      }
    result.setAreas(areas)
    return result
  }

  /// Whether lines left of the frame go on above and below it, as those of a column of prose do.
  private func goesOn(_ lines: [TextLine], index: WordIndex, text: PageText, tolerances: Tolerances) -> Bool {
    guard let first = lines.first, let last = lines.last, lines.count > 1 else { return false }
    let pitch = (last.baseline - first.baseline) / Double(lines.count - 1) + tolerances.pitchChange * first.size
    let column = lines.across
    func hasLine(from top: Double, to bottom: Double) -> Bool {
      let words = index.words(in: Rectangle(x0: 0, y0: top, x1: box.x1, y1: bottom))
      return text.textLines(of: words, tolerances: tolerances).contains { line in
        line.phrases.first.map { $0.extent.end <= box.x0 } == true
          && abs(line.box.x0 - column.start) <= tolerances.labelDrift * line.size
      }
    }
    return hasLine(from: first.band.middle - pitch, to: first.band.start)
      && hasLine(from: last.band.end, to: last.band.middle + pitch)
  }

  /// Whether a figure stands in a row, in some of its columns or in any.
  private func hasFigures(inRow row: Int, columns: Range<Int>? = nil, text: PageText) -> Bool {
    zip(grid.areas, contents).contains { area, words in
      area.rows.contains(row) && (columns ?? 0..<grid.columnCount).overlaps(area.columns)
        && words.contains { text.words[$0].isValue }
    }
  }

  /// For each row the lines of the cells in it.
  private func rowsOfLines(text: PageText, tolerances: Tolerances) -> [[TextLine]] {
    var rows = [[TextLine]](repeating: [], count: grid.rowCount)
    for (area, words) in zip(grid.areas, contents) where area.rows.count == 1 && !words.isEmpty {
      rows[area.rows.lowerBound] += text.textLines(of: words, tolerances: tolerances)
    }
    return rows
  }

  /// The candidate with the headings above its frame, where its first row holds figures, or words in other fonts, and each column but that
  /// of the labels has a heading of its own.
  private func withHeadOutside(
    text: PageText, index: WordIndex, isFree: (_ word: Int) -> Bool, tolerances: Tolerances
  ) -> TableCandidate {
    guard grid.columnCount > 2, let size = text.typicalSize(of: ownWords) else { return self }
    let stack = RuleStack(
      rules: grid.rowEdges.map { Ruling(axis: .level, position: $0, start: box.x0, end: box.x1) },
      lines: text.textLines(of: ownWords, tolerances: tolerances))
    let headed = stack.withHeadings(above: text, index: index, tolerances: tolerances)
    let heads = headed.lines.dropLast(stack.lines.count)
    // Particulars and units stand above a table and name no columns: `Prepared by: the audit office`, `单位：万元`.
    let areParticulars = heads.flatMap(\.words).contains { word in
      text.string(of: text.words[word]).contains { $0 == ":" || $0 == "：" }
    }
    guard let first = heads.first, !areParticulars, heads.allSatisfy({ $0.words.allSatisfy(isFree) }),
      hasFigures(inRow: 0, text: text)
    else { return self }
    let columns = AlignedColumns(
      Array(heads), gutters: grid.columnEdges.dropFirst().dropLast().map { Interval($0, $0) }, text: text,
      tolerances: tolerances)
    let storeys = HeaderStoreys(columns.lines[...], reach: grid.columns, rules: [], text: text, tolerances: tolerances)
    guard storeys.heads(of: grid.columnCount, text: text).dropFirst().allSatisfy({ $0 != nil }) else { return self }
    // Headings that share a position would make no grid.
    let taken = storeys.headings.flatMap { heading in
      heading.storeys.flatMap { storey in heading.columns.map { storey * grid.columnCount + $0 } }
    }
    let blank = Set(0..<storeys.count * grid.columnCount).subtracting(taken)
    guard taken.count + blank.count == storeys.count * grid.columnCount else { return self }
    var result = self
    result.grid.rowEdges = [first.band.start - tolerances.edgeMargin * size] + storeys.edges + grid.rowEdges
    var areas = storeys.headings.map { (Grid.Area(rows: $0.storeys, columns: $0.columns), $0.words) }
    areas += blank.sorted().map { position in
      let (storey, column) = position.quotientAndRemainder(dividingBy: grid.columnCount)
      return (Grid.Area(rows: storey..<storey + 1, columns: column..<column + 1), [])
    }
    areas += zip(grid.areas, contents).map { area, words in
      (
        Grid.Area(
          rows: area.rows.lowerBound + storeys.count..<area.rows.upperBound + storeys.count, columns: area.columns),
        words
      )
    }
    result.setAreas(areas)
    return result
  }

  /// Takes areas with their words, in any order.
  private mutating func setAreas(_ areas: [(area: Grid.Area, words: [Int])]) {
    let sorted = areas.sorted {
      ($0.area.rows.lowerBound, $0.area.columns.lowerBound) < ($1.area.rows.lowerBound, $1.area.columns.lowerBound)
    }
    grid.areas = sorted.map(\.area)
    contents = sorted.map(\.words)
  }
}
