internal import Bytes

/// A list of changes to properties, in order ([MS-DOC] 2.9.114 GrpPrl): each a code of 16 bits and an operand.
///
/// It says where the list is and not in which bytes: references to these would be counted for each list.
struct Modifiers: Hashable, Sendable {
  /// One change ([MS-DOC] 2.9.216 Prl).
  struct Modifier: Hashable, Sendable {
    /// What is changed, such as `0xD608` for the definition of a table row.
    let code: Int

    /// Offsets of the operand; without the size that operands of variable length begin with.
    let operand: Range<Int>
  }

  private var offset: Int
  private let end: Int

  /// - Parameter range: offsets in the bytes that are handed to ``next(in:)``, wholly inside.
  init(_ range: Range<Int>) {
    offset = range.lowerBound
    end = range.upperBound
  }

  /// The next change; `nil` at the end or where an operand is cut.
  ///
  /// - Parameter bytes: those of the list, the same for all its changes.
  mutating func next(in bytes: Span<UInt8>) -> Modifier? {
    guard offset + 2 <= end, let code = bytes.unsigned16(at: offset) else { return nil }
    let start = offset + 2
    guard let (prefix, size) = Modifiers.operandSize(code, bytes, at: start), start + prefix + size <= end else {
      offset = end
      return nil
    }
    offset = start + prefix + size
    return Modifier(code: code, operand: (start + prefix)..<offset)
  }

  /// How many bytes say the size of an operand and how many it has: the upper three bits of a code tell
  /// ([MS-DOC] 2.6.1 Sprm, spra), with exceptions for two codes.
  @inline(__always)
  private static func operandSize(_ code: Int, _ bytes: Span<UInt8>, at start: Int) -> (prefix: Int, size: Int)? {
    switch code >> 13 {
    case 0, 1: (0, 1)
    case 2, 4, 5: (0, 2)
    case 3: (0, 4)
    case 7: (0, 3)
    default:
      switch code {
      case ModifierCode.tableDefinition, ModifierCode.oldTableDefinition:
        // Its size takes two bytes and is one too large.
        bytes.unsigned16(at: start).map { (2, Swift.max(0, $0 - 1)) }
      case ModifierCode.changedTabs:
        bytes.byte(at: start).flatMap { $0 == 255 ? changedTabsSize(bytes, at: start + 1) : $0 }.map { (1, $0) }
      default: bytes.byte(at: start).map { (1, $0) }
      }
    }
  }

  /// The size of an operand that is longer than a byte can say ([MS-DOC] 2.9.182 PChgTabsOperand): deleted tabs of 4 bytes,
  /// added tabs of 3.
  private static func changedTabsSize(_ bytes: Span<UInt8>, at start: Int) -> Int? {
    guard let deleted = bytes.byte(at: start), let added = bytes.byte(at: start + 1 + deleted * 4) else { return nil }
    return 2 + deleted * 4 + added * 3
  }
}

/// The changes that a piece of a fast-saved file carries, with the bytes that they lie in.
struct PieceChange: Sendable {
  let bytes: [UInt8]
  let list: Modifiers

  /// The index of the last style that it names; `nil` where it names none.
  var style: Int? {
    var list = list
    var style: Int?
    while let modifier = list.next(in: bytes.span) {
      if modifier.code == ModifierCode.paragraphStyle {
        style = bytes.span.unsigned16(at: modifier.operand.lowerBound) ?? style
      }
    }
    return style
  }
}

/// The codes that are looked at ([MS-DOC] 2.6).
enum ModifierCode {
  // Characters (2.6.1).
  static let deleted = 0x0800
  static let inserted = 0x0801
  static let fieldHidden = 0x0802
  static let pictureLocation = 0x6A03
  static let binaryData = 0x0806
  static let symbol = 0x6A09
  static let font = 0x4A4F
  static let hidden = 0x083C
  static let height = 0x2A48
  static let special = 0x0855
  static let characterStyle = 0x4A30
  static let plain = 0x2A33

  // Paragraphs (2.6.2).
  static let paragraphStyle = 0x4600
  static let listLevel = 0x260A
  static let listOverride = 0x460B
  static let inTable = 0x2416
  static let rowEnd = 0x2417
  static let outlineLevel = 0x2640
  static let alignment = 0x2461
  static let oldAlignment = 0x2403
  static let farProperties = 0x6645
  static let farPropertiesToo = 0x6646
  static let farTableProperties = 0x646B
  static let tableDepth = 0x6649
  static let tableDepthChange = 0x664A
  static let innerCellEnd = 0x244B
  static let innerRowEnd = 0x244C
  static let changedTabs = 0xC615

  // Tables (2.6.3).
  static let tableDefinition = 0xD608
  static let oldTableDefinition = 0xD606
  static let headerRow = 0x3404
  static let cellWidths = 0x7623
  static let insertedCells = 0x7621
  static let deletedCells = 0x5622
  static let mergedCells = 0x5624
  static let splitCells = 0x5625
  static let verticalMerge = 0xD62B
}
