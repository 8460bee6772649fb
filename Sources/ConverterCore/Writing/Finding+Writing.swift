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
}
