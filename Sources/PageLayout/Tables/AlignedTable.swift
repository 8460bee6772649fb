internal import ConverterCore

/// The rows and columns of one region on their way to a grid.
struct AlignedTable {
  /// The lines of the region, sorted into columns.
  let columns: AlignedColumns
  /// The level lines drawn in the region.
  let level: [Ruling]
  /// The upright lines drawn in the region.
  let upright: [Ruling]
  /// The level edges of coloured areas.
  let shading: [Ruling]
  /// The left and right edges of coloured areas.
  let sides: [Ruling]
  let text: PageText
  let tolerances: Tolerances
  /// Per column, the extent of its text in points.
  let reach: [Interval]
  /// The names of groups of rows, each in a column of its own left of the rows.
  let groups: [StubColumns.Group]
  /// How many lines a rule shows to be of the header, at least; 0 where none does.
  let headCount: Int
  /// How far lines of one row stand apart where names of groups show it; `nil` elsewhere.
  let groupLeadings: Leadings?
  /// Upright edges between columns of labels, whose cells level lines part; empty where text has to tell.
  let stub: [Ruling]

  /// Takes what the region shows; columns without text reach from edge to edge.
  init(
    _ columns: AlignedColumns, groups: [StubColumns.Group] = [], groupLeadings: Leadings? = nil, stub: [Ruling] = [],
    headCount: Int = 0, level: [Ruling], upright: [Ruling], shading: [Ruling], sides: [Ruling] = [], text: PageText,
    tolerances: Tolerances
  ) {
    self.columns = columns
    self.groups = groups
    self.groupLeadings = groupLeadings
    self.stub = stub
    self.headCount = headCount
    self.level = level
    self.upright = upright
    self.shading = shading
    self.sides = sides
    self.text = text
    self.tolerances = tolerances
    let left = columns.lines.flatMap(\.pieces).map(\.extent.start).min() ?? 0
    let right = columns.lines.flatMap(\.pieces).map(\.extent.end).max() ?? 0
    let edges = [left] + columns.borders + [right]
    let extents = columns.extents
    reach = (0..<columns.count).map { extents[$0] ?? Interval(edges[$0], edges[$0 + 1]) }
  }

  /// A cell before its rows have numbers in the grid.
  struct Cell {
    /// Counted from the first storey of the header.
    var rows: Range<Int>
    var columns: Range<Int>
    /// Indices into ``PageText/words``.
    var words: [Int]
  }

  /// The grid of header and rows with its words; `nil` where the region has fewer than two of them.
  func candidate() -> TableCandidate? {
    let full = (level + shading).parting(reach, tolerances: tolerances)
    let grouping = AlignedRows(
      columns, headCount: headCount, stubCount: stubCount, groupLeadings: groupLeadings, rules: full, text: text,
      tolerances: tolerances)
    guard stub.isEmpty || grouping.isBanded && (columns.labelCount > 1 || stubCount > 0) else { return nil }
    let headerLines = headerLineCount(grouping)
    let storeys = HeaderStoreys(
      columns.lines[..<headerLines], reach: reach, labelColumns: labelColumns(below: headerLines),
      leadings: grouping.leadings, rules: level + upright, text: text, tolerances: tolerances)
    let rows = grouping.rows(of: headerLines..<columns.lines.count)
    guard storeys.count + rows.count >= 2 else { return nil }
    var cells = storeys.headings.map { Cell(rows: $0.storeys, columns: $0.columns, words: $0.words) }
    let edges = rowEdges(storeys: storeys, headerLines: headerLines, rows: rows, rules: full)
    let labels = stubCells(from: storeys.count, edges: edges, lines: headerLines..<columns.lines.count)
    let stubCount = stubCount
    let pieces = rows.map { row in
      merged(columns.lines[row].flatMap(\.pieces).filter { $0.columns.upperBound > stubCount })
    }
    let body = BodySpans(
      reach: reach, heads: storeys.heads(of: columns.count, text: text), upright: upright,
      groupColumns: groupCount, text: text, tolerances: tolerances
    ).stretched(pieces)
    for (number, row) in body.enumerated() {
      let at = storeys.count + number
      cells += row.map { Cell(rows: at..<at + 1, columns: $0.columns, words: $0.words) }
    }
    cells += labels
    let groupCount = groupCount
    let labelled = Set(
      cells.lazy.filter { $0.columns.lowerBound < groupCount }.flatMap { cell in
        cell.rows.flatMap { row in cell.columns.clamped(to: 0..<groupCount).map { row * groupCount + $0 } }
      })
    let placed = StubColumns.rows(
      of: groups, edges: edges, from: storeys.count, tops: rows.map { columns.lines[$0.lowerBound].band }, rules: full,
      tolerances: tolerances
    ) { row, column in !labelled.contains(row * groupCount + column) }
    let lost = groups.filter { group in !placed.contains { $0.group.words == group.words } }
    cells += lost.map { group in
      let row = min(max(Grid.track(at: group.band.middle, in: edges) ?? 0, 0), edges.count - 2)
      return Cell(rows: row..<row + 1, columns: group.column..<group.column + 1, words: group.words)
    }
    cells += placed.map { Cell(rows: $0.rows, columns: $0.group.column..<$0.group.column + 1, words: $0.group.words) }
    return candidate(of: cells, rowEdges: edges)
  }

