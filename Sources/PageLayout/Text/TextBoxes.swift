internal import ConverterCore

/// Text in shaded boxes that stand beside other text, which is read by itself: a marginal note, a box with facts.
///
///     The main text runs   ┌░░░░░░░░░░░┐
///     beside the box and   │ A box has │
///     goes on below it.    │ its own.  │
///                          └░░░░░░░░░░░┘
struct TextBoxes {
  /// The box and the words of each, from top to bottom.
  private(set) var boxes: [(box: Rectangle, words: [Int])] = []

  /// The words in no box, in their order.
  private(set) var rest: [Int]

  /// - Parameters:
  ///   - page: the page with its fills.
  ///   - words: the level words outside of tables.
  ///   - text: the text of the page.
  ///   - tables: the boxes of tables, whose cells may be shaded.
  ///   - tolerances: the constants of the analysis.
  init(_ page: Page, words: [Int], text: PageText, tables: [Rectangle], tolerances: Tolerances) {
    rest = words
    let candidates = (page.fills ?? []).filter { fill in
      fill.color != .white && fill.box.width >= tolerances.text.leastBoxWidth
        && fill.box.height >= tolerances.text.leastBoxHeight && fill.box.width < 0.6 * page.width
        && !tables.contains { $0.x0 < fill.box.x1 && $0.x1 > fill.box.x0 && $0.y0 < fill.box.y1 && $0.y1 > fill.box.y0 }
    }.prefix(tolerances.text.mostBoxes)
    // The outermost of boxes in boxes comes first.
    for box in candidates.map(\.box).sorted(by: {
      ($1.width * $1.height, $0.y0, $0.x0) < ($0.width * $0.height, $1.y0, $1.x0)
    }) {
      let inside = rest.filter { box.contains(middleOf: text.words[$0].box) }
      let lines = text.textLines(of: inside, tolerances: tolerances)
      guard lines.count > 1, let first = lines.first, let last = lines.last else { continue }
      let isBeside = rest.contains { index in
        let word = text.words[index].box
        return word.midY > first.box.y0 && word.midY < last.box.y1 && (word.x1 < box.x0 || word.x0 > box.x1)
      }
      guard isBeside else { continue }
      boxes.append((box, inside))
      rest.removeAll { box.contains(middleOf: text.words[$0].box) }
    }
    boxes.sort { ($0.box.y0, $0.box.x0) < ($1.box.y0, $1.box.x0) }
  }
}

extension Rectangle {
  fileprivate func contains(middleOf other: Rectangle) -> Bool {
    other.midX > x0 && other.midX < x1 && other.midY > y0 && other.midY < y1
  }
}
