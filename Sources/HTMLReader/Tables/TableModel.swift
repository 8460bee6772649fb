internal import ConverterCore

/// The rows, columns and cells of a table element (HTML standard, section 4.9.12, “forming a table”).
///
/// Beyond the standard: cells that would overlap give way (the later one ends before the earlier one); columns at the right
/// that nothing but too large a span reaches are left out, and so are rows that no cell covers, and Word's last row
/// of height 0, which only carries widths.
struct TableModel {
  /// A `td` or `th` and what it covers.
  struct ModelCell {
    var node: Int
    var rows: Range<Int>
    var columns: Range<Int>
    /// Which `tr` of the table it stands in, and which cell of that it is; both from 1.
    var place: (row: Int32, cell: Int32)
    /// Whether it is a `th`.
    var isHeader: Bool
    /// Whether no text stands in it.
    var isBlank: Bool
  }

  private(set) var rowCount = 0
  private(set) var columnCount = 0

  /// The cells, row after row.
  private(set) var cells: [ModelCell] = []

  /// How many rows at the top stand in `thead`.
  private(set) var headRowCount = 0

  /// The `caption`.
  private(set) var caption: Int?

  /// Whether spans reached further than the standard allows (1,000 columns, 65,534 rows).
  private(set) var hasLimitedSpans = false

  /// Whether cells claimed the same place.
  private(set) var hasOverlaps = false

  /// Columns that `col` elements declare.
  private var declaredColumns = 0

  /// How far cells reach to the right.
  private var reach = 0

  /// The row behind the last one that is taken, by column.
  private var takenUntil: [Int] = []

  /// The row behind the last one that is taken in any column.
  private var allTakenUntil = 0

  private var rowNumber: Int32 = 0

  /// How many grid positions spans may cover.
  private let positionLimit: Int

  /// Forms the table.
  ///
  /// - Parameter limit: grid positions that spans may cover at most.
  /// - Throws: ``ReadingError`` with `limit`.
  init(_ table: Int, in tree: HTMLTree, styles: PageStyles, positionLimit limit: Int) throws(ReadingError) {
    positionLimit = limit
    var footers: [Int] = []
    var remaining = limit
    for child in tree.children(of: table) where !styles.isRemoved(child) {
      switch tree.name(child) {
      case .caption: caption = caption ?? child
      case .colgroup: declaredColumns += TableModel.columns(of: child, in: tree)
      case .tfoot: footers.append(child)
      case .thead, .tbody:
        let isFirst = rowCount == 0
        try addGroup(child, tree, styles, &remaining)
        if isFirst, tree.name(child) == .thead { headRowCount = rowCount }
      default: break
      }
    }
    for footer in footers { try addGroup(footer, tree, styles, &remaining) }
    let lastBegun = cells.reduce(0) { max($0, $1.columns.lowerBound + 1) }
    columnCount = max(lastBegun, min(declaredColumns, reach))
    for index in cells.indices where cells[index].columns.upperBound > columnCount {
      cells[index].columns = cells[index].columns.lowerBound..<columnCount
    }
  }

  private static func columns(of group: Int, in tree: HTMLTree) -> Int {
    func span(_ node: Int) -> Int { max(1, tree.attribute(.span, of: node)?.leadingNumber(atMost: widestSpan) ?? 1) }
    let columns = tree.children(of: group).reduce(0) { $0 + (tree.name($1) == .col ? span($1) : 0) }
    return columns > 0 ? columns : span(group)
  }

  private mutating func addGroup(
    _ group: Int, _ tree: HTMLTree, _ styles: PageStyles, _ remaining: inout Int
  ) throws(ReadingError) {
    let firstCell = cells.count
    takenUntil.removeAll(keepingCapacity: true)
    allTakenUntil = 0
    for row in tree.children(of: group) where tree.name(row) == .tr {
      rowNumber += 1
      if !styles.isRemoved(row) { try addRow(row, tree, styles, &remaining) }
    }
    // Cells end with their group.
    for index in firstCell..<cells.count where cells[index].rows.upperBound > rowCount {
      cells[index].rows = cells[index].rows.lowerBound..<rowCount
    }
  }

  private mutating func addRow(
    _ row: Int, _ tree: HTMLTree, _ styles: PageStyles, _ remaining: inout Int
  ) throws(ReadingError) {
    let nodes = tree.children(of: row).filter { node in
      (tree.name(node) == .td || tree.name(node) == .th) && !styles.isRemoved(node)
    }
    if nodes.isEmpty, allTakenUntil <= rowCount { return }
    if tree.attribute(.height, of: row)?.trimmedASCII.elementsEqual("0".utf8) == true, !tree.hasText(row) { return }
    var column = 0
    for (index, node) in nodes.enumerated() {
      let afterLast = column
      while column < takenUntil.count, takenUntil[column] > rowCount { column += 1 }
      var width = max(1, span(.colspan, of: node, tree, atMost: TableModel.widestSpan) ?? 1)
      let height = span(.rowspan, of: node, tree, atMost: TableModel.highestSpan) ?? 1
      remaining -= column - afterLast + width
      guard remaining >= 0 else {
        throw ReadingError(.limit(name: "cells", asked: positionLimit - remaining, granted: positionLimit))
      }
      if column + width > takenUntil.count {
        takenUntil += Array(repeating: 0, count: column + width - takenUntil.count)
      }
      if let taken = (column..<column + width).first(where: { takenUntil[$0] > rowCount }) {
        width = taken - column
        hasOverlaps = true
      }
      let end = rowCount + (height == 0 ? TableModel.highestSpan : height)
      for taken in column..<column + width { takenUntil[taken] = end }
      allTakenUntil = max(allTakenUntil, end)
      cells.append(
        ModelCell(
          node: node, rows: rowCount..<end, columns: column..<column + width, place: (rowNumber, Int32(index + 1)),
          isHeader: tree.name(node) == .th, isBlank: !tree.hasText(node)))
      column += width
      reach = max(reach, column)
    }
    rowCount += 1
  }

  private mutating func span(_ name: AttributeName, of node: Int, _ tree: HTMLTree, atMost bound: Int) -> Int? {
    guard let span = tree.attribute(name, of: node)?.leadingNumber(atMost: bound + 1) else { return nil }
    if span > bound { hasLimitedSpans = true }
    return min(span, bound)
  }

  private static let widestSpan = 1000
  private static let highestSpan = 65_534
}

extension HTMLTree {
  /// Whether anything but white space is written inside a node, fields to fill in included.
  func hasText(_ node: Int) -> Bool {
    let bytes = bytes.span
    for inner in descendants(of: node) {
      let range = textRange(inner)
      if range.isEmpty {
        if name(inner) == .input, fieldText(inner)?.isBlank == false { return true }
        continue
      }
      switch bytes[range.lowerBound] {
      // Spaces, and the first bytes of wide ones.
      case 0...0x20, 0xC2, 0xE2, 0xE3: if !text(inner).isBlank { return true }
      default: return true
      }
    }
    return false
  }
}
