internal import ConverterCore

/// The layers of tables: all that were considered, and the cells of those that were chosen.
extension TraceDrawing {
  /// Each candidate with its grid and the criterion that decided; numbered in the order in which they were found.
  func appendCandidates(to output: inout OutputBuffer) {
    var corners: [Rectangle] = []
    for (index, judged) in trace.candidates.enumerated() {
      let grid = judged.candidate.grid
      let box = grid.box
      let kind = judged.isChosen ? "chosen" : "rejected"
      for x in grid.columnEdges.dropFirst().dropLast() {
        output.append(lineFrom: (x, box.y0), to: (x, box.y1), class: "edge \(kind)")
      }
      for y in grid.rowEdges.dropFirst().dropLast() {
        output.append(lineFrom: (box.x0, y), to: (box.x1, y), class: "edge \(kind)")
      }
      output.append(box: box, class: "candidate \(kind)", note: "candidate \(index + 1): \(judged.summary)")
      // Labels of candidates that begin at the same place stand above each other.
      let label = "\(index + 1) \(judged.candidate.evidence.name) \(judged.isChosen ? "✓" : "✗") \(judged.reason)"
      let width = 3.4 * Double(label.count) + 4
      var corner = Rectangle(x0: box.x1 - width, y0: box.y0 - 9, x1: box.x1, y1: box.y0 - 1)
      while corners.contains(where: { ($0.intersection(corner)).map { $0.height > 0 && $0.width > 0 } ?? false }) {
        (corner.y0, corner.y1) = (corner.y0 - 9, corner.y1 - 9)
      }
      corners.append(corner)
      output.append(badge: label, x: corner.x1, y: corner.y0, class: kind)
    }
  }

  func appendCells(to output: inout OutputBuffer) {
    for case .table(let table) in trace.content {
      append(table, depth: 0, to: &output)
    }
  }

  /// The cells of a table with their positions, and of tables in them.
  private func append(_ table: Table, depth: Int, to output: inout OutputBuffer) {
    for cell in table.cells {
      let box = cell.origin.place.box
      output.append(box: box, class: "cell \(cell.kind.rawValue)", note: cell.summary)
      output.append(text: cell.position, x: box.x0 + 1, y: box.y0 + 4.2, class: "position")
      guard depth < Self.deepestTable else { continue }
      for case .table(let inner) in cell.blocks { append(inner, depth: depth + 1, to: &output) }
    }
    output.append(box: table.origin.place.box, class: "table", note: table.summary)
  }

  /// Tables in tables in tables are drawn no further down.
  private static let deepestTable = 4
}

extension JudgedCandidate {
  /// What was considered and what became of it, in one line.
  var summary: String {
    let grid = candidate.grid
    return "\(candidate.evidence.name) \(grid.rowCount) × \(grid.columnCount), \(candidate.filledCount) of "
      + "\(grid.areas.count) areas filled, \(isChosen ? "chosen" : "rejected"): \(reason)"
  }
}

extension Cell {
  /// The row and column, counted from 0 as in the JSON form, and how many of both the cell spans: `3,1 ↕2 ↔3`.
  var position: String {
    "\(rows.lowerBound),\(columns.lowerBound)" + (rows.count > 1 ? " ↕\(rows.count)" : "")
      + (columns.count > 1 ? " ↔\(columns.count)" : "")
  }

  /// What the cell holds, in one line.
  var summary: String {
    "cell \(position), \(kind.rawValue), \(origin.evidence.name): “\(text)”"
  }
}
