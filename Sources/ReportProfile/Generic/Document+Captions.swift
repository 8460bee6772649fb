internal import ConverterCore

extension Document {
  /// All tables in reading order; one without a caption has the line right above it for its own, where a short one stands there.
  var captionedTables: [Table] {
    var tables: [Table] = []
    var above: String?
    for block in blocks {
      var found = block.tables
      if case .table(let table) = block, table.caption == nil, let above { found[0].caption = above }
      tables += found
      above = block.lineAbove
    }
    return tables
  }
}

extension Block {
  /// The text of a heading or paragraph that may name the table below it.
  fileprivate var lineAbove: String? {
    let text: String? =
      switch self {
      case .heading(let heading): heading.text
      case .paragraph(let paragraph): paragraph.text
      case .listItem, .table, .figure, .aside: nil
      }
    guard let text, !text.contains("\n"), (1...Self.longestCaption).contains(text.unicodeScalars.count) else {
      return nil
    }
    return text
  }

  /// Characters from which on a line above a table is prose.
  private static var longestCaption: Int { 120 }
}
