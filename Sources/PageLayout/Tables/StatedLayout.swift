internal import ConverterCore

/// The cells of one stated table, as far as the page shows it, on their way to a grid.
struct StatedLayout {
  /// A cell with its words.
  private struct Cell {
    var rows: Range<Int>
    var columns: Range<Int>
    var words: [Int]
    var box: Rectangle?
  }

  private var cells: [Cell] = []
  private let table: Int
  /// The rows of the table that the page shows.
  private let shown: Range<Int>
  private let text: PageText

  /// Places the cells of a table; `nil` where the page shows none of it, or the words contradict the order stated.
  ///
  /// - Parameters:
  ///   - table: the table as stated.
  ///   - content: the words of each cell on this page, by its id.
  ///   - text: the text of the page.
  init?(_ table: StatedElement, content: [Int: [Int]], text: PageText) {
    self.table = table.id
    self.text = text
    let stated = table.cells
    // What reaches over rows may show its text far from where it begins; other cells tell which rows the page shows.
    let filled = stated.filter { content[$0.id]?.isEmpty == false }
    let plain = filled.filter { $0.rows.count == 1 }
    let rows = (plain.isEmpty ? filled : plain).map(\.rows)
    guard let first = rows.map(\.lowerBound).min(), let end = rows.map(\.upperBound).max() else { return nil }
    shown = first..<end
    var loose: [Cell] = []
    for cell in stated {
      let words = content[cell.id] ?? []
      let clipped = cell.rows.clamped(to: shown)
      let rows = clipped.isEmpty ? min(max(cell.rows.lowerBound, first), end - 1)..<end : clipped
      guard !clipped.isEmpty || !words.isEmpty else { continue }
      let moved = Cell(
        rows: rows.lowerBound - first..<rows.upperBound - first, columns: cell.columns, words: words,
        box: text.box(of: words))
      if cell.isPlaced { cells.append(moved) } else { loose.append(moved) }
    }
    let looseRows = Set(loose.map(\.rows.lowerBound)).count
    guard 2 * looseRows <= end - first || end - first <= 3, place(loose) else { return nil }
    trimBlankColumns()
  }

  /// Takes off outer columns of which the page shows nothing: where their edges stand, no ink tells.
  private mutating func trimBlankColumns() {
    let filled = cells.filter { !$0.words.isEmpty }
    guard let first = filled.map(\.columns.lowerBound).min(), let end = filled.map(\.columns.upperBound).max() else {
      return
    }
    cells = cells.compactMap { cell in
      var cell = cell
      cell.columns = cell.columns.clamped(to: first..<end)
      return cell.columns.isEmpty ? nil : cell
    }
  }

  /// Puts cells of rows that do not fill all columns into the columns over whose middles their words stand, from left to
  /// right.
  ///
  /// - Returns: whether there is room for all.
  private mutating func place(_ loose: [Cell]) -> Bool {
    guard !loose.isEmpty else { return true }
    let columnCount = cells.map(\.columns.upperBound).max() ?? 0
    var middles = [[Double]](repeating: [], count: columnCount)
    for cell in cells where cell.columns.count == 1 {
      if let box = cell.box { middles[cell.columns.lowerBound].append(box.midX) }
    }
    let centres = middles.compactMap { $0.isEmpty ? nil : $0.sorted()[$0.count / 2] }
    guard centres.count == columnCount, zip(centres, centres.dropFirst()).allSatisfy({ $0 < $1 }) else { return false }
    let taken = cells
    var row = -1
    var next = 0
    for cell in loose {
      guard let box = cell.box else { continue }
      if cell.rows.lowerBound != row { (row, next) = (cell.rows.lowerBound, 0) }
      let nearest = (next..<max(next, columnCount)).filter { column in
        column + cell.columns.count <= columnCount
          && !taken.contains { $0.rows.contains(row) && $0.columns.contains(column) }
      }.min { first, second in
        abs((centres[first] + centres[first + cell.columns.count - 1]) / 2 - box.midX)
          < abs((centres[second] + centres[second + cell.columns.count - 1]) / 2 - box.midX)
      }
      guard let column = nearest else { return false }
      next = column + cell.columns.count
      var placed = cell
      placed.columns = column..<next
      cells.append(placed)
    }
    return true
  }

