internal import ConverterCore

/// A table as its last or its first page shows it: where it is cut, and the edges of its columns.
struct TablePart {
  enum End {
    case top, bottom
  }

  /// The number of the page.
  let page: Int

  /// The x of the edges between the columns in points, one more than there are columns, from all pages of the table.
  let edges: [Double]

  let left: Double
  let right: Double

  /// The y where the part on this page ends, in points.
  let bottom: Double

  /// The height in points of the first row on this page: that of its lowest cell.
  let firstRowHeight: Double

  /// Whether drawn lines give the edges; else they are but the extents of text.
  let hasFirmEdges: Bool

  /// - Returns: `nil` where cells have no boxes, so that an edge cannot be told.
  init?(_ table: Table, at end: End) {
    var page: Int?
    var edges = [Double?](repeating: nil, count: table.columnCount + 1)
    for cell in table.cells {
      for case .page(let number, let box?) in [cell.origin.place] + cell.origin.continuations {
        page = page.map { end == .top ? min($0, number) : max($0, number) } ?? number
        edges[cell.columns.lowerBound] = edges[cell.columns.lowerBound] ?? box.x0
        edges[cell.columns.upperBound] = edges[cell.columns.upperBound] ?? box.x1
      }
    }
    let known = edges.compactMap(\.self)
    guard let page, let left = known.first, let right = known.last, known.count == edges.count else { return nil }
    self.page = page
    self.edges = known
    self.left = left
    self.right = right
    let boxes = table.cells.flatMap { cell in
      ([cell.origin.place] + cell.origin.continuations).compactMap { place -> Rectangle? in
        if case .page(page, let box?) = place { box } else { nil }
      }
    }
    let top = boxes.map(\.y0).min() ?? 0
    bottom = boxes.map(\.y1).max() ?? 0
    firstRowHeight = boxes.filter { $0.y0 - top < 1 }.map(\.height).min() ?? 0
    hasFirmEdges = table.cells.allSatisfy { $0.origin.evidence == .ruled }
  }
}

/// The column edges of two parts of a table, merged by x.
struct CommonEdges {
  /// Rising, in points.
  private let positions: [Double]
  private let tolerance: Double

  var count: Int { positions.count }

  init(_ first: [Double], _ second: [Double], tolerance: Double) {
    var positions: [Double] = []
    for position in (first + second).sorted() {
      if let last = positions.last, position - last <= tolerance { continue }
      positions.append(position)
    }
    self.positions = positions
    self.tolerance = tolerance
  }

  /// The cells of a table on the common columns.
  ///
  /// - Returns: `nil` where two edges of the table fall on one of the common ones.
  func renumbered(_ table: Table, edges: [Double]) -> [Cell]? {
    var numbers: [Int] = []
    for edge in edges {
      guard let number = positions.firstIndex(where: { abs($0 - edge) <= tolerance }), number > numbers.last ?? -1
      else { return nil }
      numbers.append(number)
    }
    return table.cells.map { cell in
      var cell = cell
      cell.columns = numbers[cell.columns.lowerBound]..<numbers[cell.columns.upperBound]
      return cell
    }
  }
}