  /// The cells of the label columns as lines and steps enclose them; none where there are no steps.
  private func stubCells(from firstRow: Int, edges: [Double], lines: Range<Int>) -> [Cell] {
    guard stubCount > 0 else { return [] }
    let labels = stubCount
    let left = min(reach[0].start, level.map(\.start).min() ?? .infinity)
    let grid = Grid(
      columnEdges: [left] + columns.borders[..<labels], rowEdges: Array(edges[firstRow...]), level: level,
      upright: upright + stub, tolerances: tolerances)
    var pieces = [[AlignedColumns.Piece]](repeating: [], count: grid.areas.count)
    let areas = grid.areaIndices
    for piece in columns.lines[lines].flatMap(\.pieces) where piece.columns.upperBound <= labels {
      guard let box = text.box(of: piece.words) else { continue }
      let row = Grid.track(at: box.midY, in: grid.rowEdges) ?? grid.rowCount - 1
      pieces[Int(areas[row * labels + piece.columns.lowerBound])].append(piece)
    }
    return zip(grid.areas, pieces).flatMap { area, pieces in
      let rows = area.rows.lowerBound + firstRow..<area.rows.upperBound + firstRow
      // A row without steps may have text in several columns.
      let starts = [area.columns.lowerBound] + Set(pieces.map(\.columns.lowerBound)).sorted().dropFirst()
      return zip(starts, starts.dropFirst() + [area.columns.upperBound]).map { start, end in
        let own = pieces.filter { (start..<end).contains($0.columns.lowerBound) }
        return Cell(rows: rows, columns: start..<end, words: own.flatMap(\.words))
      }
    }
  }

  /// How many columns of labels stand at the sides of steps, so that lines enclose their cells; 0 where there are no steps.
  private var stubCount: Int {
    let closed = columns.borders.prefix(max(columns.labelCount, 1)).lastIndex { border in
      stub.contains { abs($0.position - border) <= tolerances.ruleTouch }
    }
    return closed.map { min($0 + 2, max(columns.labelCount, 2)) } ?? 0
  }

  /// How many columns at the left hold names of groups of rows.
  private var groupCount: Int { groups.map { $0.column + 1 }.max() ?? 0 }

  /// How many columns at the left hold row labels: one, unless the first holds figures as the others do, or steps show more.
  private func labelColumns(below headerLines: Int) -> Int {
    if !stub.isEmpty { return max(columns.labelCount, stubCount) }
    let first = columns.lines[headerLines...].flatMap(\.pieces).filter { $0.columns == 0..<1 }
    let values = first.count(where: \.isValue)
    return 2 * values >= first.count && values > 0 ? 0 : 1
  }

  /// How many lines stand above the body: those above the first line with figures that are not years alone.
  ///
  /// Names of parts of the table stand below the line or the edge of colour that ends the header:
  ///
  ///     Region     2009   2010
  ///     ──────────────────────
  ///              Men
  ///     North       7.1    6.5
  private func headerLineCount(_ grouping: AlignedRows) -> Int {
    let lines = columns.lines
    var count = max(figureLine(grouping), headCount)
    if let ruled = ruledHead(grouping), count == 0 || ruled < count { count = ruled }
    while count > 1, lines[count - 1].pieces.count == 1, grouping.isRuled(between: count - 2, and: count - 1),
      lines[..<(count - 1)].contains(where: { $0.pieces.count > 1 })
    { count -= 1 }
    return count
  }

