import ConverterCore
import PageLayout
import Testing

/// Charts, diagrams and lines to sign on, whose names stand in columns and are no table.
@Suite struct DrawingLookalikeTests {
  @Test(arguments: [true, false])
  func `figures at the ends of bars are a chart, in a column beside bars a table`(_ areAtEnds: Bool) {
    var page = SketchPage()
    for (row, name) in ["Alder", "Boone", "Cole", "Dunn", "Ewing", "Forest"].enumerated() {
      let (y, end) = (100 + 18 * Double(row), 190 + [0.0, 12, 5, 20, 9, 16][row])
      page.write(name, endingAt: 140, y)
      page.page.fills?.append(Fill(box: Rectangle(x0: 145, y0: y - 8, x1: end, y1: y + 1), color: .grey))
      page.write("\(10 + row).4", areAtEnds ? end + 5 : 240, y)
    }
    #expect(page.tables.isEmpty == areAtEnds)
  }

  @Test(arguments: [true, false]) func `names and scales of charts side by side are no table`(_ areFramed: Bool) {
    var page = SketchPage()
    for (column, town) in ["Alder", "Boone"].enumerated() {
      let x = 100 + 250 * Double(column)
      page.write(town, around: x + 90, 100)
      page.write("100", endingAt: x + 24, 118)
      page.write("80", endingAt: x + 24, 148)
      if areFramed { page.box(x + 30, 114, x + 150, 234) }
    }
    #expect(page.tables.isEmpty == areFramed)
  }

  @Test(arguments: [(4, 4), (400, 17)])
  func `frames in frames are read with what they hold as deep as tables are nested, and no deeper`(
    _ count: Int, _ read: Int
  ) {
    var page = SketchPage(width: 10_000, height: 10_000)
    for number in 0..<count {
      let edge = 12 * Double(number)
      page.box(edge, edge, 10_000 - edge, 10_000 - edge)
      page.write("Ring", edge + 2, edge + 10, size: 8)
      page.write("\(number)", edge + 60, edge + 10, size: 8)
    }
    let text = PageText(page.page)
    let stacks = DrawnRules(page.page).stacks(text: text, index: WordIndex(text.words))
    #expect(stacks.count == read)
  }

  @Test func `a single empty frame beside rows is none of a chart`() {
    var page = SketchPage()
    page.writeRows(
      [["Article", "2003", "2004"]]
        + ["Lamp", "Desk", "Chair", "Shelf"].enumerated().map { [$1, "1\($0).40", "2\($0).15"] }, from: 100)
    page.box(150, 108, 240, 158)
    #expect(page.tables.map(\.rowCount) == [5])
  }

  @Test func `lists that end with semicolons around a typed table are no program`() {
    var page = SketchPage()
    for (row, clause) in [
      "the fee is paid by the owner of the land;", "the map is drawn by a surveyor of roads;",
      "all wells are shown on it with their depth;", "no tree is felled before the permit is sent;",
      "the permit ends after a year without works;",
    ].enumerated() {
      page.write("(\(["a", "b", "c", "d", "e"][row])) \(clause)", 100, 100 + 12 * Double(row))
    }
    page.writeRows(
      [
        ["Area", "Fee", "Due"], ["Wood", "120.00", "130.00"], ["Farm", "240.00", "260.00"],
        ["Town", "480.00", "510.00"],
      ], from: 200)
    #expect(page.tables.count == 1)
  }

  @Test(arguments: [true, false])
  func `boxes that lines join are a diagram, boxes that touch a table`(_ areJoined: Bool) {
    var page = SketchPage()
    for (row, step) in ["Request", "Whole?", "Review", "Permit"].enumerated() {
      let y = 100 + (areJoined ? 40 : 20) * Double(row)
      page.box(100, y, 200, y + 20)
      page.write(step, 120, y + 14)
      if areJoined {
        if row < 3 { page.upright(150, y + 20, y + 40) }
        if row == 1 { page.level(y + 10, 200, 260) }
      } else {
        page.box(200, y, 260, y + 20)
      }
      if row == 1 || !areJoined { page.write("no", 225, y + (areJoined ? 8 : 14)) }
    }
    #expect(page.tables.isEmpty == areJoined)
  }

