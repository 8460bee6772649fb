internal import ConverterCore

/// The row of units below the headings of columns, a row of its own:
///
///     Item        2019     2020  │    Item        Budget   Share
///                (EUR million)   │               (1,000)    (%)
///     Roads        1.2      1.4  │    Roads         12     41.8
struct UnitRow {
  /// The line of units; one unit for all columns spans them.
  let line: AlignedColumns.Line

  /// The last lines of the headings above.
  let headings: [AlignedColumns.Piece]

  /// The units in the last line of a header; `nil` where that is but the second line of the headings.
  ///
  /// - Parameters:
  ///   - leadings: how far rows below the header stand apart. Units in a row of their own stand as far below the headings as rows
  ///     do; a second line of headings stands closer.
  static func found(
    in lines: ArraySlice<AlignedColumns.Line>, reach: [Interval], labelColumns: Int, leadings: Leadings?,
    text: PageText,
    tolerances: Tolerances
  ) -> UnitRow? {
    guard lines.count > 1, var line = lines.last, let above = lines.dropLast().last, labelColumns < reach.count else {
      return nil
    }
    let headings = lastLines(of: lines.dropLast(), labelColumns: labelColumns)
    if areSigns(line.pieces(after: labelColumns).map { text.string(ofLine: $0.words) }, of: reach.count - labelColumns),
      line.pieces(after: labelColumns).allSatisfy({ unit in headings.contains { $0.columns == unit.columns } })
    {
      return UnitRow(line: line, headings: headings)
    }
    guard line.pieces.allSatisfy({ $0.columns.lowerBound >= labelColumns }) else { return nil }
    let namesUnit = line.pieces.allSatisfy { isUnit(text.string(ofLine: $0.words)) }
    if line.pieces.count == 1, reach.count - labelColumns > 1 {
      let extent = line.pieces[0].extent
      let (first, last) = (reach[labelColumns], reach[reach.count - 1])
      let names = above.pieces(after: labelColumns)
      guard names.count == reach.count - labelColumns else { return nil }
      let (left, right) = (names[0].extent, names[names.count - 1].extent)
      let middles = [
        (first.start + last.end) / 2, (first.middle + last.middle) / 2, (left.start + right.end) / 2,
        (left.middle + right.middle) / 2,
      ]
      let heading = above.pieces.first { $0.columns.overlaps(line.pieces[0].columns) }?.extent
      // In the middle of all columns, which right-aligned figures hide, or else under a heading without standing in its line.
      let isApart = heading.map { heading in
        [heading.start - extent.start, heading.middle - extent.middle, heading.end - extent.end].allSatisfy {
          abs($0) > tolerances.unitDrift * line.size
        }
      }
      // Words that run over several columns say what all of them are: `Deaths per 100,000 persons`.
      let isCentred = middles.contains { abs($0 - extent.middle) <= tolerances.centringDrift * line.size }
      guard namesUnit ? isApart == true || isCentred : isCentred && line.pieces[0].columns.count > 1 else { return nil }
      line.pieces[0].columns = labelColumns..<reach.count
      return UnitRow(line: line, headings: headings)
    }
    if let columns = groups(
      under: line, in: lines.dropLast(), reach: reach, labelColumns: labelColumns, tolerances: tolerances)
    {
      for (piece, columns) in columns.enumerated() { line.pieces[piece].columns = columns }
      return UnitRow(line: line, headings: headings)
    }
    if let columns = shared(
      by: line, under: headings, reach: reach, labelColumns: labelColumns, text: text, tolerances: tolerances)
    {
      for (piece, columns) in columns.enumerated() { line.pieces[piece].columns = columns }
      return UnitRow(line: line, headings: headings)
    }
    let distance = line.distance(below: above)
    guard namesUnit, distance > tolerances.solidLeading, let leadings, leadings.row > 0,
      !leadings.isNearerThanRows(distance),
      line.pieces.count == above.pieces(after: labelColumns).count
    else { return nil }
    return UnitRow(line: line, headings: headings)
  }

  /// The last piece of each heading in some lines.
  private static func lastLines(
    of lines: ArraySlice<AlignedColumns.Line>, labelColumns: Int
  ) -> [AlignedColumns.Piece] {
    lines.enumerated().flatMap { number, line in
      line.pieces(after: labelColumns).filter { piece in
        !lines.dropFirst(number + 1).contains { $0.pieces.contains { $0.columns.overlaps(piece.columns) } }
      }
    }
  }

  /// Whether each of several columns has a sign for its unit, which needs no distance to the name above: `'000`, `%`, `$m`.
  private static func areSigns(_ texts: [String], of columnCount: Int) -> Bool {
    texts.count == columnCount && columnCount > 2
      && texts.allSatisfy { text in
        let amount = text.drop { currencies.contains(String($0)) || $0.isWhitespace }
        return amount.count < text.count && scales.contains(String(amount)) || text == "%" || isScale(String(amount))
      }
  }

  /// The columns of the groups whose headings two lines above the units stand in the middle of the same columns as these; `nil` where
  /// there are none.
  ///
  ///               Acres          Yield
  ///     State   1998  1999    1998  1999
  ///                1,000         Bushels
  private static func groups(
    under units: AlignedColumns.Line, in lines: ArraySlice<AlignedColumns.Line>, reach: [Interval], labelColumns: Int,
    tolerances: Tolerances
  ) -> [Range<Int>]? {
    guard let names = lines.dropLast().last?.pieces(after: labelColumns), names.count == units.pieces.count,
      names.count > 1,
      let heads = lines.last?.pieces(after: labelColumns), heads.count == reach.count - labelColumns
    else { return nil }
    let tilings = [names, units.pieces].map {
      HeaderStoreys.tiling(
        of: $0, above: heads.map(\.extent), reach: reach, size: units.size, tolerances: tolerances)
    }
    return tilings[0]?.columns == tilings[1]?.columns ? tilings[0]?.columns : nil
  }

