internal import ConverterCore

/// Rows that go on with the row above.
extension AlignedShape {
  /// Rows with those joined to the row above that only go on with its texts: no first column, no number, and text above in each of
  /// their columns.
  static func joiningContinued(_ rows: [[AlignedCell]]) -> [[AlignedCell]] {
    var result: [[AlignedCell]] = []
    var isHead = true
    for row in rows {
      isHead = isHead && !row.contains { $0.meaning == .value }
      if isHead, let above = result.last, let joined = headersJoined(above, row) {
        result[result.count - 1] = joined
        continue
      }
      guard let above = result.last, goesOn(row, above) else {
        result.append(row)
        continue
      }
      for cell in row {
        for index in above.indices where above[index].columns == cell.columns {
          result[result.count - 1][index].text += "\n" + cell.text
          result[result.count - 1][index].lines = above[index].lines.lowerBound...cell.lines.upperBound
        }
      }
    }
    return result
  }

  /// Two lines of headers as one row, where both name single columns and neither begins a row of its own: names of columns are
  /// often broken over lines.
  private static func headersJoined(_ above: [AlignedCell], _ row: [AlignedCell]) -> [AlignedCell]? {
    guard !row.isEmpty, (above + row).allSatisfy({ $0.columns.count == 1 }),
      row.allSatisfy({ $0.columns.lowerBound > 0 })
    else { return nil }
    return above.joined(withLineBelow: row)
  }

  private static func goesOn(_ row: [AlignedCell], _ above: [AlignedCell]) -> Bool {
    guard !row.isEmpty, row.count < above.count else { return false }
    return row.allSatisfy { cell in
      guard cell.columns.lowerBound > 0 else { return false }
      return above.contains { other in
        // A number goes on with one that was broken at its hyphen.
        other.columns == cell.columns && other.meaning == .label
          && (cell.meaning == .label || other.text.hasSuffix("-"))
      }
    }
  }
}
