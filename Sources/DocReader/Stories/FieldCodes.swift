/// The parts of a text that are instructions of fields, not their results ([MS-DOC] 2.8.25 Plcfld).
///
///     0x13 instruction 0x14 result 0x15        0x13 instruction 0x15
///
/// Fields nest, in results and in instructions. Marks without partners are passed over, so that a damaged file does not
/// lose the text behind one.
struct FieldCodes: Sendable {
  /// From a field's begin to its separator, or to its end where it has no result; ascending, without overlaps.
  let ranges: [Range<Int>]

  /// - Parameters:
  ///   - units: the text of all stories.
  ///   - positions: the story to look at.
  init(_ units: [UInt16], in positions: Range<Int>) {
    var open: [(begin: Int, separator: Int?)] = []
    var found: [Range<Int>] = []
    for position in positions where units[position] & 0xFFF8 == 0x10 {
      switch units[position] {
      case 0x13: open.append((position, nil))
      case 0x14:
        if let last = open.indices.last, open[last].separator == nil { open[last].separator = position }
      case 0x15:
        if let field = open.popLast() { found.append(field.begin..<((field.separator ?? position) + 1)) }
      default: break
      }
    }
    found.sort { $0.lowerBound < $1.lowerBound }
    var ranges: [Range<Int>] = []
    for range in found {
      // A field within an instruction is part of it.
      if let last = ranges.last, range.lowerBound < last.upperBound { continue }
      ranges.append(range)
    }
    self.ranges = ranges
  }
}