  /// How many lines stand above the first one with figures and the labels and names of rows right above it.
  private func figureLine(_ grouping: AlignedRows) -> Int {
    let lines = columns.lines
    guard let first = columns.firstFigures(text), first > 0 else { return 0 }
    if grouping.isBanded {
      if let body = (1...first).last(where: { grouping.isRuled(between: $0 - 1, and: $0) }) { return body }
      // Neither the head nor the first row may be shaded where every other row is.
      let figures = lines[first].pieces.filter(\.isValue)
      let isHeaded = lines[..<first].contains { line in
        line.pieces.contains { piece in figures.contains { $0.columns.overlaps(piece.columns) } }
      }
      guard isHeaded else { return 0 }
    }
    if standLeftOfFigures(headCount, upTo: first) { return headCount }
    if let start = startOfFirstRow(endingAt: first, grouping) ?? startOfCells(around: first, grouping) { return start }
    // Lines with nothing but a row label, right above the body, are headings of row groups.
    var count = first
    while count > 1, namesPart(count - 1, above: first) { count -= 1 }
    while count > 1, lines[count - 1].pieces.allSatisfy({ $0.columns == 0..<1 }),
      lines[..<(count - 1)].contains(where: { $0.pieces.contains { $0.columns.upperBound > 1 } }),
      grouping.isRuled(between: count - 2, and: count - 1)
        || !lines[count - 2].pieces[0].columns.overlaps(lines[count - 1].pieces[0].columns)
        || !grouping.wraps(lines[count - 2].pieces[0], lines[count - 1].pieces[0], size: lines[count - 1].size)
    {
      count -= 1
    }
    // A label of several lines whose figures stand beside the last one begins below the heading of its column.
    let heads = lines[..<count].lastIndex { $0.pieces.contains { $0.columns.upperBound > 1 } } ?? count - 1
    return (heads + 1..<max(count, heads + 1)).first { line in
      guard let above = lines[line - 1].pieces.first(where: { $0.columns == 0..<1 }) else { return false }
      return grouping.alignment == .bottom || !grouping.wraps(above, lines[line].pieces[0], size: lines[line].size)
    } ?? count
  }

  /// Whether a line right below the head names a part of the body, as others further down do: in the middle of the table, or bold at
  /// its side.
  private func namesPart(_ line: Int, above first: Int) -> Bool {
    let lines = columns.lines
    guard lines[line].pieces.count == 1 else { return false }
    let extents = columns.extents
    func name(_ line: AlignedColumns.Line) -> (isCentred: Bool, start: Double)? {
      guard line.pieces.count == 1, !line.hasValue, let word = line.pieces[0].words.first.map({ text.words[$0] }),
        !word.traits.contains(.lowercaseStart)
      else { return nil }
      let isCentred = AlignedColumns.isInMiddle(line, of: extents, tolerances: tolerances)
      return isCentred || word.traits.contains(.bold) ? (isCentred, line.pieces[0].extent.start) : nil
    }
    guard let own = name(lines[line]),
      lines[..<line].contains(where: { $0.pieces.contains { $0.columns.upperBound > 1 } })
    else { return false }
    return lines[first...].lazy.compactMap(name).contains { other in
      own.isCentred == other.isCentred
        && (own.isCentred || abs(own.start - other.start) <= tolerances.flushStart * lines[line].size)
    }
  }

  /// Whether the lines between the rule of the head and the first one with figures stand left of these: rows without figures, with codes
  /// and names as the others have.
  ///
  ///     Item       Heading             Class   Payments
  ///     ───────────────────────────────────────────────
  ///     03 01      Roads and bridges
  ///     03 01 01   Repairs               1.1     20 310
  private func standLeftOfFigures(_ start: Int, upTo line: Int) -> Bool {
    guard start > 0, start < line,
      let figures = columns.lines[line].pieces.first(where: { $0.isValue && $0.columns.lowerBound > 0 })
    else { return false }
    // Headings of the labels may stand below the line alone.
    let headed = Set(columns.lines[..<start].flatMap(\.pieces).flatMap(\.columns))
    return columns.lines[start..<line].allSatisfy { line in
      line.pieces.allSatisfy {
        $0.columns.upperBound <= figures.columns.lowerBound && headed.isSuperset(of: $0.columns)
      }
    }
  }

