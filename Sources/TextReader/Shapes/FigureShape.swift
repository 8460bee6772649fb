internal import ConverterCore

/// Tables of figures as printers set them: labels, and figures below each other behind them; names over the columns in storeys,
/// headings between the rows, notes below.
///
///                           Year ended        storeys of the head: parted by strokes, or by how much they span
///                       -----------------
///     Quay              2031         2032
///     -----------------------------------
///     Inner harbor:                           a heading of rows
///       North.........  1,012       1,115     rows: the usual ones fix the columns, all others have to stand in them
///       South and the
///         islands.....    234       3,236     a label of two lines
///     Note:  Boats are not counted.           below the last row of figures ends the table
///
/// The figures alone tell what is a row, so that odd lines above and below them stay outside instead of spoiling the columns.
enum FigureShape: Shape {
  static let strength = ShapeStrength.figures

  static func candidates(in text: TextLines, free: FreeLines) -> [ShapeCandidate] {
    candidates(in: text, free: free, hasTabStops: false)
  }

  /// - Parameter hasTabStops: whether the tables looked for have columns at tab stops.
  fileprivate static func candidates(in text: TextLines, free: FreeLines, hasTabStops: Bool) -> [ShapeCandidate] {
    let sign: LineTraits = hasTabStops ? .innerTab : .gap
    var reading = FigureReading(wide: 2, hasTabStops: hasTabStops)
    var found: [ShapeCandidate] = []
    var index = 0
    while index < text.count {
      guard free[index], text[index].traits.isSuperset(of: [sign, .digit]),
        let run = FigureRun(text, free, from: index, notBefore: found.last?.lines.upperBound ?? 0, reading)
      else {
        index += 1
        continue
      }
      var candidate = FigureTable(text, free, run)?.candidate(text)
      if candidate == nil, run.hasWide(text) {
        reading.wide = 1
        candidate = FigureRun(text, free, from: index, notBefore: run.limit, reading)
          .flatMap { FigureTable(text, free, $0)?.candidate(text) }
        reading.wide = 2
      }
      if let candidate { found.append(candidate) }
      index = max(index + 1, run.end, candidate?.lines.upperBound ?? 0)
    }
    return found
  }
}

/// Tables of figures whose columns are at tab stops, reached by one tab or several; where tabs part fields, each is a column, and
/// ``DelimitedShape`` has taken the lines before.
///
///     Quay⇥⇥in⇥out
///     Old South pier⇥34⇥36
enum TabStopShape: Shape {
  static let strength = ShapeStrength.aligned

  static func candidates(in text: TextLines, free: FreeLines) -> [ShapeCandidate] {
    FigureShape.candidates(in: text, free: free, hasTabStops: true)
  }
}

/// Rows of figures and what stands between them: rules, blank lines, headings, rows of words.
struct FigureRun {
  /// From the first row to the last, without blank lines.
  let lines: [FigureLine]
  /// The first line that the table may have.
  let limit: Int
  let reading: FigureReading

  /// Blank lines between two rows.
  private static let longestPause = 2
  /// Headings in a row between two rows.
  private static let mostHeadings = 3

  /// The index behind the last row.
  var end: Int { (lines.last?.line ?? 0) + 1 }

  /// - Returns: `nil` where no row begins at the line, or only names of columns do.
  init?(_ text: TextLines, _ free: FreeLines, from first: Int, notBefore limit: Int, _ reading: FigureReading) {
    let start = FigureLine(text, first, reading)
    guard start.kind == .figures else { return nil }
    (self.limit, self.reading) = (limit, reading)
    var taken = [start]
    var kept = 1
    var (blanks, headings, ruled) = (0, 0, false)
    var index = first + 1
    scan: while index < text.count, free[index], !text[index].traits.contains(.pageBreak) {
      let line = FigureLine(text, index, reading)
      // The last row above, and whether the lines so far are all years, which head columns.
      let row = taken[kept - 1]
      switch line.kind {
      case .blank:
        blanks += 1
        if blanks > Self.longestPause { break scan }
      case .rule:
        ruled = true
        taken.append(line)
      case .figures:
        if line.isOfYears, !row.isOfYears, blanks > 0 || ruled || headings > 0 { break scan }
        taken.append(line)
        kept = taken.count
        (blanks, headings, ruled) = (0, 0, false)
      case .names:
        let isRow = row.line == index - 1 && row.pieces.count == line.pieces.count && !row.isOfYears
        guard isRow || row.isOfYears else { break scan }
        taken.append(line)
        if isRow { kept = taken.count }
      case .text:
        headings += 1
        guard headings <= Self.mostHeadings, Self.mayHead(line, below: row, blanks: blanks) else { break scan }
        taken.append(line)
        if blanks > 0 { blanks = 0 }
      case .other: break scan
      }
      index += 1
    }
    // Rows of words at the end may as well be text below the table.
    while kept > 1, taken[kept - 1].kind != .figures { kept -= 1 }
    let rows = taken.prefix(kept)
    guard let body = rows.firstIndex(where: { $0.kind == .figures && !$0.isOfYears }) else { return nil }
    lines = Array(rows[body...])
  }

  /// Whether a text between rows is short enough for a heading or the beginning of a label: no longer than labels are, or set apart.
  private static func mayHead(_ line: FigureLine, below row: FigureLine, blanks: Int) -> Bool {
    guard let piece = line.pieces.first, let text = line.texts.first, let figure = row.pieces.dropFirst().first,
      Caption(text) == nil, !Caption.isOther(text)
    else { return false }
    if piece.columns.upperBound <= figure.columns.lowerBound + longestReach { return true }
    return !text.hasSuffix(".") && text.utf8.count <= longestHeading
  }

  /// Columns by which a label that goes on below reaches over the figures.
  private static let longestReach = 6
  /// Bytes of a heading that reaches over the figures.
  private static let longestHeading = 60

  func hasWide(_ text: TextLines) -> Bool { lines.contains { text[$0.line].traits.contains(.wide) } }
}
