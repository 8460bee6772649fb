internal import ConverterCore

/// A part of a table without lines put into the columns that the other part shows.
///
/// A page with but a few rows of a table shows its columns badly: figures that stand under each other by chance part one column,
/// figures beside blanks leave another out. The page with more rows knows better:
///
///     page 1   Austria    109    0.9         page 2    Poland    15    2.0
///              Germany     23   12.4                   Total  1 147
///
struct TableFitting {
  /// The x of the edges between columns in points, one more than there are columns, rising.
  let edges: [Double]

  /// How far in points text may reach into a column in which it does not stand.
  let tolerance: Double

  /// The cells of a table in these columns, blank ones where it has none.
  ///
  /// - Parameters:
  ///   - extents: for each cell the extent of its text, `nil` for blank ones.
  ///   - page: the page on which the table stands.
  /// - Returns: `nil` where two cells of a row stand in one column, so that the table has columns of its own.
  func cells(of table: Table, extents: [Interval?], onPage page: Int) -> [Cell]? {
    guard extents.count == table.cells.count else { return nil }
    let count = edges.count - 1
    var isTaken = [Bool](repeating: false, count: count * table.rowCount)
    var rows = [Interval?](repeating: nil, count: table.rowCount)
    var cells: [Cell] = []
    for (cell, extent) in zip(table.cells, extents) {
      guard case .page(_, let box?) = cell.origin.place else { return nil }
      if cell.rows.count == 1 {
        let band = Interval(box.y0, box.y1)
        rows[cell.rows.lowerBound] = rows[cell.rows.lowerBound]?.union(band) ?? band
      }
      guard let extent, let columns = columns(under: extent) else { continue }
      for row in cell.rows {
        for column in columns {
          guard !isTaken[row * count + column] else { return nil }
          isTaken[row * count + column] = true
        }
      }
      var fitted = cell
      fitted.columns = columns
      fitted.origin.place = .page(page, box.spanning(edges[columns.lowerBound], edges[columns.upperBound]))
      cells.append(fitted)
    }
    for row in 0..<table.rowCount {
      guard let band = rows[row] else { continue }
      for column in 0..<count where !isTaken[row * count + column] {
        let box = Rectangle(x0: edges[column], y0: band.start, x1: edges[column + 1], y1: band.end)
        cells.append(
          Cell(
            rows: row..<row + 1, columns: column..<column + 1, text: "",
            origin: Origin(.page(page, box), table.origin.evidence)))
      }
    }
    return cells.sorted { ($0.rows.lowerBound, $0.columns.lowerBound) < ($1.rows.lowerBound, $1.columns.lowerBound) }
  }

  /// The columns that a text covers: that of its middle, and those into which it reaches on both sides.
  func columns(under extent: Interval) -> Range<Int>? {
    let last = edges.count - 2
    let inner = Array(edges.dropFirst().dropLast())
    let first = inner.partitioningIndex { $0 > extent.start + tolerance }
    let end = inner.partitioningIndex { $0 > extent.end - tolerance }
    let middle = min(max(inner.partitioningIndex { $0 > extent.middle }, 0), last)
    return last < 0 ? nil : min(first, middle)..<max(end, middle) + 1
  }
}

extension Rectangle {
  /// The rectangle with other sides.
  fileprivate func spanning(_ left: Double, _ right: Double) -> Rectangle {
    Rectangle(x0: left, y0: y0, x1: right, y1: y1)
  }
}