  @Test(arguments: [true, false])
  func `names below lines to sign on are no table, rows below lines are one`(_ areSigned: Bool) {
    var page = SketchPage()
    for (row, name) in ["Jo Hale", "Ann Cole", "Lee Marsh"].enumerated() {
      let y = 100 + (areSigned ? 60 : 26) * Double(row)
      page.level(y, 100, 260)
      page.write(name, 100, y + 10)
      page.write("Mayor", 100, y + 21)
      page.write("Alder", 220, y + 10)
    }
    if !areSigned { page.level(178, 100, 260) }
    #expect(page.tables.isEmpty == areSigned)
  }

  @Test(arguments: ["Contents", "Towns by age"])
  func `pages of parts between lines are contents below such a title`(_ title: String) {
    var page = SketchPage()
    page.write(title, 100, 80, size: 14)
    let entries = [
      ("Letter", "", 1), ("Part 1", "Harbors", 4), ("", "Bridges", 12), ("", "Wells", 19), ("Part 2", "Roads", 24),
      ("", "Fees", 31),
    ]
    for (row, entry) in entries.enumerated() {
      let y = 100 + 14 * Double(row)
      page.write(entry.0, 100, y)
      page.write(entry.1, 160, y)
      page.write("\(entry.2)", endingAt: 400, y)
      if [0, 1, 4].contains(row) { page.level(y - 11, 100, 400) }
    }
    #expect(page.tables.isEmpty == (title == "Contents"))
  }

  @Test(arguments: ["Page", "Towns"]) func `numbered names with rising figures are a list below the heading of pages`(
    _ heading: String
  ) {
    var page = SketchPage()
    page.write("List of Rivers", 100, 80)
    page.write(heading, endingAt: 400, 100)
    for (row, name) in ["Alder River", "Boone River", "Cole River", "Dunn River", "Ewing River"].enumerated() {
      page.write("A-\(row + 1).", 100, 116 + 14 * Double(row))
      page.write(name, 160, 116 + 14 * Double(row))
      page.write("\(12 + 3 * row)", endingAt: 400, 116 + 14 * Double(row))
    }
    #expect(page.tables.isEmpty == (heading == "Page"))
  }

  @Test func `answers to choose from are no table`() {
    var page = SketchPage()
    for (row, question) in ["Which form is used?", "How often is it checked?", "Who keeps the key?"].enumerated() {
      let y = 100 + 40 * Double(row)
      page.write("\(row + 1). \(question)", 100, y)
      for (column, letter) in ["A", "B", "C", "D"].enumerated() {
        page.write("\(letter). Form \(row)\(column)", 115 + 90 * Double(column), y + 12)
      }
    }
    #expect(page.tables.isEmpty)
  }

  @Test(arguments: [";", ""]) func `columns of a statement are no table in a program`(_ end: String) {
    var page = SketchPage()
    for row in 0..<5 {
      if row == 0 { page.write("INPUT", 100, 140) }
      page.write("@\(7 * row + 1)", 150, 140 + 12 * Double(row))
      page.write(["STATION", "STATE", "DEPTH", "FLOW", "STAGE"][row], 190, 140 + 12 * Double(row))
      page.write("\(row + 3).", 270, 140 + 12 * Double(row))
    }
    for (row, line) in ["DATA GAUGES", "INFILE RAWDATA", "MEAN = FLOW / DEPTH", "LABEL MEAN", "RUN"].enumerated() {
      page.write(line + end, 100, (row < 2 ? 100 : 180) + 12 * Double(row))
    }
    #expect(page.tables.isEmpty == (end == ";"))
  }
}

extension Color {
  fileprivate static let grey = Color(red: 150, green: 150, blue: 150)
}
