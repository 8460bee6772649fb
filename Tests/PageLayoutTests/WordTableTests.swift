import ConverterCore
import ConverterTesting
import PageLayout
import Testing

/// Tables of words that lines part in rows, or that only their head shows.
@Suite struct WordTableTests {
  private static let head = [["Office"], ["Task"], ["State"]]
  private static let rows = [
    [
      ["Office of", "Harbors"], ["Write down all lights", "along the coast and", "the dates they failed"],
      ["Partly", "done"],
    ],
    [["Office of", "Bridges"], ["List the bridges that", "are closed in winter"], ["Done"]],
    [["Office of", "Roads"], ["Report each year to the", "council on all tolls", "above the limit"], ["Not done"]],
    [["Office of", "Wells"], ["Close wells in towns", "that nobody uses"], ["Partly", "done"]],
  ]

  /// Writes the cells of a row from `y` on, their lines 12 points apart; returns the baseline of the last line.
  private func write(_ row: [[String]], at y: Double, bold: Bool = false, to page: inout SketchPage) -> Double {
    for (column, lines) in row.enumerated() {
      for (line, text) in lines.enumerated() {
        page.write(text, [100.0, 200, 350][column], y + 12 * Double(line), bold: bold)
      }
    }
    return y + 12 * Double((row.map(\.count).max() ?? 1) - 1)
  }

  /// A page with prose, the table and prose again, lines between its rows and none above the first one.
  private func page(_ rows: [[[String]]], isBold: Bool = true, isEnded: Bool) -> SketchPage {
    var page = SketchPage()
    page.write("The council asked each office what it had done since the last report, and all", 98, 60)
    page.write("of them answered before the end of the year.", 98, 72)
    var y = write(Self.head, at: 100, bold: isBold, to: &page) + 20
    for (number, row) in rows.enumerated() {
      y = write(row, at: y, to: &page)
      if number + 1 < rows.count || isEnded { page.level(y + 6, 98, 452) }
      y += 18
    }
    page.write("Later the offices were asked again, and most of them said that the work would be", 98, y + 20)
    page.write("finished in the next year.", 98, y + 32)
    return page
  }

  @Test(arguments: [true, false]) func `words around lines between rows are the first and the last row`(isEnded: Bool) {
    let page = page(Self.rows, isEnded: isEnded)
    let expected = ([Self.head] + Self.rows).map { $0.map { $0.joined(separator: " ") } }
    #expect(page.tables.map { $0.rowTexts } == [expected])
    #expect(page.texts.count == 2)
  }

  @Test(arguments: [true, false]) func `rows of one line each are parted by their lines`(isEnded: Bool) {
    let page = page(Self.rows.map { row in row.map { [$0[0]] } }, isEnded: isEnded)
    #expect(page.tables.map { [$0.rowCount, $0.columnCount] } == [[5, 3]])
    #expect(page.tables.first?.cells.last?.text == "Partly")
  }

  @Test func `a head of words with a line below and none above is the first row`() {
    var page = SketchPage()
    page.write("Table 3. Work of the offices", 98, 80)
    _ = write([["Office"], ["Task"], ["State in", "May"]], at: 100, to: &page)
    var y = 118.0
    for row in Self.rows {
      page.level(y, 98, 452)
      y = write(row, at: y + 12, to: &page) + 6
    }
    page.level(y, 98, 452)
    #expect(page.tables.map { $0.rowTexts[0] } == [["Office", "Task", "State in May"]])
    #expect(page.tables.map(\.rowCount) == [5])
  }

