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
  private let headCount: Int
  private let cellLeading: Double?
  private let extents: [Interval?]
  private let isLeftAligned: [Bool]
  /// Em. The least distance of two lines with text in one column, that of lines in one cell if there are any.
  private var leading = Double.infinity
  /// Em. The least distance of two lines with figures in one column, which stand in two rows; 0 without such.
  private(set) var pitch = 0.0
  /// Whether white above and below all cells parts rows, so that lines at the least distance are of one row.
  private var isPadded = false
  /// Lines without figures that white shows to be of the row above.
  private var rowEnds: Set<Int> = []
  /// Whether white parts rows of text, each of which begins in all columns, and nothing else does.
  private var isParted = false
  /// Beside which line of a label its row stands, where labels of several lines tell.
  private(set) var alignment: Alignment?
  enum Alignment { case top, bottom }
  /// How many lines at the top are set in fonts that no line below has, as heads are set bold; `nil` where there are none.
  private let headEnd: Int?
  /// The lengths in points of the two longest lines of labels.
  private let longestLabels: [Double]
  /// The x at which labels of lines begin that are surely the first of their rows: both they and the lines above have figures.
  private var labelStarts: [Double] = []
  /// Whether drawn lines part all rows, so that text tells nothing more.
  package private(set) var isBanded = false

  /// - Parameters:
  ///   - columns: the lines, sorted into columns.
  ///   - headCount: how many lines are surely of the header.
  ///   - stubCount: how many columns at the left hold names whose cells lines enclose; 0 where none do.
  ///   - cellLeading: how far in em lines of one row stand apart at most; `nil` where nothing but the lines themselves shows it.
  ///   - rules: the y of drawn lines that part rows, rising.
  ///   - text: the text of the page.
  ///   - tolerances: the constants of the analysis.
  package init(
    _ columns: AlignedColumns, headCount: Int = 0, stubCount: Int = 0, cellLeading: Double? = nil, rules: [Double],
    text: PageText, tolerances: Tolerances = .standard
  ) {
    self.columns = columns
    self.headCount = headCount
    self.cellLeading = cellLeading
    self.text = text
    self.rules = rules
    self.tolerances = tolerances
    let extents = columns.extents
    self.extents = extents
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
    measureDistances()
    findPadding()
    findRowEnds()
    isParted = partsAllRows
    findAlignment()
  }

  private static func headEnd(of lines: [AlignedColumns.Line], text: PageText, tolerances: Tolerances) -> Int? {
    let fonts = lines.map { text.fonts(of: $0.pieces.flatMap(\.words)) }
    guard let first = fonts.first, let end = fonts.firstIndex(where: { !$0.isSubset(of: first) }),
      end <= tolerances.mostHeadingLines, !fonts[end...].contains(where: { !$0.isDisjoint(with: first) })
    else { return nil }
    return end
  }

  /// Labels that begin with a small letter go on from the line above: beside those the figures stand, or above them.
  private mutating func findAlignment() {
    var (above, below) = (0, 0)
    for lower in columns.lines.indices.dropFirst() {
      guard let label = columns.lines[lower].pieces.first(where: { $0.columns == 0..<1 }),
        let rest = columns.lines[lower - 1].pieces.first(where: { $0.columns == 0..<1 }),
        label.continues(rest, in: text),
        !isRuled(between: lower - 1, and: lower)
      else { continue }
      let isLabel = columns.lines[lower].pieces.count == 1
      if isLabel, isFilled(lower - 1) || above > 0 { above += 1 }
      if isFilled(lower), columns.lines[lower - 1].pieces.count == 1 { below += 1 }
    }
    alignment = above > 0 && below == 0 ? .top : above == 0 && below > 0 ? .bottom : nil
  }

  /// Whether a line has a figure or text in each column.
  private func isFilled(_ line: Int) -> Bool {
    columns.lines[line].hasValue || columns.lines[line].pieces.count == columns.count
  }

  private mutating func measureDistances() {
    var least = Double.infinity
    for lower in columns.lines.indices.dropFirst() {
      let distance = distance(lower - 1, lower)
      guard distance >= tolerances.besideDistance else { continue }
      let shared = shared(lower - 1, lower)
      guard !shared.isEmpty else { continue }
      // Headings of two lines beside such of three: their own lines stand farther apart than one of these from one of those.
      let own = shared.map { ownDistance($0.upper, $0.lower, size: columns.lines[lower].size) }.min() ?? distance
      let isMixed = lower < headCount && own > distance + 2 * tolerances.pitchChange
      leading = min(leading, isMixed && columns.lines[lower].size == columns.lines.last?.size ? own : distance)
      guard conflicts(lower - 1, lower) else { continue }
      least = min(least, distance)
      if let label = columns.lines[lower].pieces.first, label.columns.lowerBound == 0 {
        labelStarts.append(label.extent.start)
      }
    }
    pitch = least.isFinite ? least : 0
  }

  /// Lines close to each other that fill the same cells may be rows or long cells; where most lines stand clearly farther apart
  /// these are the rows, for groups of rows that white sets apart hold several rows each.
  private mutating func findPadding() {
    var (close, wide) = (0, 0)
    for lower in columns.lines.indices.dropFirst() {
      let distance = distance(lower - 1, lower)
      guard distance >= tolerances.besideDistance else { continue }
      let shared = shared(lower - 1, lower)
      guard !shared.isEmpty else { continue }
      if distance > leading + tolerances.rowGap {
        wide += 1
      } else if conflicts(lower - 1, lower) || distance > leading + tolerances.pitchChange {
        return
      } else if shared.count > 1, shared.count == columns.lines[lower - 1].pieces.count {
        close += 1
      }
    }
    isPadded = wide >= tolerances.leastBands && wide >= 2 * close
  }

  /// Lines right below figures end their row where they stand closer to it than rows do to each other, and nearer than to what follows: a
  /// heading stands close to the rows that it names.
  ///
  ///     Office of Work and    1,282    Set for most
  ///     Pensions                       projects
  ///
  ///     Customs               1,451    Sound
  private mutating func findRowEnds() {
    var ends: Range<Int>?
    var widest = 0.0
    func close(_ next: Double) {
      if let ends, next > widest + tolerances.pitchChange { rowEnds.formUnion(ends) }
    }
    for line in columns.lines.indices {
      let isRuled = line > 0 && isRuled(between: line - 1, and: line)
      let distance = line > 0 ? distance(line - 1, line) : 0
      if let lines = ends, !isRuled, distance < pitch - tolerances.pitchChange, !columns.lines[line].hasValue {
        ends = lines.lowerBound..<line + 1
        widest = max(widest, distance)
      } else {
        close(isRuled ? .infinity : distance)
        ends = columns.lines[line].hasValue ? line + 1..<line + 1 : nil
        widest = 0
      }
    }
    close(.infinity)
  }

  /// Whether lines of text without figures stand either as close as those of one cell or clearly farther apart, and below each such
  /// gap there is text in all columns. The headings stand above the first one, or above a drawn line; below that two gaps tell, where
  /// cells end one by one: rows of one line each, in groups, end all at once.
  private var partsAllRows: Bool {
    guard columns.firstFigures(text) == nil else { return false }
    var (close, wide, ended) = (0, 0, 0)
    for lower in columns.lines.indices.dropFirst(2) where !isRuled(between: lower - 1, and: lower) {
      let distance = distance(lower - 1, lower)
      guard distance >= tolerances.besideDistance else { continue }
      let isFull = columns.lines[lower].pieces.count == columns.count
      if distance <= leading + tolerances.pitchChange {
        close += 1
        if !isFull { ended += 1 }
      } else if distance > leading + tolerances.rowGap, isFull {
        wide += 1
      } else {
        return false
      }
    }
    let isHeaded = ended >= wide && hasRowBelowRule
    return wide >= tolerances.leastBands - (isHeaded ? 1 : 0) && close > wide
  }

  /// Whether text in all columns stands right below the first drawn line, which has headings above it.
  private var hasRowBelowRule: Bool {
    columns.lines.indices.dropFirst().first { isRuled(between: $0 - 1, and: $0) }.map {
      columns.lines[$0].pieces.count == columns.count
    } ?? false
  }

  /// The pieces of two lines that stand in one column.
  private func shared(
    _ upper: Int, _ lower: Int
  ) -> [(upper: AlignedColumns.Piece, lower: AlignedColumns.Piece)] {
    columns.lines[upper].pieces.flatMap { piece in
      columns.lines[lower].pieces.filter { $0.columns.overlaps(piece.columns) }.map { (upper: piece, lower: $0) }
    }
  }

  /// Whether each two lines with a figure in one column have a drawn line between them, and at least a few have.
  private var partsAllFigures: Bool {
    guard rules.count > tolerances.leastBands else { return false }
    let valued = columns.lines.indices.filter { columns.lines[$0].hasValue }
    var bands = 1
    for (upper, lower) in zip(valued, valued.dropFirst()) {
      if isRuled(between: upper, and: lower) { bands += 1 } else if conflicts(upper, lower) { return false }
    }
    return bands >= tolerances.leastBands
  }

  /// Whether drawn lines part all rows of a table of words: between each two of them stands one cell beside the other, each of which
  /// runs on from line to line.
  ///
  ///     ───────────────────────────────────
  ///     Training of staff in   Issued, see
  ///     all regional offices   page 12
  ///     ───────────────────────────────────
  ///
  /// - Parameter stubCount: how many columns hold names whose cells other lines enclose; what they hold tells nothing of the rows.
  private func partsAllTexts(after stubCount: Int) -> Bool {
    guard rules.count > tolerances.leastBands, stubCount > 0 || columns.firstFigures(text) == nil else { return false }
    let lines = columns.lines.indices.filter { line in
      columns.lines[line].pieces.contains { $0.columns.lowerBound >= stubCount }
    }
    var bands = 1
    var (wrapped, ended) = (0, 0)
    for (upper, lower) in zip(lines, lines.dropFirst()) {
      if isRuled(between: upper, and: lower) {
        bands += 1
        continue
      }
      if lower == headEnd { continue }
      let shared = shared(upper, lower).filter { $0.lower.columns.lowerBound >= stubCount }
      // Cells that begin at the top of their row end one by one.
      guard shared.count == columns.lines[lower].pieces.count(where: { $0.columns.lowerBound >= stubCount }),
        stubCount == 0 || !conflicts(upper, lower)
      else { return false }
      let isOn = shared.contains { wraps($0.upper, $0.lower, size: columns.lines[lower].size) }
      if isOn { wrapped += 1 } else { ended += 1 }
    }
    return bands > tolerances.leastBands && wrapped > 2 * ended
  }

  /// Whether a drawn line stands between each two lines with text right of the names of groups and rows.
  private func partsAllRows(after stubCount: Int) -> Bool {
    let lines = columns.lines.indices.filter { line in
      columns.lines[line].pieces.contains { $0.columns.lowerBound >= stubCount }
    }
    return lines.count > tolerances.leastBands
      && zip(lines, lines.dropFirst()).allSatisfy { isRuled(between: $0, and: $1) }
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
    return rows.flatMap(withoutConflicts)
  }

  /// Whether a drawn line parts two lines of text.
  package func isRuled(between upper: Int, and lower: Int) -> Bool {
    let top = columns.lines[upper].band.middle
    let bottom = columns.lines[lower].band.middle
    let next = rules.partitioningIndex { $0 > top }
    return next < rules.count && rules[next] < bottom
  }

  private func distance(_ upper: Int, _ lower: Int) -> Double {
    let first = columns.lines[upper]
    let second = columns.lines[lower]
    return (second.baseline - first.baseline) / max(first.size, second.size)
  }

  /// Em. From the last word of a piece to the first of one below, whose lines may have other words higher or lower.
  private func ownDistance(_ upper: AlignedColumns.Piece, _ lower: AlignedColumns.Piece, size: Double) -> Double {
    guard let last = upper.words.last, let first = lower.words.first else { return 0 }
    return (text.words[first].band.middle - text.words[last].band.middle) / size
  }

  private func runsOn(from upper: Int, to lower: Int) -> Bool {
    let first = columns.lines[upper]
    let second = columns.lines[lower]
    if isRuled(between: upper, and: lower) { return false }
    let distance = distance(upper, lower)
    if let cellLeading { return distance <= cellLeading && !conflicts(upper, lower) }
    if isBanded { return lower != headEnd }
    if distance < tolerances.besideDistance { return !conflicts(upper, lower) }
    if distance > tolerances.rowDistance || conflicts(upper, lower) { return false }
    if areYears(of: upper, lower) { return true }
    if first.hasValue && second.hasValue { return false }
    if isParted { return distance <= leading + tolerances.pitchChange }
    let shared = shared(upper, lower)
    if isPartName(first, over: second),
      shared.contains(where: { !$0.upper.isValue && $0.lower.isValue })
        || AlignedColumns.isInMiddle(first, of: extents, tolerances: tolerances) && second.hasValue
    {
      return false
    }
    if isPadded, !shared.isEmpty, distance <= leading + tolerances.pitchChange { return true }
    if isNextLabel(second, below: first) || isPartName(second, below: first)
      || beginsLabel(second, below: first) && !rowEnds.contains(lower)
    {
      return false
    }
    if !shared.isEmpty {
      // Rows are set farther apart than the lines of a cell, where there is padding.
      let isFull = shared.contains { wraps($0.upper, $0.lower, size: first.size) }
      if distance > leading + (isFull ? tolerances.rowGap : tolerances.pitchChange) { return false }
      if distance < pitch - tolerances.pitchChange { return true }
      if isHeading(first, over: second) { return false }
      if alignment == .top, isFilled(lower), !shared.contains(where: { $0.lower.continues($0.upper, in: text) }) {
        return false
      }
      if alignment == .bottom, isFilled(upper) { return false }
    }
    let covered = first.pieces.allSatisfy { piece in shared.contains { $0.upper == piece } }
    if covered, first.pieces.count > 1, second.pieces.count > 1 {
      // The lower line fills all cells that the upper one fills: a row of its own, unless all cells are long and run on.
      return shared.allSatisfy {
        $0.upper.extent.length > tolerances.runningWidth * first.size && wraps($0.upper, $0.lower, size: first.size)
      }
    }
    return shared.contains { upper, lower in
      let reach = upper.columns.reduce(upper.extent) { $0.union(extents[$1] ?? upper.extent) }
      return wraps(upper, lower, size: first.size)
        && (2 * upper.extent.length > reach.length || isFull(upper, before: lower, size: first.size))
    }
  }

  /// Whether the name of a part stands alone above a row: right of the labels, or reaching over their column, from the middle of the
  /// table above a label that begins further left, or above figures of the row, as no line of a label does.
  private func isPartName(_ upper: AlignedColumns.Line, over lower: AlignedColumns.Line) -> Bool {
    guard upper.pieces.count == 1 else { return false }
    let name = upper.pieces[0]
    if name.columns.lowerBound > 0 { return true }
    guard name.columns.count > 1, let label = lower.pieces.first, label.columns == 0..<1 else { return false }
    if name.extent.start > label.extent.start + tolerances.leastIndent * lower.size { return true }
    return !label.continues(name, in: text)
      && lower.pieces.contains {
        $0.isValue && $0.columns.lowerBound > 0 && $0.columns.overlaps(name.columns)
          && $0.extent.overlap(name.extent) > 0
      }
  }

  /// Whether one text stands alone below both the label and figures of a row: lines of a label keep to its column, and figures do not
  /// go on with a capital.
  private func isPartName(_ lower: AlignedColumns.Line, below upper: AlignedColumns.Line) -> Bool {
    guard lower.pieces.count == 1 else { return false }
    let name = lower.pieces[0]
    let above = upper.pieces.filter { $0.columns.overlaps(name.columns) }
    if name.columns.lowerBound > 0, upper.hasValue, above.allSatisfy(\.isValue), text.startsWithCapital(name.words) {
      return true
    }
    guard name.columns.count > 1 else { return false }
    return above.count > 1 && above.contains { $0.isValue && $0.columns.lowerBound > 0 }
  }

  /// Whether a line below a row with figures is but a label that begins further left than the row's: the next heading of rows.
  ///
  ///     Printing           1,020
  ///       Other services   3,417
  ///     Equipment:
  private func isNextLabel(_ lower: AlignedColumns.Line, below upper: AlignedColumns.Line) -> Bool {
    guard upper.hasValue, lower.pieces.count == 1, lower.pieces[0].columns == 0..<1,
      let label = upper.pieces.first, label.columns == 0..<1,
      !text.words[lower.pieces[0].words[0]].traits.contains(.lowercaseStart)
    else { return false }
    return lower.pieces[0].extent.start < label.extent.start - tolerances.leastIndent * lower.size
  }

  /// Whether a label begins in a line, not of a row with figures as the line above is or of a heading: one of both ends with a colon, or
  /// it begins with a capital although the line above is not full, and no other label of the table shows on which side of figures
  /// labels run on.
  ///
  ///     Interest income
  ///     Loans, with fees   1,020
  ///     Total interest     3,417
  ///     Interest expense
  private func beginsLabel(_ lower: AlignedColumns.Line, below upper: AlignedColumns.Line) -> Bool {
    guard let label = lower.pieces.first, label.columns == 0..<1, let above = upper.pieces.first,
      above.columns == 0..<1, !(upper.hasValue && lower.hasValue),
      text.words[label.words[0]].traits.isDisjoint(with: [.lowercaseStart, .wideStart])
    else { return false }
    let endsHeading = !upper.hasValue && text.endsWithColon(above.words)
    if endsHeading || !lower.hasValue && text.endsWithColon(label.words) { return true }
    guard text.startsWithCapital(label.words) else { return false }
    if upper.hasValue { return alignment != .top }
    return alignment != .bottom && !isFullLabel(above, before: label, size: upper.size)
  }

  /// Whether a label is nearly as long as the longest other one; where it is longer than all of them, whether the next word would have
  /// come close to the figures.
  private func isFullLabel(_ label: AlignedColumns.Piece, before next: AlignedColumns.Piece, size: Double) -> Bool {
    let length = label.extent.length
    let other = length < longestLabels.first ?? 0 ? longestLabels[0] : longestLabels.dropFirst().first ?? 0
    guard length > other else { return length >= tolerances.fullLabel * other }
    let figures = extents.dropFirst().lazy.compactMap(\.self).first?.start ?? .infinity
    return label.extent.end + text.leadWidth(of: text.words[next.words[0]]) + tolerances.labelRoom * size > figures
  }

  /// Whether a line is but a label, and the label of the line below is set in as those of other rows are.
  private func isHeading(_ upper: AlignedColumns.Line, over lower: AlignedColumns.Line) -> Bool {
    guard upper.pieces.count == 1, let label = lower.pieces.first, label.columns.lowerBound == 0, lower.hasValue,
      upper.pieces[0].extent.start < label.extent.start - tolerances.leastIndent * lower.size,
      !text.words[label.words[0]].traits.contains(.lowercaseStart)
    else { return false }
    return labelStarts.contains { abs($0 - label.extent.start) < tolerances.leastIndent / 2 * lower.size }
  }

  /// Whether a line holds nothing but years, each below a date that lacks its own; a year below the name of a month is that of the next
  /// rows:
  ///
  ///     Harbor lights    October    April 22,    —
  ///                      1996       2008
  private func areYears(of upper: Int, _ lower: Int) -> Bool {
    columns.lines[lower].pieces.allSatisfy { year in
      year.columns.lowerBound > 0 && text.isYear(year.words)
        && columns.lines[upper].pieces.contains {
          $0.columns == year.columns && YearLabel.mayFollow(text.string(ofLine: $0.words))
        }
    }
  }

  /// Whether two lines cannot be of one row: both have a figure in one column.
  private func conflicts(_ upper: Int, _ lower: Int) -> Bool {
    columns.lines[upper].pieces.contains { piece in
      piece.isValue
        && columns.lines[lower].pieces.contains { $0.isValue && $0.columns.overlaps(piece.columns) }
    }
  }

  /// Whether a line's piece runs on in the piece below it.
  func wraps(_ upper: AlignedColumns.Piece, _ lower: AlignedColumns.Piece, size: Double) -> Bool {
    guard !upper.isValue || !lower.isValue else { return false }
    let first = text.words[lower.words[0]]
    // Headings of groups are set bold between the labels of their rows, or these between bold ones.
    if let last = upper.words.last, text.words[last].traits.contains(.bold) != first.traits.contains(.bold) {
      return false
    }
    if first.traits.contains(.lowercaseStart) { return true }
    // So are headings in capitals above labels with small letters.
    if isCapitals(upper), !isCapitals(lower) { return false }
    // What has a leader ends there, and its dots fill the line.
    if let last = upper.words.last, text.words[last].traits.contains(.leader) { return false }
    if LineLabel(text.string(ofLine: lower.words)) != nil { return false }
    return isFull(upper, before: lower, size: size)
  }

  /// Whether a piece is set in capitals; a few of them may be an abbreviation.
  private func isCapitals(_ piece: AlignedColumns.Piece) -> Bool {
    let letters = text.string(ofLine: piece.words).filter(\.isLetter)
    return letters.count >= tolerances.leastCapitals && letters.allSatisfy(\.isUppercase)
  }

  /// Whether the first word of the next line would not have fitted any more.
  private func isFull(_ upper: AlignedColumns.Piece, before lower: AlignedColumns.Piece, size: Double) -> Bool {
    let column = upper.columns.lowerBound
    let reach = upper.columns.reduce(extents[column] ?? upper.extent) { $0.union(extents[$1] ?? upper.extent) }
    let room = isLeftAligned[column] ? reach.end - upper.extent.end : reach.length - upper.extent.length
    let needed = text.leadWidth(of: text.words[lower.words[0]])
    return room < needed + tolerances.cellEndRoom * size
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
