internal import ConverterCore

/// The storeys of a header: headings that span columns, above the headings of the single columns.
///
///                  1996          1991                storey 0   ┌────┬─────────┬─────────┐
///              share  stores  share  stores          storey 1   │    ├────┬────┼────┬────┤
///                                                               └────┴────┴────┴────┴────┘
///
/// A heading spans the columns over whose middle it is centred, as far as lines drawn below it, other headings beside it
/// and the headings under it allow.
package struct HeaderStoreys {
  /// A heading: which storeys and columns it takes, and its words.
  package struct Heading: Hashable, Sendable {
    package var storeys: Range<Int>
    package var columns: Range<Int>
    package var words: [Int]
  }

  package private(set) var headings: [Heading] = []

  /// The y of the edges between storeys in points; one fewer than there are storeys.
  package private(set) var edges: [Double] = []

  package var count: Int { headings.isEmpty ? 0 : edges.count + 1 }

  /// Per column, the extent in points of the heading that is its own; `nil` for columns without one.
  func heads(of columnCount: Int, text: PageText) -> [Interval?] {
    var heads = [Interval?](repeating: nil, count: columnCount)
    for heading in headings where heading.columns.count == 1 {
      heads[heading.columns.lowerBound] = text.box(of: heading.words).map { Interval($0.x0, $0.x1) }
    }
    return heads
  }

  /// Reads the header from the lines above the body.
  ///
  /// - Parameters:
  ///   - lines: the header's lines, sorted into columns.
  ///   - reach: per column, the extent of its text in points.
  ///   - labelColumns: how many columns at the left hold row labels; no heading of others spans them.
  ///   - leadings: how far lines and rows of the table stand apart; `nil` where nothing shows it.
  ///   - rules: level and upright lines of the region.
  init(
    _ lines: ArraySlice<AlignedColumns.Line>, reach: [Interval], labelColumns: Int = 1, leadings: Leadings? = nil,
    rules: [Ruling],
    text: PageText, tolerances: Tolerances = .standard
  ) {
    // What stands above what is compared for each two headings; a wall of text is no head of a table.
    guard lines.reduce(0, { $0 + $1.pieces.count }) <= tolerances.mostHeadings else {
      self.init(linesByThemselves: lines)
      return
    }
    let lines = Self.withFirstLinesInColumns(
      Self.withLinesBesideJoined(lines, labelColumns: labelColumns, text: text, tolerances: tolerances),
      tolerances: tolerances)
    let numbers = lines.last.flatMap { line in
      let names = lines.dropLast().flatMap(\.pieces).filter { $0.columns.count == 1 }
      let named = Set(names.map(\.columns))
      // `Group 1`, `Group 2` are names of two lines.
      let areDistinct = 2 * Set(names.map { text.string(ofLine: $0.words) }).count > names.count
      // Numbers below names of groups alone are the names of their columns.
      return ColumnNumbers.areThese(line.pieces.map { text.string(ofLine: $0.words) }, isInHead: areDistinct)
        && line.pieces.allSatisfy { named.contains($0.columns) } ? line : nil
    }
    self.init(
      names: numbers == nil ? lines : lines.dropLast(), reach: reach, labelColumns: labelColumns, leadings: leadings,
      rules: rules, text: text, tolerances: tolerances)
    if let numbers { add(numbers, rules: rules.filter { $0.axis == .level }, text: text, tolerances: tolerances) }
  }

  /// Reads the lines that name columns and units.
  private init(
    names lines: ArraySlice<AlignedColumns.Line>, reach: [Interval], labelColumns: Int, leadings: Leadings?,
    rules: [Ruling], text: PageText, tolerances: Tolerances
  ) {
    let level = rules.filter { $0.axis == .level }
    let units = UnitRow.found(
      in: lines, reach: reach, labelColumns: labelColumns, leadings: leadings, text: text, tolerances: tolerances)
    let groups = Self.groups(
      units == nil ? lines : lines.dropLast(), reach: reach, labelColumns: labelColumns, text: text,
      tolerances: tolerances)
    // Above the names: `(1)` `(2)` `(3)`.
    let numbers = lines.filter { line in
      ColumnNumbers.areThese(line.pieces(after: labelColumns).map { text.string(ofLine: $0.words) })
    }
    let stacked = Self.stacked(
      units.map { lines.dropLast() + [$0.line] } ?? lines, rules: level,
      complete: groups.union(units?.headings ?? []).union(numbers.flatMap(\.pieces)), text: text,
      tolerances: tolerances)
    var blocks = Self.spanning(
      stacked, reach: reach, labelColumns: labelColumns, level: level, upright: rules.filter { $0.axis == .upright },
      text: text, tolerances: tolerances)
    guard !blocks.isEmpty else { return }
    blocks.sort { ($0.band.start, $0.columns.lowerBound) < ($1.band.start, $1.columns.lowerBound) }
    let stack = HeadingStack(
      blocks, units: units?.line, labelColumns: labelColumns, level: level, tolerances: tolerances)
    edges = stack.edges
    headings = blocks.indices.map {
      Heading(storeys: stack.storeys(of: $0), columns: blocks[$0].columns, words: blocks[$0].words)
    }
  }
}

extension HeaderStoreys {
  /// Takes each line for a storey, and each of its pieces for a heading.
  private init(linesByThemselves lines: ArraySlice<AlignedColumns.Line>) {
    edges = zip(lines, lines.dropFirst()).map { ($0.band.end + $1.band.start) / 2 }
    headings = lines.enumerated().flatMap { storey, line in
      line.pieces.map { Heading(storeys: storey..<storey + 1, columns: $0.columns, words: $0.words) }
    }
  }

