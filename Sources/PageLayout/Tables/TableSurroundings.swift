internal import ConverterCore

/// Attaches to tables what stands above them and belongs to them: the caption and the unit of the figures.
///
///     表2 收入决算表
///                              单位：万元
///     ┌──────────┬──────────┬──────────┐
///
///     Table 2. Outlays, by agency
///     [In millions of dollars]
///     ─────────────────────────
package enum TableSurroundings {
  /// The items with captions and units moved into their tables; a line that holds more than them stays as well.
  package static func attached(_ items: [PageItem], tolerances: Tolerances = .standard) -> [PageItem] {
    var result: [PageItem] = []
    for item in items {
      guard case .table(var table) = item else {
        result.append(item)
        continue
      }
      let top = table.origin.place.box.y0
      var headnote: TextBlock?
      for _ in 0..<2 {
        guard case .text(let block)? = result.last, block.lines.count <= 3,
          top - block.box.y1 < tolerances.captionDistance * block.style.size, block.box.y0 < top
        else { break }
        if table.unit == nil, let unit = unit(in: block.text) {
          table.unit = unit.name
          guard unit.isWhole else { break }
          result.removeLast()
        } else if table.caption == nil, let caption = Caption(block.text),
          caption.isContinuation || !block.text.hasSuffix(".")
        {
          table.caption = [block.text, headnote?.text].compactMap(\.self).joined(separator: " ")
          headnote = nil
          result.removeLast()
        } else if headnote == nil, Caption.isHeadnote(block.text) {
          headnote = block
          result.removeLast()
        } else {
          break
        }
      }
      if let headnote { result.append(.text(headnote)) }
      result.append(.table(table))
    }
    return result
  }

  /// The unit that a line names, and whether the line says nothing else.
  private static func unit(in line: String) -> (name: String, isWhole: Bool)? {
    for mark in ["单位：", "单位:", "金额单位：", "Unit: "] {
      guard let found = line.range(of: mark) else { continue }
      let name = line[found.upperBound...].prefix { !"）)，,；; ".contains($0) }
      let before = line[..<found.lowerBound].filter { !"（( 　金额".contains($0) }
      let after = line[name.endIndex...].filter { !"）) 　".contains($0) }
      guard !name.isEmpty, name.count <= 8, !before.hasSuffix("编制"), !before.hasSuffix("填报") else { continue }
      return (String(name), before.isEmpty && after.isEmpty)
    }
    guard Caption.isHeadnote(line) || line.first == "(" && line.last == ")" else { return nil }
    let inner = line.dropFirst().dropLast().drop { $0 == " " }
    let name = inner.last == "." ? inner.dropLast() : inner
    let words = name.lowercased().split { !$0.isLetter }
    guard name.utf8.count <= longestUnit, !name.contains(". "), !name.contains(where: { "()".contains($0) }),
      words.contains(where: { measures.contains(String($0)) })
    else { return nil }
    return (String(name), true)
  }

  /// Bytes of the longest text in brackets that is taken for a unit; longer ones tell more than that.
  private static let longestUnit = 60

  /// Words of which a line in brackets has one where it is a unit: `(Dollars in millions)`, `[In thousands]`.
  private static let measures: Set<String> = [
    "hundreds", "thousand", "thousands", "million", "millions", "billion", "billions", "dollars", "percent", "acres",
    "tons", "barrels",
  ]
}

extension String {
  /// The first place of another string.
  fileprivate func range(of other: String) -> Range<String.Index>? {
    ranges(of: other).first
  }
}
