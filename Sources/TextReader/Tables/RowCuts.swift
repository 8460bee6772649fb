/// What stands in the columns of a table, judged by its rows without spans.
struct ColumnKinds: Sendable {
  /// Running counts, one entry per column edge: columns of numbers left of the edge, and columns of labels.
  private(set) var valuesBefore: [Int] = [0]
  private(set) var labelsBefore: [Int] = [0]

  init(_ rows: [[RawCell]], width: Int) {
    var values = [Int](repeating: 0, count: width)
    var labels = [Int](repeating: 0, count: width)
    for row in rows where row.count == width && row.contains(where: { $0.kind == .value }) {
      for (column, cell) in row.enumerated() {
        switch cell.kind {
        case .value: values[column] += 1
        case .label: labels[column] += 1
        case .empty: break
        }
      }
    }
    for column in 0..<width {
      valuesBefore.append(valuesBefore[column] + (values[column] > labels[column] ? 1 : 0))
      labelsBefore.append(labelsBefore[column] + (labels[column] > values[column] ? 1 : 0))
    }
  }
}

/// The cheapest way to cut a grid's columns into the cells of one row.
enum RowCuts {
  /// All that the cost of a cut depends on; equal rows between equal neighbours are cut once.
  struct Context: Hashable {
    var kinds: [CellKind]
    var role: RowRole
    var continued: [Bool]
    /// The cuts of the rows above and below, where they are known.
    var above: [Range<Int>]?
    var below: Below?
  }

  /// The row below.
  struct Below: Hashable {
    var cuts: [Range<Int>]
    /// Which of its cells go on from the row in question.
    var continued: [Bool]
    /// Which of its cells go on further down; only for headers.
    var goesOn: [Bool]
    var isHeader: Bool
    /// The texts of its cells; only for headers.
    var labels: [String]
  }

  /// Costs in thousandths of a span more or less.
  private enum Cost {
    /// A cell of several columns: few spans are likelier than many.
    static let span = 2000
    /// A number is rarely wider than one column.
    static let wideValue = 1000
    /// A number in a column of labels, or a label in a column of numbers, per column.
    static let wrongKind = 3000
    /// An edge that the row below, or above, does not have.
    static let edgeNotBelow = 1000
    /// A header's edge that the headers below do not have: headers hold whole columns.
    static let edgeThroughHeader = 3000
    static let edgeNotAbove = 500
    /// A header above two columns of the same name: such columns have different parents.
    static let sameNameTwice = 4000
    /// A header above exactly one header: the two would have been one cell.
    static let onlyChild = 2500
    /// An edge of a header where the row below does not change its kind of cells.
    static let noChange = 2500
  }

  /// Cuts by dynamic programming over cells and columns.
  ///
  /// - Returns: `nil` where the bonds with the neighbours contradict each other or the search would exceed the budget.
  /// - Complexity: O(*n* · *w*²) for *n* cells and *w* columns.
  static func cheapest(
    _ context: Context, width: Int, columns: ColumnKinds, budget: inout Int
  ) -> [Range<Int>]? {
    let count = context.kinds.count
    // A header looks at each column below once more.
    let steps = count * width * width / 2 * (context.role == .header ? width : 1)
    guard count <= width, steps <= budget else { return nil }
    budget -= steps
    let edges = Edges(context, width: width)
    let unreachable = Int.max / 2
    let slack = width - count
    var best = [Int](repeating: unreachable, count: (count + 1) * (width + 1))
    var from = [Int](repeating: 0, count: (count + 1) * (width + 1))
    best[0] = 0
    for cell in 0..<count {
      for start in cell...(cell + slack) {
        let reached = best[cell * (width + 1) + start]
        guard reached < unreachable else { continue }
        let last = cell + 1 == count
        for end in (last ? width : start + 1)...(last ? width : cell + 1 + slack) where end > start {
          guard let cost = edges.cost(cell, start..<end, context, columns, width) else { continue }
          let slot = (cell + 1) * (width + 1) + end
          if reached + cost < best[slot] {
            best[slot] = reached + cost
            from[slot] = start
          }
        }
      }
    }
    guard best[count * (width + 1) + width] < unreachable else { return nil }
    var cuts: [Range<Int>] = []
    var end = width
    for cell in stride(from: count, to: 0, by: -1) {
      let start = from[cell * (width + 1) + end]
      cuts.append(start..<end)
      end = start
    }
    return cuts.reversed()
  }

