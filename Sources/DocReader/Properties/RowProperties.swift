internal import Bytes
internal import ConverterCore

/// The cells of a table row as the paragraph at its end defines them ([MS-DOC] 2.6.3).
struct RowProperties: Hashable, Sendable {
  /// The left edge of the first cell in twips.
  private(set) var left = 0

  private(set) var cells: [EdgeGrid.Cell] = []

  private(set) var isHeader = false

  /// Applies changes in order. Indices of cells count from 0; what lies outside of the row is left alone.
  ///
  /// - Parameters:
  ///   - list: the changes.
  ///   - bytes: those that the list lies in.
  mutating func apply(_ list: Modifiers, of bytes: Span<UInt8>) {
    var list = list
    while let modifier = list.next(in: bytes) {
      let start = modifier.operand.lowerBound
      switch modifier.code {
      case ModifierCode.tableDefinition, ModifierCode.oldTableDefinition: define(bytes, modifier.operand)
      case ModifierCode.headerRow: isHeader = bytes.byte(at: start) == 1
      case ModifierCode.cellWidths: setWidths(bytes, start)
      case ModifierCode.insertedCells: insertCells(bytes, start)
      case ModifierCode.deletedCells: deleteCells(bytes, start)
      case ModifierCode.mergedCells: merge(bytes, start, isMerging: true)
      case ModifierCode.splitCells: merge(bytes, start, isMerging: false)
      case ModifierCode.verticalMerge:
        guard let index = bytes.byte(at: start), cells.indices.contains(index) else { break }
        cells[index].vertical = EdgeGrid.Merge(vertical: bytes.byte(at: start + 1) ?? 0)
      default: break
      }
    }
  }

  /// [MS-DOC] 2.9.321 TDefTableOperand: the number of cells, their edges, then 20 bytes a cell, the last of which may be
  /// missing.
  private mutating func define(_ bytes: Span<UInt8>, _ operand: Range<Int>) {
    let start = operand.lowerBound
    guard let count = bytes.byte(at: start), count <= 64, start + 1 + (count + 1) * 2 <= operand.upperBound,
      let left = bytes.signed16(at: start + 1)
    else { return }
    let descriptions = start + 1 + (count + 1) * 2
    self.left = left
    cells = []
    cells.reserveCapacity(count)
    var merges = HorizontalMerges()
    for index in 0..<count {
      let description = descriptions + index * 20
      let flags = description + 2 <= operand.upperBound ? bytes.unsigned16(at: description) ?? 0 : 0
      cells.append(
        EdgeGrid.Cell(
          right: bytes.signed16(at: start + 3 + index * 2) ?? left, horizontal: merges.next(flags & 3),
          vertical: EdgeGrid.Merge(vertical: flags >> 5 & 3)))
    }
  }

  /// [MS-DOC] sprmTDxaCol: one width for a range of cells.
  private mutating func setWidths(_ bytes: Span<UInt8>, _ start: Int) {
    guard let range = range(bytes, start), let width = bytes.signed16(at: start + 2) else { return }
    for index in range {
      let old = cells[index].right - (index > 0 ? cells[index - 1].right : left)
      move(cellsFrom: index, by: width - old)
    }
  }

  /// [MS-DOC] sprmTInsert: cells of one width before a cell, or behind the last one up to the first new cell.
  private mutating func insertCells(_ bytes: Span<UInt8>, _ start: Int) {
    guard let first = bytes.byte(at: start), let count = bytes.byte(at: start + 1), first < 64, count < 64,
      let width = bytes.signed16(at: start + 2)
    else { return }
    let missing = max(0, first - cells.count)
    let edge = cells.prefix(first).last?.right ?? left
    let added = (1...max(1, count + missing)).map { EdgeGrid.Cell(right: edge + $0 * width) }
    let index = min(first, cells.count)
    guard cells.count + added.count <= 64, count + missing > 0 else { return }
    cells.insert(contentsOf: added, at: index)
    move(cellsFrom: index + added.count, by: added.count * width)
  }

  private mutating func deleteCells(_ bytes: Span<UInt8>, _ start: Int) {
    guard let range = range(bytes, start), let last = range.last else { return }
    let width = cells[last].right - (range.lowerBound > 0 ? cells[range.lowerBound - 1].right : left)
    cells.removeSubrange(range)
    move(cellsFrom: range.lowerBound, by: -width)
  }

  /// [MS-DOC] sprmTMerge and sprmTSplit.
  private mutating func merge(_ bytes: Span<UInt8>, _ start: Int, isMerging: Bool) {
    guard let range = range(bytes, start) else { return }
    for index in range {
      cells[index].horizontal = isMerging ? (index == range.lowerBound ? .start : .continuation) : .none
    }
  }

  /// The cells from a first to before a second index ([MS-DOC] 2.9.129 ItcFirstLim), clipped to the row.
  private func range(_ bytes: Span<UInt8>, _ start: Int) -> Range<Int>? {
    guard let first = bytes.byte(at: start), let end = bytes.byte(at: start + 1), first < min(end, cells.count) else {
      return nil
    }
    return first..<min(end, cells.count)
  }

  private mutating func move(cellsFrom index: Int, by distance: Int) {
    for moved in cells.indices.dropFirst(index) { cells[moved].right += distance }
  }
}

/// The horizontal merges of a row from two bits a cell.
///
/// The descriptions of the format disagree: by [MS-DOC] 2.9.317 TCGRF the first cell has 2 or 3 and the others 1, by the one
/// of 1998 (TC, fFirstMerged and fMerged) the first has 1 and the others 2. Merged cells stand together, so the first of them
/// tells which of the two holds.
private struct HorizontalMerges {
  /// The bits of the first of the merged cells; 0 outside of them.
  private var first = 0

  /// The merge of the next cell.
  mutating func next(_ flag: Int) -> EdgeGrid.Merge {
    guard flag != 0 else {
      first = 0
      return .none
    }
    if first == 0 { first = flag }
    return (flag == 1) == (first == 1) ? .start : .continuation
  }
}

extension EdgeGrid.Merge {
  /// [MS-DOC] 2.9.347 VerticalMergeFlag.
  fileprivate init(vertical value: Int) {
    self =
      switch value {
      case 1: .continuation
      case 3: .start
      default: .none
      }
  }
}
