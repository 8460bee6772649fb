internal import ConverterCore

/// Labels of sums in the middle of all columns of labels:
///
///     No.   Tower    Keeper    Oil         the first column is blank beside the sum alone, and its label is in line with
///     1     Alder    Elm       1,204       no other of the column in which it stands
///     2     Boone    Fern        317
///           Total              1,521
extension BodySpans {
  /// The rows with the only label of a row stretched over the columns in the middle of which it stands, from the first one on; cells next
  /// to it are blank, and what stands beside are figures.
  func overLabels(_ rows: [Row]) -> [Row] {
    var starts = [Int](repeating: 0, count: reach.count)
    for row in rows { if let first = row.first { starts[first.columns.lowerBound] += 1 } }
    // All rows but sums begin in the same column, right of the names of groups.
    guard groupColumns < reach.count, starts[groupColumns].isMost(of: rows.count) else { return rows }
    return rows.map { row in
      guard let label = row.first, row.count > 1, !label.isValue, label.columns.lowerBound > 0,
        row.dropFirst().allSatisfy(\.isValue), label.columns.upperBound <= row[1].columns.lowerBound,
        let end = (label.columns.upperBound...row[1].columns.lowerBound).filter({ $0 > 1 && $0 < reach.count })
          .map({ (end: $0, drift: drift(of: label, over: $0)) }).min(by: { $0.drift < $1.drift }),
        end.drift <= tolerances.centringDrift * text.words[label.words[0]].size, !isInLine(label, among: rows)
      else { return row }
      var stretched = row
      stretched[0].columns = 0..<end.end
      return stretched
    }
  }

  /// Whether a label begins, ends or has its middle where others of its column do.
  private func isInLine(_ label: AlignedColumns.Piece, among rows: [Row]) -> Bool {
    let near = tolerances.leastIndent * text.words[label.words[0]].size
    return rows.joined().contains { other in
      other.columns == label.columns && other.words != label.words
        && other.extent.isInLine(with: label.extent, drift: near)
    }
  }

  /// How far in points a label is off the middle of the first columns, be it that of their text or of their cells.
  private func drift(of label: AlignedColumns.Piece, over count: Int) -> Double {
    let text = (reach[0].start + reach[count - 1].end) / 2
    let cells = (left + (reach[count - 1].end + reach[count].start) / 2) / 2
    return min(abs(text - label.extent.middle), abs(cells - label.extent.middle))
  }
}
