internal import ConverterCore
internal import FoundationEssentials

/// The marks of one drawn line by column.
struct LineRaster {
  /// Columns of `|` and vertical lines in a line of content.
  let bars: [Int]
  /// Columns of corners in a rule.
  let corners: [Int]
  /// Whether corners and a run of rule marks make the line a rule; beside it a merged cell may have content.
  let isRule: Bool
  /// Whether the rule is one of `=` or double lines.
  let isDouble: Bool
  /// How many characters are neither marks nor blank.
  let textCount: Int
  private let marks: [Mark]
  /// By column, the offset of its character from the start of the line.
  private let offsets: [UInt32]
  private let line: Line

  /// The width in columns; one more than the bound for anything wider.
  var width: Int { marks.count }

  /// - Parameters:
  ///   - wide: the columns of wide characters.
  ///   - box: the columns of box drawing characters: two where East Asian fonts made the drawing.
  init(_ text: TextLines, _ index: Int, wide: Int, box: Int = 1, atMost bound: Int) {
    let bytes = text.utf8.span
    line = text[index]
    var marks: [Mark] = []
    var offsets: [UInt32] = []
    var textCount = 0
    var position = line.start
    while position < line.end && marks.count <= bound {
      let (scalar, next) = text.decoded(bytes, position)
      let mark = Mark(scalar)
      if LineRaster.isText(scalar) { textCount += 1 }
      let columns = mark == .none ? Unicode.Scalar(scalar)?.columnWidth ?? 1 : 1
      for _ in 0..<min(columns, wide) {
        marks.append(mark)
        offsets.append(UInt32(truncatingIfNeeded: position - line.start))
      }
      if box == 2, scalar >= 0x2500, mark != .none {
        // What follows begins behind the mark; a rule goes on below its second half.
        marks.append(mark == .bar ? .none : mark == .corner ? .rule : mark)
        offsets.append(UInt32(truncatingIfNeeded: next - line.start))
      }
      position = next
    }
    let rules = marks.map(\.isRule)
    // A plus sign in content has no rule beside it.
    let corners = marks.indices.filter { column in
      marks[column] == .corner
        || marks[column] == .plus && (column > 0 && rules[column - 1] || column + 1 < rules.count && rules[column + 1])
    }
    isRule = !corners.isEmpty && LineRaster.hasRun(rules)
    self.corners = isRule ? corners : []
    bars = marks.indices.filter { marks[$0] == .bar }
    isDouble = isRule && marks.contains(.double)
    self.marks = marks
    self.offsets = offsets
    self.textCount = textCount
  }

  /// Whether a character is neither a mark nor blank.
  static func isText(_ scalar: UInt32) -> Bool {
    scalar > 0x20 && scalar != 0xA0 && scalar != 0x3000 && Mark(scalar) == .none
  }

  /// The first and the last column with anything but blanks; `nil` for a blank line.
  func inked(_ text: TextLines) -> ClosedRange<Int>? {
    let bytes = text.trimmed(line.bytes)
    guard let first = offsets.firstIndex(where: { line.start + Int($0) >= bytes.lowerBound }),
      let last = offsets.lastIndex(where: { line.start + Int($0) < bytes.upperBound })
    else { return nil }
    return first <= last ? first...last : nil
  }

  /// Whether somewhere three columns in a row are ruled.
  private static func hasRun(_ rules: [Bool]) -> Bool {
    var run = 0
    for isRule in rules {
      run = isRule ? run + 1 : 0
      if run == 3 { return true }
    }
    return false
  }

  func hasBar(at column: Int) -> Bool { column < marks.count && marks[column] == .bar }

  /// Whether all columns between two edges are ruled.
  func hasRule(between first: Int, and last: Int) -> Bool {
    guard first + 1 < last else { return true }
    return ((first + 1)..<last).allSatisfy { $0 < marks.count && marks[$0].isRule }
  }

  /// The bytes of the columns.
  func bytes(from first: Int, to last: Int) -> Range<Int> {
    let start = first < offsets.count ? line.start + Int(offsets[first]) : line.end
    let stop = last < offsets.count ? line.start + Int(offsets[last]) : line.end
    return start..<max(start, stop)
  }

  private enum Mark: UInt8 {
    case none, bar, rule, double, plus, corner

    /// Whether the mark continues a horizontal rule.
    var isRule: Bool { self == .rule || self == .double || self == .plus || self == .corner }

    init(_ scalar: UInt32) {
      self =
        switch scalar {
        case 0x7C, 0x2502, 0x2503, 0x2551: .bar
        case 0x2D, 0x2500, 0x2501, 0x2504, 0x2505, 0x2508, 0x2509: .rule
        case 0x3D, 0x2550: .double
        case 0x2B: .plus
        case 0x250C...0x254B, 0x2552...0x256C: .corner
        default: .none
        }
    }
  }
}
