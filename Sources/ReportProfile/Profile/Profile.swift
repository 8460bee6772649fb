/// A family of reports described as data: its forms, how to know and name a report, and what must hold between its figures.
///
/// A profile is read from a JSON file (see `Documentation/profiles.md`), checked once and kept in the shape in which matching
/// needs it: label keys folded, rules bound to cells. It is a plain value and can be used for any number of documents.
package struct Profile: Sendable {
  /// The stable name, such as `cn.ogi.annual_report`.
  package let id: String

  /// What the reports are called.
  package let title: String

  /// The notices that define the forms.
  package let sources: [String]

  package let forms: [Form]

  let folding: LabelFolding
  let identification: Identification

  /// Headings of the parts of a report, which are no labels of its tables.
  let sections: [Section]

  let narratives: [NarrativeRule]

  struct Section: Sendable {
    let id: String
    let keys: [LabelKey]
  }
}

/// One version of the tables of a family, such as the form of 2019.
package struct Form: Sendable {
  /// The stable name, such as `cn.ogi.2021`.
  package let id: String

  /// The notice that defines the form, for people.
  package let title: String

  /// The first and last year of reports on this form; a hint where content does not decide.
  let years: ClosedRange<Int>?

  let detection: Detection

  package let tables: [FormTable]

  package let rules: [Rule]

  /// Series that can be compared between forms.
  let harmonised: [HarmonisedSeries]

  let indicators: [Indicator]

  let labels: LabelIndex

  let groupedLabels: [GroupedLabel]

  /// What any of the columns can read.
  let anyReading: ValueGrammar

  /// Which labels tell this form from its siblings.
  struct Detection: Sendable {
    let any: [LabelKey]
    let none: [LabelKey]
  }

  /// The number of cells that a complete report has: rows that are optional or repeat are not counted.
  package var cellCount: Int {
    tables.reduce(0) { count, table in
      count + table.columns.count * table.rows.count { $0.presence == .required }
    }
  }
}

/// One table of a form: the leaves of its tree of columns and of its tree of rows.
package struct FormTable: Sendable {
  package let id: String

  /// The heading as people know the table.
  package let caption: String

  /// The leaf columns from left to right.
  package let columns: [FormColumn]

  /// The rows with values from top to bottom.
  package let rows: [FormRow]

  /// Whether the only row has no label: a table of header and values.
  let hasUnlabelledRow: Bool

  /// The number of the cell in the first row and column; cells are numbered through the form, row by row.
  let firstCell: Int

  /// The rows that stand for a whole group, each with the rows inside of it.
  let groupRows: [(group: Int, inner: [Int])]
}

package struct FormColumn: Sendable {
  package let id: String
  package let label: String

  /// The numbers of the groups above, the outermost first.
  let groups: [Int]

  let grammar: ValueGrammar
}

package struct FormRow: Sendable {
  package let id: String
  package let label: String

  /// The numbers of the groups around, the outermost first.
  let groups: [Int]

  let presence: Presence

  enum Presence: Sendable {
    case required
    /// Not in the national form, or in some printings of it.
    case optional
    /// Stands for any number of rows whose labels the form does not know, such as the components of an agency.
    case repeating
  }
}

extension FormTable {
  /// The numbers of this table's cells in the form.
  var cells: Range<Int> { firstCell..<(firstCell + rows.count * columns.count) }

  func cells(ofRow row: Int) -> Range<Int> { cell(row: row, column: 0)..<cell(row: row + 1, column: 0) }

  func cell(row: Int, column: Int) -> Int { firstCell + row * columns.count + column }
}

extension Form {
  /// Where a cell stands, by its number: the table, the row and the column.
  func position(of cell: Int) -> (table: Int, row: Int, column: Int) {
    // A form has a handful of tables.
    let table = tables.lastIndex { $0.firstCell <= cell } ?? 0
    let (row, column) = (cell - tables[table].firstCell).quotientAndRemainder(dividingBy: tables[table].columns.count)
    return (table, row, column)
  }

  /// Whether the cell stands for those of any number of rows.
  func isRepeating(_ cell: Int) -> Bool {
    let place = position(of: cell)
    return tables[place.table].rows[place.row].presence == .repeating
  }

  /// `table/row/column` in the ids of the form.
  package func code(of cell: Int) -> String {
    let place = position(of: cell)
    let table = tables[place.table]
    return "\(table.id)/\(table.rows[place.row].id)/\(table.columns[place.column].id)"
  }

  /// How a cell is read.
  func grammar(of cell: Int) -> ValueGrammar {
    let place = position(of: cell)
    return tables[place.table].columns[place.column].grammar
  }

  /// Cells that a report need not have because it prints a group in another way than the form: as one row in place of the
  /// rows inside, or by the rows inside in place of one. Where both are filled in, the rows inside count.
  func superseded(by facts: [Fact]) -> [Range<Int>] {
    tables.flatMap { table -> [Range<Int>] in
      table.groupRows.flatMap { group, inner -> [Range<Int>] in
        let isFilled = { (row: Int) in table.cells(ofRow: row).contains { facts[$0].value.state != .absent } }
        if inner.contains(where: isFilled) { return [table.cells(ofRow: group)] }
        return isFilled(group) ? inner.map(table.cells(ofRow:)) : []
      }
    }
  }

  /// All cells, those of rows that are optional or repeat included.
  var allCells: Range<Int> { 0..<(tables.last?.cells.upperBound ?? 0) }
}