  /// The grid, its edges in the middle of the white between the words of its tracks; `nil` where the words contradict the
  /// order of rows or columns.
  func candidate() -> TableCandidate? {
    guard let box = text.box(of: cells.flatMap(\.words)), standInOrder else { return nil }
    let rows = Self.cuts(cells.map(\.rows))
    let columns = Self.cuts(cells.map(\.columns))
    guard rows.count > 1, columns.count > 1,
      let rowEdges = Self.edges(
        at: rows, cells.compactMap { cell in cell.box.map { (cell.rows, Interval($0.y0, $0.y1)) } },
        reach: Interval(box.y0, box.y1)),
      let columnEdges = Self.edges(
        at: columns, cells.compactMap { cell in cell.box.map { (cell.columns, Interval($0.x0, $0.x1)) } },
        reach: Interval(box.x0, box.x1))
    else { return nil }
    let (rowCount, columnCount) = (rows.count - 1, columns.count - 1)
    var owner = [Int](repeating: -1, count: rowCount * columnCount)
    for (number, cell) in cells.enumerated() {
      for row in Self.tracks(of: cell.rows, in: rows) {
        for column in Self.tracks(of: cell.columns, in: columns) where owner[row * columnCount + column] < 0 {
          owner[row * columnCount + column] = number
        }
      }
    }
    for position in owner.indices where owner[position] < 0 { owner[position] = cells.count + position }
    let areas = Grid.rectangles(rows: rowCount, columns: columnCount) { owner[$0] }
    var isPlaced = [Bool](repeating: false, count: cells.count)
    let contents = areas.map { area -> [Int] in
      let number = owner[area.rows.lowerBound * columnCount + area.columns.lowerBound]
      guard number < cells.count, !isPlaced[number] else { return [] }
      isPlaced[number] = true
      return cells[number].words
    }
    guard zip(cells, isPlaced).allSatisfy({ $0.words.isEmpty || $1 }) else { return nil }
    let grid = Grid(columnEdges: columnEdges, rowEdges: rowEdges, areas: areas)
    var candidate = TableCandidate(grid: grid, contents: contents, evidence: .stated, level: [], upright: [])
    candidate.stated = StatedTracks(table: table, columns: columns, rows: shown)
    return candidate
  }

  /// Whether the words of cells in one row stand from left to right as these are stated.
  private var standInOrder: Bool {
    let placed = cells.compactMap { cell in
      cell.box.map { (row: cell.rows.lowerBound, column: cell.columns.lowerBound, middle: $0.midX) }
    }
    .sorted { ($0.row, $0.column) < ($1.row, $1.column) }
    return zip(placed, placed.dropFirst()).allSatisfy { $0.row != $1.row || $0.middle < $1.middle }
  }

  /// The numbers at which a cell begins or ends, rising: tracks that nothing on the page parts are one.
  private static func cuts(_ ranges: [Range<Int>]) -> [Int] {
    Set(ranges.flatMap { [$0.lowerBound, $0.upperBound] }).sorted()
  }

  /// The tracks between cuts that a range covers.
  private static func tracks(of range: Range<Int>, in cuts: [Int]) -> Range<Int> {
    cuts.partitioningIndex { $0 >= range.lowerBound }..<cuts.partitioningIndex { $0 >= range.upperBound }
  }

  /// The edges at cuts: between what ends before and what begins after; several that nothing parts stand at equal distances.
  /// `nil` where the ink stands in another order.
  private static func edges(
    at cuts: [Int], _ pieces: [(range: Range<Int>, extent: Interval)], reach: Interval
  ) -> [Double]? {
    // Per inner cut, how far the ink before it reaches, and where the ink after it begins.
    var before = [Double](repeating: reach.start, count: cuts.count)
    var after = [Double](repeating: reach.end, count: cuts.count)
    for piece in pieces {
      let tracks = tracks(of: piece.range, in: cuts)
      before[tracks.upperBound] = max(before[tracks.upperBound], piece.extent.end)
      after[tracks.lowerBound] = min(after[tracks.lowerBound], piece.extent.start)
    }
    for cut in cuts.indices.dropFirst() { before[cut] = max(before[cut], before[cut - 1]) }
    for cut in cuts.indices.dropLast().reversed() { after[cut] = min(after[cut], after[cut + 1]) }
    var edges = [reach.start]
    var cut = 1
    while cut < cuts.count - 1 {
      let end = (cut..<cuts.count - 1).last { before[$0] == before[cut] && after[$0] == after[cut] } ?? cut
      let step = (after[cut] - before[cut]) / Double(end - cut + 2)
      for number in 1...end - cut + 1 {
        let edge = before[cut] + Double(number) * step
        guard edge > edges[edges.count - 1], edge < reach.end else { return nil }
        edges.append(edge)
      }
      cut = end + 1
    }
    return edges + [reach.end]
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
