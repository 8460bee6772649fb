internal import ConverterCore

/// Tables that a tagged file states (ISO 32000-2, 14.8.4.8.3), checked against the ink.
///
/// The file names the cells of each row with their spans; where they stand comes from their words. Cells without content, and
/// those that span rows from the page before, are missing from what a page shows. So the columns are taken from rows that
/// are complete, and the cells of other rows are put into the columns over which their words stand. A table whose rows do
/// not fit is no candidate: tags are often wrong.
package enum StatedGrid {
  /// The candidates of a page in document order.
  package static func candidates(
    _ structure: StatedStructure, text: PageText, limit: Int = 64
  ) -> [TableCandidate] {
    var words: [Int32: [Int]] = [:]
    for (index, word) in text.words.enumerated() {
      let glyph = text.glyphs[Int(text.order[word.glyphs.lowerBound])]
      if glyph.markedContent >= 0 { words[glyph.markedContent, default: []].append(index) }
    }
    return tables(in: structure.elements, depth: limit).compactMap { table in
      StatedTable(rows(of: table, depth: limit), words: words, text: text)?.candidate()
    }
  }

  /// The outermost tables among elements and what is in them.
  private static func tables(in elements: [StatedElement], depth: Int) -> [StatedElement] {
    guard depth > 0 else { return [] }
    return elements.flatMap { $0.role == "Table" ? [$0] : tables(in: $0.children, depth: depth - 1) }
  }

  /// The rows of a table, those in row groups included.
  private static func rows(of element: StatedElement, depth: Int) -> [StatedElement] {
    guard depth > 0 else { return [] }
    return element.children.flatMap { child -> [StatedElement] in
      switch child.role {
      case "TR": [child]
      case "THead", "TBody", "TFoot", "Sect", "Div", "NonStruct": rows(of: child, depth: depth - 1)
      default: []
      }
    }
  }
}

/// The rows of one stated table on their way to a grid.
private struct StatedTable {
  struct Cell {
    var rows: Range<Int>
    var columns: Range<Int>
    var words: [Int]
  }

  private var cells: [Cell] = []
  private var rowCount = 0
  private var columnCount = 0
  private let text: PageText

  init?(_ rows: [StatedElement], words: [Int32: [Int]], text: PageText) {
    self.text = text
    rowCount = rows.count
    let stated = rows.map { row in
      row.children.filter { $0.role == "TD" || $0.role == "TH" }.map { cell in
        (
          rowSpan: min(max(1, cell.rowSpan), 1_000), columnSpan: min(max(1, cell.columnSpan), 1_000),
          words: Self.content(of: cell, depth: 32).flatMap { words[$0] ?? [] }
        )
      }
    }
    columnCount = stated.map { $0.reduce(0) { $0 + $1.columnSpan } }.max() ?? 0
    guard rowCount > 1, columnCount > 1, columnCount < 1_000 else { return nil }
    // First the rows that fill all columns, to learn where the columns are; then the others by place.
    var free = [Int](repeating: 0, count: columnCount)
    var middles = [[Double]](repeating: [], count: columnCount)
    var loose: [(row: Int, free: [Int])] = []
    for (row, rowCells) in stated.enumerated() {
      let open = (0..<columnCount).filter { free[$0] <= row }
      guard rowCells.reduce(0, { $0 + $1.columnSpan }) == open.count else {
        loose.append((row, free))
        continue
      }
      var next = 0
      for cell in rowCells {
        let columns = open[next]..<open[next + cell.columnSpan - 1] + 1
        guard columns.count == cell.columnSpan else { return nil }
        next += cell.columnSpan
        place(cell.words, rows: row..<min(rowCount, row + cell.rowSpan), columns: columns, free: &free)
        if cell.columnSpan == 1, let box = text.box(of: cell.words) { middles[columns.lowerBound].append(box.midX) }
      }
    }
    let centres = middles.map { $0.isEmpty ? nil : $0.sorted()[$0.count / 2] }
    guard 2 * loose.count <= rowCount || rowCount <= 3, centres.allSatisfy({ $0 != nil }) else { return nil }
    let known = centres.compactMap(\.self)
    guard zip(known, known.dropFirst()).allSatisfy({ $0 < $1 }) else { return nil }
    for (row, taken) in loose {
      var next = 0
      for cell in stated[row] {
        guard let box = text.box(of: cell.words) else { continue }
        let fitting = (next..<columnCount).filter { $0 + cell.columnSpan <= columnCount && taken[$0] <= row }
        let nearest = fitting.min { first, second in
          abs((known[first] + known[first + cell.columnSpan - 1]) / 2 - box.midX)
            < abs((known[second] + known[second + cell.columnSpan - 1]) / 2 - box.midX)
        }
        guard let column = nearest else { return nil }
        next = column + cell.columnSpan
        place(cell.words, rows: row..<min(rowCount, row + cell.rowSpan), columns: column..<next, free: &free)
      }
    }
  }

