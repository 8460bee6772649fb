/// A table that is being put together from the paragraphs of its cells.
///
/// The contents of all cells stand one after the other, and cells and rows are ranges of them: most cells hold one paragraph, and
/// a list of its own for each would cost more than the paragraph.
struct FlowTable {
  /// A table inside a cell.
  struct Nested {
    /// How many paragraphs of the outer table stand before it.
    let position: Int
    let table: Table
  }

  /// The contents of a cell: where they begin and end.
  private struct Extent {
    let paragraphs: Range<Int>
    let tables: Range<Int>
  }

  private struct Row {
    /// Indices of its cells.
    var cells: Range<Int>
    var mark: FlowRow
  }

  let path: String
  private var paragraphs: [FlowParagraph] = []
  private var tables: [Nested] = []
  private var cells: [Extent] = []
  private var rows: [Row] = []

  init(path: String) {
    self.path = path
  }

  /// The path of a table that begins in the cell being filled.
  var nextNestedPath: String {
    let cell = cells.count - (rows.last?.cells.upperBound ?? 0)
    return "\(path)/tr[\(rows.count + 1)]/tc[\(cell + 1)]/tbl[\(openCell.tables.count + 1)]"
  }

  mutating func add(_ table: Table) {
    tables.append(Nested(position: paragraphs.count, table: table))
  }

  mutating func add(_ paragraph: consuming FlowParagraph) {
    switch paragraph.end {
    case .paragraph: paragraphs.append(paragraph)
    case .cell:
      paragraphs.append(paragraph)
      endCell()
    case .row(let mark):
      if !paragraph.isBlank || !paragraph.followers.isEmpty {
        if paragraph.isBlank, !hasOpenCell, cells.count > rows.last?.cells.upperBound ?? 0,
          let last = paragraphs.indices.last
        {
          // What is tied to the row's end goes with its last cell.
          paragraphs[last].followers += paragraph.followers
        } else {
          // Text before a row's end without a cell's end: kept as one more cell.
          paragraphs.append(paragraph)
        }
      }
      if hasOpenCell { endCell() }
      endRow(mark)
    }
  }

  /// What was added since the last cell ended.
  private var openCell: Extent {
    Extent(
      paragraphs: (cells.last?.paragraphs.upperBound ?? 0)..<paragraphs.count,
      tables: (cells.last?.tables.upperBound ?? 0)..<tables.count)
  }

  private var hasOpenCell: Bool { !openCell.paragraphs.isEmpty || !openCell.tables.isEmpty }

  private mutating func endCell() {
    cells.append(openCell)
  }

  private mutating func endRow(_ mark: FlowRow) {
    let row = (rows.last?.cells.upperBound ?? 0)..<cells.count
    // LibreOffice writes the deletion of a row into the row before it: text that is there stays.
    if mark.isDeleted, !row.contains(where: { cell($0).showsText }) {
      paragraphs.removeSubrange((cells[..<row.lowerBound].last?.paragraphs.upperBound ?? 0)...)
      cells.removeSubrange(row)
    } else {
      rows.append(Row(cells: row, mark: mark))
    }
  }

  private func cell(_ index: Int) -> FlowCell {
    FlowCell(paragraphs: paragraphs[cells[index].paragraphs], tables: tables[cells[index].tables])
  }
}

extension FlowTable {
  /// A table with what was found in its cells on the way.
  struct Finished {
    let table: Table

    /// How many cells that another one covers had text, which is not shown.
    let coveredTextCount: Int

    /// How many cells with text stood beyond the last edge of their row; it goes on in the row's last cell.
    let surplusTextCount: Int
  }