  /// The columns that units share out, where some stand below the middle of several headings, and each of the others below its own;
  /// `nil` elsewhere. What stands in line with the middle one of three may be the second line of that, if it is no measure.
  ///
  ///               Planted    Harvested     Yield
  ///     State          1,000 acres        Bushels
  private static func shared(
    by units: AlignedColumns.Line, under headings: [AlignedColumns.Piece], reach: [Interval], labelColumns: Int,
    text: PageText, tolerances: Tolerances
  ) -> [Range<Int>]? {
    var heads = [Interval?](repeating: nil, count: reach.count)
    for heading in headings where heading.columns.count == 1 { heads[heading.columns.lowerBound] = heading.extent }
    let headed = heads[labelColumns...].compactMap(\.self)
    guard headed.count == reach.count - labelColumns, units.pieces.count > 1, units.pieces.count < headed.count else {
      return nil
    }
    // One column more or less shifts the middle by half a column.
    let pitch = (headed[headed.count - 1].middle - headed[0].middle) / Double(headed.count - 1)
    let most = max(tolerances.centringDrift * units.size, pitch / 4)
    let isMeasure = units.pieces.map { namesMeasure(text.string(ofLine: $0.words)) }
    func drift(of number: Int, from columns: Range<Int>) -> Double? {
      let unit = units.pieces[number].extent
      let under = headed[(columns.lowerBound - labelColumns)..<(columns.upperBound - labelColumns)]
      let own = under.contains { unit.isInLine(with: $0, drift: tolerances.unitDrift * units.size) }
      guard let first = under.first, let last = under.last, columns.count == 1 || !own || isMeasure[number] else {
        return nil
      }
      let middles = [
        (first.start + last.end) / 2, (first.middle + last.middle) / 2,
        (reach[columns.lowerBound].start + reach[columns.upperBound - 1].end) / 2,
      ]
      let drift = columns.count == 1 && own ? 0 : middles.map { abs($0 - unit.middle) }.min() ?? .infinity
      return drift <= most ? drift : nil
    }
    // The best way to share out the columns up to each end.
    var ways: [Int: (drift: Double, columns: [Range<Int>])] = [labelColumns: (0, [])]
    for (number, unit) in units.pieces.enumerated() {
      let isLast = number + 1 == units.pieces.count
      let limit = isLast ? reach.count : units.pieces[number + 1].columns.lowerBound
      var next: [Int: (drift: Double, columns: [Range<Int>])] = [:]
      for (start, way) in ways.sorted(by: { $0.key < $1.key })
      where start <= unit.columns.lowerBound && unit.columns.upperBound <= limit {
        for end in (isLast ? limit : max(unit.columns.upperBound, start + 1))...limit {
          guard let drift = drift(of: number, from: start..<end),
            way.drift + drift < next[end]?.drift ?? .infinity
          else { continue }
          next[end] = (way.drift + drift, way.columns + [start..<end])
        }
      }
      ways = next
    }
    return ways[reach.count]?.columns
  }

  /// Whether the texts of a line name units in brackets, and what looks like figures among them are scales in brackets: `(1 000)`,
  /// `($1,000)`, `(EUR million)`, `employment (%)`.
  static func areUnits(_ texts: [String]) -> Bool {
    texts.allSatisfy { Headnote.content(of: $0) != nil || !$0.contains(where: \.isNumber) }
      && texts.contains { text in
        Headnote.content(of: text).map { content in
          UnitLine(text) != nil || isScale(String(content.drop { currencies.contains(String($0)) }))
        } == true
      }
  }

  /// Whether a text is a thousand or a power of it: `1 000`, `1,000,000`, `'000`.
  private static func isScale(_ text: String) -> Bool {
    let digits = text.filter(\.isNumber)
    return digits.hasSuffix("000") && digits.drop { $0 == "1" }.allSatisfy { $0 == "0" }
      && text.allSatisfy { $0.isNumber || $0.isWhitespace || ",.'’".contains($0) }
  }

  /// Whether a text reads as a unit: in brackets as a whole, or a usual one.
  private static func isUnit(_ text: String) -> Bool {
    if let first = text.first, let last = text.last, "(（[".contains(first), ")）]".contains(last) { return true }
    return usual.contains(text) || text.split(separator: " ").contains { currencies.contains(String($0)) }
  }

  /// Whether one of the words of a text is a usual measure.
  private static func namesMeasure(_ text: String) -> Bool {
    isUnit(text) || text.lowercased().split { !$0.isLetter }.contains { measures.contains(String($0)) }
  }

  private static let measures: Set<String> = [
    "acres", "bales", "barrels", "bushels", "cents", "cubic", "dollars", "feet", "gallons", "hectares", "kilowatthours",
    "miles", "million", "millions", "percent", "persons", "pounds", "thousand", "thousands", "tonnes", "tons",
  ]
  private static let scales: Set<String> = ["", "m", "mn", "million", "b", "bn", "billion"]
  private static let currencies: Set<String> = ["EUR", "USD", "GBP", "CNY", "RMB", "€", "$", "£", "¥"]
  private static let usual: Set<String> = [
    "%", "％", "‰", "tonnes", "kg", "km", "ha", "persons", "number", "元", "万元", "亿元", "人", "万人", "人次", "件", "个",
    "户", "吨", "万吨", "公里", "公顷", "平方米",
  ]
}