  private mutating func place(_ words: [Int], rows: Range<Int>, columns: Range<Int>, free: inout [Int]) {
    cells.append(Cell(rows: rows, columns: columns, words: words))
    for column in columns { free[column] = max(free[column], rows.upperBound) }
  }

  /// The marked content of an element and all in it.
  private static func content(of element: StatedElement, depth: Int) -> [Int32] {
    guard depth > 0 else { return [] }
    return element.markedContent + element.children.flatMap { content(of: $0, depth: depth - 1) }
  }

  /// The grid, its edges in the middle of the white between the words of its tracks; `nil` where the words contradict the
  /// order of rows.
  func candidate() -> TableCandidate? {
    guard let box = text.box(of: cells.flatMap(\.words)) else { return nil }
    var tops = [Double](repeating: .infinity, count: rowCount)
    var bottoms = [Double](repeating: -.infinity, count: rowCount)
    var lefts = [Double](repeating: .infinity, count: columnCount)
    var rights = [Double](repeating: -.infinity, count: columnCount)
    for cell in cells {
      guard let place = text.box(of: cell.words) else { continue }
      if cell.rows.count == 1 {
        tops[cell.rows.lowerBound] = min(tops[cell.rows.lowerBound], place.y0)
        bottoms[cell.rows.lowerBound] = max(bottoms[cell.rows.lowerBound], place.y1)
      }
      if cell.columns.count == 1 {
        lefts[cell.columns.lowerBound] = min(lefts[cell.columns.lowerBound], place.x0)
        rights[cell.columns.lowerBound] = max(rights[cell.columns.lowerBound], place.x1)
      }
    }
    guard let rowEdges = Self.edges(tops, bottoms, from: box.y0, to: box.y1),
      let columnEdges = Self.edges(lefts, rights, from: box.x0, to: box.x1)
    else { return nil }
    var owner = [Int](repeating: -1, count: rowCount * columnCount)
    for (number, cell) in cells.enumerated() {
      for row in cell.rows {
        for column in cell.columns where owner[row * columnCount + column] < 0 {
          owner[row * columnCount + column] = number
        }
      }
    }
    for position in owner.indices where owner[position] < 0 { owner[position] = cells.count + position }
    let areas = Grid.rectangles(rows: rowCount, columns: columnCount) { owner[$0] }
    let contents = areas.map { area -> [Int] in
      let number = owner[area.rows.lowerBound * columnCount + area.columns.lowerBound]
      let isFirst =
        number < cells.count && cells[number].rows.lowerBound == area.rows.lowerBound
        && cells[number].columns.lowerBound == area.columns.lowerBound
      return isFirst ? cells[number].words : []
    }
    let grid = Grid(columnEdges: columnEdges, rowEdges: rowEdges, areas: areas)
    return TableCandidate(grid: grid, contents: contents, evidence: .stated, level: [], upright: [])
  }

  /// The edges between tracks; `nil` where tracks stand in the wrong order.
  private static func edges(_ starts: [Double], _ ends: [Double], from low: Double, to high: Double) -> [Double]? {
    var edges = [low]
    for track in starts.indices.dropFirst() {
      let before = ends[..<track].filter(\.isFinite).max() ?? low
      let after = starts[track...].filter(\.isFinite).min() ?? high
      let edge = (before + after) / 2
      guard edge > edges[edges.count - 1], edge < high else { return nil }
      edges.append(edge)
    }
    return edges + [high]
  }
}

extension PageText {
  /// The union of the words' boxes across and their bands down, `nil` for no words.
  func box(of indices: [Int]) -> Rectangle? {
    indices.reduce(nil) { box, index in
      var next = words[index].box
      if words[index].direction == .right {
        (next.y0, next.y1) = (words[index].band.start, words[index].band.end)
      }
      return box?.union(next) ?? next
    }
  }
}
