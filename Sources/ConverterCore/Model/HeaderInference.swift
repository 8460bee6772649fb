/// Finds the header rows and stub columns of a table that does not state them, by where its numbers begin.
///
///     Item   │ Number        two rows without numbers at the top: header rows
///     ^      │ new  │ old
///     wells  │   3  │   1    one column without numbers at the left: a stub column
package enum HeaderInference {
  /// More rows than this are no header.
  private static let mostRows = 6

  /// The table with its headers, stated or else inferred; unchanged where nothing tells.
  ///
  /// - Parameters:
  ///   - table: a table whose cells are all data so far.
  ///   - statedRows: how many rows the source says are headers, 0 where it says nothing.
  package static func headers(of table: Table, statedRows: Int = 0) -> Table {
    let kinds = Kinds(table)
    let rows = statedRows > 0 ? statedRows : kinds.headerRowCount
    let columns = kinds.stubColumnCount(below: rows)
    guard rows > 0 || columns > 0, rows < table.rowCount || statedRows > 0 else { return table }
    return table.settingHeaders(
      rows: min(rows, table.rowCount), stubColumns: min(columns, table.columnCount),
      evidence: statedRows > 0 ? .stated : .computed)
  }

  /// What stands in the rows and columns of a table.
  private struct Kinds {
    private let table: Table
    private var numbersInRow: [Int]
    private var wordsInRow: [Int]

    init(_ table: Table) {
      self.table = table
      numbersInRow = [Int](repeating: 0, count: table.rowCount)
      wordsInRow = numbersInRow
      for cell in table.cells where !cell.text.isEmpty {
        if cell.text.isFigure {
          numbersInRow[cell.rows.lowerBound] += 1
        } else {
          wordsInRow[cell.rows.lowerBound] += 1
        }
      }
    }

    /// Rows at the top with words and no numbers, above rows with words and numbers; with the rows that their merged cells reach.
    var headerRowCount: Int {
      guard let first = numbersInRow.firstIndex(where: { $0 > 0 }), first > 0, first <= mostRows,
        wordsInRow[..<first].allSatisfy({ $0 > 0 })
      else { return 0 }
      // Where such rows come again further down, tables are stacked, and the first header names only the first of them.
      let again = wordsInRow.indices.contains { $0 > first && numbersInRow[$0] == 0 && wordsInRow[$0] > 1 }
      guard !again else { return 0 }
      let reach = table.cells.lazy.filter { $0.rows.lowerBound < first }.map(\.rows.upperBound).max() ?? first
      return reach > first ? 0 : first
    }

    /// Columns at the left that hold words and no number below the header, up to the first with a number.
    func stubColumnCount(below rows: Int) -> Int {
      var firstNumber = table.columnCount
      var hasNumbers = false
      for cell in table.cells where cell.rows.lowerBound >= rows && cell.text.isFigure {
        firstNumber = min(firstNumber, cell.columns.lowerBound)
        hasNumbers = true
      }
      return hasNumbers ? firstNumber : 0
    }
  }
}

extension String {
  /// Whether a cell's text is a value and not a word: a number, or a sign that stands for one.
  fileprivate var isFigure: Bool {
    Quantity(self) != nil || ["/", "-", "—", "——", "－", "…"].contains(self)
  }
}
