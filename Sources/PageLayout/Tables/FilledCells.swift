internal import ConverterCore

/// Cells that are coloured one by one, with white between them or nothing: their edges are lines to the eye.
///
///     ▇▇▇▇▇ ▇▇▇▇▇▇▇▇ ▇▇▇▇▇     Boxes of one height side by side, in several rows right below each other. Where rows go on in white,
///     ▒▒▒▒▒ ░░░░░░░░ ░░░░░     as labels at the side of coloured fields and headings above do, the edges are not all; white tells
///     ▒▒▒▒▒ ░░░░░░░░ ░░░░░     more then. Where upright lines are drawn, these tell.
struct FilledCells {
  /// The four edges of each cell.
  let rulings: [Ruling]

  /// - Parameters:
  ///   - fills: what is coloured to the eye.
  ///   - drawn: the lines that are drawn.
  ///   - glyphs: all text of the page.
  init(_ fills: [Fill], drawn: [Ruling], glyphs: [Glyph], tolerances: Tolerances) {
    let cells = fills.filter {
      $0.box.width >= tolerances.leastFilledCell && $0.box.height >= tolerances.leastFilledCell
    }
    let boxes = cells.map(\.box)
    let across = Self.neighbours(boxes, tolerances: tolerances)
    let down = Self.neighbours(boxes.map(\.transposed), tolerances: tolerances)
    var sets = DisjointSets(count: cells.count)
    for pair in across + down { sets.unite(pair.first, pair.next) }
    var members: [Int: [Int]] = [:]
    for index in cells.indices { members[sets.find(index), default: []].append(index) }
    func tracks(_ pairs: [Pair]) -> [Int: Set<Int>] {
      var tracks: [Int: Set<Int>] = [:]
      for pair in pairs { if let track = pair.track { tracks[sets.find(pair.first), default: []].insert(track) } }
      return tracks
    }
    let (rows, columns) = (tracks(across), tracks(down))
    let upright = drawn.filter { $0.axis == .upright }
    var rulings: [Ruling] = []
    for (root, own) in members.sorted(by: { $0.key < $1.key })
    where rows[root, default: []].count > 1 && columns[root, default: []].count > 1 {
      let all = own.dropFirst().reduce(boxes[own[0]]) { $0.union(boxes[$1]) }
      let isRuled = upright.contains {
        all.x0 < $0.position && $0.position < all.x1 && $0.start < all.y1 && $0.end > all.y0
      }
      if !isRuled, !Self.goesOn(all, glyphs: glyphs, tolerances: tolerances) {
        rulings += own.flatMap { Self.edges(of: cells[$0]) }
      }
    }
    self.rulings = rulings
  }

  /// Two boxes beside each other, with the number of the row where both are of one height.
  private typealias Pair = (first: Int, next: Int, track: Int?)

  /// The boxes that follow each other in a row, with white between them that is no more than a line; they begin or end at one height.
  private static func neighbours(_ boxes: [Rectangle], tolerances: Tolerances) -> [Pair] {
    [boxes.map(\.y0), boxes.map(\.y1)].enumerated().flatMap { side, edges -> [Pair] in
      let sorted = boxes.indices.sorted { (edges[$0], $0) < (edges[$1], $1) }
      let rows = Clusters.ranges(ofSorted: sorted.map { edges[$0] }, within: tolerances.boxEdge)
      return rows.enumerated().flatMap { track, row -> [Pair] in
        let members = sorted[row].sorted { (boxes[$0].x0, $0) < (boxes[$1].x0, $1) }
        return zip(members, members.dropFirst()).compactMap { first, next in
          let gap = boxes[next].x0 - boxes[first].x1
          guard gap >= -tolerances.boxEdge, gap <= tolerances.filledCellGap else { return nil }
          let isOneHeight =
            abs(boxes[first].y0 - boxes[next].y0) <= tolerances.boxEdge
            && abs(boxes[first].y1 - boxes[next].y1) <= tolerances.boxEdge
          // Boxes of one height are met at both edges, in rows that are numbered apart.
          return (first, next, isOneHeight && side == 0 ? track : nil)
        }
      }
    }
  }

  /// Whether rows or columns of coloured cells go on in white: text at their sides, or several texts side by side above or below.
  private static func goesOn(_ cells: Rectangle, glyphs: [Glyph], tolerances: Tolerances) -> Bool {
    var above: [Interval] = []
    var below: [Interval] = []
    for box in glyphs.map(\.box) {
      if box.midY > cells.y0, box.midY < cells.y1 {
        if box.midX < cells.x0 && box.x1 > cells.x0 - tolerances.filledCellSides { return true }
        if box.midX > cells.x1 && box.x0 < cells.x1 + tolerances.filledCellSides { return true }
      } else if box.midX > cells.x0, box.midX < cells.x1 {
        if box.midY < cells.y0, box.y1 > cells.y0 - tolerances.filledCellEnds { above.append(Interval(box.x0, box.x1)) }
        if box.midY > cells.y1, box.y0 < cells.y1 + tolerances.filledCellEnds { below.append(Interval(box.x0, box.x1)) }
      }
    }
    return [above, below].contains { extents in
      var end = Double.infinity
      for extent in extents.sorted(by: { ($0.start, $0.end) < ($1.start, $1.end) }) {
        if extent.start - end > tolerances.filledCellEnds { return true }
        end = end.isFinite ? max(end, extent.end) : extent.end
      }
      return false
    }
  }

  private static func edges(of fill: Fill) -> [Ruling] {
    let box = fill.box
    func ruling(_ axis: Ruling.Axis, _ position: Double, _ extent: Interval) -> Ruling {
      Ruling(
        axis: axis, position: position, start: extent.start, end: extent.end, thickness: 0, color: fill.color)
    }
    return [box.y0, box.y1].map { ruling(.level, $0, Interval(box.x0, box.x1)) }
      + [box.x0, box.x1].map { ruling(.upright, $0, Interval(box.y0, box.y1)) }
  }
}

extension Rectangle {
  /// The box with its axes exchanged.
  fileprivate var transposed: Rectangle { Rectangle(x0: y0, y0: x0, x1: y1, y1: x1) }
}
