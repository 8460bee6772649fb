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
  ///   - level: the level lines drawn in the region.
  ///   - upright: the upright lines drawn in the region.
  ///   - shading: the level edges of coloured areas in the region.
  ///   - steps: the upright edges that the starts of level lines show.
  ///   - shadedSteps: those that the starts of coloured areas show.
  package static func candidate(
    _ lines: [TextLine], level: [Ruling], upright: [Ruling], shading: [Ruling] = [], steps: [Ruling] = [],
    shadedSteps: [Ruling] = [], text: PageText, tolerances: Tolerances = .standard
  ) -> TableCandidate? {
    if !steps.isEmpty,
      let stepped = stepped(
        lines, level: level + shading, upright: upright, steps: steps, text: text, tolerances: tolerances)
    {
      return stepped
    }
    let walls = (upright + shadedSteps).sorted { ($0.position, $0.start) < ($1.position, $1.start) }
    guard let columns = AlignedColumns.found(in: lines, drawn: walls, text: text, tolerances: tolerances),
      columns.count > 1, columns.count * lines.count <= tolerances.mostPositions
    else { return nil }
    let stub = StubColumns(columns, walls: walls, text: text, tolerances: tolerances)
    guard !stub.gutters.isEmpty else {
      return AlignedTable(
        columns, level: level, upright: upright, shading: shading, text: text, tolerances: tolerances
      ).candidate()
    }
    let strips = stub.gutters + columns.borders.dropFirst(stub.wallCount).map { Interval($0, $0) }
    let groups = stub.groups(
      in: AlignedColumns(lines, gutters: strips, drawn: walls, text: text, tolerances: tolerances))
    let named = Set(groups.flatMap(\.words))
    let rest = text.textLines(of: lines.flatMap(\.words).filter { !named.contains($0) }, tolerances: tolerances)
    guard rest.count > 1 else { return nil }
    let parted = AlignedColumns(rest, gutters: strips, drawn: walls, text: text, tolerances: tolerances)
    return AlignedTable(
      stub.stretched(parted), groups: groups, level: level, upright: upright, shading: shading, text: text,
      tolerances: tolerances
    ).candidate()
  }
}

extension AlignedGrid {
  /// The candidate of a region in which lines part all rows and their starts part columns of labels; `nil` elsewhere.
  private static func stepped(
    _ lines: [TextLine], level: [Ruling], upright: [Ruling], steps: [Ruling], text: PageText, tolerances: Tolerances
  ) -> TableCandidate? {
    let walls = (upright + steps).sorted { ($0.position, $0.start) < ($1.position, $1.start) }
    let left = (level.map(\.start).min() ?? .infinity) + tolerances.stackEdge
    guard
      let columns = AlignedColumns.found(in: lines, drawn: walls, from: left, text: text, tolerances: tolerances),
      columns.labelCount > 1, columns.count * lines.count <= tolerances.mostPositions
    else { return nil }
    return AlignedTable(
      columns, stub: steps, level: level, upright: upright, shading: [], text: text, tolerances: tolerances
    ).candidate()
  }
}

/// The rows and columns of one region on their way to a grid.
private struct AlignedTable {
  let columns: AlignedColumns
  let level: [Ruling]
  let upright: [Ruling]
  let shading: [Ruling]
  let text: PageText
  let tolerances: Tolerances
  let reach: [Interval]
  let groups: [StubColumns.Group]
  /// Upright edges between columns of labels, whose cells level lines part; empty where text has to tell.
  let stub: [Ruling]

  init(
    _ columns: AlignedColumns, groups: [StubColumns.Group] = [], stub: [Ruling] = [], level: [Ruling],
    upright: [Ruling],
    shading: [Ruling], text: PageText, tolerances: Tolerances
  ) {
    self.columns = columns
    self.groups = groups
    self.stub = stub
    self.level = level
    self.upright = upright
    self.shading = shading
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
    var rows: Range<Int>
    var columns: Range<Int>
    var words: [Int]
  }

