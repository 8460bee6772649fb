internal import ConverterCore

/// The cells of a form as they are found, one row of values after the other.
struct Mapping {
  let form: Form
  let folding: LabelFolding

  /// The texts of all tokens.
  var texts = TokenTexts()

  /// One per cell of the form.
  var facts: [Fact]
  var repeatedRows: [RepeatedRow] = []
  var extras: [Extra] = []
  var findings: [Finding] = []

  /// The most empty lines that stand before a value in a clear row of running text; `nil` where there is no clear row.
  var regularGap: Int?

  /// How columns are read whose labels in the document print another unit than the form does, or none.
  private var printedGrammars: [ColumnNumber: ValueGrammar] = [:]

  /// Rows with more or fewer values than the form has columns, for ``RowSolving``.
  var shortRows: [ShortRow] = []

  /// Whether a row of the form stands in the document more than once, with whatever values: it may hold several reports.
  var repeatsRows = false

  /// Of each table of the form that begins anew where a row of it stands, and where it stands again.
  var repetitions: [Repetition] = []

  /// Cells for which the document has different values; see ``withholdContradictions()``.
  var contradictions: Set<Int> = []

  init(form: Form, folding: LabelFolding) {
    self.form = form
    self.folding = folding
    facts = Array(repeating: .absent, count: form.allCells.upperBound)
  }
}

/// A column of a form, by its table and its number there.
private struct ColumnNumber: Hashable {
  let table: Int
  let column: Int
}

/// A group of rows of a form, by its table and its number there.
struct RowGroup {
  let table: Int
  let number: Int
}

/// A row of a table of the form that stands in a document twice.
struct Repetition {
  let table: Int
  let first: Place
  let again: Place
}

/// A row of values of which some are missing, nobody knows which.
struct ShortRow {
  var table: Int
  var row: Int
  var label: String
  var place: Place
  /// The values, with blank cells where none are too many.
  var values: [RowToken]

  /// The number of empty lines before each value, at last behind the last one; `nil` where the source has no lines.
  var gaps: [Int]?

  /// The only ways to place the values, each as one column per value in ascending order; `nil` where any may be.
  var placements: [[Int]]?

  /// The table of the document, counted from 1, and the row in it; `nil` in running text.
  var source: (table: Int, row: Int)?
}

extension Mapping {
  /// Whether the row of the form has been found already.
  func isFilled(_ table: Int, _ row: Int) -> Bool {
    let columns = form.tables[table].columns.indices
    return columns.contains { facts[form.tables[table].cell(row: row, column: $0)].value.state != .absent }
  }

  /// Which of the rows that share a label is meant. They are told apart by the table, the group around, the order; a row is
  /// found once.
  ///
  /// - Parameters:
  ///   - rows: those that the label names.
  ///   - current: the table that is being read.
  ///   - last: the row found last in the current table.
  ///   - group: the group whose label was seen last in the current table.
  func choose(
    among rows: [(table: Int, row: Int)], current: Int?, last: Int?, group: RowGroup?
  ) -> (table: Int, row: Int)? {
    if rows.count == 1 { return isFilled(rows[0].table, rows[0].row) ? nil : rows[0] }
    let free = rows.filter { !isFilled($0.table, $0.row) }
    let here = free.filter { $0.table == current }
    let candidates = here.isEmpty ? free : here
    guard candidates.count > 1, let group else {
      return candidates.first { $0.table != current || $0.row > last ?? -1 } ?? candidates.first
    }
    let grouped = candidates.filter {
      $0.table == group.table && form.tables[$0.table].rows[$0.row].groups.contains(group.number)
    }
    let scoped = grouped.isEmpty ? candidates : grouped
    return scoped.first { $0.table != current || $0.row > last ?? -1 } ?? scoped.first
  }

  /// Looks for the unit of columns in their label as the document prints it.
  ///
  /// - Parameter roles: what the label may be.
  mutating func readUnit(in label: String, _ roles: [LabelRole]) {
    let notes = ValueGrammar.bracketedNotes(in: label)
    for case .column(let table, let column) in roles {
      let columns = form.tables[table].columns
      // Through a span the grammar is not copied.
      let printed = columns.span[column].grammar.withUnit(printedIn: notes)
      guard printed != nil || !printedGrammars.isEmpty else { continue }
      printedGrammars[ColumnNumber(table: table, column: column)] = printed
    }
  }

  func fact(_ token: RowToken, table: Int, column: Int, evidence: Fact.Evidence) -> Fact {
    let text = texts[token]
    let columns = form.tables[table].columns
    let printed = printedGrammars.isEmpty ? nil : printedGrammars[ColumnNumber(table: table, column: column)]
    // Through a span the grammar is not copied.
    let value =
      switch token.content {
      case .digits(let digits): printed?.value(ofDigits: digits) ?? columns.span[column].grammar.value(ofDigits: digits)
      case .blank: CellValue(state: .blank)
      case .value, .label, .other:
        if text.hasStatedLines, text.text.partsDigitsByLines {
          // Two numbers in one cell.
          CellValue(state: .unreadable)
        } else {
          (printed ?? columns[column].grammar).value(of: text.text, folding: folding)
        }
      }
    return Fact(value: value, raw: text.raw, place: text.place, evidence: evidence)
  }

  /// Gives the values of a row to the columns; those with a column of `nil` are extras.
  mutating func assign(
    _ values: ArraySlice<RowToken>, to columns: [Int?], table: Int, row: Int, evidence: (Int) -> Fact.Evidence
  ) {
    for (token, column) in zip(values, columns) {
      guard let column else { continue }
      let cell = form.tables[table].cell(row: row, column: column)
      facts[cell] = fact(token, table: table, column: column, evidence: evidence(column))
    }
  }

  mutating func addExtra(_ token: RowToken, label: String = "", table: Int?, row: Int?) {
    guard !token.isBlank else { return }
    extras.append(
      Extra(
        table: table, row: row, column: table == nil ? nil : token.columns.lowerBound, label: label,
        raw: texts[token].raw, place: texts[token].place))
  }
}
