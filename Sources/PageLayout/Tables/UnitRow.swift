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
      let isApart = heading.map { !$0.isInLine(with: extent, drift: tolerances.unitDrift * line.size) }
      // Words that run over several columns say what all of them are: `Deaths per 100,000 persons`.
      let isCentred = middles.contains { abs($0 - extent.middle) <= tolerances.centringDrift * line.size }
      guard namesUnit ? isApart == true || isCentred : isCentred && line.pieces[0].columns.count > 1 else { return nil }
      line.pieces[0].columns = labelColumns..<reach.count
      return UnitRow(line: line, headings: headings)
    }
    let spans =
      groups(under: line, in: lines.dropLast(), reach: reach, labelColumns: labelColumns, tolerances: tolerances)
      ?? shared(by: line, under: headings, reach: reach, labelColumns: labelColumns, text: text, tolerances: tolerances)
    if let columns = spans {
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
  static func isScale(_ text: String) -> Bool {
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
  static func namesMeasure(_ text: String) -> Bool {
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
