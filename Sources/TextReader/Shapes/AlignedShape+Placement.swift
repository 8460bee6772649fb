internal import ConverterCore

/// The pieces of lines and the columns in which they stand.
extension AlignedShape {
  /// The pieces of lines, wide characters counted as they stand below each other best: as two columns, or as one, as
  /// `pdftotext -layout` counts them.
  static func rows(_ text: TextLines, _ lines: [Int]) -> [AlignedRow] {
    let hasWide = lines.contains { text[$0].traits.contains(.wide) }
    let readings = widths.prefix(hasWide ? 2 : 1).map { wide in
      lines.map { AlignedRow(line: $0, segments: text.pieces($0, wide: wide)) }
    }
    // Of equally good ones the first.
    return readings.reversed().max { alignment($0) <= alignment($1) } ?? []
  }

  /// How many pieces begin or end where pieces of other lines do.
  private static func alignment(_ rows: [AlignedRow]) -> Int {
    var starts: [Int: Int] = [:]
    var ends: [Int: Int] = [:]
    for segment in rows.lazy.flatMap(\.segments) {
      starts[segment.columns.lowerBound, default: 0] += 1
      ends[segment.columns.upperBound, default: 0] += 1
    }
    return rows.lazy.flatMap(\.segments).count { segment in
      starts[segment.columns.lowerBound, default: 0] > 1 || ends[segment.columns.upperBound, default: 0] > 1
    }
  }

  /// The columns that a wide character may take.
  static let widths = [2, 1]

  /// Cells row by row, and how many columns they stand in.
  typealias Placed = (rows: [[AlignedCell]], columns: Int)

  /// The pieces of all lines in the columns between gutters, row by row, and how many columns there are.
  static func placedInGutters(_ text: TextLines, _ rows: [AlignedRow]) -> Placed? {
    guard let columns = Gutters.columns(rows), columns.count > 1, let cells = placed(text, rows, columns) else {
      return nil
    }
    return (cells, columns.count)
  }

  /// The pieces of lines that all have equally many, by their order: centred columns have no gutters.
  static func placedInOrder(_ text: TextLines, _ rows: [AlignedRow]) -> Placed? {
    guard let count = rows.first?.segments.count, count > 1, rows.allSatisfy({ $0.segments.count == count }) else {
      return nil
    }
    let cells = rows.map { row in
      row.segments.enumerated().map { column, segment in
        AlignedCell(
          columns: column..<(column + 1), text: text.string(segment.bytes, of: row.line), lines: row.line...row.line)
      }
    }
    return (cells, count)
  }

  /// The pieces of all lines in their columns, row by row; `nil` where too many stand over gutters.
  static func placed(_ text: TextLines, _ rows: [AlignedRow], _ columns: [Range<Int>]) -> [[AlignedCell]]? {
    var wide = 0
    var placed: [[AlignedCell]] = []
    for row in rows {
      var cells: [AlignedCell] = []
      for segment in row.segments {
        let covered = columns.indices.filter { columns[$0].overlaps(segment.columns) }
        guard let first = covered.first, let last = covered.last else { return nil }
        let content = text.string(segment.bytes, of: row.line)
        if let before = cells.last, first < before.columns.upperBound {
          // Two pieces in one column: the gap between them was wide white space.
          guard first == last, before.meaning == .label, CellMeaning(content) == .label else { return nil }
          cells[cells.count - 1].text += " " + content
        } else {
          if first < last { wide += 1 }
          cells.append(AlignedCell(columns: first..<(last + 1), text: content, lines: row.line...row.line))
        }
      }
      placed.append(cells)
    }
    return wide * 4 <= rows.count + 3 ? placed : nil
  }
}
