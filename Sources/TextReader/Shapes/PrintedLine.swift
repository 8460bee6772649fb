internal import ConverterCore
internal import FoundationEssentials

/// One line of a printout by columns of the page.
struct PrintedLine {
  /// Index of the line.
  let line: Int
  /// By column its scalar; 0 in the second column of a wide character.
  private let scalars: [UInt32]
  /// By column the offset of its character; last, the end of the line.
  private let offsets: [Int]

  /// - Precondition: the line has at most ``widest`` bytes.
  init(_ text: TextLines, _ line: Int) {
    let bytes = text.utf8.span
    var scalars: [UInt32] = []
    var offsets: [Int] = []
    var position = text[line].start
    while position < text[line].end {
      let (scalar, next) = text.decoded(bytes, position)
      for column in 0..<max(1, Unicode.Scalar(scalar)?.columnWidth ?? 1) {
        scalars.append(column == 0 ? scalar : 0)
        offsets.append(position)
      }
      position = next
    }
    offsets.append(text[line].end)
    (self.line, self.scalars, self.offsets) = (line, scalars, offsets)
  }

  /// Lines of more bytes are of no printout.
  static let widest = 1000

  /// The columns from the first to the last character that is not blank; empty for a blank line.
  var inked: Range<Int> {
    guard let first = scalars.firstIndex(where: { !Self.isBlank($0) }),
      let last = scalars.lastIndex(where: { !Self.isBlank($0) })
    else { return 0..<0 }
    return first..<last + 1
  }

  /// The columns of all strokes, and whether a blank or a dash stands before them, as it does not before punctuation.
  var strokes: [(column: Int, isFree: Bool)] {
    scalars.indices.filter { isStroke(at: $0) }.map { column in
      (column, column == 0 || Self.isBlank(scalars[column - 1]) || isDash(at: column - 1))
    }
  }

  /// Whether there is text besides strokes and dashes.
  var hasText: Bool { scalars.contains { Self.isText($0) } }

  /// The number of characters besides strokes and dashes.
  var textCount: Int { scalars.count { Self.isText($0) } }

  /// Whether the line has a run of dashes: a level line below some columns.
  var isPartialRule: Bool {
    scalars.indices.dropLast(2).contains { column in (column...column + 2).allSatisfy { isDash(at: $0) } }
  }

  /// Whether a colon or bar stands in a column; the colon of a time of day is none.
  func isStroke(at column: Int) -> Bool {
    guard scalars.indices.contains(column), scalars[column] == 0x3A || scalars[column] == 0x7C else { return false }
    return scalars[column] == 0x7C || !(isDigit(at: column - 1) && isDigit(at: column + 1))
  }

  private func isDigit(at column: Int) -> Bool {
    scalars.indices.contains(column) && (0x30...0x39).contains(scalars[column])
  }

  func isDash(at column: Int) -> Bool {
    scalars.indices.contains(column) && (scalars[column] == 0x2D || scalars[column] == 0x3D)
  }

  func isBlank(at column: Int) -> Bool {
    !scalars.indices.contains(column) || Self.isBlank(scalars[column])
  }

  /// The bytes of some columns.
  func bytes(_ columns: Range<Int>) -> Range<Int> {
    let start = offsets[min(columns.lowerBound, offsets.count - 1)]
    return start..<max(start, offsets[min(columns.upperBound, offsets.count - 1)])
  }

  /// The number of characters of a text that are neither strokes, dashes nor blank.
  static func textCount(_ text: String) -> Int { text.unicodeScalars.count { isText($0.value) } }

  private static func isBlank(_ scalar: UInt32) -> Bool { scalar <= 0x20 || scalar == 0xA0 || scalar == 0x3000 }

  private static func isText(_ scalar: UInt32) -> Bool {
    !isBlank(scalar) && scalar != 0x3A && scalar != 0x7C && scalar != 0x2D && scalar != 0x3D
  }
}
