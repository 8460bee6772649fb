internal import ConverterCore

/// What white between the lines of a table tells of its rows.
enum RowWhite {
  case tellsNothing
  /// White above and below all cells parts rows, so that lines as close as those of a cell are of one row.
  case padsRows
  /// White parts rows of text, each of which begins in all columns, and nothing else does.
  case partsTexts
}

/// What the distances of lines tell: which are of one row, and which white parts.
extension AlignedRows {
  /// The lines that stand below one with a figure in the same column, and so begin a row.
  var surelyPartedLines: [Int] {
    columns.lines.indices.dropFirst().filter {
      distance($0 - 1, $0) >= tolerances.besideDistance && conflicts($0 - 1, $0)
    }
  }

  /// - Parameter parted: the lines that surely begin a row.
  func measuredLeadings(_ parted: [Int]) -> Leadings {
    let cell = columns.lines.indices.dropFirst().compactMap { cellDistance(to: $0) }.min() ?? .infinity
    return Leadings(cell: cell, row: parted.map { distance($0 - 1, $0) }.min() ?? 0, tolerances: tolerances)
  }

  /// Em. From the line above to one with text in a column of that line; `nil` where it stands beside or below no text.
  private func cellDistance(to lower: Int) -> Double? {
    let distance = distance(lower - 1, lower)
    guard distance >= tolerances.besideDistance else { return nil }
    let shared = shared(lower - 1, lower)
    guard !shared.isEmpty else { return nil }
    let line = columns.lines[lower]
    guard lower < headCount, line.size == columns.lines.last?.size else { return distance }
    // Headings of two lines beside such of three: their own lines stand farther apart than one of these from one of those.
    let own = shared.map { ownDistance($0.upper, $0.lower, size: line.size) }.min() ?? distance
    return own > distance + 2 * tolerances.pitchChange ? own : distance
  }

  /// What white between lines tells of the rows.
  var whiteBetweenRows: RowWhite { whitePartsTexts ? .partsTexts : whitePadsRows ? .padsRows : .tellsNothing }

  /// Lines close to each other that fill the same cells may be rows or long cells; where most lines stand clearly farther apart
  /// these are the rows, for groups of rows that white sets apart hold several rows each.
  private var whitePadsRows: Bool {
    var (close, wide) = (0, 0)
    for lower in columns.lines.indices.dropFirst() {
      let distance = distance(lower - 1, lower)
      guard distance >= tolerances.besideDistance else { continue }
      let shared = shared(lower - 1, lower)
      guard !shared.isEmpty else { continue }
      if leadings.partsRows(distance) {
        wide += 1
      } else if conflicts(lower - 1, lower) || !leadings.isOfCell(distance) {
        return false
      } else if shared.count > 1, shared.count == columns.lines[lower - 1].pieces.count {
        close += 1
      }
    }
    return wide >= tolerances.leastBands && wide >= 2 * close
  }

  /// Whether lines of text without figures stand either as close as those of one cell or clearly farther apart, and below each such
  /// gap there is text in all columns. The headings stand above the first one, or above a drawn line; below that two gaps tell, where
  /// cells end one by one: rows of one line each, in groups, end all at once.
  private var whitePartsTexts: Bool {
    guard firstFigures == nil else { return false }
    var (close, wide, ended) = (0, 0, 0)
    for lower in columns.lines.indices.dropFirst(2) where !isRuled(between: lower - 1, and: lower) {
      let distance = distance(lower - 1, lower)
      guard distance >= tolerances.besideDistance else { continue }
      let isFull = columns.lines[lower].pieces.count == columns.count
      if leadings.isOfCell(distance) {
        close += 1
        if !isFull { ended += 1 }
      } else if leadings.partsRows(distance), isFull {
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

  /// Lines right below figures, of whose row they are where they stand closer to it than rows do to each other, and nearer than to what
  /// follows: a heading stands close to the rows that it names.
  ///
  ///     Office of Work and    1,282    Set for most
  ///     Pensions                       projects
  ///
  ///     Customs               1,451    Sound
  var linesEndingRows: Set<Int> {
    var rowEnds: Set<Int> = []
    var ends: Range<Int>?
    var widest = 0.0
    func close(_ next: Double) {
      if let ends, next > widest + tolerances.pitchChange { rowEnds.formUnion(ends) }
    }
    for line in columns.lines.indices {
      let isRuled = line > 0 && isRuled(between: line - 1, and: line)
      let distance = line > 0 ? distance(line - 1, line) : 0
      if let lines = ends, !isRuled, leadings.isNearerThanRows(distance), !columns.lines[line].hasValue {
        ends = lines.lowerBound..<line + 1
        widest = max(widest, distance)
      } else {
        close(isRuled ? .infinity : distance)
        ends = columns.lines[line].hasValue ? line + 1..<line + 1 : nil
        widest = 0
      }
    }
    close(.infinity)
    return rowEnds
  }

  /// Labels that begin with a small letter go on from the line above: beside those the figures stand, or above them.
  /// Lines that only hold the rest of a label show the same.
  var labelLines: (alignment: Alignment?, goesOnWithLabel: Set<Int>) {
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
    let under = above == 0 ? linesRunInto() : []
    guard below == 0, under.isEmpty else { return (above == 0 ? .bottom : nil, under) }
    let over = linesRunOver()
    return (above > 0 || !over.isEmpty ? .top : nil, over)
  }

  /// Em. From the last word of a piece to the first of one below, whose lines may have other words higher or lower.
  private func ownDistance(_ upper: AlignedColumns.Piece, _ lower: AlignedColumns.Piece, size: Double) -> Double {
    guard let last = upper.words.last, let first = lower.words.first else { return 0 }
    return (text.words[first].band.middle - text.words[last].band.middle) / size
  }
}
