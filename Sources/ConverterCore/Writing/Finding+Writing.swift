/// What outputs cannot say, in words.
extension Finding {
  /// Cells over several rows or columns in an output whose grids have none, as a note; none where there are no such cells.
  ///
  /// - Parameters:
  ///   - document: what is written.
  ///   - format: the name of the output, such as `csv`.
  ///   - place: where their texts stand, in words.
  static func lostSpans(of document: Document, format: OutputFormat, textsStand place: String) -> [Finding] {
    let count = document.tables.reduce(0) { total, table in
      // By index: taking a cell out would count references to its texts.
      total + table.cells.indices.count { table.cells[$0].rows.count > 1 || table.cells[$0].columns.count > 1 }
    }
    guard count > 0 else { return [] }
    let cells = count == 1 ? "1 cell spans" : "\(count) cells span"
    return [
      Finding(
        .note, "\(format.name).spans.lost",
        "\(cells) several rows or columns, which \(format.name) cannot say; the text stands \(place)")
    ]
  }

  /// Text without tables in outputs of tables alone, as a warning.
  package static func lostText(in formats: [OutputFormat]) -> Finding {
    Finding(
      .warning, "output.text.lost",
      "the document has text but no tables, and \(formats.map(\.name).joined(separator: ", ")) holds nothing else")
  }

  /// Texts that end too early in a workbook, as a warning for all of them together.
  static func cutTexts(_ count: Int, at first: Place, longest: Int) -> Finding {
    let texts = count == 1 ? "the text of 1 cell is" : "the texts of \(count) cells are"
    return Finding(
      .warning, "xlsx.text.cut", "\(texts) cut: a cell of a workbook holds \(longest) units of UTF-16", at: first)
  }

  /// Captions of which the name of a sheet gives only a part, as a note.
  static func cutCaptions(_ count: Int) -> Finding {
    let captions = count == 1 ? "1 caption stands" : "\(count) captions stand"
    return Finding(
      .note, "xlsx.caption.cut",
      "\(captions) in the name of a sheet without all characters, for want of room or because such names cannot have them"
    )
  }
}
