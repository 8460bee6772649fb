package import ConverterCore

/// A grid of row and column edges whose positions are tiled by areas: what lines, drawn or imagined, enclose.
package struct Grid: Hashable, Sendable {
  /// The x of the edges between columns in points, one more than there are columns, rising.
  package var columnEdges: [Double]

  /// The y of the edges between rows in points, one more than there are rows, rising.
  package var rowEdges: [Double]

  /// The areas in order of first row, then first column; they tile the grid.
  package var areas: [Area]

  /// A rectangle of grid positions that no line divides.
  package struct Area: Hashable, Sendable {
    package var rows: Range<Int>
    package var columns: Range<Int>
  }

  package var rowCount: Int { max(0, rowEdges.count - 1) }
  package var columnCount: Int { max(0, columnEdges.count - 1) }

  /// From left to right, from edge to edge in points.
  var columns: [Interval] { zip(columnEdges, columnEdges.dropFirst()).map { Interval($0, $1) } }

  /// The whole grid in points.
  package var box: Rectangle {
    Rectangle(
      x0: columnEdges.first ?? 0, y0: rowEdges.first ?? 0, x1: columnEdges.last ?? 0, y1: rowEdges.last ?? 0)
  }

  /// The place of an area in points.
  package func box(of area: Area) -> Rectangle {
    Rectangle(
      x0: columnEdges[area.columns.lowerBound], y0: rowEdges[area.rows.lowerBound],
      x1: columnEdges[area.columns.upperBound], y1: rowEdges[area.rows.upperBound])
  }
}

extension Grid {
  /// Row by row, the index of the area that covers each position.
  package var areaIndices: [Int32] {
    var indices = [Int32](repeating: -1, count: rowCount * columnCount)
    for (index, area) in areas.enumerated() {
      for row in area.rows {
        for column in area.columns {
          indices[row * columnCount + column] = Int32(index)
        }
      }
    }
    return indices
  }

  /// The column or row whose edges enclose a position, or `nil` outside; edges belong to the track after them.
  package static func track(at position: Double, in edges: [Double]) -> Int? {
    let upper = edges.partitioningIndex { $0 > position }
    return upper == 0 || upper >= edges.count ? nil : upper - 1
  }
}
