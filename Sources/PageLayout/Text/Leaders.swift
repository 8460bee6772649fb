internal import ConverterCore

extension [Word] {
  /// Makes dots that stand apart from each other one leader: `Introduction . . . . . . 3`.
  ///
  /// - Parameters:
  ///   - start: the first word of a row; those after it stand in the same row, from left to right, with their glyphs side by side
  ///     in `order`.
  mutating func joinLeaders(from start: Int, glyphs: [Glyph], order: [Int32], tolerances: Tolerances) {
    guard count - start >= tolerances.text.leastLeaderDots else { return }
    var kept = start
    var index = start
    while index < count {
      var end = index + 1
      if self[index].isDots(glyphs, order: order) {
        while end < count, self[end].isDots(glyphs, order: order),
          self[end].local.x0 - self[end - 1].local.x1 <= tolerances.text.leaderStep * self[end].size
        { end += 1 }
      }
      let range = self[index].glyphs.lowerBound..<self[end - 1].glyphs.upperBound
      if end - index > 1, range.count >= tolerances.text.leastLeaderDots {
        var leader = self[index]
        for dots in self[index..<end] { leader.box = leader.box.union(dots.box) }
        leader.glyphs = range
        leader.traits.insert(.leader)
        self[kept] = leader
        kept += 1
      } else {
        for single in index..<end {
          self[kept] = self[single]
          kept += 1
        }
      }
      index = end
    }
    removeSubrange(kept...)
  }
}

extension Word {
  /// Whether a word holds nothing but full stops.
  fileprivate func isDots(_ glyphs: [Glyph], order: [Int32]) -> Bool {
    traits.contains(.symbol) && self.glyphs.allSatisfy { glyphs[Int(order[$0])].text == "." }
  }
}
