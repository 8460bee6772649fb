package import ConverterCore

/// Words by place: which words have their middle in a rectangle.
package struct WordIndex: Sendable {
  /// The middle of each word in points.
  package let middles: [(x: Double, y: Double)]

  private let byY: [Int32]

  /// The middles of `byY`, so that a search touches no words.
  private let ys: [Double]

  package init(_ words: [Word]) {
    let middles = words.map { word in
      word.direction == .right
        ? (x: word.box.midX, y: word.baseline - 0.3 * word.size) : (x: word.box.midX, y: word.box.midY)
    }
    self.middles = middles
    byY = words.indices.map(Int32.init).sorted {
      (middles[Int($0)].y, $0) < (middles[Int($1)].y, $1)
    }
    ys = byY.map { middles[Int($0)].y }
  }

  /// The words whose middle lies in the box, in order of their middle's y.
  package func words(in box: Rectangle) -> [Int] {
    var found: [Int] = []
    var position = ys.partitioningIndex { $0 >= box.y0 }
    while position < ys.count, ys[position] <= box.y1 {
      let word = Int(byY[position])
      if middles[word].x >= box.x0, middles[word].x <= box.x1 { found.append(word) }
      position += 1
    }
    return found
  }

  /// Whether the middle of a word lies in the box.
  package func hasWord(in box: Rectangle) -> Bool {
    var position = ys.partitioningIndex { $0 >= box.y0 }
    while position < ys.count, ys[position] <= box.y1 {
      let x = middles[Int(byY[position])].x
      if x >= box.x0, x <= box.x1 { return true }
      position += 1
    }
    return false
  }
}