  /// One column a cell, the last one the rest: for rows that bonds or bounds leave without a better cut.
  static func lastTakesRest(_ count: Int, width: Int) -> [Range<Int>] {
    (0..<count).map { $0 + 1 == count ? $0..<max(width, count) : $0..<($0 + 1) }
  }

  /// What the neighbours say, looked up by column.
  private struct Edges {
    /// By first column, where the cell above ends; 0 where none begins.
    private var aboveEnd: [Int]
    /// Per column, the cell that goes on below must have exactly this range; empty where free.
    private var bound: [Range<Int>]
    private var isEdgeAbove: [Bool]
    private var isEdgeBelow: [Bool]
    private var hasAbove: Bool
    private var hasBelow: Bool
    /// Whether the cells below left and right of an edge differ in kind.
    private var isChange: [Bool]
    private var hasChanges: Bool
    /// Header cells below by their first column, with the column of the nearest one of the same name before; -1 for none.
    private var children: [(end: Int, sameName: Int)?]

    init(_ context: Context, width: Int) {
      aboveEnd = [Int](repeating: 0, count: width + 1)
      bound = [Range<Int>](repeating: 0..<0, count: width)
      isEdgeAbove = [Bool](repeating: false, count: width + 1)
      isEdgeBelow = isEdgeAbove
      isChange = isEdgeAbove
      children = Array(repeating: nil, count: width + 1)
      hasAbove = (context.above?.count ?? 0) > 1
      hasBelow = (context.below?.cuts.count ?? 0) > 1
      for range in context.above ?? [] where range.upperBound <= width {
        aboveEnd[range.lowerBound] = range.upperBound
        isEdgeAbove[range.lowerBound] = true
      }
      var previous: (wide: Bool, goesOn: Bool)?
      var lastOfName: [String: Int] = [:]
      for (index, range) in (context.below?.cuts ?? []).enumerated() where range.upperBound <= width {
        isEdgeBelow[range.lowerBound] = true
        if context.below?.continued[index] == true { for column in range { bound[column] = range } }
        guard let below = context.below, below.isHeader else { continue }
        if !below.continued[index] {
          let name = below.labels[index]
          children[range.lowerBound] = (range.upperBound, name.isEmpty ? -1 : lastOfName[name] ?? -1)
          lastOfName[name] = range.lowerBound
        }
        let kind = (wide: range.count > 1, goesOn: index < below.goesOn.count && below.goesOn[index])
        if let previous, previous != kind { isChange[range.lowerBound] = true }
        previous = kind
      }
      hasChanges = isChange.contains(true)
    }

    /// The cost of giving a cell these columns, or `nil` where a bond forbids it.
    func cost(_ cell: Int, _ range: Range<Int>, _ context: Context, _ columns: ColumnKinds, _ width: Int) -> Int? {
      for column in range where !bound[column].isEmpty && bound[column] != range { return nil }
      if context.continued[cell], context.above != nil, aboveEnd[range.lowerBound] != range.upperBound { return nil }
      var cost = 0
      let isValue = context.kinds[cell] != .label && !context.continued[cell]
      if range.count > 1 {
        // Of equal cuts the one whose later cells are wide: labels stand at the left, one column each.
        cost += Cost.span + (isValue ? Cost.wideValue : 0) + (context.kinds.count - 1 - cell)
      }
      if context.role == .data {
        let wrong = isValue ? columns.labelsBefore : columns.valuesBefore
        cost += (wrong[range.upperBound] - wrong[range.lowerBound]) * Cost.wrongKind
      }
      if range.upperBound < width {
        if hasAbove && !isEdgeAbove[range.upperBound] { cost += Cost.edgeNotAbove }
        if hasBelow && !isEdgeBelow[range.upperBound] {
          cost += context.below?.isHeader == true ? Cost.edgeThroughHeader : Cost.edgeNotBelow
        }
      }
      if context.role == .header { cost += headerCost(range, width) }
      return cost
    }

    private func headerCost(_ range: Range<Int>, _ width: Int) -> Int {
      var cost = 0
      for column in range {
        guard let child = children[column] else { continue }
        if child.sameName >= range.lowerBound { cost += Cost.sameNameTwice }
        if column == range.lowerBound && child.end == range.upperBound { cost += Cost.onlyChild }
      }
      if range.upperBound < width && hasChanges && !isChange[range.upperBound] { cost += Cost.noChange }
      return cost
    }
  }
}
