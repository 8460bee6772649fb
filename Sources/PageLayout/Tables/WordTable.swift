internal import ConverterCore

/// Rows of words below a head in a font of its own, without lines between them or around:
///
///     **Finding          Answer             State**      every row begins below all headings but one, the first one included; what
///     1. The rules for   The bureau issued  Closed       goes on below them keeps to the columns. White or colour parts the rows.
///     grants are old.    a memorandum.
///     2. Reports come    Agreed in part.    Open         Columns of prose begin side by side but once.
///     late.
struct WordTable {
  /// The lines of the head and of the rows.
  let lines: [TextLine]

  /// Where columns begin that words alone show, as upright lines over the height of the table.
  let walls: [Ruling]

  /// Where rows begin that white or colour alone shows, as level lines over the width of the table, rising.
  let edges: [Ruling]

  /// What is drawn around the table with what words, white and colour show of its columns and rows.
  func rules(with drawn: RegionRules) -> RegionRules {
    var rules = drawn
    rules.level = (drawn.level + edges).sorted { $0.position < $1.position }
    rules.steps = []
    rules.shadedSteps = walls
    return rules
  }
}

extension WordTable {
  /// The tables among some lines of text, from top to bottom.
  static func tables(in lines: [TextLine], rules: DrawnRules, text: PageText, tolerances: Tolerances) -> [WordTable] {
    var tables: [WordTable] = []
    var number = 0
    while number < lines.count {
      guard let table = WordTable(below: number, in: lines, rules: rules, text: text, tolerances: tolerances) else {
        number += 1
        continue
      }
      tables.append(table)
      number = max(
        number + 1, lines.partitioningIndex { $0.band.middle > table.lines[table.lines.count - 1].band.middle })
    }
    return tables
  }

  /// Where the headings of a line begin that is the head of a table by its fonts and by the cells of the next line.
  private static func head(
    at number: Int, in lines: [TextLine], text: PageText, tolerances: Tolerances
  ) -> HeadStarts? {
    guard number + 1 < lines.count, lines[number].phrases.count > 2,
      text.fonts(of: lines[number].words).isDisjoint(with: text.fonts(of: lines[number + 1].words)),
      // A cell may fill its column up to a blank.
      let head = HeadStarts([lines[number]], gutter: tolerances.text.wordGap, text: text, tolerances: tolerances),
      head.begins(lines[number + 1], text: text)
    else { return nil }
    return head
  }

  /// The table whose head is a line; `nil` where no rows stand below it.
  private init?(
    below number: Int, in lines: [TextLine], rules: DrawnRules, text: PageText, tolerances: Tolerances
  ) {
    guard let head = Self.head(at: number, in: lines, text: text, tolerances: tolerances) else { return nil }
    let line = lines[number]
    var rows: [TextLine] = []
    for next in lines.indices.dropFirst(number + 1) {
      guard lines[next].band.start - lines[next - 1].band.end <= tolerances.runGap * lines[next].size,
        !text.beginsCaption(lines[next]), head.partCells(of: lines[next], text: text),
        Self.head(at: next, in: lines, text: text, tolerances: tolerances) == nil
      else { break }
      rows.append(lines[next])
    }
    // Lines of columns of prose stand at heights of their own.
    guard zip(rows, rows.dropFirst()).allSatisfy({ $1.distance(below: $0) >= tolerances.besideDistance }) else {
      return nil
    }
    let across = Interval(line.box.x0, line.box.x1)
    let leadings = Leadings(of: rows, tolerances: tolerances)
    /// Whether white or the edge of a coloured row stands above a row.
    func isApart(_ row: Int) -> Bool {
      !leadings.isOfCell(rows[row].distance(below: rows[row - 1]))
        || rules.shading.cover(across, between: rows[row - 1], and: rows[row])
    }
    func isLabelled(_ row: Int) -> Bool { !text.words[rows[row].words[0]].traits.contains(.lowercaseStart) }
    let full = rows.indices.filter { head.begins(rows[$0], text: text) && isLabelled($0) }
    // Some rows have blank cells.
    let first = rows.indices.filter {
      $0 == 0 || isApart($0) && isLabelled($0) && head.begins(rows[$0], cells: 2, text: text)
    }
    // A remark below stands apart and begins no cells.
    if let last = first.last, let end = rows.indices.dropFirst(last + 1).first(where: isApart) {
      rows.removeSubrange(end...)
    }
    let cells = first.flatMap { row in rows[row].words.filter { head.beginsCell(text.words[$0]) } }
    let running = cells.count { text.words[$0].traits.contains(.lowercaseStart) }
    let pieces = rows.flatMap(\.phrases)
    guard full.count >= tolerances.shares.leastRows, full.count.isMost(of: first.count), first.count < rows.count,
      Set(full).isSubset(of: first),
      !running.isMore(than: tolerances.lookalikes.headedRunningShare, of: cells.count),
      !pieces.count(where: \.isValue).isMore(than: tolerances.shares.mostProseFigures, of: pieces.count)
    else { return nil }
    self.lines = [line] + rows
    let reach = self.lines.across
    let bottom = rows[rows.count - 1].box.y1
    walls = head.starts.dropFirst().map {
      Ruling(
        axis: .upright, position: $0 - tolerances.text.wordGap * line.size, start: line.box.y0, end: bottom,
        thickness: 0)
    }
    edges = first.compactMap { row in
      let (upper, lower) = (row > 0 ? rows[row - 1] : line, rows[row])
      guard !rules.level.cover(reach, between: upper, and: lower) else { return nil }
      let colour = rules.shading.between(upper, lower).first
      return Ruling(
        axis: .level, position: colour?.position ?? (upper.band.end + lower.band.start) / 2, start: reach.start,
        end: reach.end, thickness: 0)
    }
  }
}

extension [Ruling] {
  /// Those of the level lines, which rise, that stand between two lines of text.
  fileprivate func between(_ upper: TextLine, _ lower: TextLine) -> ArraySlice<Ruling> {
    self[partitioningIndex { $0.position > upper.band.middle }...].prefix { $0.position < lower.band.middle }
  }

  /// Whether one of them runs over an extent.
  fileprivate func cover(_ reach: Interval, between upper: TextLine, and lower: TextLine) -> Bool {
    between(upper, lower).contains { $0.start <= reach.start && $0.end >= reach.end }
  }
}
