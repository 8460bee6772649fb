internal import ConverterCore

/// Headings turned by a quarter above the columns of a table that alignment shows:
///
///                        c    c
///                        a    s
///                        l    n
///     District    Total  C    I
///     ──────────────────────────
///     North         109  72   37
///
/// Level headings that stand beside them, as `District` and `Total`, come along.
extension TableCandidate {
  /// The candidate with the turned headings right above its rows in the cells that they head; unchanged where there are not two of
  /// them, or one stands above no column or above another heading.
  ///
  /// - Parameters:
  ///   - text: the text of the page.
  ///   - index: the words of the page by place.
  ///   - isFree: whether a word, as an index into ``PageText/words``, is in no table.
  ///   - tolerances: the constants of the analysis.
  func withTurnedHeads(
    text: PageText, index: WordIndex, isFree: (_ word: Int) -> Bool, tolerances: Tolerances
  ) -> TableCandidate {
    guard evidence == .aligned, let size = text.typicalSize(of: ownWords), let body = firstValuedRow(text) else {
      return self
    }
    let foot = grid.rowEdges[body]
    let above = Rectangle(
      x0: box.x0, y0: box.y0 - tolerances.turnedHeadReach * size, x1: box.x1,
      y1: foot + tolerances.edgeOverlap * size)
    let words = index.words(in: above).filter(isFree)
    for direction in [Glyph.Direction.up, .down] {
      let heads = text.lines(of: words.filter { text.words[$0].direction == direction }, direction: direction)
        .compactMap { line in text.box(of: line).map { (words: line, box: $0) } }
        // Turned text further up is of something else.
        .filter { $0.box.y1 > box.y0 - tolerances.edgeReach * size && $0.box.y1 <= above.y1 }
      guard heads.count > 1, let headed = placing(heads, above: body, size: size, tolerances: tolerances) else {
        continue
      }
      let beside = words.filter { text.words[$0].direction == .right && index.middles[$0].y > headed.box.y0 }
      return headed.adding(beside, to: max(body, 1), index: index)
    }
    return self
  }

  /// The first row that holds a figure right of the labels; `nil` where none does.
  private func firstValuedRow(_ text: PageText) -> Int? {
    zip(grid.areas, contents).filter { area, words in
      area.columns.lowerBound > 0 && !words.isEmpty && words.allSatisfy { text.words[$0].isValue }
        && !text.isYear(words)
    }.map(\.0.rows.lowerBound).min()
  }

  /// The candidate with headings in the row above the body at whose height they end, a new row where there is none.
  private func placing(
    _ heads: [(words: [Int], box: Rectangle)], above body: Int, size: Double, tolerances: Tolerances
  ) -> TableCandidate? {
    var headed = body > 0 ? self : withRowAbove()
    let lastHeader = max(body - 1, 0)
    let areas = headed.grid.areaIndices
    var taken: Set<Int> = []
    for head in heads {
      guard let column = Grid.track(at: head.box.midX, in: grid.columnEdges) else { return nil }
      let row = min(Grid.track(at: head.box.y1, in: headed.grid.rowEdges) ?? 0, lastHeader)
      let area = Int(areas[row * grid.columnCount + column])
      // Several lines of one heading share its cell.
      guard headed.contents[area].isEmpty || taken.contains(area), headed.grid.areas[area].columns.count == 1 else {
        return nil
      }
      taken.insert(area)
      headed.contents[area] += head.words
    }
    guard taken.count > 1 else { return nil }
    let top = heads.map(\.box.y0).min() ?? headed.grid.rowEdges[0]
    headed.grid.rowEdges[0] = min(headed.grid.rowEdges[0], top - tolerances.edgeMargin * size)
    return headed
  }

  /// The candidate with level words in the blank cells of its header rows in whose column they stand.
  private func adding(_ words: [Int], to headerRows: Int, index: WordIndex) -> TableCandidate {
    var result = self
    let areas = grid.areaIndices
    for word in words {
      let middle = index.middles[word]
      guard let column = Grid.track(at: middle.x, in: grid.columnEdges),
        let row = Grid.track(at: middle.y, in: grid.rowEdges), row < headerRows
      else { continue }
      let area = Int(areas[row * grid.columnCount + column])
      if contents[area].isEmpty { result.contents[area].append(word) }
    }
    return result
  }

  /// The candidate with a blank row above, whose top is yet that of the row below.
  private func withRowAbove() -> TableCandidate {
    var result = self
    result.grid.rowEdges.insert(grid.box.y0, at: 0)
    result.grid.areas =
      (0..<grid.columnCount).map { Grid.Area(rows: 0..<1, columns: $0..<$0 + 1) }
      + grid.areas.map {
        Grid.Area(rows: $0.rows.lowerBound + 1..<$0.rows.upperBound + 1, columns: $0.columns)
      }
    result.contents = [[Int]](repeating: [], count: grid.columnCount) + contents
    return result
  }
}
