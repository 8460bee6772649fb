internal import ConverterCore

/// Attaches to tables what stands right above them and belongs to them, as ``TableNames`` reads it.
package enum TableSurroundings {
  /// The items with captions and units moved into their tables; a line that holds more than them stays as well.
  package static func attached(_ items: [PageItem], tolerances: Tolerances = .standard) -> [PageItem] {
    var result: [PageItem] = []
    for item in items {
      guard case .table(var table) = item else {
        result.append(item)
        continue
      }
      var lines: [(index: Int, text: String)] = []
      var top = table.origin.place.box.y0
      for index in result.indices.suffix(TableNames.mostLines).reversed() {
        guard case .text(let block) = result[index], block.lines.count <= 3,
          top - block.box.y1 < tolerances.captionDistance * block.style.size, block.box.y0 < top
        else { break }
        top = block.box.y0
        lines.append((index, block.text))
      }
      var names = TableNames(caption: table.caption, unit: table.unit)
      for index in names.take(from: lines) { result.remove(at: index) }
      (table.caption, table.unit) = (names.caption, names.unit)
      result.append(.table(table))
    }
    return result
  }
}