  /// How many lines stand above the first drawn line or edge of colour, where they name each column once, a line of words for each of
  /// them stands below, and figures further down if at all; `nil` elsewhere.
  ///
  ///     State                   Office      What the office
  ///     date        Title       in charge   says
  ///     ───────────────────────────────────────────────────
  ///     May 1996    Wells       Interior    Done in part
  private func ruledHead(_ grouping: AlignedRows) -> Int? {
    let lines = columns.lines
    let most = min(tolerances.mostHeadingLines, lines.count - 1)
    guard most > 0, let count = (1...most).first(where: { grouping.isRuled(between: $0 - 1, and: $0) }) else {
      return nil
    }
    let heads = lines[..<count].map(\.pieces)
    let named = Set(heads.joined().filter { $0.columns.count == 1 }.map(\.columns.lowerBound))
    // Cells in the middle of their row begin between the lines of others.
    let end = (count + 1..<lines.count).first {
      lines[$0].baseline - lines[$0 - 1].baseline >= tolerances.besideDistance * lines[$0].size
    }
    let row = Set(lines[count..<(end ?? lines.count)].flatMap(\.pieces).map(\.columns))
    // Several lines with text in most columns are rows.
    guard named.count == columns.count, heads.count(where: { $0.count.isMost(of: columns.count) }) < 2,
      row == Set((0..<columns.count).map { $0..<$0 + 1 }), !lines[count].hasValue,
      !heads.joined().contains(where: { $0.isValue && !text.isYear($0.words) })
    else { return nil }
    return count
  }

  /// The line below the rule of the head at which the first row begins, where its figures stand beside the last of several lines and
  /// its number or code beside the first; `nil` for other rows.
  ///
  ///     Code    Article            Imports
  ///     ──────────────────────────────────
  ///     29.56   Salts of acids,
  ///             and their esters     1,020
  private func startOfFirstRow(endingAt line: Int, _ grouping: AlignedRows) -> Int? {
    let lines = columns.lines
    guard !lines[line].pieces.contains(where: { $0.columns.lowerBound == 0 }),
      let start = (1..<max(line, 1)).last(where: { grouping.isRuled(between: $0 - 1, and: $0) }),
      !grouping.isRuled(between: line - 1, and: line), lines[start].pieces.count > 1,
      lines[start].pieces[0].columns == 0..<1, !lines[start].pieces[1].isValue,
      !lines[start + 1...line].contains(where: { $0.pieces[0].columns != lines[start].pieces[1].columns }),
      zip(start..<line, start + 1...line).allSatisfy({ upper, lower in
        guard let above = lines[upper].pieces.first(where: { $0.columns == lines[lower].pieces[0].columns })
        else { return false }
        return grouping.wraps(above, lines[lower].pieces[0], size: lines[lower].size)
      })
    else { return nil }
    return start
  }

  /// The line below the rule of the head at which cells of several lines begin beside whose middle a row's figures stand; `nil` for
  /// other rows. What stands nearer to the figures than lines of text do is beside them.
  private func startOfCells(around line: Int, _ grouping: AlignedRows) -> Int? {
    let lines = columns.lines
    guard line > 0, lines[line].baseline - lines[line - 1].baseline < tolerances.besideDistance * lines[line].size,
      !grouping.isRuled(between: line - 1, and: line)
    else { return nil }
    return (1..<line).last { grouping.isRuled(between: $0 - 1, and: $0) }
  }

  /// The pieces of a row's lines, those that share columns joined.
  private func merged(_ pieces: [AlignedColumns.Piece]) -> [AlignedColumns.Piece] {
    var joined: [AlignedColumns.Piece] = []
    for piece in pieces.sorted(by: { $0.columns.lowerBound < $1.columns.lowerBound }) {
      if let last = joined.last, piece.columns.lowerBound < last.columns.upperBound {
        joined[joined.count - 1].columns =
          last.columns.lowerBound..<max(last.columns.upperBound, piece.columns.upperBound)
        joined[joined.count - 1].words += piece.words
        joined[joined.count - 1].extent = last.extent.union(piece.extent)
        joined[joined.count - 1].isValue = last.isValue && piece.isValue
      } else {
        joined.append(piece)
      }
    }
    return joined
  }
}
