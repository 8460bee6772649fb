internal import ConverterCore

/// A line of an aligned block.
struct AlignedRow {
  /// Index of the line.
  var line: Int
  var segments: [LineSegment]
}

/// A piece of a line in its columns of the table.
struct AlignedCell {
  var columns: Range<Int>
  var text: String
  /// Indices of lines, from 0.
  var lines: ClosedRange<Int>

  var meaning: CellMeaning { CellMeaning(text) }
}

extension AlignedCell {
  /// Whether a label goes on in the one below it: it ends with a comma, or that one begins with a small letter.
  func isCut(before next: AlignedCell) -> Bool {
    text.last == "," || text.last != ":" && next.text.first?.isLowercase == true
  }
}

extension [AlignedCell] {
  /// The cells of a line and of the one below it, those in the same columns as one cell of two lines, in order of columns.
  func joined(withLineBelow below: [AlignedCell]) -> [AlignedCell] {
    var joined = self
    for cell in below {
      if let index = joined.firstIndex(where: { $0.columns == cell.columns }) {
        joined[index].text += "\n" + cell.text
        joined[index].lines = joined[index].lines.lowerBound...cell.lines.upperBound
      } else {
        joined.append(cell)
      }
    }
    return joined.sorted { $0.columns.lowerBound < $1.columns.lowerBound }
  }
}

/// White space that goes through a block from top to bottom.
enum Gutters {
  /// The columns of the table in columns of the page, or `nil` where no gutter parts them.
  static func columns(_ rows: [AlignedRow]) -> [Range<Int>]? {
    let width = rows.lazy.flatMap(\.segments).map(\.columns.upperBound).max() ?? 0
    guard width > 0 else { return nil }
    // Running sums of how many lines have ink in a column; lines of one piece (titles, wrapped text) do not count.
    var changes = [Int](repeating: 0, count: width + 1)
    var counted = 0
    for row in rows where row.segments.count > 1 {
      counted += 1
      for segment in row.segments {
        changes[segment.columns.lowerBound] += 1
        changes[segment.columns.upperBound] -= 1
      }
    }
    guard counted > 1 else { return nil }
    // In long tables a few headers may stand over a gutter.
    let tolerance = counted / 10
    var columns: [Range<Int>] = []
    var ink = 0
    var start: Int?
    for column in 0..<width {
      ink += changes[column]
      if ink > tolerance {
        start = start ?? column
      } else if let open = start {
        columns.append(open..<column)
        start = nil
      }
    }
    if let start { columns.append(start..<width) }
    return columns
  }
}
