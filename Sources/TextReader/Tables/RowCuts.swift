internal import ConverterCore

/// What stands in the columns of a table, judged by its rows without spans.
struct ColumnKinds: Sendable {
  /// Running counts, one entry per column edge: columns of numbers left of the edge, and columns of labels.
  private(set) var valuesBefore: [Int] = [0]
  private(set) var labelsBefore: [Int] = [0]

  /// Nothing is known.
  init() {}

  init(_ table: RawTable, width: Int) {
    var values = [Int](repeating: 0, count: width)
    var labels = [Int](repeating: 0, count: width)
    for row in 0..<table.rowCount where table.length(row) == width && table.row(row, contains: { $0 == .value }) {
      for (column, cell) in table.row(row).enumerated() {
        switch table.cells[cell].meaning {
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
  struct Context: Equatable {
    var meanings: [CellMeaning]
    var role: RowRole
    var continued: [Bool]
    /// The first columns of the cells above; empty where they are not known.
    var above: [Int]
    /// The row below, where it is known.
    var below: Below?
  }

  /// The row below.
  struct Below: Equatable {
    /// The first columns of its cells.
    var starts: [Int]
    /// Which of its cells go on from the row in question.
    var continued: [Bool]
    /// Whether both rows are headers.
    var isHeader: Bool
    /// Which of its cells go on further down; only for headers.
    var goesOn: [Bool]
    /// For each of its cells the nearest one before it with the same text, -1 for none; only for headers.
    var sameName: [Int]
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
    /// A header over columns of labels and of numbers both.
    static let mixedKinds = 3000
    /// A header above two columns of the same name: such columns have different parents.
    static let sameNameTwice = 4000
    /// A header above exactly one header: the two would have been one cell.
    static let onlyChild = 2500
    /// An edge of a header where the row below does not change its kind of cells.
    static let noChange = 2500
  }

  /// Cuts by dynamic programming over cells and columns.
  ///
  /// - Returns: the first column of each cell; `nil` where the bonds with the neighbours contradict each other or the search would
  ///   exceed the budget.
  /// - Complexity: O(*n* · *s*²) for *n* cells and *s* columns more than cells.
  static func cheapest(_ context: Context, width: Int, columns: ColumnKinds, budget: inout Int) -> [Int]? {
    let count = context.meanings.count
    let slack = width - count
    // A header looks at each column below once more.
    let steps = count * (slack + 1) * (slack + 1) * (context.role == .header ? slack + 1 : 1)
    guard slack >= 0, steps <= budget else { return nil }
    budget -= steps
    let edges = Edges(context, width: width)
    let unreachable = Int.max / 2
    // Cell `c` may begin at columns `c…c + slack`; slots are numbered by cell and by columns beyond the least.
    var best = [Int](repeating: unreachable, count: (count + 1) * (slack + 1))
    var from = [Int](repeating: 0, count: best.count)
    best[0] = 0
    for cell in 0..<count {
      let isLast = cell + 1 == count
      for begin in 0...slack {
        let reached = best[cell * (slack + 1) + begin]
        guard reached < unreachable else { continue }
        for end in (isLast ? slack : begin)...slack {
          let range = (cell + begin)..<(cell + 1 + end)
          guard let cost = edges.cost(cell, range, context, columns, width) else { continue }
          let slot = (cell + 1) * (slack + 1) + end
          if reached + cost < best[slot] {
            best[slot] = reached + cost
            from[slot] = begin
          }
        }
      }
    }
    guard best[count * (slack + 1) + slack] < unreachable else { return nil }
    var starts = [Int](repeating: 0, count: count)
    var end = slack
    for cell in (0..<count).reversed() {
      end = from[(cell + 1) * (slack + 1) + end]
      starts[cell] = cell + end
    }
    return starts
  }

  /// What the neighbours say, looked up by column.
  private struct Edges {
    /// By first column, where the cell above ends; 0 where none begins.
    private var aboveEnd: [Int]
    /// By first column, the end of a cell that goes on below and must have exactly these columns; 0 where none begins.
    private var boundEnd: [Int]
    /// Per column, how many columns left of it belong to such cells.
    private var boundBefore: [Int]
    private var isEdgeAbove: [Bool]
    private var isEdgeBelow: [Bool]
    private var hasAbove: Bool
    private var hasBelow: Bool
    /// Whether the cells below left and right of an edge differ in kind.
    private var isChange: [Bool]
    private var hasChanges = false
    /// Header cells below by their first column, with the column of the nearest one of the same name before; -1 for none.
    private var children: [(end: Int, sameName: Int)?]

    init(_ context: Context, width: Int) {
      aboveEnd = [Int](repeating: 0, count: width + 1)
      boundEnd = aboveEnd
      boundBefore = aboveEnd
      isEdgeAbove = [Bool](repeating: false, count: width + 1)
      isEdgeBelow = isEdgeAbove
      isChange = isEdgeAbove
      children = Array(repeating: nil, count: width + 1)
      hasAbove = context.above.count > 1
      hasBelow = (context.below?.starts.count ?? 0) > 1
      for (index, start) in context.above.enumerated() {
        aboveEnd[start] = index + 1 < context.above.count ? context.above[index + 1] : width
        isEdgeAbove[start] = true
      }
      if let below = context.below { take(below, width: width) }
      for column in 0..<width { boundBefore[column + 1] += boundBefore[column] }
      hasChanges = isChange.contains(true)
    }

    private mutating func take(_ below: Below, width: Int) {
      var previous: (wide: Bool, goesOn: Bool)?
      for (index, start) in below.starts.enumerated() {
        let range = start..<(index + 1 < below.starts.count ? below.starts[index + 1] : width)
        isEdgeBelow[start] = true
        if below.continued[index] {
          boundEnd[start] = range.upperBound
          for column in range { boundBefore[column + 1] = 1 }
        }
        guard below.isHeader else { continue }
        if !below.continued[index] {
          children[start] = (range.upperBound, below.sameName[index] < 0 ? -1 : below.starts[below.sameName[index]])
        }
        let kind = (wide: range.count > 1, goesOn: below.goesOn[index])
        if let previous, previous != kind { isChange[start] = true }
        previous = kind
      }
    }

    /// The cost of giving a cell these columns, or `nil` where a bond forbids it.
    func cost(_ cell: Int, _ range: Range<Int>, _ context: Context, _ columns: ColumnKinds, _ width: Int) -> Int? {
      let touchesBound = boundBefore[range.upperBound] > boundBefore[range.lowerBound]
      if touchesBound, boundEnd[range.lowerBound] != range.upperBound { return nil }
      if context.continued[cell], !context.above.isEmpty, aboveEnd[range.lowerBound] != range.upperBound { return nil }
      var cost = 0
      let isValue = context.meanings[cell] != .label && !context.continued[cell]
      if range.count > 1 {
        // Of equal cuts the one whose later cells are wide: labels stand at the left, one column each.
        cost += Cost.span + (isValue ? Cost.wideValue : 0) + (context.meanings.count - 1 - cell)
      }
      // An empty cell may stand in any column.
      if context.role == .data && context.meanings[cell] != .empty {
        let wrong = isValue ? columns.labelsBefore : columns.valuesBefore
        cost += (wrong[range.upperBound] - wrong[range.lowerBound]) * Cost.wrongKind
      }
      if range.upperBound < width {
        if hasAbove && !isEdgeAbove[range.upperBound] { cost += Cost.edgeNotAbove }
        if hasBelow && !isEdgeBelow[range.upperBound] {
          cost += context.below?.isHeader == true ? Cost.edgeThroughHeader : Cost.edgeNotBelow
        }
      }
      if context.role == .header {
        let labels = columns.labelsBefore[range.upperBound] - columns.labelsBefore[range.lowerBound]
        let values = columns.valuesBefore[range.upperBound] - columns.valuesBefore[range.lowerBound]
        if labels > 0 && values > 0 { cost += Cost.mixedKinds }
        // The lowest header names one column of numbers; only the corner is wide there.
        if values > 1 && context.below?.isHeader != true { cost += Cost.wideValue }
        cost += headerCost(range, width)
      }
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
