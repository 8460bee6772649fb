internal import ConverterCore

/// One cell of a table row, or one line of running text, with what it may be to a form.
struct RowToken {
  let text: String

  /// The text as it stands in the source, before any normalization.
  var raw: String
  let place: Place

  /// The grid columns that the cell covers; a line of text covers the one of its number in the row.
  let columns: Range<Int>

  /// The lines of a text between which the token stands, for runs of cells; 0 elsewhere.
  var line = 0
  var endLine = 0

  let content: Content

  enum Content {
    case blank
    /// Something that a value cell can hold and no label does.
    case value
    case label([LabelRole])
    /// Neither a label nor readable as a value.
    case other
  }
}

extension RowToken {
  var isBlank: Bool { if case .blank = content { true } else { false } }

  /// What the text may be as a label; empty for what is none.
  var roles: [LabelRole] { if case .label(let roles) = content { roles } else { [] } }
}

extension Form {
  /// Tells what a text may be.
  func content(of text: String, folding: LabelFolding) -> RowToken.Content {
    // Most cells hold digits alone: no key is made for them.
    if !text.isEmpty, text.utf8.allSatisfy({ $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }) { return .value }
    let key = folding.key(text)
    if key.isEmpty { return .blank }
    let roles = labels.roles(of: key)
    if !roles.isEmpty { return .label(roles) }
    return readsSomewhere(text, folding: folding) ? .value : .other
  }

  /// Whether any column can read the text as a value.
  private func readsSomewhere(_ text: String, folding: LabelFolding) -> Bool {
    guard text.utf8.count <= 200 else { return false }
    return readings.contains { $0.reads(text, folding: folding) }
  }
}
