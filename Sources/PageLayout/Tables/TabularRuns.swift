internal import ConverterCore

/// Runs of lines in a zone that may be a table without lines drawn around it.
package enum TabularRuns {
  /// The runs from top to bottom.
  ///
  /// A run goes on through lines of several phrases and at most a few lines of one short phrase (headings of row groups, rest of
  /// a long label); prose, captions, lines to write on and wide white end it.
  ///
  /// - Parameters:
  ///   - barriers: the y of the middles of tables known already, rising; no run goes on across one.
  ///   - level: level lines of the page in order of position.
  package static func runs(
    in zone: [TextLine], barriers: [Double], level: [Ruling], text: PageText, tolerances: Tolerances = .standard
  ) -> [[TextLine]] {
    guard !zone.isEmpty else { return [] }
    var collection = RunCollection(zone: zone, barriers: barriers, level: level, text: text, tolerances: tolerances)
    for number in zone.indices { collection.take(number) }
    collection.close()
    return collection.runs
  }
}

/// The runs of a zone on their way down its lines.
private struct RunCollection {
  private let zone: [TextLine]
  private let barriers: [Double]
  private let level: [Ruling]
  private let text: PageText
  private let tolerances: Tolerances
  /// The width of the zone in points.
  private let width: Double

  private(set) var runs: [[TextLine]] = []
  /// The lines of the run that is not closed yet; the first has several phrases.
  private var current: [TextLine] = []
  /// Lines of one phrase right above the run: headings that span columns, if they stand over the figures.
  private var heads: [TextLine] = []
  /// Number of lines of one phrase at the end of the run.
  private var single = 0

  init(zone: [TextLine], barriers: [Double], level: [Ruling], text: PageText, tolerances: Tolerances) {
    self.zone = zone
    self.barriers = barriers
    self.level = level
    self.text = text
    self.tolerances = tolerances
    width = zone.across.length
  }

  /// Goes on with a line of the zone.
  mutating func take(_ number: Int) {
    let line = zone[number]
    let next = zone.dropFirst(number + 1).first
    if let last = current.last, endsRun(before: line, next: next, below: last) { close() }
    if NextTable.begins(below: line, after: current, with: zone[(number + 1)...], text: text, tolerances: tolerances) {
      close()
      // At the left stands the title of the table, elsewhere perhaps the heading of some columns.
      heads = next.map { line.isSetIn(behind: $0, tolerances: tolerances) } == true ? [line] : []
      return
    }
    if isOfNoTable(line, next: next) {
      close()
      return
    }
    single = line.phrases.count < 2 && !current.isEmpty ? single + 1 : 0
    if single > tolerances.mostSingleLines { close() }
    if !current.isEmpty || line.phrases.count > 1 {
      current.append(line)
    } else if number == 0
      || !line.endsParagraph(of: zone[number - 1], within: width, text: text, tolerances: tolerances)
    {
      heads = heads.suffix(tolerances.mostHeads) + [line]
    }
  }

  /// Ends the run, without the lines of one phrase below it that are not of its last row.
  mutating func close() {
    let cut = lastCellLines
    while let last = current.last, last.phrases.count < 2, current.count > cut {
      let above = current.dropLast()
      if last.endsLabel(of: above, text: text, tolerances: tolerances)
        || above.last.map({ last.isCell(beside: $0, tolerances: tolerances) }) == true
        || level.closes(last, below: above, tolerances: tolerances)
      {
        break
      }
      current.removeLast()
    }
    if current.count(where: { $0.phrases.count >= 2 }) >= 2 {
      let run = spanningHeads + current
      runs.append(Array(run.withoutLinesAboveHead(within: run.across, text: text, tolerances: tolerances)))
    }
    current = []
    heads = []
  }

  /// Whether white, a table known already, or another size or font parts a line from the run.
  private mutating func endsRun(before line: TextLine, next: TextLine?, below last: TextLine) -> Bool {
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
          || line.isLabel(before: next, in: current, tolerances: tolerances)))
    return isBarred || isHeading || isWide
      || gap > tolerances.labelGap
        && (line.isForeign(to: current, text: text, tolerances: tolerances)
          || !line.sharesFont(with: last, text: text)
            && line.isEven(text, tolerances) != last.isEven(text, tolerances)
            && line.beginsListing(after: last, text: text))
  }

  /// Whether a line is prose, a caption or one to write on.
  private func isOfNoTable(_ line: TextLine, next: TextLine?) -> Bool {
    line.isProse(within: width, text: text, tolerances: tolerances)
      && !line.beginsCells(of: current, tolerances: tolerances)
      && !line.isLed(as: current, text: text, tolerances: tolerances)
      && !line.isLabel(before: next, in: current, least: 1, tolerances: tolerances)
      || text.beginsCaption(line) || BlankField.follows(line, level: level, tolerances: tolerances)
  }
}

extension RunCollection {
  /// How many lines of the run there are up to the last one of its last row, whose cells may run on in lines of their own: each begins where
  /// a cell of the row does, with a small letter, or as such lines of rows above do, or below a full cell where white parts the rows, and
  /// ends short of the next cell.
  ///
  ///     2   Train staff         Personnel     July 2008
  ///     3   Assess the risk     Security      May 2008
  ///         of each office
  private var lastCellLines: Int {
    let run = current
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
      let room = (ends.max() ?? cell.extent.end) - cell.extent.end
      return text.fills(room, before: line.words[0], size: line.size, tolerances: tolerances)
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

  /// The lines that stand right above the run and belong to its header: headings over some of its columns, and what stands
  /// between them and the run. A line in the middle of the whole run is its title; what names but a unit is that of all figures.
  private var spanningHeads: [TextLine] {
    let run = current
    let reach = run.across
    var below = run[0]
    var spanning: [TextLine] = []
    func isInMiddle(_ line: TextLine) -> Bool { abs(line.box.midX - reach.middle) <= tolerances.titleDrift * line.size }
    for (number, head) in heads.enumerated().reversed() {
      guard below.band.start - head.band.end < tolerances.runGap * head.size,
        head.size < tolerances.headingGrowth * below.size,
        !head.isUnit(above: below, text: text),
        !(number > 0 && head.isSubtitle(below: heads[number - 1], tolerances: tolerances))
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
        || head.words == spanning.last?.words && head.namesGroup(above: run, text: text, tolerances: tolerances)
        || head.box.x0 > reach.start + tolerances.headOffset * reach.length && head.box.x1 <= reach.end + head.size
          && (hasParts || !isInMiddle(head))
    }
    var start = first ?? spanning.count
    // A label of the header may begin above the headings beside it.
    while start > 0,
      (spanning[start...] + run.prefix(2)).contains(where: {
        spanning[start - 1].runsOn(in: $0, tolerances: tolerances)
          && !spanning[start - 1].isTitle(above: $0, text: text)
      })
    { start -= 1 }
    return Array(spanning[start...])
  }
}
