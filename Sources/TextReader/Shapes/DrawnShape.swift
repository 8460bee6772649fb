internal import ConverterCore
internal import FoundationEssentials

/// Tables drawn with characters: grids of `+---+` (reStructuredText, database clients) and of box drawing lines.
///
///     +------+--------------+      ┌──────┬──────┐
///     | Quay | Ships        |      │ 码头 │ 船只 │
///     |      +------+-------+      ├──────┼──────┤
///     |      | in   | out   |      │ 北   │   12 │
///     +------+------+-------+      └──────┴──────┘
///
/// Edges of cells are where rules meet; cells without an edge between them are one. What stands beside the drawing is a column of
/// its own; a drawing whose text does not all come into cells, such as one inside another, is left as lines.
enum DrawnShape: Shape {
  static let strength = ShapeStrength.marked

  static func candidates(in text: TextLines, free: FreeLines) -> [ShapeCandidate] {
    var found: [ShapeCandidate] = []
    var index = 0
    while index < text.count {
      guard isRule(text, index) else {
        index += 1
        continue
      }
      let start = index
      while index < text.count, isDrawn(text, index) { index += 1 }
      var end = index
      while end > start, !isRule(text, end - 1) { end -= 1 }
      if let table = Drawing(text, start..<end)?.table(), let candidate = ShapeCandidate(start..<end, table) {
        found.append(candidate)
      }
    }
    return found
  }

  /// A line of rules with corners at its ends: `+--+--+`, `┌──┬──┐`, `├──┼──┤`.
  private static func isRule(_ text: TextLines, _ index: Int) -> Bool {
    let traits = text[index].traits
    guard traits.contains(.rule) else { return false }
    if traits.contains(.box) { return true }
    let range = text.trimmed(text[index].bytes)
    let bytes = text.utf8.span
    let plus = UInt8(ascii: "+")
    return range.count > 2 && bytes[range.lowerBound] == plus && bytes[range.upperBound - 1] == plus
  }

  private static func isDrawn(_ text: TextLines, _ index: Int) -> Bool {
    isRule(text, index) || text[index].traits.contains(.bar)
  }
}

/// A drawing as a raster of lines and columns.
private struct Drawing {
  private let text: TextLines
  private let lines: Range<Int>
  /// The marks of each line by column.
  private let rasters: [LineRaster]
  /// Columns where cells may begin and end, in order; the first and the last may be where text beside the drawing begins and ends.
  private let edges: [Int]
  /// Columns of cells that are drawn, by their positions among the edges.
  private let drawn: Range<Int>

  /// A wider drawing is none.
  private static let widest = 4096

  init?(_ text: TextLines, _ lines: Range<Int>) {
    guard lines.count > 2 else { return nil }
    self.text = text
    self.lines = lines
    // Drawings count wide characters as two columns, and their lines as well where fonts have them so wide; those made by programs
    // that count characters are read so.
    for (wide, box) in [(2, 1), (2, 2), (1, 1)] {
      let rasters = lines.map { LineRaster(text, $0, wide: wide, box: box, atMost: Drawing.widest) }
      guard rasters.allSatisfy({ $0.width <= Drawing.widest }) else { return nil }
      let edges = Drawing.edges(rasters)
      let contents = rasters.filter { !$0.isRule }
      let fitting = contents.count { raster in raster.bars.allSatisfy { edges.contains($0) } && !raster.bars.isEmpty }
      if edges.count > 2 && fitting * 10 >= contents.count * 9 || wide == 1 {
        self.rasters = rasters
        guard edges.count > 1, fitting * 10 >= contents.count * 9, let left = edges.min(), let right = edges.max()
        else { return nil }
        // The frame of a table has no gaps; boxes of a diagram stand apart.
        guard [rasters.first, rasters.last].allSatisfy({ $0?.hasRule(between: left, and: right) ?? false }) else {
          return nil
        }
        let inked = rasters.compactMap { $0.inked(text) }
        let before = inked.contains { $0.lowerBound < left } ? [-1] : []
        let behind = inked.contains { $0.upperBound > right } ? [1 + (inked.map(\.upperBound).max() ?? right)] : []
        self.edges = before + edges.sorted() + behind
        drawn = before.count..<(before.count + edges.count - 1)
        return
      }
    }
    return nil
  }

  /// The columns of all corners.
  private static func edges(_ rasters: [LineRaster]) -> Set<Int> {
    rasters.reduce(into: []) { edges, raster in edges.formUnion(raster.corners) }
  }

