internal import ConverterCore

/// The cells of a table row as control words define them one by one.
struct RowDefinition: Sendable {
  private(set) var left = 0
  private(set) var cells: [EdgeGrid.Cell] = []
  var isHeader = false
  private var horizontal = EdgeGrid.Merge.none
  private var vertical = EdgeGrid.Merge.none

  /// Applies a control word; the flags of a cell stand before its right edge.
  mutating func apply(_ word: ControlWord, _ number: Int?) {
    switch word {
    case .trowd: self = RowDefinition()
    case .trleft: left = number ?? 0
    case .trhdr: isHeader = number != 0
    case .clmgf: horizontal = .start
    case .clmrg: horizontal = .continuation
    case .clvmgf: vertical = .start
    case .clvmrg: vertical = .continuation
    case .cellx:
      // Word has 63 cells in a row at most; the bound is for files that others make.
      guard let number, cells.count < maximumCells else { break }
      cells.append(EdgeGrid.Cell(right: number, horizontal: horizontal, vertical: vertical))
      (horizontal, vertical) = (.none, .none)
    default: break
    }
  }

  var row: FlowRow { FlowRow(edges: EdgeGrid.Row(left: left, cells: cells), isHeader: isHeader) }
}

private let maximumCells = 1000
