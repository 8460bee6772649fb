internal import ConverterCore

/// Headings of groups without a line below, told from the first lines of headings of columns.
///
///                 Female                        “Female” stands in the middle of two headings, above neither, and farther
///           Average   Value    Percent          above them than their second lines stand below
///           per unit  (EUR)    change
extension HeaderStoreys {
  /// The pieces that name groups of columns with headings of their own below.
  static func groups(
    _ lines: ArraySlice<AlignedColumns.Line>, reach: [Interval], labelColumns: Int, text: PageText,
    tolerances: Tolerances
  ) -> Set<AlignedColumns.Piece> {
    var groups: Set<AlignedColumns.Piece> = []
    var headed = lines.filter { !$0.pieces(after: labelColumns).isEmpty }
    // The name of the first part below the headings.
    while let last = headed.last, last.pieces.count == 1, last.pieces[0].columns.count > 1 { headed.removeLast() }
    let leadings = Leadings(
      of: headed.lazy.flatMap { line in
        line.pieces(after: labelColumns).map { ($0.columns, text.baseline(of: $0), line.size) }
      }, tolerances: tolerances)
    for (line, lower) in zip(headed, headed.dropFirst()) {
      let below = headed.filter { $0.baseline >= lower.baseline }
      let heads = heads(of: reach.count, in: below.map { $0.pieces(after: labelColumns) })
      guard heads.count > 1 else { continue }
      // Numbers of rows and their labels are columns without a heading in the lower lines.
      let firstHeaded = reach.count - heads.count
      let upper = line.pieces(after: firstHeaded)
      let next = lower.pieces(after: firstHeaded)
      if isWrapped(
        line, in: lower, above: headed.drop { $0.baseline <= lower.baseline }, reach: reach, text: text,
        tolerances: tolerances)
      {
        continue
      }
      if areRepeated(
        upper, over: heads.map { text.string(ofLine: $0.words) }, from: firstHeaded, next: next, reach: reach,
        size: line.size, text: text, tolerances: tolerances)
        || areSides(upper, of: heads, size: line.size, text: text, tolerances: tolerances)
      {
        groups.formUnion(upper)
        continue
      }
      let ended = upper.filter { piece in !next.contains { $0.continues(piece, in: text) } }
      let isStorey =
        upper.count == 1
        ? spansAll(upper[0], above: heads, next: next, size: line.size, text: text, tolerances: tolerances)
        : tiling(
          of: upper, above: heads.map(\.extent), reach: reach, size: line.size,
          mayBeOff: !areCentred(upper, over: next, size: line.size, tolerances: tolerances), tolerances: tolerances)
          != nil
      if isStorey, ended.count == upper.count {
        groups.formUnion(upper)
        continue
      }
      for (index, piece) in upper.enumerated() where ended.contains(piece) {
        // No other heading of the line stands above the columns.
        let start = index > 0 ? upper[index - 1].columns.upperBound : firstHeaded
        let end = index + 1 < upper.count ? upper[index + 1].columns.lowerBound : reach.count
        let under = columns(
          under: piece, within: start..<max(start, end), heads: heads, from: firstHeaded, size: line.size,
          tolerances: tolerances)
        guard let widest = under.max(by: { $0.count < $1.count }) else { continue }
        if isApart(
          piece, above: below, heads: heads, leadings: leadings, size: line.size, text: text, tolerances: tolerances)
          || isOff(piece, from: next, over: heads[widest].map(\.extent), size: line.size, tolerances: tolerances)
          || isOver(years: heads[widest], piece, text: text)
        {
          groups.insert(piece)
        }
      }
    }
    return groups
  }

  /// Whether each heading of a line goes on in the middle of the next line, all of which stands in the middle of groups too:
  ///
  ///         Median income      Mean income
  ///           (dollars)         (dollars)
  ///          2004   2005       2004   2005
  private static func isWrapped(
    _ line: AlignedColumns.Line, in lower: AlignedColumns.Line, above below: ArraySlice<AlignedColumns.Line>,
    reach: [Interval], text: PageText, tolerances: Tolerances
  ) -> Bool {
    let heads = heads(of: reach.count, in: below.map(\.pieces))
    guard heads.count > 1, Leadings.solid(tolerances).isOfCell(lower.distance(below: line)) else { return false }
    let (upper, next) = (line.pieces(after: reach.count - heads.count), lower.pieces(after: reach.count - heads.count))
    return upper.count == next.count && upper.count > 1
      && zip(upper, next).allSatisfy {
        abs($0.extent.middle - $1.extent.middle) <= tolerances.unitDrift * line.size
      }
      && tiling(
        of: next, above: heads.map(\.extent), reach: reach, size: line.size, mayBeOff: false, tolerances: tolerances)
        != nil
  }

