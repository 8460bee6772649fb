internal import ConverterCore

/// Where the head of aligned text ends: at the first figures, at a drawn line or at the first row of words.
extension AlignedTable {
  /// How many lines stand above the body: those above the first line with figures that are not years alone.
  ///
  /// Names of parts of the table stand below the line or the edge of colour that ends the header:
  ///
  ///     Region     2009   2010
  ///     ──────────────────────
  ///              Men
  ///     North       7.1    6.5
  func headerLineCount(_ grouping: AlignedRows) -> Int {
    let lines = columns.lines
    var count = max(figureLine(grouping), headCount)
    if let ruled = ruledHead(grouping), count == 0 || ruled < count { count = ruled }
    while count > 1, isHeading(ofPart: count - 1), grouping.isRuled(between: count - 2, and: count - 1),
      lines[..<(count - 1)].contains(where: { $0.pieces.count > 1 })
    { count -= 1 }
    return count
  }

  /// Whether a line holds one piece alone, or a label and a text over several columns, each of which has a name of its own above, as
  /// the labels have.
  private func isHeading(ofPart number: Int) -> Bool {
    let pieces = columns.lines[number].pieces
    guard let span = LabelledSpan.columns(of: pieces.map(\.columns)), !pieces[1].isValue else {
      return pieces.count == 1
    }
    return ([0] + span).allSatisfy { column in
      columns.lines[..<number].contains { $0.pieces.contains { $0.columns == column..<column + 1 } }
    }
  }

  /// How many lines stand above the first one with figures and the labels and names of rows right above it.
  private func figureLine(_ grouping: AlignedRows) -> Int {
    let lines = columns.lines
    guard let first = grouping.firstFigures, first > 0 else { return 0 }
    if grouping.isBanded {
      if let body = (1...first).last(where: { grouping.isRuled(between: $0 - 1, and: $0) }) {
        return withoutPartNames(body, above: first, grouping)
      }
      // Neither the head nor the first row may be shaded where every other row is.
      let figures = lines[first].pieces.filter(\.isValue)
      let isHeaded = lines[..<first].contains { line in
        line.pieces.contains { piece in figures.contains { $0.columns.overlaps(piece.columns) } }
      }
      guard isHeaded else { return 0 }
    }
    if standLeftOfFigures(headCount, upTo: first) { return headCount }
    if let start = startOfFirstRow(endingAt: first, grouping) ?? startOfCells(around: first, grouping) { return start }
    // Lines with nothing but a row label, right above the body, are headings of row groups.
    var count = first
    while count > 1, namesPart(count - 1, above: first, grouping) { count -= 1 }
    while count > 1, lines[count - 1].pieces.allSatisfy({ $0.columns == 0..<1 }),
      lines[..<(count - 1)].contains(where: { $0.pieces.contains { $0.columns.upperBound > 1 } }),
      grouping.isRuled(between: count - 2, and: count - 1)
        || !lines[count - 2].pieces[0].columns.overlaps(lines[count - 1].pieces[0].columns)
        || !grouping.wraps(lines[count - 2].pieces[0], lines[count - 1].pieces[0], size: lines[count - 1].size)
    {
      count -= 1
    }
    while count > 1, namesPart(count - 1, above: count, grouping) { count -= 1 }
    // A label of several lines whose figures stand beside the last one begins below the heading of its column.
    let heads = lines[..<count].lastIndex { $0.pieces.contains { $0.columns.upperBound > 1 } } ?? count - 1
    return (heads + 1..<max(count, heads + 1)).first { line in
      guard let above = lines[line - 1].pieces.first(where: { $0.columns == 0..<1 }) else { return false }
      return grouping.alignment == .bottom || !grouping.wraps(above, lines[line].pieces[0], size: lines[line].size)
    } ?? count
  }

  /// The number of lines of the head without names of parts, where it ends at the colour of the first row alone: every other row has some,
  /// names of parts and the head included.
  ///
  ///     Program            2004
  ///     Grants
  ///     ▒▒To States▒▒▒▒▒▒▒4,707▒
  ///       To counties    14,366
  private func withoutPartNames(_ end: Int, above first: Int, _ grouping: AlignedRows) -> Int {
    let lines = columns.lines
    let edge = Interval(lines[end - 1].band.middle, lines[end].band.middle)
    guard !drawn.level.parting(reach, tolerances: tolerances).contains(where: { edge.contains($0.position) }) else {
      return end
    }
    var count = end
    while count > 1, !grouping.isRuled(between: count - 2, and: count - 1), namesPart(count - 1, above: first, grouping)
    { count -= 1 }
    return count
  }

