internal import ConverterCore

/// Attaches to tables what stands above them and belongs to them: the caption and the unit of the figures.
///
///     表2 收入决算表                       Table 2. Revenue
///                              单位：万元  [In thousands of dollars]
///     ┌──────────┬──────────┬──────────┐   ──────────┬──────────┬───
package enum TableSurroundings {
  /// The items with captions and units moved into their tables; a line that holds more than them stays as well. What square brackets
  /// say below a caption belongs to it, and in other brackets stays.
  package static func attached(_ items: [PageItem], tolerances: Tolerances = .standard) -> [PageItem] {
    var result: [PageItem] = []
    for item in items {
      guard case .table(var table) = item else {
        result.append(item)
        continue
      }
      var top = table.origin.place.box.y0
      var next = result.endIndex
      var headnote: TextBlock?
      for _ in 0..<tolerances.mostHeadnotes + 1 {
        guard next > 0, case .text(let block) = result[next - 1], block.lines.count <= 3,
          top - block.box.y1 < tolerances.captionDistance * block.style.size, block.box.y0 < top
        else { break }
        next -= 1
        top = block.box.y0
        if table.unit == nil, let unit = UnitLine(block.text) {
          table.unit = unit.name
          if unit.isWhole { result.remove(at: next) }
        } else if table.caption == nil, let caption = Caption(block.text),
          caption.isContinuation || !block.text.hasSuffix(".")
        {
          table.caption = [block.text, headnote?.text].compactMap(\.self).joined(separator: " ")
          headnote = nil
          result.remove(at: next)
        } else if table.caption == nil, headnote == nil, Headnote.isInSquareBrackets(block.text) {
          headnote = block
          result.remove(at: next)
        } else if table.caption != nil || Headnote.content(of: block.text) == nil {
          break
        }
      }
      if let headnote { result.append(.text(headnote)) }
      result.append(.table(table))
    }
    return result
  }
}