  /// The finished table; `nil` where there is no row or no cell.
  ///
  /// - Throws: ``ReadingError`` with `limit` where the grid has more positions than are left.
  consuming func finished(within limit: Int) throws(ReadingError) -> Finished? {
    let surplusTextCount = finishRows()
    let grid = EdgeGrid(rows.map(\.mark.edges))
    guard grid.columnCount > 0 else { return nil }
    let (positions, overflow) = grid.rowCount.multipliedReportingOverflow(by: grid.columnCount)
    guard !overflow, positions <= limit else {
      throw ReadingError(.limit(name: "cells", asked: positions, granted: limit))
    }
    let cells = grid.placements.map { placement in
      let row = placement.rows.lowerBound
      let place = ElementPath(path, row: Int32(row + 1), cell: Int32(placement.cell + 1))
      let origin = Origin(.element(place), .stated)
      guard placement.cell < rows[row].cells.count else {
        return Cell(rows: placement.rows, columns: placement.columns, text: "", origin: origin)
      }
      return cell(rows[row].cells.lowerBound + placement.cell).cell(
        rows: placement.rows, columns: placement.columns, origin: origin)
    }
    let covered = grid.covered.count { covered in
      let contents = rows[covered.row].cells
      return covered.cell < contents.count && cell(contents.lowerBound + covered.cell).hasText
    }
    let headers = rows.prefix(while: \.mark.isHeader).count
    do throws(TableError) {
      let table = try Table(
        rowCount: grid.rowCount, columnCount: grid.columnCount, cells: cells,
        origin: Origin(.element(ElementPath(path)), .stated))
      return Finished(
        table: table.settingHeaders(statedRows: headers), coveredTextCount: covered,
        surplusTextCount: surplusTextCount)
    } catch {
      preconditionFailure("the grid overlaps itself: \(error)")
    }
  }

  /// Gives each row as many edges as it has cells; a row that was not ended becomes one.
  ///
  /// - Returns: how many cells with text stood beyond the last edge of their row.
  private mutating func finishRows() -> Int {
    var surplusTextCount = 0
    if hasOpenCell { endCell() }
    if cells.count > rows.last?.cells.upperBound ?? 0 { endRow(FlowRow(edges: EdgeGrid.Row(left: 0, cells: []))) }
    for index in rows.indices {
      var edges = rows[index].mark.edges
      if !edges.cells.isEmpty { surplusTextCount += joinSurplusCells(of: index) }
      let count = rows[index].cells.count
      // A row without edges of its own takes as many as it needs of the row above.
      if edges.cells.isEmpty, index > 0 {
        let above = rows[index - 1].mark.edges
        edges = EdgeGrid.Row(left: above.left, cells: Array(above.cells.prefix(count)))
      }
      // Where no row states edges, cells are one inch wide.
      while edges.cells.count < count {
        edges.cells.append(EdgeGrid.Cell(right: (edges.cells.last?.right ?? edges.left) + 1440))
      }
      rows[index].mark.edges = edges
    }
    return surplusTextCount
  }

  /// Puts what stands beyond the last edge of a row into the row's last cell: columns that no row states would be phantoms. Where
  /// another cell covers the last one, nothing would show there, and the cells get columns of their own.
  ///
  /// - Returns: how many of the cells beyond had text that was put elsewhere.
  private mutating func joinSurplusCells(of row: Int) -> Int {
    let stated = rows[row].mark.edges.cells
    let all = rows[row].cells
    guard all.count > stated.count, let edge = stated.last else { return 0 }
    let surplus = (all.lowerBound + stated.count)..<all.upperBound
    let count = surplus.count { cell($0).hasText }
    if count > 0 {
      guard edge.horizontal != .continuation, edge.vertical != .continuation else { return 0 }
      let last = surplus.lowerBound - 1
      cells[last] = Extent(
        paragraphs: cells[last].paragraphs.lowerBound..<cells[all.upperBound - 1].paragraphs.upperBound,
        tables: cells[last].tables.lowerBound..<cells[all.upperBound - 1].tables.upperBound)
    }
    rows[row].cells = all.lowerBound..<surplus.lowerBound
    return count
  }
}
