/// A table that is being put together from the paragraphs of its cells.
struct FlowTable {
  private struct Row {
    var contents: [FlowCell]
    var mark: FlowRow
  }

  let path: String
  private var rows: [Row] = []
  private var contents: [FlowCell] = []
  private var content = FlowCell()

  init(path: String) {
    self.path = path
  }

  /// The path of a table that begins in the cell being filled.
  var nextNestedPath: String {
    "\(path)/tr[\(rows.count + 1)]/tc[\(contents.count + 1)]/tbl[\(content.tables.count + 1)]"
  }

  mutating func add(_ table: Table) {
    content.tables.append((content.paragraphs.count, table))
  }

  mutating func add(_ paragraph: FlowParagraph) {
    switch paragraph.end {
    case .paragraph: content.paragraphs.append(paragraph)
    case .cell:
      content.paragraphs.append(paragraph)
      endCell()
    case .row(let mark):
      // Text before a row's end without a cell's end: kept as one more cell.
      if !paragraph.isBlank { content.paragraphs.append(paragraph) }
      if !content.isEmpty { endCell() }
      endRow(mark)
    }
  }

  private mutating func endCell() {
    contents.append(content)
    content = FlowCell()
  }

  private mutating func endRow(_ mark: FlowRow) {
    // LibreOffice writes the deletion of a row into the row before it: text that is there stays.
    if !mark.isDeleted || contents.contains(where: \.showsText) { rows.append(Row(contents: contents, mark: mark)) }
    contents = []
  }
}

extension FlowTable {
  /// The finished table with the number of covered cells that had text; `nil` where there is no row or no cell.
  ///
  /// - Throws: ``ReadingError`` with `limit` where the grid has more positions than are left.
  func table(within limit: Int) throws(ReadingError) -> (table: Table, coveredTextCount: Int)? {
    let rows = finishedRows
    let grid = EdgeGrid(rows.map(\.edges))
    guard grid.columnCount > 0 else { return nil }
    let (positions, overflow) = grid.rowCount.multipliedReportingOverflow(by: grid.columnCount)
    guard !overflow, positions <= limit else {
      throw ReadingError(.limit(name: "cells", asked: positions, granted: limit))
    }
    let cells = grid.placements.map { placement in
      let row = placement.rows.lowerBound
      let place = ElementPath(path, row: Int32(row + 1), cell: Int32(placement.cell + 1))
      let origin = Origin(.element(place), .stated)
      guard rows[row].contents.indices.contains(placement.cell) else {
        return FlowCell().cell(rows: placement.rows, columns: placement.columns, origin: origin)
      }
      return rows[row].contents[placement.cell].cell(
        rows: placement.rows, columns: placement.columns, origin: origin)
    }
    let covered = grid.covered.count { covered in
      let contents = rows[covered.row].contents
      return contents.indices.contains(covered.cell) && contents[covered.cell].hasText
    }
    let headers = rows.prefix(while: \.mark.isHeader).count
    do throws(TableError) {
      let table = try Table(
        rowCount: grid.rowCount, columnCount: grid.columnCount, cells: cells,
        origin: Origin(.element(ElementPath(path)), .stated))
      return (table.settingHeaders(statedRows: headers), covered)
    } catch {
      preconditionFailure("the grid overlaps itself: \(error)")
    }
  }

  /// The rows with as many edges as contents; a row that was not ended becomes one.
  private var finishedRows: [FinishedRow] {
    var rows = rows
    let unfinished = contents + (content.isEmpty ? [] : [content])
    if !unfinished.isEmpty {
      rows.append(Row(contents: unfinished, mark: FlowRow(edges: EdgeGrid.Row(left: 0, cells: []))))
    }
    var finished: [FinishedRow] = []
    for row in rows {
      var edges = row.mark.edges
      // A row without edges of its own takes as many as it needs of the row above.
      if edges.cells.isEmpty, let above = finished.last?.edges {
        edges = EdgeGrid.Row(left: above.left, cells: Array(above.cells.prefix(row.contents.count)))
      }
      finished.append(FinishedRow(row.contents, row.mark, edges: edges))
    }
    return finished
  }

  private struct FinishedRow {
    let contents: [FlowCell]
    let mark: FlowRow
    let edges: EdgeGrid.Row

    init(_ contents: [FlowCell], _ mark: FlowRow, edges: EdgeGrid.Row) {
      var edges = edges
      // Contents beyond the last stated edge get cells of one inch.
      while edges.cells.count < contents.count {
        edges.cells.append(EdgeGrid.Cell(right: (edges.cells.last?.right ?? edges.left) + 1440))
      }
      self.contents = contents
      self.mark = mark
      self.edges = edges
    }
  }
}
