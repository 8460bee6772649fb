internal import ConverterCore

extension [Word] {
  /// Makes dots that stand apart from each other one leader: `Introduction . . . . . . 3`.
  ///
  /// - Parameters:
  ///   - start: the first word of a row; those after it stand in the same row, from left to right, with their glyphs side by side
  ///     in `order`.
  mutating func joinLeaders(from start: Int, glyphs: [Glyph], order: [Int32], tolerances: Tolerances) {
    guard count - start >= tolerances.text.leastLeaderDots else { return }
    replaceDots(from: start) { words, index, kept in
      var end = index + 1
      if words[index].isDots(glyphs, order: order) {
        while end < words.count, words[end].isDots(glyphs, order: order),
          words[end].local.x0 - words[end - 1].local.x1 <= tolerances.text.leaderStep * words[end].size
        { end += 1 }
      }
      // Often the first dot touches the label.
      if end - index + 1 >= tolerances.text.leastLeaderDots, kept > start,
        words[kept - 1].isDotted(by: words[index..<end], glyphs, order, tolerances)
      {
        words[index].glyphs =
          words[kept - 1].giveLastGlyph(glyphs, order: order)..<words[index].glyphs.upperBound
        words[index].box.x0 = words[kept - 1].box.x1
      }
      // And the last one the figure.
      if end - index + 1 >= tolerances.text.leastLeaderDots, end - index > 1, end < words.count,
        words[end].isDotted(after: words[end - 1], glyphs, order, tolerances)
      {
        words[end - 1].glyphs =
          words[end - 1].glyphs.lowerBound..<words[end].giveFirstGlyph(glyphs, order: order)
      }
      let dots = words[index].glyphs.lowerBound..<words[end - 1].glyphs.upperBound
      return (end, end - index > 1 && dots.count >= tolerances.text.leastLeaderDots)
    }
  }

  /// Makes leaders of the few dots for which long labels leave room: they stand apart from each other as those of leaders do and end
  /// where leaders of the page end.
  mutating func joinShortLeaders(glyphs: [Glyph], order: [Int32], tolerances: Tolerances) {
    let ends = filter { $0.traits.contains(.leader) && $0.direction == .right }.map(\.box.x1).sorted()
    guard !ends.isEmpty else { return }
    replaceDots(from: 0) { words, index, kept in
      var end = index + 1
      guard words[index].isDots(glyphs, order: order), words[index].direction == .right, kept > 0,
        words[kept - 1].leads(to: words[index]), !words[kept - 1].isDots(glyphs, order: order)
      else { return (end, false) }
      while end < words.count, words[end].isDots(glyphs, order: order), words[end - 1].leads(to: words[end]),
        words[end].box.x0 - words[end - 1].box.x1 <= tolerances.text.leaderStep * words[end].size
      { end += 1 }
      let last = words[end - 1]
      let drift = tolerances.text.leaderDrift * last.size
      let near = ends.partitioningIndex { $0 >= last.box.x1 - drift }
      return (end, end - index > 1 && near < ends.count && ends[near] <= last.box.x1 + drift)
    }
  }

  /// Puts one leader in place of each run of dots that is one.
  ///
  /// - Parameter run: told the words, where a run may begin and how many words of those before are kept, says where it ends and
  ///   whether it is a leader.
  private mutating func replaceDots(
    from start: Int, _ run: (_ words: inout [Word], _ index: Int, _ kept: Int) -> (end: Int, isLeader: Bool)
  ) {
    var kept = start
    var index = start
    while index < count {
      let (end, isLeader) = run(&self, index, kept)
      if isLeader {
        self[kept] = Word(leaderOf: self[index..<end])
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
  /// The leader of some dots, whose glyphs stand side by side.
  fileprivate init(leaderOf dots: ArraySlice<Word>) {
    self = dots[dots.startIndex]
    for word in dots.dropFirst() { box = box.union(word.box) }
    glyphs = glyphs.lowerBound..<dots[dots.endIndex - 1].glyphs.upperBound
    traits.insert(.leader)
  }

  /// Whether another word stands right of the word in its line.
  fileprivate func leads(to word: Word) -> Bool {
    direction == .right && word.direction == .right && baseline == word.baseline && box.x1 <= word.box.x0
  }

  /// Whether the word ends with a full stop that stands as far before dots as these do from each other: the first of them.
  fileprivate func isDotted(by dots: ArraySlice<Word>, _ glyphs: [Glyph], _ order: [Int32], _ tolerances: Tolerances)
    -> Bool
  {
    guard self.glyphs.count > 1, self.glyphs.upperBound == dots.first?.glyphs.lowerBound, direction == .right,
      glyphs[Int(order[self.glyphs.upperBound - 1])].text == ".", let first = dots.first,
      let second = dots.dropFirst().first
    else { return false }
    return abs((first.box.x0 - box.x1) - (second.box.x0 - first.box.x1)) < tolerances.text.leaderDrift * size
  }

  /// Whether the word is a whole number behind a full stop that stands as far from dots as these do from each other: the last of
  /// them. One that stands elsewhere is the decimal point of `.25`.
  fileprivate func isDotted(
    after dots: Word, _ glyphs: [Glyph], _ order: [Int32], _ tolerances: Tolerances
  ) -> Bool {
    let first = self.glyphs.lowerBound
    guard self.glyphs.count > 1, first == dots.glyphs.upperBound, first >= 2, direction == .right,
      glyphs[Int(order[first])].text == ".", glyphs[Int(order[first - 2])].text == ".",
      self.glyphs.dropFirst().allSatisfy({ glyphs[Int(order[$0])].text.utf8.allSatisfy { (0x30...0x39).contains($0) } })
    else { return false }
    let ends = (first - 2...first).map { glyphs[Int(order[$0])].box.x0 }
    return abs((ends[2] - ends[1]) - (ends[1] - ends[0])) < tolerances.text.leaderDrift * size
  }

  /// Takes the first glyph from the word and returns the position in the order behind it.
  fileprivate mutating func giveFirstGlyph(_ glyphs: [Glyph], order: [Int32]) -> Int {
    self.glyphs = self.glyphs.dropFirst()
    box = self.glyphs.map { glyphs[Int(order[$0])].box }.reduce(glyphs[Int(order[self.glyphs.lowerBound])].box) {
      $0.union($1)
    }
    return self.glyphs.lowerBound
  }

  /// Takes the last glyph from the word and returns its position in the order.
  fileprivate mutating func giveLastGlyph(_ glyphs: [Glyph], order: [Int32]) -> Int {
    self.glyphs = self.glyphs.dropLast()
    box = self.glyphs.map { glyphs[Int(order[$0])].box }.reduce(glyphs[Int(order[self.glyphs.lowerBound])].box) {
      $0.union($1)
    }
    traits.remove(.stopEnd)
    return self.glyphs.upperBound
  }

  /// Whether a word holds nothing but full stops.
  fileprivate func isDots(_ glyphs: [Glyph], order: [Int32]) -> Bool {
    traits.contains(.symbol) && self.glyphs.allSatisfy { glyphs[Int(order[$0])].text == "." }
  }
}
