/// What a cell says.
package struct CellValue: Hashable, Codable, Sendable {
  /// The kind of content. Raw values are part of the outputs.
  package enum State: String, Hashable, Codable, Sendable, CaseIterable {
    /// A number.
    case number
    /// The cell is there and empty.
    case blank
    /// A sign for "nothing here", such as `/` or 无: not a zero.
    case placeholder
    /// A word that the form's authors gave a number, such as 未增未减.
    case word
    /// The row or the cell is not in the source, or what is left of it cannot be told apart.
    case absent
    /// Text that is no number.
    case unreadable
  }

  package var state: State

  /// The number, for the states `number` and `word`.
  package var number: ExactDecimal?

  /// The unit of ``number``: as printed in the cell, else the column's; `nil` where neither says.
  package var unit: String?

  /// Whether the unit is printed, in the cell or in the column's label; else it is known from the form alone.
  package var isUnitPrinted = false

  /// The number in the base unit, where the unit has one: 1082.33 万元 are 10823300 CNY.
  package var baseNumber: ExactDecimal?

  package var baseUnit: String?
}