  @Test func `lines that start beside names of groups part rows of words of several lines`() {
    var page = SketchPage()
    for (y, start) in [(88.0, 98.0), (106, 98), (126, 190), (146, 190), (166, 98), (210, 190), (230, 98)] {
      page.level(y, start, 500)
    }
    _ = write([["Service"], ["Time"], ["The fund pays"]], at: 100, bold: true, to: &page)
    for (line, text) in ["Care in a ward", "with all meals", "and medicines"].enumerated() {
      page.write(text, 100, 119 + 11 * Double(line))
    }
    _ = write([[], ["First 60 days"], ["All but $1,132"]], at: 119, to: &page)
    _ = write([[], ["Next 30 days"], ["All but $283 a day"]], at: 139, to: &page)
    _ = write([[], ["Beyond 90 days"], ["Nothing"]], at: 159, to: &page)
    _ = write(
      [
        ["Care at home"], ["As long as", "it is needed"], ["80% of what has been", "approved for devices", "and aids"],
      ],
      at: 179, to: &page)
    _ = write([[], ["At night"], ["Nothing"]], at: 223, to: &page)
    #expect(
      shape(page.tables.first)
        == shape(
          Table(
            """
            Service | Time | The fund pays
            Care in a ward with all meals and medicines | First 60 days | All but $1,132
            ^ | Next 30 days | All but $283 a day
            ^ | Beyond 90 days | Nothing
            Care at home | As long as it is needed | 80% of what has been approved for devices and aids
            ^ | At night | Nothing
            """)))
  }

  @Test func `a head set as its rows with each heading in the middle of a column stands above the first line`() {
    var page = SketchPage()
    page.write("Table 2. Goals", 98, 80)
    for (text, x) in [("Goal", 100.0), ("Base", 252), ("Aim", 332), ("Source of it", 415)] {
      if x == 100 { page.write(text, x, 100) } else { page.write(text, around: x, 100) }
    }
    page.level(105, 98, 480)
    for row in 0..<3 {
      let y = 117 + 34 * Double(row)
      page.write("More people with", 100, y)
      page.write("a goal of this kind", 100, y + 12)
      for (text, x) in [("\(row)3 of a hundred", 215.0), ("\(row)5 of them", 305), ("Books", 400)] {
        page.write(text, x, y + 6)
      }
      page.level(y + 18, 98, 480)
    }
    #expect(page.tables.first?.rowTexts.first == ["Goal", "Base", "Aim", "Source of it"])
    #expect(page.tables.map(\.rowCount) == [4])
  }

  @Test func `prose right above and below the lines of a table of words is no row`() {
    var page = SketchPage()
    page.write("The council asked each of them what was done last year.", 98, 90)
    var y = 94.0
    page.level(y, 98, 452)
    for row in Self.rows {
      y = write(row, at: y + 12, to: &page) + 6
      page.level(y, 98, 452)
    }
    page.write("Some of them said that it would be done in the next one.", 98, y + 12)
    #expect(page.tables.map(\.rowCount) == [4])
    #expect(page.texts.count == 2)
  }

  @Test func `words farther from the lines than rows are no row`() {
    var page = SketchPage()
    _ = write([["Harbors"], ["Part two"], ["May"]], at: 74, to: &page)
    var y = 94.0
    page.level(y, 98, 452)
    y = write(Self.head, at: y + 12, bold: true, to: &page) + 6
    page.level(y, 98, 452)
    for row in Self.rows {
      y = write(row, at: y + 12, to: &page) + 6
      page.level(y, 98, 452)
    }
    _ = write([["Harbors"], ["Page 12"], ["May"]], at: y + 26, to: &page)
    #expect(page.tables.map(\.rowCount) == [5])
  }

  // MARK: Lines in pieces

  private static let pieces = [(98.0, 190.0), (196, 340), (346, 452)]

  /// A head and rows as close as the lines of their cells, below each of which every column has a line of its own.
  private func pieced(_ rows: [[[String]]]) -> SketchPage {
    var page = SketchPage()
    page.write("Table 3. Work of the offices", 98, 80)
    var y = 88.0
    for (number, row) in ([Self.head] + rows).enumerated() {
      y = write(row, at: y + 9, bold: number == 0, to: &page) + 3
      for piece in Self.pieces { page.level(y, piece.0, piece.1) }
    }
    page.write("Later the offices were asked again, and most of them said that the work would be", 98, y + 20)
    page.write("finished in the next year.", 98, y + 32)
    return page
  }

  @Test func `lines in pieces below each column part rows`() {
    let rows =
      [[["Office of", "Harbors"], ["Write down all lights", "June and May"], ["Partly", "Done"]]] + Self.rows
    let page = pieced(rows)
    #expect(page.tables.map { $0.rowTexts } == [([Self.head] + rows).map { $0.map { $0.joined(separator: " ") } }])
    #expect(page.texts.count == 1)
  }

  @Test func `lines in pieces of tables side by side are those of each`() {
    let rows = [
      [["Office"], ["Works"]], [["Bay", "Harbors"], ["1,012"]], [["Wells"], ["31"]], [["Roads"], ["7"]],
      [["Dam"], ["44"]],
    ]
    var page = SketchPage()
    for (number, x) in [40.0, 330].enumerated() {
      page.write("Table \(number + 1). Work of the offices", x, 80)
      var y = 88.0
      for row in rows {
        for (cell, middle) in zip(row, [x + 60, x + 177]) {
          for (line, text) in cell.enumerated() { page.write(text, around: middle, y + 12 + 12 * Double(line)) }
        }
        y += 12 * Double(row.map(\.count).max() ?? 1) + 6
        for piece in [(x, x + 120), (x + 124, x + 230)] { page.level(y, piece.0, piece.1) }
      }
    }
    let texts = rows.map { $0.map { $0.joined(separator: " ") } }
    #expect(page.tables.map(\.rowTexts) == [texts, texts])
    #expect(page.trace.candidates.filter(\.isChosen).map { $0.candidate.box.x0.rounded() } == [40, 330])
  }

  @Test func `cells of prose between lines in pieces are cells`() {
    let prose = [
      "All lights of the harbor", "were mended in June and", "May, since the winter had", "been long and the dam",
      "had not held.",
    ]
    let rows = [["Bay"], ["Fen"], [], ["Moor"]].map { [$0, prose, prose.reversed()] }
    let page = pieced(rows)
    #expect(page.tables.map(\.rowCount) == [5])
  }

  @Test func `the last line of a label above the last piece is of the last row`() {
    let rows = Self.rows.dropLast() + [[["Office of all", "Wells"], ["Close wells in towns"], ["Partly"]]]
    #expect(
      pieced(Array(rows)).tables.first?.rowTexts.last == ["Office of all Wells", "Close wells in towns", "Partly"])
  }

  @Test func `lines in pieces below figures alone part no label`() {
    var page = SketchPage()
    page.writeWrappedLabel("Fees paid to the united", "nations")
    for y in [104.0, 132, 146] { for x in [270.0, 370] { page.level(y, x, x + 30) } }
    let labels = page.tables.first?.cells.filter { $0.columns == 0..<1 }.map(\.text)
    #expect(labels == ["Item", "Rent", "Fees paid to the united nations", "Heat of all the offices"])
  }

  @Test func `the last line of a label in the middle of a row is no text below the table`() {
    var page = SketchPage()
    page.write("Table 3. Work of the offices", 98, 80)
    _ = write(Self.head, at: 100, bold: true, to: &page)
    for row in 0..<4 {
      let y = 124 + 36 * Double(row)
      if row % 2 == 0 {
        page.page.fills?.append(
          Fill(box: Rectangle(x0: 98, y0: y - 14, x1: 452, y1: y + 22), color: Color(red: 230, green: 230, blue: 230)))
      }
      for (line, text) in ["Office of all", ["Harbors", "Bridges", "Roads", "Wells"][row]].enumerated() {
        page.write(text, 100, y + 12 * Double(line))
      }
      page.write("Close \(row + 2) of them", 200, y + 6)
      page.write("Done", 350, y + 6)
    }
    #expect(page.tables.map(\.rowCount) == [5])
    #expect(page.tables.first?.rowTexts.last == ["Office of all Wells", "Close 5 of them", "Done"])
  }

  // MARK: Below a head alone

  /// A head between two lines, of three headings, and rows below it without an end.
  private func page(_ rows: [[[String]]], isBold: Bool = true, leading: Double) -> SketchPage {
    var page = SketchPage()
    for y in [88.0, 106] { page.level(y, 98, 452) }
    var y = write(Self.head, at: 100, bold: isBold, to: &page)
    for row in rows { y = write(row, at: y + leading, to: &page) }
    page.write("Later the offices were asked again, and most of them said that the work would be", 98, y + 30)
    page.write("finished in the next year.", 98, y + 42)
    return page
  }

  @Test func `rows of words below a head between lines need no line at their end`() {
    let page = page(Self.rows, leading: 18)
    #expect(page.tables.map { $0.rowTexts } == [([Self.head] + Self.rows).map { $0.map { $0.joined(separator: " ") } }])
    #expect(page.texts.count == 1)
  }

  @Test func `columns of prose below three words between lines are no rows`() {
    let prose = [
      "ships that came in", "by night had paid", "a toll at the lock", "of which no book", "was kept at all in",
    ]
    let page = page((0..<8).map { row in (0..<3).map { [prose[(row + $0) % 5]] } }, isBold: false, leading: 12)
    #expect(page.tables.isEmpty)
  }

  // MARK: The end of the head

  /// Rows below a head of one line or two with lines above, below it and at the end.
  private func page(head: [[[String]]], _ rows: [[[String]]], rulesAfter: Set<Int> = []) -> SketchPage {
    var page = SketchPage()
    page.level(88, 98, 452)
    var y = 88.0
    for row in head { y = write(row, at: y + 12, to: &page) }
    page.level(y + 4, 98, 452)
    y += 4
    for (number, row) in rows.enumerated() {
      y = write(row, at: y + 12, to: &page)
      if rulesAfter.contains(number) {
        y += 4
        page.level(y, 98, 452)
      }
    }
    page.level(y + 4, 98, 452)
    return page
  }

  @Test func `rows of words between the head and the first figures are rows`() {
    let rows = [
      [["Raise the share of", "harbors with lights"], ["83.2 percent"], ["Harbor board"]],
      [["Lower the number of", "ships that wait at", "a lock"], ["10 percent"], ["Lock keepers"]],
      [["Open a third lock"], ["—"], ["To be decided"]],
    ]
    let table = page(head: [Self.head], rows).tables.first
    #expect(table?.rowTexts == ([Self.head] + rows).map { $0.map { $0.joined(separator: " ") } })
    #expect(table?.headerRowCount == 1)
  }

  @Test func `cells in the middle of the first row are no end of the head`() {
    var page = SketchPage()
    for y in [88.0, 104, 200] { page.level(y, 98, 452) }
    for (x, name) in [(100.0, "Harbor"), (200, "Limit"), (300, "Effects")] { page.write(name, x, 100) }
    let rows = [
      ("North", "6 percent", "Ships at rest;"), ("South", "10 percent", "Boats at sea;"),
      ("West", "—", "Rafts at a lock;"),
    ]
    for (row, texts) in rows.enumerated() {
      let y = 116 + 32 * Double(row)
      page.write(texts.2, 300, y)
      page.write(texts.0, 100, y + 6)
      page.write(texts.1, 200, y + 6)
      page.write("less in winter", 300, y + 12)
    }
    #expect(
      page.tables.first?.rowTexts
        == [["Harbor", "Limit", "Effects"]] + rows.map { [$0.0, $0.1, $0.2 + " less in winter"] })
  }

  @Test func `lines between groups of rows make no head of the first group`() {
    let names = ["Alder", "Boone", "Carver", "Dell", "Eden", "Flint"]
    let rows = names.map { [[$0], ["Harbor of " + $0], ["Open"]] }
    let table = page(head: [], rows, rulesAfter: [2]).tables.first
    #expect(table?.rowTexts.map(\.first) == names)
  }

  @Test func `units below the line of the head are of the head`() {
    var page = SketchPage()
    for y in [88.0, 104, 172] { page.level(y, 98, 402) }
    page.writeRows(
      [["Crop", "Area", "Yield"], ["", "acres", "bushels"], ["Wheat", "109", "0.9"], ["Barley", "1,230", "12.4"]],
      from: 100)
    #expect(page.tables.first?.headerRowCount == 2)
  }

  // MARK: Groups

  @Test(arguments: [0.0, 10]) func `lines that begin right of names of groups part rows of words`(drop: Double) {
    var page = SketchPage()
    for y in [88.0, 104, 152, 184] { page.level(y, 98, 452) }
    for y in [120.0, 136, 168] { page.level(y, 196, 452) }
    let rows = [
      ["Task", "Due", "State"], ["Lights", "May", "Done"], ["Books", "June", "Partly"], ["Tolls", "July", "Open"],
      ["Gates", "May", "Done"], ["Pumps", "June", "All but 3"],
    ]
    for (row, texts) in rows.enumerated() {
      for (column, text) in texts.enumerated() {
        page.write(text, [200.0, 300, 380][column], 100 + 16 * Double(row), bold: row == 0)
      }
    }
    page.write("Office", 100, 100, bold: true)
    page.write("Office of all", 100, 115 + drop)
    page.write("upper harbors", 100, 127 + drop)
    page.write("Locks", 100, 164)
    let table = page.tables.first
    #expect(table.map { [$0.rowCount, $0.columnCount] } == [6, 4])
    #expect(table?.cells.first { $0.text == "Office of all upper harbors" }?.rows == 1..<4)
    #expect(table?.cells.first { $0.text == "Locks" }?.rows == 4..<6)
  }

  private static let cover = [
    ["Service", "Time", "The fund pays"], ["", "First 60 days", "All but $1,132"],
    ["", "Next 30 days", "All but $283"],
    ["", "After 90 days", "Nothing"], ["", "At any time", "Nothing"], ["", "First 20 days", "All but $141"],
    ["", "After 20 days", "All costs"], ["", "No limit", "Half of it"],
  ]

  /// Rows 16 points apart beside names of groups whose lines are 11 points apart and begin beside the first row of theirs.
  private func cover(
    _ names: [(row: Int, lines: [String])], of texts: [[String]] = Self.cover, rules: [Double]
  ) -> SketchPage {
    var page = SketchPage()
    for y in [88.0, 104, 218] + rules { page.level(y, 98, 452) }
    for (row, texts) in texts.enumerated() {
      for (column, text) in texts.enumerated() where !text.isEmpty {
        page.write(text, [100.0, 210, 330][column], 100 + 16 * Double(row))
      }
    }
    for name in names {
      for (line, text) in name.lines.enumerated() {
        page.write(text, 100, 100 + 16 * Double(name.row) + 11 * Double(line))
      }
    }
    return page
  }

  @Test(arguments: [[], [170.0, 202]]) func `lines of names of groups part no rows of words`(rules: [Double]) {
    let names = [
      (1, ["Care in a ward with", "all meals and such", "medicines"]), (5, ["Care at home"]), (7, ["Blood"]),
    ]
    let table = cover(names, rules: rules).tables.first
    #expect(table.map { [$0.rowCount, $0.columnCount] } == [8, 3])
    let placed = table?.cells.filter { $0.columns == 0..<1 && $0.rows.lowerBound > 0 } ?? []
    #expect(placed.map(\.text) == ["Care in a ward with all meals and such medicines", "Care at home", "Blood"])
    #expect(placed.map(\.rows) == [1..<5, 5..<7, 7..<8])
    #expect(table?.cells.first { $0.text == "Next 30 days" }?.rows == 2..<3)
  }

  @Test func `lines of cells as far apart as rows are no rows beside names of groups`() {
    var texts = Self.cover
    texts[3] = ["", "of each stay there", "from the first day"]
    let names = [
      (1, ["Care in a ward with", "all meals and such", "medicines"]), (5, ["Care at home"]), (7, ["Blood"]),
    ]
    #expect(cover(names, of: texts, rules: []).tables.first?.cells.contains { $0.rows.count > 1 } == false)
  }

  // MARK: Dates

  @Test func `years below dates that lack them end these`() {
    let head = [[["Rule"], ["Proposed"], ["Final"]]]
    let rows = [
      [["Lights"], ["October", "1996"], ["—"]], [["Tolls"], ["May 1997"], ["—"]],
      [["Locks"], ["—"], ["April 22,", "2008"]], [["Gates"], ["June 2001"], ["2"]],
    ]
    let table = page(head: head, rows).tables.first
    #expect(table?.rowTexts == (head + rows).map { $0.map { $0.joined(separator: " ") } })
  }

  @Test func `a year below the name of a month heads the next months`() {
    var page = SketchPage()
    page.writeRows(
      [
        ["Month", "Ships", "Boats"], ["2009", "", ""], ["", "109", "214"], ["", "110", "230"], ["2010", "", ""],
        ["", "97", "201"], ["", "99", "205"],
      ], from: 100)
    for (row, month) in ["Nov.", "Dec.", "", "Jan.", "Feb."].enumerated() {
      page.write(month, 110, 128 + 14 * Double(row))
    }
    for y in [88.0, 104, 190] { page.level(y, 98, 402) }
    #expect(page.tables.first?.cells.contains { $0.text == "Dec." } == true)
    #expect(page.tables.map(\.rowCount) == [7])
  }

  @Test func `years below figures are rows`() {
    let rows = (0..<4).map { [["\(1996 + $0)"], ["Ward \($0)"], ["\($0 + 2)"]] }
    let table = page(head: [[["May"], ["Ward"], ["Ships"]]], rows).tables.first
    #expect(table?.rowCount == 5)
  }

  @Test(arguments: [true, false]) func `a head in a font of its own may leave the first column without a name`(
    isBold: Bool
  ) {
    var page = SketchPage()
    page.write("Level", 280, 100, bold: isBold)
    page.write("Metal", 150, 112, bold: isBold)
    page.write("allowed", 280, 112, bold: isBold)
    page.write("Effect", 400, 112, bold: isBold)
    for (row, cells) in [
      ["OC", "Amber", "none", "Harm to the nerves"], ["IOC", "Brass", "0.002", "Harm to the eyes"],
      ["OC", "Copper", "0.006", "Harm to the skin"], ["R", "Dust", "0.010", "Harm to the lungs"],
    ].enumerated() {
      for (column, text) in cells.enumerated() {
        page.write(text, [100.0, 150, 280, 400][column], 130 + 18 * Double(row))
      }
    }
    for y in [88.0, 118, 136, 154, 172, 190] { page.level(y, 100, 500) }
    let cells = page.tables.first?.cells.filter { $0.rows.lowerBound < 2 }.map { "\($0.rows) \($0.text)" } ?? []
    #expect(cells.contains("1..<2 OC") == isBold)
    #expect(cells.contains("1..<2 Harm to the nerves"))
  }
}

extension Table {
  /// The texts of the cells, row by row.
  var rowTexts: [[String]] {
    (0..<rowCount).map { row in cells.filter { $0.rows.lowerBound == row }.map(\.text) }
  }
}