  func candidate() -> TableCandidate? {
    let width = (reach.last?.end ?? 0) - (reach.first?.start ?? 0)
    let full = (level + shading).filter { $0.end - $0.start >= tolerances.fullRule * width }.map(\.position).sorted()
    let grouping = AlignedRows(columns, rules: full, text: text, tolerances: tolerances)
    guard stub.isEmpty || grouping.isBanded else { return nil }
    let headerLines = headerLineCount(grouping)
    let storeys = HeaderStoreys(
      columns.lines[..<headerLines], reach: reach, labelColumns: labelColumns(below: headerLines),
      rowPitch: grouping.pitch, rules: level + upright, text: text, tolerances: tolerances)
    let rows = grouping.rows(of: headerLines..<columns.lines.count)
    guard storeys.count + rows.count >= 2 else { return nil }
    var cells = storeys.headings.map { Cell(rows: $0.storeys, columns: $0.columns, words: $0.words) }
    let edges = rowEdges(storeys: storeys, headerLines: headerLines, rows: rows, rules: full)
    let labels = stubCells(from: storeys.count, edges: edges, lines: headerLines..<columns.lines.count)
    let pieces = rows.map { row in
      merged(columns.lines[row].flatMap(\.pieces).filter { stub.isEmpty || $0.columns.upperBound > columns.labelCount })
    }
    let body = BodySpans(reach: reach, upright: upright, text: text, tolerances: tolerances).stretched(pieces)
    for (number, row) in body.enumerated() {
      let at = storeys.count + number
      cells += row.map { Cell(rows: at..<at + 1, columns: $0.columns, words: $0.words) }
    }
    cells += labels
    let placed = StubColumns.rows(of: groups, edges: edges, from: storeys.count) { row, column in
      !cells.contains { $0.rows.contains(row) && $0.columns.contains(column) }
    }
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
    guard !stub.isEmpty else { return [] }
    let labels = columns.labelCount
    let left = min(reach[0].start, level.map(\.start).min() ?? .infinity)
    let grid = Grid(
      columnEdges: [left] + columns.borders[..<labels], rowEdges: Array(edges[firstRow...]), level: level,
      upright: upright + stub, tolerances: tolerances)
    var cells = grid.areas.map { area in
      Cell(rows: area.rows.lowerBound + firstRow..<area.rows.upperBound + firstRow, columns: area.columns, words: [])
    }
    let areas = grid.areaIndices
    for piece in columns.lines[lines].flatMap(\.pieces) where piece.columns.upperBound <= labels {
      for word in piece.words {
        let place = text.words[word]
        let row = Grid.track(at: place.band.middle, in: grid.rowEdges) ?? grid.rowCount - 1
        let column = Grid.track(at: place.box.midX, in: grid.columnEdges) ?? 0
        cells[Int(areas[row * labels + column])].words.append(word)
      }
    }
    return cells
  }

  /// How many columns at the left hold row labels: one, unless the first holds figures as the others do, or steps show more.
  private func labelColumns(below headerLines: Int) -> Int {
    if !stub.isEmpty { return columns.labelCount }
    let first = columns.lines[headerLines...].flatMap(\.pieces).filter { $0.columns == 0..<1 }
    let values = first.count(where: \.isValue)
    return 2 * values >= first.count && values > 0 ? 0 : 1
  }

