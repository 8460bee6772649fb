internal import ConverterCore
internal import FoundationEssentials

extension TextLines {
  /// The width of a line in columns of a fixed-width font, without white space at its end; East Asian wide characters take
  /// two, a tab goes to the next multiple of eight.
  ///
  /// - Complexity: O(*n*) for *n* bytes; stops above a bound.
  func width(_ index: Int, atMost bound: Int = .max) -> Int {
    let line = lines[index]
    if line.traits.isDisjoint(with: [.wide, .leadingTab, .innerTab, .control]) {
      return trimmed(line.bytes).upperBound - line.start
    }
    let bytes = utf8.span
    var column = 0
    var inked = 0
    var position = line.start
    while position < line.end && inked <= bound {
      let (scalar, next) = decoded(bytes, position)
      column = TextLines.column(after: scalar, at: column)
      if !isBlankScalar(scalar) { inked = column }
      position = next
    }
    return inked
  }

  /// Pieces of a line between gaps of white space, each with its columns.
  ///
  /// - Parameters:
  ///   - gap: how many columns of white space part two pieces; one ideographic space never does.
  ///   - wide: the columns of East Asian wide characters: two on a terminal, one where programs count characters.
  func segments(_ index: Int, gap: Int = 2, wide: Int = 2) -> [LineSegment] {
    let bytes = utf8.span
    let line = lines[index]
    var segments: [LineSegment] = []
    var current: LineSegment?
    var column = 0
    var blanks = 0
    var position = line.start
    while position < line.end {
      let (scalar, next) = decoded(bytes, position)
      let after = TextLines.column(after: scalar, at: column, wide: wide)
      if isBlankScalar(scalar) {
        // A tab parts pieces however near its stop is.
        blanks += scalar == 0x3000 ? 1 : scalar == 0x09 ? max(gap, after - column) : after - column
      } else {
        if let open = current, blanks >= gap {
          segments.append(open)
          current = nil
        }
        if var open = current {
          open.columns = open.columns.lowerBound..<after
          open.bytes = open.bytes.lowerBound..<next
          current = open
        } else {
          current = LineSegment(columns: column..<after, bytes: position..<next)
        }
        blanks = 0
      }
      column = after
      position = next
    }
    if let current { segments.append(current) }
    return segments
  }

  /// The column behind a scalar: control characters take none, a tab goes to the next stop.
  static func column(after scalar: UInt32, at column: Int, wide: Int = 2) -> Int {
    if scalar == 0x09 { return (column / 8 + 1) * 8 }
    if scalar < 0x300 { return scalar < 0x20 ? column : column + 1 }
    guard let known = Unicode.Scalar(scalar) else { return column + 1 }
    return column + min(known.columnWidth, wide)
  }

  /// The last scalar of a line that is no white space.
  func lastScalar(_ index: Int) -> Unicode.Scalar? {
    let bytes = utf8.span
    let line = trimmed(lines[index].bytes, in: bytes)
    guard !line.isEmpty else { return nil }
    var start = line.upperBound - 1
    while start > line.lowerBound, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return Unicode.Scalar(decoded(bytes, start).scalar)
  }

  /// The scalar at an offset of valid UTF-8, and the offset behind it.
  func decoded(_ bytes: Span<UInt8>, _ position: Int) -> (scalar: UInt32, next: Int) {
    let first = UInt32(bytes[position])
    switch first {
    case 0..<0x80: return (first, position + 1)
    case 0xC0..<0xE0 where position + 1 < bytes.count:
      return ((first & 0x1F) << 6 | UInt32(bytes[position + 1]) & 0x3F, position + 2)
    case 0xE0..<0xF0 where position + 2 < bytes.count:
      let middle = (UInt32(bytes[position + 1]) & 0x3F) << 6
      return ((first & 0x0F) << 12 | middle | UInt32(bytes[position + 2]) & 0x3F, position + 3)
    case 0xF0..<0xF8 where position + 3 < bytes.count:
      let middle = (UInt32(bytes[position + 1]) & 0x3F) << 12 | (UInt32(bytes[position + 2]) & 0x3F) << 6
      return ((first & 0x07) << 18 | middle | UInt32(bytes[position + 3]) & 0x3F, position + 4)
    default: return (0xFFFD, position + 1)
    }
  }

  private func isBlankScalar(_ scalar: UInt32) -> Bool {
    scalar <= 0x20 || scalar == 0xA0 || scalar == 0x3000 || (0x2000...0x200A).contains(scalar)
  }
}

/// A piece of a line.
struct LineSegment: Hashable, Sendable {
  /// Columns of a fixed-width font, from 0.
  var columns: Range<Int>
  /// Offsets into the text.
  var bytes: Range<Int>
}
