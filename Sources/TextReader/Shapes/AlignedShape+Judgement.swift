internal import ConverterCore

/// What is a table, and what only has gaps.
extension AlignedShape {
  /// Short cells in most columns of most rows; no sentences, no program, no table of contents.
  ///
  /// - Parameters:
  ///   - leaders: how many rows have a row of dots from one cell to the next.
  ///   - isRuled: whether rules stand around the rows or below the names of the columns: then cells may be sentences.
  static func looksLikeTable(_ rows: [[AlignedCell]], columns: Int, leaders: Int = 0, isRuled: Bool = false) -> Bool {
    let cells = rows.flatMap(\.self)
    let values = cells.count { $0.meaning == .value }
    guard rows.count > 2 || rows.count == 2 && values >= columns - 1 && values > 0 else { return false }
    guard cells.count * 2 >= rows.count * columns, cells.count * 2 >= rows.count * 3 else { return false }
    let labels = cells.filter { $0.meaning == .label }
    let doubts = labels.count { ProseSigns.endsStatement($0.text) || ProseSigns.looksLikeCode($0.text) }
    // Entries of a program's lists end in commas.
    guard cells.count(where: { $0.text.hasSuffix(",") }) * 3 < cells.count else { return false }
    let bytes = labels.reduce(0) { $0 + $1.text.utf8.count }
    guard doubts * (isRuled ? 2 : 5) <= labels.count, bytes <= labels.count * 60 else { return false }
    // Two columns of words are as often two columns of text.
    if values * 8 < cells.count && columns == 2 && rows.count < 4 { return false }
    return !isTableOfContents(rows, columns: columns, leaders: leaders)
  }

  /// Titles with page numbers that only grow, behind leaders, or behind titles with numbers.
  private static func isTableOfContents(_ rows: [[AlignedCell]], columns: Int, leaders: Int) -> Bool {
    let ends = rows.compactMap { row in row.last.flatMap { $0.columns.upperBound == columns ? $0.text : nil } }
    // An index has several titles with leaders on a line.
    if leaders * 2 > rows.count, columns > 2, columns % 2 == 0, isIndex(rows) { return true }
    guard PageNumber.areRising(ends) else { return false }
    if leaders * 4 >= rows.count { return true }
    let titles = rows.joined().filter { $0.columns.lowerBound == 0 }
    let numbered = titles.count { OutlineNumber($0.text) != nil }
    return columns == 2 && ends.count == titles.count && numbered * 2 >= titles.count
  }

  /// Whether titles and numbers take turns in most rows.
  private static func isIndex(_ rows: [[AlignedCell]]) -> Bool {
    let even = rows.count { row in
      row.allSatisfy { cell in
        cell.columns.lowerBound % 2 == 0
          ? cell.meaning == .label : cell.text.allSatisfy { $0.isNumber || ", -–".contains($0) }
      }
    }
    return even * 4 >= rows.count * 3
  }
}
