internal import ConverterCore

extension BodyConversion {
  /// A cell of the grid while rows are read.
  private struct GridCell {
    var cell: WordCell
    var rows: Range<Int>
    var columns: Range<Int>
    /// Where it stands: its row and its number in the row, from 1.
    var place: (row: Int, cell: Int)
  }

  /// The table of the model; `nil` for one without rows.
  ///
  /// - Throws: ``ReadingError`` where tables have more grid positions than granted.
  mutating func table(_ table: WordTable) throws(ReadingError) -> Table? {
    let rows = table.rows.enumerated().filter { inlines.isThere($0.element.revision) }
    guard !rows.isEmpty else { return nil }
    var cells: [GridCell] = []
    var width = 0
    // Per column, the cell that reaches down to the row before: what a merge goes on from.
    var above: [Int: Int] = [:]
    for (number, row) in rows.enumerated() {
      let placed = place(row.element, number: row.offset + 1, in: number, above: &above, &cells)
      width = max(width, placed)
    }
    guard width > 0 else { return nil }
    let columns = ColumnNumbers(cells.map(\.columns), width: width)
    cellCount += rows.count * columns.count
    guard cellCount <= limits.cells else {
      throw ReadingError(.limit(name: "cells", asked: cellCount, granted: limits.cells))
    }
    var converted: [Cell] = []
    converted.reserveCapacity(cells.count)
    for cell in cells { converted.append(try self.cell(cell, columns, path: table.path)) }
    let result = try? Table(
      rowCount: rows.count, columnCount: columns.count, cells: converted, caption: table.caption,
      origin: Origin(.element(ElementPath(table.path)), .stated))
    let stated = rows.prefix { $0.element.isHeader }.count
    return result?.settingStatedHeaders(rows: stated)
  }

  /// Places the cells of a row in the grid.
  ///
  /// - Returns: the number of columns that the row takes.
  private mutating func place(
    _ row: WordRow, number: Int, in index: Int, above: inout [Int: Int], _ cells: inout [GridCell]
  ) -> Int {
    var column = Int(row.gridBefore)
    var reaching: [Int: Int] = [:]
    for (position, cell) in row.cells.enumerated() where inlines.isThere(cell.revision) {
      let span = column..<(column + Int(max(1, cell.gridSpan)))
      column = span.upperBound
      if cell.horizontal == .proceed, let last = cells.indices.last, cells[last].rows.lowerBound == index,
        cells[last].columns.upperBound == span.lowerBound
      {
        cells[last].columns = cells[last].columns.lowerBound..<span.upperBound
        cells[last].cell.blocks += cell.blocks
        reaching[cells[last].columns.lowerBound] = last
        continue
      }
      if vertical(cell) == .proceed, let upper = above[span.lowerBound], cells[upper].columns == span {
        cells[upper].rows = cells[upper].rows.lowerBound..<(index + 1)
        reaching[span.lowerBound] = upper
        if cell.hasText { coveredTextCount += 1 }
        continue
      }
      cells.append(GridCell(cell: cell, rows: index..<(index + 1), columns: span, place: (number, position + 1)))
      reaching[span.lowerBound] = cells.count - 1
    }
    above = reaching
    return column + Int(row.gridAfter)
  }

  /// How a cell goes together with the one above it, tracked merges taken or left.
  private func vertical(_ cell: WordCell) -> WordCell.Merge {
    guard let change = cell.mergeChange else { return cell.vertical }
    return options.changes == .reject ? change.before : change.after
  }

  private mutating func cell(
    _ cell: GridCell, _ columns: ColumnNumbers, path: String
  ) throws(ReadingError) -> Cell {
    let place = ElementPath(path, row: Int32(clamping: cell.place.row), cell: Int32(clamping: cell.place.cell))
    let blocks = try self.blocks(of: cell.cell.blocks, at: place)
    let content = CellContent(blocks)
    return Cell(
      rows: cell.rows, columns: columns.range(cell.columns), label: content.label, text: content.text,
      blocks: content.blocks, origin: Origin(.element(place), .stated))
  }
}

extension WordCell {
  /// Whether any text stands in the cell.
  fileprivate var hasText: Bool {
    blocks.contains { block in
      guard case .paragraph(let paragraph) = block else { return true }
      return paragraph.inlines.contains { inline in
        if case .text(let text, _) = inline { text.contains { !$0.isWhitespace } } else { false }
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

  init(_ spans: [Range<Int>], width: Int) {
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
