package import ConverterCore

extension TableCandidate {
  /// The candidate as a table of the model, each cell with its text and its place; `nil` where its areas overlap,
  /// which no step makes.
  package func table(on page: Int, text: PageText) -> Table? {
    let cells = grid.areas.indices.map { area in
      Cell(
        rows: grid.areas[area].rows, columns: grid.areas[area].columns, text: text.string(ofCell: contents[area]),
        origin: Origin(.page(page, grid.box(of: grid.areas[area])), evidence))
    }
    return try? Table(
      rowCount: grid.rowCount, columnCount: grid.columnCount, cells: cells,
      origin: Origin(.page(page, box), evidence))
  }
}

extension PageText {
  /// The text of a cell, without the leaders that only guide the eye from a label to its figure.
  fileprivate func string(ofCell indices: [Int]) -> String {
    let said = indices.filter { !words[$0].traits.contains(.leader) }
    return string(of: said.isEmpty ? indices : said)
  }
}