  func table() -> TextTable? {
    let bands = bands()
    guard !bands.isEmpty, edges.count > 1, bands.count * (edges.count - 1) <= 4_000_000 else { return nil }
    var grid = CellUnion(rows: bands.count, columns: edges.count - 1)
    for (row, band) in bands.enumerated() {
      for column in 1..<max(1, edges.count - 1)
      where band.lines.allSatisfy({ !rasters[$0].hasBar(at: edges[column]) }) {
        grid.join((row, column - 1), (row, column))
      }
      guard row > 0 else { continue }
      for column in 0..<(edges.count - 1) {
        let isOpen = band.rule.map { !rasters[$0].hasRule(between: edges[column], and: edges[column + 1]) } ?? false
        if isOpen && drawn.contains(column) { grid.join((row - 1, column), (row, column)) }
      }
    }
    guard let areas = grid.rectangles() else { return nil }
    var table = TextTable(rowCount: bands.count, columnCount: edges.count - 1)
    var textCount = 0
    for area in areas {
      let first = bands[area.rows.lowerBound].lines.lowerBound
      let last = bands[area.rows.upperBound - 1].lines.upperBound
      let content = content(first..<last, edges[area.columns.lowerBound]..<edges[area.columns.upperBound])
      table.append(
        rows: area.rows, columns: area.columns, text: content.text, lines: content.lines,
        meaning: CellMeaning(content.text),
        evidence: .ruled)
      textCount += content.text.unicodeScalars.count { LineRaster.isText($0.value) }
    }
    guard textCount == rasters.reduce(0, { $0 + $1.textCount }) else { return nil }
    if let headers = headerRows(bands) {
      table.statedHeaderRows = headers
      return table
    }
    return table
  }

  /// Rows of the drawing: lines of content between rules.
  private struct Band {
    /// Indices into the rasters.
    var lines: Range<Int>
    /// The rule above, unless it is the first line or the row above is separated by its line end alone.
    var rule: Int?
  }

  private func bands() -> [Band] {
    var bands: [Band] = []
    var start: Int?
    var rule: Int?
    let rules = rasters.indices.filter { rasters[$0].isRule }
    // Database clients rule off only the header: then each line is a row.
    let lineIsRow =
      rules.count <= 3 && rasters.count > rules.count + 2 && Set(rules.map { rasters[$0].isDouble }).count == 1
      && everyLineStartsARow()
    for (index, raster) in rasters.enumerated() {
      if raster.isRule {
        if let start { bands.append(Band(lines: start..<index, rule: rule)) }
        start = nil
        rule = index
      } else if start == nil {
        start = index
      }
    }
    guard lineIsRow else { return bands }
    return bands.flatMap { band in
      band.lines.map { Band(lines: $0..<($0 + 1), rule: $0 == band.lines.lowerBound ? band.rule : nil) }
    }
  }

  private func everyLineStartsARow() -> Bool {
    let first = edges[drawn.lowerBound]..<edges[drawn.lowerBound + 1]
    return rasters.indices.allSatisfy { index in
      rasters[index].isRule || !content(index..<(index + 1), first).text.isEmpty
    }
  }

  /// The number of rows above a rule of `=` or double lines, or above the only inner rule.
  private func headerRows(_ bands: [Band]) -> Int? {
    if let marked = bands.firstIndex(where: { $0.rule.map { rasters[$0].isDouble } ?? false }), marked > 0 {
      let isOnly = !rasters[0].isDouble
      if isOnly { return marked }
    }
    let ruled = bands.indices.filter { $0 > 0 && bands[$0].rule != nil }
    return ruled == [1] && bands.count > 2 ? 1 : nil
  }

  /// The text inside an area: its lines trimmed, blank ones left out.
  private func content(_ rows: Range<Int>, _ columns: Range<Int>) -> (text: String, lines: ClosedRange<Int>) {
    var text = ""
    var first: Int?
    var last: Int?
    for row in rows where row < rasters.count {
      guard !rasters[row].isRule || !rasters[row].hasRule(between: columns.lowerBound, and: columns.upperBound) else {
        continue
      }
      let bytes = self.text.trimmed(rasters[row].bytes(from: columns.lowerBound + 1, to: columns.upperBound))
      guard !bytes.isEmpty else { continue }
      let line = lines.lowerBound + row
      text += (text.isEmpty ? "" : "\n") + self.text.string(bytes, of: line)
      first = first ?? line
      last = line
    }
    let start = first ?? lines.lowerBound + rows.lowerBound
    return (text, start...(last ?? start))
  }
}
