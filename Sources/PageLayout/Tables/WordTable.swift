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
    let body = Self.body(below: number, of: head, in: lines, text: text, tolerances: tolerances)
    let rows = WordRows(
      of: body, below: head, across: Interval(line.box.x0, line.box.x1), shading: rules.shading, text: text,
      tolerances: tolerances)
    guard rows.areOfTable(below: head, text: text, tolerances: tolerances) else { return nil }
    self.lines = [line] + rows.lines
    walls = Self.walls(before: head, in: self.lines, tolerances: tolerances)
    edges = Self.edges(above: rows, below: line, rules: rules)
  }

  /// The lines right below a head that keep to its columns; none where they stand at heights of their own, as lines of columns of prose do.
  private static func body(
    below number: Int, of head: HeadStarts, in lines: [TextLine], text: PageText, tolerances: Tolerances
  ) -> [TextLine] {
    let body = lines.indices.dropFirst(number + 1).prefix { next in
      lines[next].band.start - lines[next - 1].band.end <= tolerances.runGap * lines[next].size
        && !text.beginsCaption(lines[next]) && head.partCells(of: lines[next], text: text)
        && Self.head(at: next, in: lines, text: text, tolerances: tolerances) == nil
    }.map { lines[$0] }
    return zip(body, body.dropFirst()).allSatisfy { $1.distance(below: $0) >= tolerances.besideDistance } ? body : []
  }

  /// An upright line right before each heading but the first, over the height of all lines.
  private static func walls(before head: HeadStarts, in lines: [TextLine], tolerances: Tolerances) -> [Ruling] {
    let (first, last) = (lines[0], lines[lines.count - 1])
    return head.starts.dropFirst().map {
      Ruling(
        axis: .upright, position: $0 - tolerances.text.wordGap * first.size, start: first.box.y0, end: last.box.y1,
        thickness: 0)
    }
  }

  /// A level line above each row, at the edge of a coloured row or in the middle of the white, unless one is drawn there.
  private static func edges(above rows: WordRows, below head: TextLine, rules: DrawnRules) -> [Ruling] {
    let reach = ([head] + rows.lines).across
    return rows.starts.compactMap { row in
      let (upper, lower) = (row > 0 ? rows.lines[row - 1] : head, rows.lines[row])
      guard !rules.level.cover(reach, between: upper, and: lower) else { return nil }
      let colour = rules.shading.between(upper, lower).first
      return Ruling(
        axis: .level, position: colour?.position ?? (upper.band.end + lower.band.start) / 2, start: reach.start,
        end: reach.end, thickness: 0)
    }
  }
}
