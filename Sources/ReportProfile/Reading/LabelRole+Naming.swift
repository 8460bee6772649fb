/// What a label names.
extension LabelRole {
  var namesColumns: Bool {
    switch self {
    case .column, .columnGroup, .stub: true
    case .section, .caption, .row, .rowGroup: false
    }
  }

  var namesRows: Bool {
    switch self {
    case .row, .rowGroup: true
    case .section, .caption, .stub, .column, .columnGroup: false
    }
  }

  /// The table and row that the label names.
  var row: (table: Int, row: Int)? {
    if case .row(let table, let row) = self { (table, row) } else { nil }
  }
}
