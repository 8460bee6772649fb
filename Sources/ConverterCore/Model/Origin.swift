/// Where a piece of content stands in its source, and how it is known.
///
/// A stitched table, or a cell cut by a page end, stands in several places: the first is ``place``, the
/// others follow in ``continuations``.
///
///     Origin(.page(3, Rectangle(x0: 72, y0: 90, x1: 523, y1: 260)), .ruled)
///     Origin(.lines(12...14), .stated)
public struct Origin: Hashable, Sendable {
  /// The first place.
  public var place: Place

  /// How the content is known.
  public var evidence: Evidence

  /// Further places in reading order; mostly empty.
  public var continuations: [Place]

  public init(_ place: Place, _ evidence: Evidence, continuations: [Place] = []) {
    self.place = place
    self.evidence = evidence
    self.continuations = continuations
  }
}

/// A spot in a source that a person can go to.
public enum Place: Hashable, Sendable {
  /// A page, counted from 1, and the box on it where known.
  case page(Int, Rectangle?)

  /// Lines of text, counted from 1.
  case lines(ClosedRange<Int>)

  /// An element of a structured file.
  case element(ElementPath)

  /// An offset in bytes from the start of the source.
  case byte(Int)
}

/// The way to an element of an XML part or a page of HTML, in the manner of XPath.
///
/// Rows and cells of a table share the path of their table, so that a place costs no text of its own:
/// `ElementPath("word/document.xml/body/tbl[2]", row: 5, cell: 1)` reads `…/body/tbl[2]/tr[5]/tc[1]`.
public struct ElementPath: Hashable, Sendable {
  /// The path of the element, or of the table that holds it; positions count from 1.
  public let path: String

  /// The row within the table at ``path``, counted from 1; 0 for the element itself.
  public let row: Int32

  /// The cell within the row, counted from 1; 0 for the row itself.
  public let cell: Int32

  /// Makes a path of a table's row or cell, or with `row` 0 of an element.
  ///
  /// A path that ends in the steps of a row or cell is taken apart, so that equal places are equal values.
  public init(_ path: String, row: Int32 = 0, cell: Int32 = 0) {
    if row <= 0, Self.mayEndInCell(path), let steps = Self.steps(atEndOf: path) {
      (self.path, self.row, self.cell) = steps
    } else {
      self.path = path
      self.row = max(row, 0)
      self.cell = row > 0 ? max(cell, 0) : 0
    }
  }

  /// Whether the last step of a path begins like that of a row or cell: told from a few bytes, since most do not.
  private static func mayEndInCell(_ path: String) -> Bool {
    let bytes = path.utf8.span
    guard bytes.count > 0, bytes[bytes.count - 1] == UInt8(ascii: "]") else { return false }
    var start = bytes.count - 1
    while start > 0, bytes[start - 1] != UInt8(ascii: "/") { start -= 1 }
    return bytes[start] == UInt8(ascii: "t") && bytes[start + 1] != UInt8(ascii: "b")
  }

  /// Splits `…/tr[5]` and `…/tr[5]/tc[1]`; `nil` where a path does not end so.
  private static func steps(atEndOf path: String) -> (path: String, row: Int32, cell: Int32)? {
    guard let last = lastStep(of: path[...]) else { return nil }
    if last.name == "tr" { return (String(last.rest), last.position, 0) }
    guard last.name == "tc", let row = lastStep(of: last.rest), row.name == "tr" else { return nil }
    return (String(row.rest), row.position, last.position)
  }

  /// Splits `rest/name[position]` with a position from 1 written without leading zeros.
  private static func lastStep(of path: Substring) -> (rest: Substring, name: Substring, position: Int32)? {
    guard path.last == "]", let slash = path.lastIndex(of: "/"), let bracket = path[slash...].firstIndex(of: "[")
    else { return nil }
    let digits = path[path.index(after: bracket)...].dropLast()
    guard let position = Int32(digits), position > 0, String(position) == digits else { return nil }
    return (path[..<slash], path[path.index(after: slash)..<bracket], position)
  }
}

extension ElementPath: CustomStringConvertible {
  /// The full path with the row and cell steps.
  public var description: String {
    switch (row, cell) {
    case (0, _): path
    case (_, 0): "\(path)/tr[\(row)]"
    default: "\(path)/tr[\(row)]/tc[\(cell)]"
    }
  }
}

/// How a piece of content is known, from the surest kind to the least sure.
public enum Evidence: Hashable, Sendable {
  /// The file says so: a cell element, a tag, a delimiter.
  case stated

  /// Drawn lines show it.
  case ruled

  /// The alignment of text shows it.
  case aligned

  /// A recogniser of pictures read it, with a confidence from 0 to 1.
  case recognised(confidence: Float)

  /// A rule determines it: spans solved so that rows tile a grid, headers told from their content.
  case computed
}