  /// Whether a line right below the head names a part of the body, as others further down do: in the middle of the table, or bold at
  /// its side.
  private func namesPart(_ line: Int, above first: Int, _ grouping: AlignedRows) -> Bool {
    let lines = columns.lines
    guard lines[line].pieces.count == 1 else { return false }
    func name(_ line: AlignedColumns.Line) -> (isCentred: Bool, start: Double)? {
      guard line.pieces.count == 1, !line.hasValue, let word = line.pieces[0].words.first.map({ text.words[$0] }),
        !word.traits.contains(.lowercaseStart)
      else { return nil }
      let isCentred = line.isInMiddle(of: grouping.extents, tolerances: tolerances)
      return isCentred || word.traits.contains(.bold) ? (isCentred, line.pieces[0].extent.start) : nil
    }
    guard let own = name(lines[line]),
      lines[..<line].contains(where: { $0.pieces.contains { $0.columns.upperBound > 1 } })
    else { return false }
    func isAlike(_ other: (isCentred: Bool, start: Double)) -> Bool {
      own.isCentred == other.isCentred
        && (own.isCentred || abs(own.start - other.start) <= tolerances.flushStart * lines[line].size)
    }
    if lines[first...].lazy.compactMap(name).contains(where: isAlike) { return true }
    // The name of a part and that of its own first part, one below the other.
    let headings = lines[..<line].lastIndex { $0.pieces.count > 1 } ?? line - 1
    return own.isCentred
      && lines[headings + 1...line].allSatisfy {
        name($0)?.isCentred == true && text.startsWithCapital($0.pieces[0].words)
      }
      && headings + 1 < line
  }

  /// Whether the lines between the rule of the head and the first one with figures stand left of these: rows without figures, with codes
  /// and names as the others have.
  ///
  ///     Item       Heading             Class   Payments
  ///     ───────────────────────────────────────────────
  ///     03 01      Roads and bridges
  ///     03 01 01   Repairs               1.1     20 310
  private func standLeftOfFigures(_ start: Int, upTo line: Int) -> Bool {
    guard start > 0, start < line,
      let figures = columns.lines[line].pieces.first(where: { $0.isValue && $0.columns.lowerBound > 0 })
    else { return false }
    // Headings of the labels may stand below the line alone.
    let headed = Set(columns.lines[..<start].flatMap(\.pieces).flatMap(\.columns))
    return columns.lines[start..<line].allSatisfy { line in
      line.pieces.allSatisfy {
        $0.columns.upperBound <= figures.columns.lowerBound && headed.isSuperset(of: $0.columns)
      }
    }
  }

  /// How many lines stand above the first drawn line or edge of colour, where they name each column once, a line of words for each of
  /// them stands below, and figures further down if at all; `nil` elsewhere. The first column may have no name where the others have theirs
  /// in a font of their own.
  ///
  ///     State                   Office      What the office
  ///     date        Title       in charge   says
  ///     ───────────────────────────────────────────────────
  ///     May 1996    Wells       Interior    Done in part
  private func ruledHead(_ grouping: AlignedRows) -> Int? {
    let lines = columns.lines
    let most = min(tolerances.mostHeadingLines, lines.count - 1)
    guard most > 0, let count = (1...most).first(where: { grouping.isRuled(between: $0 - 1, and: $0) }) else {
      return nil
    }
    let heads = lines[..<count].map(\.pieces)
    let named = Set(heads.joined().filter { $0.columns.count == 1 }.map(\.columns.lowerBound))
    // Cells in the middle of their row begin between the lines of others.
    let end = (count + 1..<lines.count).first {
      lines[$0].baseline - lines[$0 - 1].baseline >= tolerances.besideDistance * lines[$0].size
    }
    let row = Set(lines[count..<(end ?? lines.count)].flatMap(\.pieces).map(\.columns))
    // Several lines with text in most columns are rows, unless no row has their font.
    let areHeads =
      grouping.headEnd == count
      ? named.isSuperset(of: 1..<columns.count)
      : named.count == columns.count && heads.count(where: { $0.count.isMost(of: columns.count) }) < 2
    guard areHeads,
      row == Set((0..<columns.count).map { $0..<$0 + 1 }), !lines[count].hasValue,
      !heads.joined().contains(where: { $0.isValue && !text.isYear($0.words) })
    else { return nil }
    return count
  }

  /// The line below the rule of the head at which the first row begins, where its figures stand beside the last of several lines and
  /// its number or code beside the first; `nil` for other rows.
  ///
  ///     Code    Article            Imports
  ///     ──────────────────────────────────
  ///     29.56   Salts of acids,
  ///             and their esters     1,020
  private func startOfFirstRow(endingAt line: Int, _ grouping: AlignedRows) -> Int? {
    let lines = columns.lines
    guard !lines[line].pieces.contains(where: { $0.columns.lowerBound == 0 }),
      let start = (1..<max(line, 1)).last(where: { grouping.isRuled(between: $0 - 1, and: $0) }),
      !grouping.isRuled(between: line - 1, and: line), lines[start].pieces.count > 1,
      lines[start].pieces[0].columns == 0..<1, !lines[start].pieces[1].isValue,
      !lines[start + 1...line].contains(where: { $0.pieces[0].columns != lines[start].pieces[1].columns }),
      zip(start..<line, start + 1...line).allSatisfy({ upper, lower in
        guard let above = lines[upper].pieces.first(where: { $0.columns == lines[lower].pieces[0].columns })
        else { return false }
        return grouping.wraps(above, lines[lower].pieces[0], size: lines[lower].size)
      })
    else { return nil }
    return start
  }

  /// The line below the rule of the head at which cells of several lines begin beside whose middle a row's figures stand; `nil` for
  /// other rows. What stands nearer to the figures than lines of text do is beside them.
  private func startOfCells(around line: Int, _ grouping: AlignedRows) -> Int? {
    let lines = columns.lines
    guard line > 0, lines[line].baseline - lines[line - 1].baseline < tolerances.besideDistance * lines[line].size,
      !grouping.isRuled(between: line - 1, and: line)
    else { return nil }
    return (1..<line).last { grouping.isRuled(between: $0 - 1, and: $0) }
  }
}
