internal import ConverterCore

/// The rows and columns of one region on their way to a grid.
struct AlignedTable {
  /// The lines of the region, sorted into columns.
  let columns: AlignedColumns
  /// What is drawn in the region.
  let drawn: RegionRules
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
    headCount: Int = 0, drawn: RegionRules, text: PageText, tolerances: Tolerances
  ) {
    self.columns = columns
    self.groups = groups
    self.groupLeadings = groupLeadings
    self.stub = stub
    self.headCount = headCount
    self.drawn = drawn
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
    let full = (drawn.level + drawn.shading).parting(reach, tolerances: tolerances).map(\.position)
    let grouping = AlignedRows(
      columns, headCount: headCount, stubCount: stubCount, groupLeadings: groupLeadings, rules: full, text: text,
      tolerances: tolerances)
    guard stub.isEmpty || grouping.isBanded && (columns.labelCount > 1 || stubCount > 0) else { return nil }
    let headerLines = headerLineCount(grouping)
    let storeys = HeaderStoreys(
      columns.lines[..<headerLines], reach: reach, labelColumns: labelColumns(below: headerLines),
      leadings: grouping.leadings, rules: drawn.level + drawn.upright, text: text, tolerances: tolerances)
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
      reach: reach, heads: storeys.heads(of: columns.count, text: text), upright: drawn.upright,
      left: left, groupColumns: groupCount, text: text, tolerances: tolerances
    ).stretched(pieces)
    for (number, row) in body.enumerated() {
      let at = storeys.count + number
      cells += row.map { Cell(rows: at..<at + 1, columns: $0.columns, words: $0.words) }
    }
    cells += labels
    let slots = StubColumns.GroupSlots(
      edges: edges, firstRow: storeys.count, tops: rows.map { columns.lines[$0.lowerBound].band }, rules: full,
      tolerances: tolerances)
    return candidate(of: cells + groupCells(in: slots, around: cells), rowEdges: edges)
  }

  /// The cells of the names of groups of rows; a name beside no free row takes the one in which its middle stands.
  private func groupCells(in slots: StubColumns.GroupSlots, around cells: [Cell]) -> [Cell] {
    let groupCount = groupCount
    let labelled = Set(
      cells.lazy.filter { $0.columns.lowerBound < groupCount }.flatMap { cell in
        cell.rows.flatMap { row in cell.columns.clamped(to: 0..<groupCount).map { row * groupCount + $0 } }
      })
    let placed = slots.rows(of: groups) { row, column in !labelled.contains(row * groupCount + column) }
    let lost = groups.filter { group in !placed.contains { $0.group.words == group.words } }.map { group in
      let row = min(max(Grid.track(at: group.band.middle, in: slots.edges) ?? 0, 0), slots.edges.count - 2)
      return (group: group, rows: row..<row + 1)
    }
    return (lost + placed).map { group, rows in
      Cell(rows: rows, columns: group.column..<group.column + 1, words: group.words)
    }
  }

  /// The x at which the first column begins, in points: at the text or where a level line does.
  private var left: Double { min(reach[0].start, drawn.level.map(\.start).min() ?? .infinity) }

  /// The cells of the label columns as lines and steps enclose them; none where there are no steps.
  private func stubCells(from firstRow: Int, edges: [Double], lines: Range<Int>) -> [Cell] {
    guard stubCount > 0 else { return [] }
    let labels = stubCount
    let grid = Grid(
      columnEdges: [left] + columns.borders[..<labels], rowEdges: Array(edges[firstRow...]), level: drawn.level,
      upright: drawn.upright + stub, tolerances: tolerances)
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
