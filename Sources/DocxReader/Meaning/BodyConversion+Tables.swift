internal import ConverterCore

/// A cell of the grid while rows are read.
private struct GridCell {
  /// Which row of the file it stands in, and which cells of that row it is made of: several where old horizontal merges
  /// join them.
  var row: Int
  var members: Range<Int>

  var rows: Range<Int>
  var columns: Range<Int>
}

/// Where the cells of the row above reach, by their first columns in ascending order: what a merge goes on from.
private typealias Reach = [(column: Int, cell: Int)]

extension BodyConversion {
  /// The table of the model; `nil` for one without rows.
  ///
  /// - Throws: ``ReadingError`` where tables have more grid positions than granted.
  mutating func table(_ table: WordTable) throws(ReadingError) -> Table? {
    let rows = table.rows.indices.filter { inlines.isThere(table.rows[$0].revision) }
    guard !rows.isEmpty else { return nil }
    var cells: [GridCell] = []
    cells.reserveCapacity(rows.reduce(0) { $0 + table.rows[$1].cells.count })
    var width = 0
    var above: Reach = []
    var reaching: Reach = []
    for (number, row) in rows.enumerated() {
      width = max(width, place(table.rows[row], row, at: number, above: above, &reaching, &cells))
      swap(&above, &reaching)
      reaching.removeAll(keepingCapacity: true)
    }
    guard width > 0 else { return nil }
    let columns = ColumnNumbers(cells.lazy.map(\.columns), width: width)
    cellCount += rows.count * columns.count
    guard cellCount <= limits.cells else {
      throw ReadingError(.limit(name: "cells", asked: cellCount, granted: limits.cells))
    }
    var converted: [Cell] = []
    converted.reserveCapacity(cells.count)
    for cell in cells { converted.append(try self.cell(cell, columns, in: table)) }
    let result = try? Table(
      rowCount: rows.count, columnCount: columns.count, cells: consume converted, caption: table.caption,
      origin: Origin(.element(ElementPath(table.path)), .stated))
    let stated = rows.prefix { table.rows[$0].isHeader }.count
    return result?.settingHeaders(statedRows: stated)
  }

  /// Places the cells of a row in the grid.
  ///
  /// - Parameters:
  ///   - index: which row of the file it is.
  ///   - number: which row of the grid it is.
  /// - Returns: the number of columns that the row takes.
  private mutating func place(
    _ row: WordRow, _ index: Int, at number: Int, above: Reach, _ reaching: inout Reach, _ cells: inout [GridCell]
  ) -> Int {
    var column = Int(row.gridBefore)
    var next = 0
    for position in row.cells.indices where inlines.isThere(row.cells[position].revision) {
      let span = column..<(column + Int(max(1, row.cells[position].gridSpan)))
      column = span.upperBound
      if row.cells[position].horizontal == .proceed, let last = cells.indices.last,
        cells[last].rows.lowerBound == number, cells[last].columns.upperBound == span.lowerBound
      {
        cells[last].columns = cells[last].columns.lowerBound..<span.upperBound
        cells[last].members = cells[last].members.lowerBound..<(position + 1)
        continue
      }
      if vertical(row.cells[position]) == .proceed {
        while next < above.count, above[next].column < span.lowerBound { next += 1 }
        if next < above.count, above[next].column == span.lowerBound, cells[above[next].cell].columns == span {
          cells[above[next].cell].rows = cells[above[next].cell].rows.lowerBound..<(number + 1)
          reaching.append(above[next])
          if row.cells[position].content.hasText { coveredTextCount += 1 }
          continue
        }
      }
      reaching.append((span.lowerBound, cells.count))
      cells.append(
        GridCell(row: index, members: position..<(position + 1), rows: number..<(number + 1), columns: span))
    }
    return column + Int(row.gridAfter)
  }

  /// How a cell goes together with the one above it, tracked merges taken or left.
  private func vertical(_ cell: WordCell) -> WordCell.Merge {
    guard let change = cell.mergeChange else { return cell.vertical }
    return options.changes == .reject ? change.before : change.after
  }

  private mutating func cell(
    _ cell: GridCell, _ columns: ColumnNumbers, in table: WordTable
  ) throws(ReadingError) -> Cell {
    let place = ElementPath(
      table.path, row: Int32(clamping: cell.row + 1), cell: Int32(clamping: cell.members.lowerBound + 1))
    let content = try self.content(of: table.rows[cell.row].cells[cell.members], at: place)
    return Cell(
      rows: cell.rows, columns: columns.range(cell.columns), label: content.label, text: content.text,
      blocks: content.blocks, origin: Origin(.element(place), .stated))
  }

  private mutating func content(
    of cells: ArraySlice<WordCell>, at place: ElementPath
  ) throws(ReadingError) -> CellContent {
    if cells.count == 1, let cell = cells.first, case .line(let text, let format) = cell.content,
      let line = line(text, format)
    {
      return line
    }
    let there = cells.filter { inlines.isThere($0.revision) }
    return CellContent(try blocks(of: there.flatMap(\.content.blocks), at: place))
  }
}

extension WordCellContent {
  /// Whether any text stands in the cell.
  fileprivate var hasText: Bool {
    if case .line(let text, _) = self { return text.hasInk }
    return blocks.contains { block in
      guard case .paragraph(let paragraph) = block else { return true }
      return paragraph.inlines.contains { inline in
        if case .text(let text, _) = inline { text.hasInk } else { false }
      }
    }
  }
}

/// Numbers the columns of a table.
///
/// Columns are numbered as the file counts them. Where it counts more than any program makes, only those are kept at which a cell
/// begins or ends: a span of a million columns then is a few.
private struct ColumnNumbers {
  /// Word makes up to 63 columns; other programs make more.
  private static let mostColumns = 4096

  private let numbers: [Int: Int]?
  let count: Int

  init(_ spans: some Sequence<Range<Int>>, width: Int) {
    guard width > Self.mostColumns else {
      numbers = nil
      count = width
      return
    }
    let edges = Set(spans.flatMap { [$0.lowerBound, $0.upperBound] } + [0]).sorted()
    numbers = Dictionary(uniqueKeysWithValues: zip(edges, 0...))
    count = max(1, edges.count - 1)
  }

  func range(_ columns: Range<Int>) -> Range<Int> {
    guard let numbers, let first = numbers[columns.lowerBound], let end = numbers[columns.upperBound] else {
      return columns
    }
    return first..<end
  }
}