  /// Whether the names of columns repeat below the headings of a line, and the next line is not the second one of these.
  private static func areRepeated(
    _ upper: [AlignedColumns.Piece], over names: [String?], from firstHeaded: Int, next: [AlignedColumns.Piece],
    reach: [Interval], size: Double, text: PageText, tolerances: Tolerances
  ) -> Bool {
    func isInLine(_ piece: AlignedColumns.Piece, with next: AlignedColumns.Piece) -> Bool {
      next.extent.isInLine(with: piece.extent, drift: tolerances.unitDrift * size)
    }
    let repeats = HeaderRepeats(
      upper.map { ($0.extent, text.string(ofLine: $0.words)) },
      names: [String?](repeating: nil, count: firstHeaded) + names, columns: firstHeaded..<reach.count,
      leadsBy: reach.count, reach: reach,
      areApart: !upper.contains {
        $0.extent.isFirstLine(ofOneOf: next.map(\.extent), drift: tolerances.unitDrift * size)
      })
    guard let repeats else { return false }
    return !zip(upper, repeats.columns).allSatisfy { piece, columns in
      let under = next.filter { $0.columns.overlaps(columns) }
      return under.count == 1 && isInLine(piece, with: under[0])
    }
  }

  /// Whether two headings stand in the middle of the columns on both sides of the labels, the names of which are the same on both.
  ///
  ///           Men                          Women
  ///     Number   Rate      Age       Number   Rate
  private static func areSides(
    _ upper: [AlignedColumns.Piece], of heads: [Head], size: Double, text: PageText, tolerances: Tolerances
  ) -> Bool {
    let count = heads.count / 2
    guard upper.count == 2, count > 1, heads.count == 2 * count + 1 else { return false }
    let sides = [heads[..<count], heads[(count + 1)...]]
    let names = sides.map { $0.map { text.string(ofLine: $0.words) } }
    return names[0] == names[1]
      && zip(upper, sides).allSatisfy { piece, side in
        let extent = side.dropFirst().reduce(side[side.startIndex].extent) { $0.union($1.extent) }
        return abs(piece.extent.middle - extent.middle) <= tolerances.centringDrift * size
      }
  }

  /// Whether each heading of a line stands in the middle of the next one in its column, as its first line does.
  private static func areCentred(
    _ upper: [AlignedColumns.Piece], over next: [AlignedColumns.Piece], size: Double, tolerances: Tolerances
  ) -> Bool {
    upper.allSatisfy { piece in
      next.contains {
        $0.columns == piece.columns && abs($0.extent.middle - piece.extent.middle) <= tolerances.unitDrift * size
      }
    }
  }

  /// Whether a heading stands above no other, or farther above the next one than lines of one heading stand.
  private static func isApart(
    _ piece: AlignedColumns.Piece, above below: [AlignedColumns.Line], heads: [Head], leadings: Leadings, size: Double,
    text: PageText, tolerances: Tolerances
  ) -> Bool {
    if heads.allSatisfy({ $0.extent.overlap(piece.extent) <= 0 }) { return true }
    let next = below.lazy.flatMap(\.pieces).first {
      $0.columns.overlaps(piece.columns) || abs($0.extent.middle - piece.extent.middle) <= tolerances.unitDrift * size
    }
    return next.map { !leadings.isOfCell((text.baseline(of: $0) - text.baseline(of: piece)) / size) } ?? false
  }

  /// Whether a heading stands in line with none of those below that it reaches over, as the first line of one of them would; one right in
  /// the middle of several may begin or end where one of these does.
  private static func isOff(
    _ piece: AlignedColumns.Piece, from next: [AlignedColumns.Piece], over heads: [Interval], size: Double,
    tolerances: Tolerances
  ) -> Bool {
    let under = next.filter { $0.columns.overlaps(piece.columns) || $0.extent.overlap(piece.extent) > 0 }
    let near = tolerances.unitDrift * size
    let middle = heads.first.flatMap { first in heads.last.map { (first.start + $0.end) / 2 } }
    let isCentred = middle.map { abs($0 - piece.extent.middle) <= near } == true
    return !under.isEmpty
      && !under.contains {
        isCentred
          ? abs($0.extent.middle - piece.extent.middle) <= near : $0.extent.isInLine(with: piece.extent, drift: near)
      }
  }

  /// Whether a heading names years as a group; a word on what the figures of a year are belongs to the one below it.
  private static func isOver(years heads: ArraySlice<Head>, _ piece: AlignedColumns.Piece, text: PageText) -> Bool {
    heads.allSatisfy { text.isYear($0.words) } && !YearLabel.isStatus(text.string(ofLine: piece.words))
  }

