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

/// A merge that the next row may go on with.
private struct OpenMerge {
  var columns: Range<Int>

  /// The cell of the grid; `nil` where the row that begins the merge is not there: the first row that is begins it.
  var cell: Int?
}

/// The merges that have come down to a row, by their columns in ascending order.
private typealias Reach = [OpenMerge]

extension BodyConversion {
  /// The table of the model; `nil` for one without rows.
  ///
  /// - Throws: ``ReadingError`` where tables have more grid positions than granted.
  mutating func table(_ table: WordTable) throws(ReadingError) -> Table? {
    var rows: [Int] = []
    var cells: [GridCell] = []
    cells.reserveCapacity(table.rows.reduce(0) { $0 + $1.cells.count })
    var width = 0
    var above: Reach = []
    var reaching: Reach = []
    for (index, row) in table.rows.enumerated() {
      guard inlines.isThere(row.revision) else {
        passOver(row, &above)
        continue
      }
      width = max(width, place(row, index, at: rows.count, above: above, &reaching, &cells))
      rows.append(index)
      swap(&above, &reaching)
      reaching.removeAll(keepingCapacity: true)
    }
    guard !rows.isEmpty, width > 0 else { return nil }
    width = cut(&cells, to: table.gridColumns, width: width)
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

  /// Cuts spans that reach out of the grid, where no cell begins: Word makes no columns of them.
  ///
  /// - Returns: the number of columns that are left.
  private func cut(_ cells: inout [GridCell], to grid: Int, width: Int) -> Int {
    guard grid > 0, grid < width, !cells.contains(where: { $0.columns.lowerBound >= grid }) else { return width }
    for index in cells.indices where cells[index].columns.upperBound > grid {
      cells[index].columns = cells[index].columns.lowerBound..<grid
    }
    return grid
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
    var position = 0
    while position < row.cells.count {
      let first = position
      let members = first..<endOfMembers(first, in: row)
      position = members.upperBound
      guard inlines.isThere(row.cells[first].revision) else {
        noteLeftOut(row.cells[first])
        continue
      }
      let start = column
      for member in members {
        if inlines.isThere(row.cells[member].revision) {
          column += row.cells[member].columns
        } else {
          noteLeftOut(row.cells[member])
        }
      }
      let span = start..<column
      let vertical = vertical(row.cells[first])
      if vertical == .proceed {
        while next < above.count, above[next].columns.lowerBound < span.lowerBound { next += 1 }
        if next < above.count, above[next].columns == span, let cell = above[next].cell {
          cells[cell].rows = cells[cell].rows.lowerBound..<(number + 1)
          reaching.append(above[next])
          coveredTextCount += members.count {
            inlines.isThere(row.cells[$0].revision) && row.cells[$0].content.hasContent
          }
          continue
        }
      }
      // A merge goes on from a cell that begins one; where nothing does, the cell stands for itself.
      let beginsMerge =
        vertical == .restart
        || vertical == .proceed && next < above.count && above[next].columns == span
      if beginsMerge { reaching.append(OpenMerge(columns: span, cell: cells.count)) }
      cells.append(GridCell(row: index, members: members, rows: number..<(number + 1), columns: span))
    }
    return column + Int(row.gridAfter)
  }

  /// Behind the last cell that old horizontal merges join to a cell; cells between them that are not there are passed over.
  private func endOfMembers(_ first: Int, in row: WordRow) -> Int {
    guard inlines.isThere(row.cells[first].revision) else { return first + 1 }
    var end = first + 1
    for position in row.cells.indices.dropFirst(end) where inlines.isThere(row.cells[position].revision) {
      guard row.cells[position].horizontal == .proceed else { break }
      end = position + 1
    }
    return end
  }

  /// Takes notice of a row that tracked changes leave out: its text is counted, and merges that begin in it begin further down.
  private mutating func passOver(_ row: WordRow, _ above: inout Reach) {
    var column = Int(row.gridBefore)
    for cell in row.cells {
      noteLeftOut(cell)
      let span = column..<(column + cell.columns)
      column = span.upperBound
      guard vertical(cell) == .restart else { continue }
      above.removeAll { $0.columns.overlaps(span) }
      let place = above.firstIndex { $0.columns.lowerBound > span.lowerBound } ?? above.endIndex
      above.insert(OpenMerge(columns: span, cell: nil), at: place)
    }
  }

  /// Counts the text of a cell that tracked changes leave out.
  private mutating func noteLeftOut(_ cell: WordCell) {
    if cell.content.hasContent { inlines.noteLeftOut() }
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

extension WordCell {
  /// How many columns of the grid it takes.
  fileprivate var columns: Int { Int(max(1, gridSpan)) }
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
