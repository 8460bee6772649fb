internal import ConverterCore

/// The lines above the first row of figures that belong to its table.
struct FigureAbove {
  /// The lines that name columns, from top to bottom, with the rules between them.
  private(set) var head: [FigureLine] = []
  /// Headings and units between the head and the first row.
  private(set) var lead: [FigureLine] = []
  /// The first line of the table.
  private(set) var start: Int

  private let columns: FigureColumns
  /// From the line next to the rows upwards.
  private var taken: [FigureLine] = []
  /// How many of them are certain to belong to the table: those up to the uppermost that names columns or rules them.
  private var certain = 0
  private var hasNames = false
  /// Whether a rule below all columns stands between the names and the rows.
  private var isRuled = false

  /// Headings in a row, of which nothing shows yet whether names stand above them.
  private static let mostHeadings = 3
  /// Lines that a head has at most.
  private static let mostLines = 20

  init(
    _ text: TextLines, _ free: FreeLines, first: Int, notBefore limit: Int, _ columns: FigureColumns,
    _ reading: FigureReading
  ) {
    self.columns = columns
    start = first
    var index = first - 1
    var blanks = 0
    while index >= limit, first - index <= Self.mostLines, free[index], !text[index + 1].traits.contains(.pageBreak) {
      let line = FigureLine(text, index, reading)
      if line.kind == .blank {
        blanks += 1
        if blanks > 1 || hasNames { break }
      } else {
        guard takes(line) else { break }
        blanks = 0
      }
      index -= 1
    }
    taken.removeLast(taken.count - certain)
    taken.reverse()
    start = taken.first?.line ?? first
    part()
  }

  /// Whether the next line above may belong to the table; the line is then taken.
  private mutating func takes(_ line: FigureLine) -> Bool {
    switch line.kind {
    case .blank, .other: return false
    case .rule:
      let isWhole = columns.isWhole(line)
      taken.append(line)
      if isWhole, hasNames || taken.count == 1 { certain = taken.count }
      // The rule above the head is the first line of the table.
      if isWhole, hasNames { return false }
      isRuled = isRuled || isWhole
    case .figures:
      guard line.isOfYears || isRuled && !hasNames && columns.isHead(line) else { return false }
      confirm(line)
    case .names:
      guard columns.isHead(line), !line.isRunning, Caption(line.texts.joined(separator: " ")) == nil else {
        return false
      }
      confirm(line)
    case .text:
      guard let text = line.texts.first, let piece = line.pieces.first, Caption(text) == nil, !Caption.isOther(text)
      else {
        return false
      }
      let isUnit = UnitLine(text)?.isWhole == true
      if isUnit, hasNames { return false }
      let isOverFigures = columns.isOverFigures(piece)
      if isOverFigures, !isUnit, hasNames || isRuled || taken.last.map({ isStroke($0, below: piece) }) == true {
        confirm(line)
      } else {
        // A heading of rows, or the name of the labels beside those of the figures.
        guard taken.count - certain < (hasNames && !isRuled ? 1 : Self.mostHeadings),
          !hasNames || columns.isLabel(piece.columns)
        else { return false }
        taken.append(line)
      }
    }
    return true
  }

  private mutating func confirm(_ line: FigureLine) {
    taken.append(line)
    certain = taken.count
    hasNames = true
  }

  /// Whether a line has strokes below a name.
  private func isStroke(_ rule: FigureLine, below name: LineSegment) -> Bool {
    let strokes =
      rule.kind == .rule ? rule.pieces : zip(rule.pieces, rule.texts).filter { FigureLine.isStroke($1) }.map(\.0)
    return strokes.contains { $0.columns.overlaps(name.columns) && columns.covered(by: $0.columns).count > 0 }
  }

  /// Parts the lines into the head and what stands between it and the rows: at the lowest whole rule below names, else behind the
  /// last line that names columns.
  private mutating func part() {
    let names = taken.firstIndex { $0.kind != .rule }
    let rule = taken.lastIndex { $0.kind == .rule && columns.isWhole($0) }
    guard let names else { return }
    let end: Int
    if let rule, rule > names {
      end = rule + 1
    } else {
      let isName = { (line: FigureLine) in
        line.kind != .text || line.pieces.first.map(columns.isOverFigures) == true
      }
      end = (taken.lastIndex(where: isName) ?? -1) + 1
    }
    head = Array(taken[..<end])
    lead = Array(taken[end...])
  }
}

extension FigureColumns {
  /// Whether a piece stands over the figures and not beyond, as titles of tables may.
  func isOverFigures(_ piece: LineSegment) -> Bool {
    piece.columns.lowerBound >= bounds[1] - 2 && piece.columns.upperBound <= extents[count - 1].upperBound + 4
  }

  /// Whether a rule goes below labels and figures, in one stroke or in one for each column.
  func isWhole(_ rule: FigureLine) -> Bool {
    guard rule.kind == .rule, let first = rule.pieces.first, let last = rule.pieces.last else { return false }
    return first.columns.lowerBound < bounds[1] && last.columns.upperBound >= extents[1].upperBound
  }

  /// Whether the pieces of a line stand over the figures, but for one over the labels.
  func isHead(_ line: FigureLine) -> Bool {
    let figures = line.pieces.drop { isLabel($0.columns) }
    // `Docket:` is the key of a pair.
    return line.pieces.count - figures.count < 2 && !figures.isEmpty && figures.count < count
      && (line.texts.first?.last != ":" || line.texts.first == ":")
      && zip(line.pieces, line.texts).allSatisfy { $0.columns.count <= Self.widestName || FigureLine.isStroke($1) }
  }

  /// Columns of the page that a name has at most.
  private static let widestName = 44
}

extension FigureLine {
  /// Whether the line is the head of a page and no name of columns: it ends with the number of the page.
  var isRunning: Bool {
    let words = texts.joined(separator: " ").split(separator: " ").suffix(2).map { $0.lowercased() }
    guard words.count == 2, Int(words[1]) != nil else { return false }
    return words[0] == "page" || words[0] == "page:"
  }
}