  /// The columns of several headings in one line, each in the middle of two columns or more, no two over the same one and none left
  /// out; `nil` where they do not stand so.
  ///
  /// - Parameters:
  ///   - heads: the headings of the columns right of the labels.
  ///   - mayBeOff: whether all may stand off the middles by one distance, as above figures set right.
  static func tiling(
    of headings: [AlignedColumns.Piece], above heads: [Interval], reach: [Interval], size: Double,
    mayBeOff: Bool = true, tolerances: Tolerances
  ) -> HeaderTiling? {
    let labelColumns = reach.count - heads.count
    // Headings stand in the middle of their cells, figures often at the right.
    let headed = Array(reach[..<labelColumns]) + heads
    let off: [([Interval], Double?)] = mayBeOff ? [(reach, nil), (headed, nil)] : []
    let headings = headings.map { ($0.columns, $0.extent) }
    let tiling = (off + [(headed, tolerances.centringDrift * size)]).lazy.compactMap { reach, mostOffset in
      HeaderTiling(
        headings, reach: reach, labelColumns: labelColumns, size: size, mostOffset: mostOffset, tolerances: tolerances)
    }.first
    return tiling
      ?? HeaderTiling(
        behindOthers: headings, reach: headed, labelColumns: labelColumns, size: size, tolerances: tolerances)
  }

  /// The headings below, two or more with its own among them, in whose middle a heading stands.
  ///
  /// - Parameters:
  ///   - free: the columns that it may span.
  ///   - firstHeaded: the column of the first of the headings.
  private static func columns(
    under piece: AlignedColumns.Piece, within free: Range<Int>, heads: [Head], from firstHeaded: Int, size: Double,
    tolerances: Tolerances
  ) -> [Range<Int>] {
    guard free.lowerBound <= piece.columns.lowerBound, piece.columns.upperBound <= free.upperBound else { return [] }
    return (free.lowerBound...piece.columns.lowerBound).flatMap { first in
      (piece.columns.upperBound...free.upperBound).lazy.filter { $0 > first + 1 }.compactMap { end in
        let under = first - firstHeaded..<end - firstHeaded
        let (left, right) = (heads[under.lowerBound].extent, heads[under.upperBound - 1].extent)
        let middles = [
          (left.start + right.end) / 2, (left.middle + right.middle) / 2,
          middleOfCells(from: left, to: right, count: under.count),
        ]
        return middles.contains { abs($0 - piece.extent.middle) <= tolerances.centringDrift * size } ? under : nil
      }
    }
  }

  /// The heading of one column, of all its lines.
  private typealias Head = (words: [Int], extent: Interval)

  /// The headings of single columns in some lines, for each column from the first one with a heading on; none where one of them has
  /// none, or a heading runs over several.
  private static func heads(of columnCount: Int, in lines: [[AlignedColumns.Piece]]) -> [Head] {
    var heads = [Head?](repeating: nil, count: columnCount)
    for piece in lines.joined() {
      guard piece.columns.count == 1 else { return [] }
      let column = piece.columns.lowerBound
      heads[column] = (
        words: (heads[column]?.words ?? []) + piece.words,
        extent: heads[column]?.extent.union(piece.extent) ?? piece.extent
      )
    }
    let headed = heads.drop { $0 == nil }
    return headed.contains { $0 == nil } ? [] : headed.compactMap(\.self)
  }

  /// Whether a heading alone in its line names all columns with figures: in their middle and above the white between two of them,
  /// or above years, which are headings by themselves.
  ///
  /// - Parameters:
  ///   - heads: the headings below, of all their lines.
  ///   - next: what stands in the next line, which may be the second one of the heading itself.
  private static func spansAll(
    _ piece: AlignedColumns.Piece, above heads: [Head], next: [AlignedColumns.Piece], size: Double, text: PageText,
    tolerances: Tolerances
  ) -> Bool {
    guard heads.count > 1, let first = heads.first?.extent, let last = heads.last?.extent else { return false }
    let near = tolerances.centringDrift * size
    let middle = piece.extent.middle
    let isOffset = next.allSatisfy { !$0.extent.isInLine(with: piece.extent, drift: tolerances.unitDrift * size) }
    guard
      abs((first.start + last.end) / 2 - middle) <= near || abs((first.middle + last.middle) / 2 - middle) <= near
        || isOffset && abs(middleOfCells(from: first, to: last, count: heads.count) - middle) <= near
    else { return false }
    return isOffset && next.allSatisfy { abs($0.extent.middle - middle) > near }
      || isOver(years: heads[...], piece, text: text)
  }

  /// The x of the middle of two cells or more side by side whose words are set right: each begins where the one before ends.
  static func middleOfCells(from first: Interval, to last: Interval, count: Int) -> Double {
    let pitch = (last.end - first.end) / Double(count - 1)
    return (first.end - pitch + last.end) / 2
  }
}

extension Interval {
  /// Whether a text stands above one heading alone of those below, and in line with it.
  func isFirstLine(ofOneOf below: [Interval], drift: Double) -> Bool {
    let under = below.filter { $0.overlap(self) > 0 }
    return under.count == 1 && isInLine(with: under[0], drift: drift)
  }
}

extension PageText {
  /// The y of the baseline in points.
  func baseline(of piece: AlignedColumns.Piece) -> Double { piece.level ?? words[piece.words[0]].baseline }
}

extension AlignedColumns.Line {
  /// The pieces right of the labels.
  func pieces(after labelColumns: Int) -> [AlignedColumns.Piece] {
    pieces.filter { $0.columns.lowerBound >= labelColumns }
  }
}
