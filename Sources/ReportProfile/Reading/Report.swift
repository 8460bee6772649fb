package import ConverterCore

/// What a profile makes of a document: every cell of the form with its value and place, and what belongs to none.
package struct Report: Sendable {
  /// The name of the source.
  package var name: String

  package var sha256: String?

  package var identity: ReportIdentity

  /// The form, by its number in the profile; `nil` where the document is no report of the family.
  package var formNumber: Int?

  /// One fact per cell of the form, by the numbers of the cells; cells of repeating rows stay absent here.
  package var facts: [Fact] = []

  /// Rows whose labels the form does not know, where it expects such, from top to bottom.
  package var repeatedRows: [RepeatedRow] = []

  /// Cells that the form does not ask for, in reading order.
  package var extras: [Extra] = []

  /// What a person should know about the mapping, in the order in which it was noticed.
  package var findings: [Finding] = []

  /// Whether a row of the form stands in the document more than once.
  var repeatsRows = false

  /// Of each table of the form that begins anew where a row of it stands, and where it stands again.
  var repetitions: [Repetition] = []
}

/// What was found for one cell of a form.
package struct Fact: Hashable, Codable, Sendable {
  package var value: CellValue

  /// The text as it stands in the source.
  package var raw: String

  /// Where it stands; `nil` for absent cells.
  package var place: Place?

  /// How the cell is known; `nil` for absent cells.
  package var evidence: Evidence?

  /// How a text was tied to a cell of the form. Raw values are part of the outputs.
  package enum Evidence: String, Hashable, Codable, Sendable {
    /// The labels of row and column say so.
    case label
    /// It stands where the cell must be, a label being missing or different.
    case position
    /// Only here do the rules of the form hold.
    case arithmetic
  }

  static let absent = Fact(value: CellValue(state: .absent), raw: "", place: nil, evidence: nil)
}

/// A row of which a form has any number.
package struct RepeatedRow: Hashable, Codable, Sendable {
  /// The row of the form that stands for it.
  package var table: Int
  package var row: Int

  package var label: String

  /// One fact per column.
  package var facts: [Fact]
}

/// A cell that the form does not ask for.
package struct Extra: Hashable, Sendable {
  /// The table of the document, counted from 1; `nil` in running text.
  package var table: Int?

  /// Row and column in that table, counted from 0.
  package var row: Int?
  package var column: Int?

  /// The label of the row, empty where it has none.
  package var label: String

  package var raw: String
  package var place: Place
}
