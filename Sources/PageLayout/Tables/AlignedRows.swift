internal import ConverterCore

/// Which lines of aligned text make a row.
///
/// Each line with figures is a row of its own; what remains to be told is where lines without figures belong. A label may
/// run on below its figures, or above them, or on both sides when figures are centred:
///
///     Non-metallic mineral      11 12        Non-metallic mineral             Non-metallic mineral
///     products                               products          11 12                           11 12
///                                                                             products
///
/// What runs on shows by its line being full: the first word of the next line would not have fitted any more. A short line
/// above an indented one is a heading of its own.
package struct AlignedRows {
  let columns: AlignedColumns
  let text: PageText
  /// The y of drawn lines that part rows, rising.
  let rules: [Double]
  let tolerances: Tolerances
  /// How many lines are surely of the header.
  let headCount: Int
  /// How far lines of one row stand apart where names of groups show it, and nothing else does; `nil` elsewhere.
  let groupLeadings: Leadings?
  /// Per column, the extent in points of what stands in it alone; `nil` for columns without such.
  let extents: [Interval?]
  /// Per column, whether most texts begin where the leftmost does.
  let isLeftAligned: [Bool]
  /// The first line with figures; `nil` where there are words alone.
  let firstFigures: Int?
  /// How far lines stand apart, measured over all of them.
  private(set) var leadings: Leadings
  /// What white between the lines tells of the rows.
  private(set) var white = RowWhite.tellsNothing
  /// Lines without figures that white shows to be of the row above.
  private(set) var rowEnds: Set<Int> = []
  /// Lines that go on with the label of the line above: the rest of it alone, or the end of it with the figures of the row.
  private(set) var goesOnWithLabel: Set<Int> = []
  /// Whether labels alone in their lines, where the labels of rows begin, are headings of these.
  private(set) var hasFlushHeadings = false
  /// A line below a row that is no line of its label.
  private(set) var remark: Int?
  /// Beside which line of a label its row stands, where labels of several lines tell.
  private(set) var alignment: Alignment?
  enum Alignment { case top, bottom }
  /// How many lines at the top are set in fonts that no line below has, as heads are set bold; `nil` where there are none.
  let headEnd: Int?
  /// The lengths in points of the two longest lines of labels.
  let longestLabels: [Double]
  /// The x at which labels of lines begin that are surely the first of their rows: both they and the lines above have figures.
  private(set) var labelStarts: [Double] = []
  /// Whether drawn lines part all rows, so that text tells nothing more.
  package private(set) var isBanded = false
  /// Whether rows are folded into as many lines each, figures too.
  private(set) var isFolded = false

  /// - Parameters:
  ///   - columns: the lines, sorted into columns.
  ///   - headCount: how many lines are surely of the header.
  ///   - stubCount: how many columns at the left hold names whose cells lines enclose; 0 where none do.
  ///   - groupLeadings: how far lines of one row stand apart where names of groups show it; `nil` elsewhere.
  ///   - rules: the y of drawn lines that part rows, rising.
  ///   - text: the text of the page.
  ///   - tolerances: the constants of the analysis.
  init(
    _ columns: AlignedColumns, headCount: Int = 0, stubCount: Int = 0, groupLeadings: Leadings? = nil, rules: [Double],
    text: PageText, tolerances: Tolerances = .standard
  ) {
    self.columns = columns
    self.headCount = headCount
    self.groupLeadings = groupLeadings
    leadings = Leadings(tolerances: tolerances)
    self.text = text
    self.rules = rules
    self.tolerances = tolerances
    let extents = columns.extents
    self.extents = extents
    firstFigures = columns.firstFigures(text)
    var starts = [[Double]](repeating: [], count: columns.count)
    for line in columns.lines {
      for piece in line.pieces where piece.columns.count == 1 {
        starts[piece.columns.lowerBound].append(piece.extent.start)
      }
    }
    isLeftAligned = starts.indices.map { column in
      guard let first = extents[column]?.start, !starts[column].isEmpty else { return true }
      let size = columns.lines.first?.size ?? 10
      return 2 * starts[column].count { $0 - first < tolerances.flushDrift * size } >= starts[column].count
    }
    longestLabels = Array(
      columns.lines.lazy.compactMap { $0.pieces.first { $0.columns == 0..<1 }?.extent.length }
        .sorted(by: >).prefix(2))
    headEnd = Self.headEnd(of: columns.lines, text: text, tolerances: tolerances)
    isBanded =
      partsAllFigures || partsAllTexts(after: 0)
      || stubCount > 0 && (partsAllRows(after: stubCount) || partsAllTexts(after: stubCount))
    let surelyParted = surelyPartedLines
    leadings = measuredLeadings(surelyParted)
    labelStarts = surelyParted.compactMap { columns.lines[$0].pieces.first }.filter { $0.columns.lowerBound == 0 }
      .map(\.extent.start)
    isFolded = isFoldedInRows
    white = whiteBetweenRows
    rowEnds = linesEndingRows
    (alignment, goesOnWithLabel) = labelLines
    remark = onlyRemark
    hasFlushHeadings = headingsAreFlush
  }

  private static func headEnd(of lines: [AlignedColumns.Line], text: PageText, tolerances: Tolerances) -> Int? {
    let fonts = lines.map { text.fonts(of: $0.pieces.flatMap(\.words)) }
    guard let first = fonts.first, let end = fonts.firstIndex(where: { !$0.isSubset(of: first) }),
      end <= tolerances.mostHeadingLines, !fonts[end...].contains(where: { !$0.isDisjoint(with: first) })
    else { return nil }
    return end
  }

  /// The pieces of two lines that stand in one column.
  func shared(_ upper: Int, _ lower: Int) -> Shared {
    columns.lines[upper].pieces.flatMap { piece in
      columns.lines[lower].pieces.filter { $0.columns.overlaps(piece.columns) }.map { (upper: piece, lower: $0) }
    }
  }

  /// The rows of some lines, as ranges of ``AlignedColumns/lines``.
  package func rows(of range: Range<Int>) -> [Range<Int>] {
    var rows: [Range<Int>] = []
    for line in range {
      if line > range.lowerBound, let last = rows.last, runsOn(from: line - 1, to: line) {
        rows[rows.count - 1] = last.lowerBound..<line + 1
      } else {
        rows.append(line..<line + 1)
      }
    }
    return isFolded ? rows : rows.flatMap(withoutConflicts)
  }

  /// Whether a drawn line parts two lines of text.
  package func isRuled(between upper: Int, and lower: Int) -> Bool {
    let top = columns.lines[upper].band.middle
    let bottom = columns.lines[lower].band.middle
    let next = rules.partitioningIndex { $0 > top }
    return next < rules.count && rules[next] < bottom
  }

  /// Em. From the baseline of a line to that of one below.
  func distance(_ upper: Int, _ lower: Int) -> Double {
    columns.lines[lower].distance(below: columns.lines[upper])
  }

  /// Whether two lines cannot be of one row: both have a figure in one column.
  func conflicts(_ upper: Int, _ lower: Int) -> Bool {
    columns.lines[upper].pieces.contains { piece in
      piece.isValue
        && columns.lines[lower].pieces.contains { $0.isValue && $0.columns.overlaps(piece.columns) }
    }
  }

  /// Cuts a row in which two lines have figures in one column, at the widest distance between them.
  private func withoutConflicts(_ row: Range<Int>) -> [Range<Int>] {
    var rows: [Range<Int>] = []
    var start = row.lowerBound
    var lastValued: Int?
    for line in row where columns.lines[line].hasValue && !(line > row.lowerBound && areYears(of: line - 1, line)) {
      if let last = lastValued {
        // Lines part rows wherever figures of one stand.
        let beside = (isBanded || distance(last, line) < tolerances.besideDistance) && !conflicts(last, line)
        if !beside {
          let cut = (last + 1...line).max { first, second in
            // Of equal distances the last: labels mostly run on below their figures.
            (distance(first - 1, first) * 10).rounded() <= (distance(second - 1, second) * 10).rounded()
          }
          rows.append(start..<(cut ?? line))
          start = cut ?? line
        }
      }
      lastValued = line
    }
    rows.append(start..<row.upperBound)
    return rows.filter { !$0.isEmpty }
  }
}
