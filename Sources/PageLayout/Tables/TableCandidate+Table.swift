package import ConverterCore

extension TableCandidate {
  /// The candidate as a table of the model, each cell with its text and its place; `nil` where its areas overlap,
  /// which no step makes.
  package func table(on page: Int, text: PageText) -> Table? {
    let cells = grid.areas.indices.map { area in
      Cell(
        rows: grid.areas[area].rows, columns: grid.areas[area].columns, text: text.string(of: contents[area]),
        origin: Origin(.page(page, grid.box(of: grid.areas[area])), evidence))
    }
    return try? Table(
      rowCount: grid.rowCount, columnCount: grid.columnCount, cells: cells,
      origin: Origin(.page(page, box), evidence))
  }
}
