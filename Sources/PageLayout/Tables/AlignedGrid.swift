internal import ConverterCore

/// Tables that only the alignment of text shows, or that lines show in part.
///
/// Columns, rows and headings are told from the text; what results are imagined edges around each cell, a grid like that of
/// drawn lines, which goes the same way from there.
package enum AlignedGrid {
  /// The candidate that the lines of a region make; `nil` where they show fewer than two columns or rows.
  ///
  /// - Parameters:
  ///   - lines: the region's lines of text from top to bottom.
  ///   - rules: what is drawn in the region.
  package static func candidate(
    _ lines: [TextLine], rules: RegionRules, text: PageText, tolerances: Tolerances = .standard
  ) -> TableCandidate? {
    if !rules.steps.isEmpty, let stepped = stepped(lines, rules: rules, text: text, tolerances: tolerances) {
      return stepped
    }
    let walls = (rules.upright + rules.shadedSteps).sorted { ($0.position, $0.start) < ($1.position, $1.start) }
    let heads = headCount(of: lines, level: rules.level, text: text, tolerances: tolerances)
    guard
      let columns = AlignedColumns.found(in: lines, drawn: walls, below: heads, text: text, tolerances: tolerances),
      columns.count > 1, columns.count * lines.count <= tolerances.mostPositions
    else { return nil }
    let stub = StubColumns(columns, walls: walls, text: text, tolerances: tolerances)
    guard !stub.gutters.isEmpty else {
      return AlignedTable(columns, headCount: heads, drawn: rules, text: text, tolerances: tolerances).candidate()
    }
    let strips = stub.gutters + columns.borders.dropFirst(stub.wallCount).map { Interval($0, $0) }
    let groups = stub.groups(
      in: AlignedColumns(lines, gutters: strips, drawn: walls, text: text, tolerances: tolerances), level: rules.level)
    let named = Set(groups.flatMap(\.words))
    let rest = text.textLines(of: lines.flatMap(\.words).filter { !named.contains($0) }, tolerances: tolerances)
    guard rest.count > 1 else { return nil }
    let parted = AlignedColumns(rest, gutters: strips, drawn: walls, text: text, tolerances: tolerances)
    return AlignedTable(
      stub.stretched(parted), groups: groups, groupLeadings: stub.leadings,
      headCount: headCount(of: rest, level: rules.level, text: text, tolerances: tolerances), drawn: rules, text: text,
      tolerances: tolerances
    ).candidate()
  }
}

extension AlignedGrid {
  /// How many lines stand above the first line drawn over all of the text, where several rows with figures stand below it and
  /// above none but years, days, numbers of columns and figures beside other names; 0 elsewhere. A line with the columns' numbers right
  /// below is of the head.
  ///
  ///     Item     │ Under   $1,000    $10,000
  ///              │ $1,000  to 9,999  or more
  ///     ─────────┴──────────────────────────
  private static func headCount(
    of lines: [TextLine], level: [Ruling], text: PageText, tolerances: Tolerances
  ) -> Int {
    guard let first = lines.first else { return 0 }
    let reach = lines.across
    guard
      let rule = level.first(where: {
        $0.position > first.band.middle && $0.end - $0.start >= tolerances.shares.headRule * reach.length
      })
    else { return 0 }
    let count = lines.partitioningIndex { $0.band.middle > rule.position }
    guard count < lines.count else { return 0 }
    let rows = lines[count...].filter { $0.phrases.dropFirst().contains(where: \.isValue) }
    let figures = rows.map { $0.phrases[1].extent.start }.min() ?? .infinity
    func numbersColumns(_ line: TextLine) -> Bool {
      ColumnNumbers.areThese(line.phrases.map { text.string(ofLine: line.words[$0.words]) })
    }
    func hasFigures(_ line: TextLine) -> Bool {
      line.phrases.contains { phrase in
        let words = line.words[phrase.words]
        return phrase.isValue && !text.isPeriod(Array(words))
          && words.contains { text.words[$0].glyphs.count > tolerances.shares.longestColumnNumber }
      }
    }
    // Labels of several lines beside them make a head no higher.
    var storeys = 0
    func isOfUnits(_ line: TextLine) -> Bool {
      UnitRow.areUnits(line.phrases.map { text.string(ofLine: line.words[$0.words]) })
    }
    for line in lines[..<count] where !numbersColumns(line) && !isOfUnits(line) {
      let named = line.phrases.count { phrase in
        phrase.extent.end > figures && (!phrase.isValue || text.isPeriod(Array(line.words[phrase.words])))
      }
      if named > 0 { storeys += 1 }
      guard named > 0 || !hasFigures(line) else { return 0 }
    }
    // A line below each row, the first one included: what stands above it has a figure wherever the next row has one.
    let last = lines[count - 1]
    let isRow = last.phrases.map(\.isValue) == lines[count].phrases.map(\.isValue) && hasFigures(last)
    // Words and figures in brackets, `(1,000 acres)`, are no rows; those of each heading may stand at heights of their own.
    let isOfWords = !lines[..<count].contains { line in
      line.phrases.contains { $0.isValue && !text.begins(text.words[line.words[$0.words.lowerBound]], with: "(") }
    }
    guard storeys > 0, count <= tolerances.mostHeadingLines,
      rows.count >= (isOfWords ? tolerances.leastBands : max(2 * storeys, tolerances.leastBands)), !isRow
    else { return 0 }
    return numbersColumns(lines[count]) ? count + 1 : count
  }

  /// The candidate of a region in which lines part all rows and their starts part columns of labels; `nil` elsewhere.
  private static func stepped(
    _ lines: [TextLine], rules: RegionRules, text: PageText, tolerances: Tolerances
  ) -> TableCandidate? {
    var drawn = rules
    // Edges of colour part rows as lines do; they come after these, in an order of their own.
    drawn.level += rules.shading
    drawn.shading = []
    let walls = (rules.upright + rules.steps).sorted { ($0.position, $0.start) < ($1.position, $1.start) }
    let left = (drawn.level.map(\.start).min() ?? .infinity) + tolerances.stackEdge
    guard
      let columns = AlignedColumns.found(in: lines, drawn: walls, from: left, text: text, tolerances: tolerances),
      columns.count > 2, columns.labelCount > 1 || columns.labelCount == 0,
      columns.count * lines.count <= tolerances.mostPositions
    else { return nil }
    return AlignedTable(columns, stub: rules.steps, drawn: drawn, text: text, tolerances: tolerances).candidate()
  }
}
