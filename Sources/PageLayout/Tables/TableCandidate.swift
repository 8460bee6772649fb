package import ConverterCore

/// A grid on a page with the words of its areas: what may become a table.
package struct TableCandidate: Hashable, Sendable {
  package var grid: Grid

  /// For each area of the grid, its words as indices into ``PageText/words``.
  package var contents: [[Int]]

  package var evidence: Evidence

  /// The level lines, drawn and imagined, from which the grid was made.
  package var level: [Ruling]
  /// The upright ones.
  package var upright: [Ruling]

  /// Grids inside of single areas, in order of their top, then their left; their words are in no area of this grid.
  package var inner: [TableCandidate] = []

  /// Where the candidate stands in a table that the file states over several pages.
  package var stated: StatedTracks?

  package var box: Rectangle { grid.box }

  /// All words of the grid and of the grids inside of it, in no particular order.
  package var words: [Int] { ownWords + inner.flatMap(\.words) }

  /// The words of the grid without those of grids inside of it, in no particular order.
  package var ownWords: [Int] { contents.flatMap(\.self) }
}

extension TableCandidate {
  /// Puts the words of a page into the areas of a grid by their middles.
  package init(
    _ grid: Grid, text: PageText, index: WordIndex, evidence: Evidence, level: [Ruling], upright: [Ruling]
  ) {
    self.grid = grid
    self.evidence = evidence
    self.level = level
    self.upright = upright
    contents = [[Int]](repeating: [], count: grid.areas.count)
    let areas = grid.areaIndices
    for word in index.words(in: grid.box) {
      let middle = index.middles[word]
      guard let row = Grid.track(at: middle.y, in: grid.rowEdges),
        let column = Grid.track(at: middle.x, in: grid.columnEdges)
      else { continue }
      contents[Int(areas[row * grid.columnCount + column])].append(word)
    }
  }

  /// How many areas hold text or grids.
  package var filledCount: Int {
    contents.indices.count { !contents[$0].isEmpty || !inner(inArea: $0).isEmpty }
  }

  /// The grids inside of an area.
  func inner(inArea area: Int) -> [TableCandidate] {
    guard !inner.isEmpty else { return [] }
    let box = grid.box(of: grid.areas[area])
    return inner.filter { box.contains(x: $0.box.midX, y: $0.box.midY) }
  }
}
