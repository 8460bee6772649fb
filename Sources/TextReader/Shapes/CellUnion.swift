/// Positions of a grid joined into cells.
struct CellUnion {
  private let rows: Int
  private let columns: Int
  private var parents: [Int]

  init(rows: Int, columns: Int) {
    self.rows = rows
    self.columns = columns
    parents = Array(0..<(rows * columns))
  }

  mutating func join(_ first: (Int, Int), _ second: (Int, Int)) {
    let one = root(first.0 * columns + first.1)
    let other = root(second.0 * columns + second.1)
    parents[max(one, other)] = min(one, other)
  }

  private mutating func root(_ position: Int) -> Int {
    var position = position
    while parents[position] != position {
      parents[position] = parents[parents[position]]
      position = parents[position]
    }
    return position
  }

  /// The joined areas in order of their first positions, or `nil` where one is no rectangle.
  mutating func rectangles() -> [(rows: Range<Int>, columns: Range<Int>)]? {
    var areas: [Int: (rows: Range<Int>, columns: Range<Int>, count: Int)] = [:]
    var order: [Int] = []
    for row in 0..<rows {
      for column in 0..<columns {
        let root = root(row * columns + column)
        if let area = areas[root] {
          areas[root] = (
            area.rows.lowerBound..<max(area.rows.upperBound, row + 1),
            min(area.columns.lowerBound, column)..<max(area.columns.upperBound, column + 1), area.count + 1
          )
        } else {
          order.append(root)
          areas[root] = (row..<(row + 1), column..<(column + 1), 1)
        }
      }
    }
    let found = order.compactMap { areas[$0] }
    guard found.allSatisfy({ $0.rows.count * $0.columns.count == $0.count }) else { return nil }
    return found.map { ($0.rows, $0.columns) }
  }
}
