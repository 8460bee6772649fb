/// Decides which of all candidates stand.
enum ShapeSelection {
  /// The shapes that compete.
  private static let shapes: [any Shape.Type] = [
    DrawnShape.self, PrintedShape.self, TabIndentedShape.self, BarShape.self, FigureShape.self, DelimitedShape.self,
    TabStopShape.self, AlignedShape.self, FixedWidthShape.self, KeyValueShape.self, CellRunShape.self,
  ]

  /// The candidates that stand, in order of lines, none overlapping another: first the table that the name of the text promises,
  /// then those of the stronger shape, of equally strong ones the longer, of equally long ones the earlier.
  ///
  /// - Complexity: O(*n* log *n*) for *n* candidates, and one mark a line.
  static func choose(in text: TextLines) -> [ShapeCandidate] {
    var free = FreeLines(count: text.count)
    for fence in text.fences { free.claim(fence) }
    var chosen: [ShapeCandidate] = []
    if let named = DelimitedShape.named(text) {
      free.claim(named.lines)
      chosen.append(named)
    }
    for strength in ShapeStrength.allCases.reversed() {
      let candidates = shapes.filter { $0.strength == strength }.flatMap { $0.candidates(in: text, free: free) }
      // Apart: a comparison that reached into candidates would count references to their tables.
      let lines = candidates.map(\.lines)
      let ranked = candidates.indices.sorted { first, second in
        let (one, other) = (lines[first], lines[second])
        return (other.count, one.lowerBound, first) < (one.count, other.lowerBound, second)
      }
      for index in ranked where free.contains(lines[index]) {
        free.claim(lines[index])
        chosen.append(candidates[index])
      }
    }
    chosen.sort { $0.lines.lowerBound < $1.lines.lowerBound }
    return chosen
  }
}

/// The lines that no shape has claimed yet.
struct FreeLines: Sendable {
  private var isClaimed: [Bool]

  init(count: Int) {
    isClaimed = [Bool](repeating: false, count: count)
  }

  /// Whether a line is free; indices count from 0.
  subscript(line: Int) -> Bool { !isClaimed[line] }

  /// Whether all of the lines are free.
  func contains(_ lines: Range<Int>) -> Bool { !isClaimed[lines].contains(true) }

  mutating func claim(_ lines: Range<Int>) {
    for line in lines { isClaimed[line] = true }
  }
}
