internal import Bytes

/// What a paragraph says about its place in lists, tables and the outline; appearance is not read.
struct ParagraphProperties: Hashable, Sendable {
  /// The index of its style in the style sheet.
  var style = 0

  /// 0 to 8 for headings, 9 for text; `nil` where neither the paragraph nor its style says.
  var outlineLevel: Int?

  var isCentered = false

  /// The number of the list use, counted from 1; numbers beyond the uses that there are mean no list.
  var list: Int?

  /// The depth in the list, 0 for the outermost.
  var listLevel = 0

  /// Whether it lies in a table, and how deep where that is said.
  var isInTable = false
  var tableDepth: Int?

  /// Ends of rows and cells: of the outermost table, and of tables inside cells.
  var isRowEnd = false
  var isInnerRowEnd = false
  var isInnerCellEnd = false
}

extension ParagraphProperties {
  /// How many tables the paragraph lies in.
  var depth: Int {
    guard let tableDepth else { return isInTable ? 1 : 0 }
    return max(tableDepth, isInTable ? 1 : 0)
  }

  /// Whether the paragraph ends a row of the table that it lies in.
  var endsRow: Bool { depth > 1 ? isInnerRowEnd : isRowEnd }

  /// Applies a change.
  ///
  /// - Parameters:
  ///   - modifier: the change.
  ///   - bytes: those that its operand lies in.
  mutating func apply(_ modifier: Modifiers.Modifier, of bytes: Span<UInt8>) {
    let start = modifier.operand.lowerBound
    switch modifier.code {
    case ModifierCode.paragraphStyle: style = bytes.unsigned16(at: start) ?? style
    case ModifierCode.outlineLevel: outlineLevel = bytes.byte(at: start)
    case ModifierCode.alignment, ModifierCode.oldAlignment: isCentered = bytes.byte(at: start) == 1
    case ModifierCode.listOverride: list = bytes.unsigned16(at: start)
    case ModifierCode.listLevel: listLevel = bytes.byte(at: start) ?? 0
    case ModifierCode.inTable: isInTable = bytes.byte(at: start) == 1
    case ModifierCode.tableDepth: tableDepth = bytes.signed32(at: start)
    case ModifierCode.tableDepthChange:
      let (sum, overflow) = (tableDepth ?? 0).addingReportingOverflow(bytes.signed32(at: start) ?? 0)
      tableDepth = overflow ? tableDepth : sum
    case ModifierCode.rowEnd: isRowEnd = bytes.byte(at: start) == 1
    case ModifierCode.innerRowEnd: isInnerRowEnd = bytes.byte(at: start) == 1
    case ModifierCode.innerCellEnd: isInnerCellEnd = bytes.byte(at: start) == 1
    default: break
    }
  }
}