  /// How many lines stand above the body: those above the first line with figures that are not years alone.
  private func headerLineCount(_ grouping: AlignedRows) -> Int {
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
    // Lines with nothing but a row label, right above the body, are headings of row groups.
    var count = first
    while count > 1, lines[count - 1].pieces.allSatisfy({ $0.columns == 0..<1 }),
      lines[..<(count - 1)].contains(where: { $0.pieces.contains { $0.columns.upperBound > 1 } }),
      grouping.isRuled(between: count - 2, and: count - 1)
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

  /// The y of the edges between rows: drawn lines where there are, else the middle of the white between.
  private func rowEdges(
    storeys: HeaderStoreys, headerLines: Int, rows: [Range<Int>], rules: [Double]
  ) -> [Double] {
    let lines = columns.lines
    let size = lines[0].size
    var edges = [
      rules.last {
        $0 <= lines[0].band.start + tolerances.edgeOverlap * size
          && $0 > lines[0].band.start - tolerances.edgeReach * size
      }
        ?? lines[0].band.start - tolerances.edgeMargin * size
    ]
    if storeys.count > 0 { edges += storeys.edges }
    var starts = rows.map(\.lowerBound)
    if storeys.count == 0 { starts.removeFirst() }
    for start in starts where start > 0 {
      let above = lines[start - 1].band
      let below = lines[start].band
      let drawn = rules.first { $0 > above.middle && $0 < below.middle }
      edges.append(drawn ?? (above.end + below.start) / 2)
    }
    let last = lines[lines.count - 1].band
    edges.append(
      rules.first { $0 >= last.end - tolerances.edgeOverlap * size && $0 < last.end + tolerances.edgeReach * size }
        ?? last.end + tolerances.edgeMargin * size)
    for index in edges.indices.dropFirst() { edges[index] = max(edges[index], edges[index - 1] + 0.1) }
    return edges
  }

  /// The edges between columns, moved to where the text of cells tells them between the ends of level lines.
  private func columnEdges(from left: Double, to right: Double, around cells: [Cell]) -> [Double] {
    let edges = [left] + columns.borders + [right]
    let full = level.filter { $0.end - $0.start >= tolerances.fullRule * (right - left) }
    guard full.contains(where: { $0.start <= left + tolerances.closingDrift }),
      full.contains(where: { $0.end >= right - tolerances.closingDrift })
    else { return edges }
    let entries = cells.flatMap { cell -> [ColumnPlacement.Entry] in
      guard let box = text.box(of: cell.words) else { return [] }
      let extent = Interval(box.x0, box.x1)
      return cell.rows.map { ColumnPlacement.Entry(row: $0, columns: cell.columns, extent: extent) }
    }
    return ColumnPlacement(left: left, right: right, tolerances: tolerances).edges(edges, entries: entries)
  }

  /// The grid of imagined lines around cells; positions without a cell are blank cells of their own.
  private func candidate(
    of cells: [Cell], rowEdges: [Double]
  ) -> TableCandidate? {
    let left = min(reach[0].start, level.map(\.start).min() ?? .infinity)
    let right = max(reach[reach.count - 1].end, level.map(\.end).max() ?? -.infinity)
    let columnEdges = columnEdges(from: left, to: right, around: cells)
    let rowCount = rowEdges.count - 1
    var owner = [Int](repeating: -1, count: rowCount * columns.count)
    var placed: [Int: [Int]] = [:]
    for (number, cell) in cells.enumerated() {
      let free = cell.rows.allSatisfy { row in
        row < rowCount && cell.columns.allSatisfy { owner[row * columns.count + $0] < 0 }
      }
      guard free else {
        // What overlaps goes to the cell that stands where it begins, or keeps that position alone.
        let position = min(cell.rows.lowerBound, rowCount - 1) * columns.count + cell.columns.lowerBound
        if owner[position] < 0 { owner[position] = number }
        placed[owner[position], default: []] += cell.words
        continue
      }
      for row in cell.rows { for column in cell.columns { owner[row * columns.count + column] = number } }
      placed[number, default: []] += cell.words
    }
    for position in owner.indices where owner[position] < 0 { owner[position] = cells.count + position }
    let areas = Grid.rectangles(rows: rowCount, columns: columns.count) { owner[$0] }
    let drawn = Grid(columnEdges: columnEdges, rowEdges: rowEdges, areas: areas)
    let contents = areas.map { placed[owner[$0.rows.lowerBound * columns.count + $0.columns.lowerBound]] ?? [] }
    return TableCandidate(
      grid: drawn, contents: contents, evidence: .aligned, level: level, upright: upright)
  }
}