  /// Adds the line that numbers the columns, a storey of its own. Headings that end above it where it is blank take it along, unless
  /// a line is drawn between.
  private mutating func add(
    _ numbers: AlignedColumns.Line, rules: [Ruling], text: PageText, tolerances: Tolerances
  ) {
    let storey = count
    let bottom = headings.compactMap { text.box(of: $0.words)?.y1 }.max() ?? numbers.band.start
    let rule = rules.first { $0.position > bottom - tolerances.ruleTouch && $0.position < numbers.band.middle }
    if storey > 0 { edges.append(rule?.position ?? (bottom + numbers.band.start) / 2) }
    for index in headings.indices where rule == nil && headings[index].storeys.upperBound == storey {
      if !numbers.pieces.contains(where: { $0.columns.overlaps(headings[index].columns) }) {
        headings[index].storeys = headings[index].storeys.lowerBound..<storey + 1
      }
    }
    headings += numbers.pieces.map { Heading(storeys: storey..<storey + 1, columns: $0.columns, words: $0.words) }
  }

  /// Lines of one heading, stacked.
  struct Block {
    /// The columns that the heading takes or spans.
    var columns: Range<Int>
    /// Indices into ``PageText/words``.
    var words: [Int]
    /// From the left end to the right one, in points.
    var extent: Interval
    /// From the top to the foot, in points.
    var band: Interval
    /// The y of the last baseline, in points.
    var baseline: Double
    /// The font size in points.
    var size: Double

    /// Whether no further line of the heading follows.
    var isComplete: Bool

    /// Whether drawn lines, or names of columns that repeat below, show which columns the heading spans.
    var isShown = false

    /// The y of the middle, in points.
    var middle: Double { band.middle }

    /// Whether the next line of the same heading, set flush left, is shorter: a long heading over several columns.
    func wraps(into next: Block, tolerances: Tolerances) -> Bool {
      columns.count > 1 && columns.lowerBound == next.columns.lowerBound
        && next.columns.upperBound <= columns.upperBound
        && abs(next.extent.start - extent.start) < size && next.extent.end <= extent.end + tolerances.labelDrift * size
        && next.band.start - band.end < tolerances.labelGap * size
    }

    /// Whether the next line of the same heading stands close below in its middle, over all or some of its columns or more.
    func isCentred(over next: Block, tolerances: Tolerances) -> Bool {
      isCentred(extent, over: next.extent, in: next, tolerances: tolerances)
    }
  }

  /// Pieces of consecutive lines in the same column joined, as far as no drawn line lies between.
  ///
  /// - Parameter complete: the pieces after which a heading has no further line: others stand below it, those of columns, or units.
  private static func stacked(
    _ lines: ArraySlice<AlignedColumns.Line>, rules: [Ruling], complete: Set<AlignedColumns.Piece>, text: PageText,
    tolerances: Tolerances
  ) -> [Block] {
    var blocks: [Block] = []
    for line in lines {
      for piece in line.pieces {
        // Headings side by side, each in the middle of its cell, stand at heights a little different.
        let block = Block(
          columns: piece.columns, words: piece.words, extent: piece.extent, band: text.band(of: piece, in: line),
          baseline: text.baseline(of: piece), size: line.size, isComplete: complete.contains(piece))
        func isInLine(_ above: Block) -> Bool { above.isCentred(over: block, tolerances: tolerances) }
        // Headings side by side in lines of their own heights: the one in whose middle it stands.
        let above =
          blocks.lastIndex { $0.columns.overlaps(piece.columns) && isInLine($0) }
          ?? blocks.lastIndex { $0.columns.overlaps(piece.columns) || isInLine($0) }
        if let above,
          blocks[above].columns == piece.columns || blocks[above].wraps(into: block, tolerances: tolerances)
            || line.pieces.allSatisfy({ $0 == piece || !$0.columns.overlaps(blocks[above].columns) })
              && blocks.indices.allSatisfy({
                $0 == above
                  || abs(blocks[$0].baseline - blocks[above].baseline) >= tolerances.besideDistance * line.size
                  || blocks[$0].extent.overlap(piece.extent) <= 0
              }) && blocks[above].isCentred(over: block, tolerances: tolerances),
          block.baseline - blocks[above].baseline <= tolerances.rowDistance * line.size,
          !isRuled(blocks[above], block, rules: rules, tolerances: tolerances), !blocks[above].isComplete
        {
          // A longer line may reach beside the heading of another column, which is no part of it.
          let isBeside = blocks.indices.contains {
            $0 != above && abs(blocks[$0].baseline - blocks[above].baseline) < tolerances.besideDistance * line.size
              && blocks[$0].columns.overlaps(piece.columns)
          }
          if !isBeside {
            blocks[above].columns =
              min(
                blocks[above].columns.lowerBound, piece.columns.lowerBound)..<max(
                blocks[above].columns.upperBound, piece.columns.upperBound)
          }
          blocks[above].words += piece.words
          blocks[above].extent = blocks[above].extent.union(piece.extent)
          blocks[above].band = blocks[above].band.union(line.band)
          blocks[above].baseline = block.baseline
          blocks[above].isComplete = block.isComplete
        } else {
          blocks.append(block)
        }
      }
    }
    return blocks
  }

  private static func isRuled(_ upper: Block, _ lower: Block, rules: [Ruling], tolerances: Tolerances) -> Bool {
    rules.contains {
      $0.position > upper.middle && $0.position < lower.middle
        && Interval($0.start, $0.end).overlap(upper.extent.union(lower.extent)) > tolerances.partingShare
          * upper.extent.length
    }
  }
}
