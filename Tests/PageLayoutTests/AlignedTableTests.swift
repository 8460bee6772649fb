import ConverterCore
import ConverterTesting
import PageLayout
import Testing

@Suite struct AlignedTableTests {
  @Test func `figures in line need no lines`() {
    var page = SketchPage()
    page.writeRows(
      [
        ["Country", "Count", "Share"], ["Austria", "109", "0.9"], ["Germany", "1,230", "12.4"], ["Spain", "36", "0"],
      ],
      from: 100)
    #expect(
      shape(page.tables.first)
        == shape(Table("Country | Count | Share\nAustria | 109 | 0.9\nGermany | 1,230 | 12.4\nSpain | 36 | 0")))
  }

  @Test func `an amount with its sign of currency is a figure`() {
    var page = SketchPage()
    page.writeRows(
      [["Item", "2015", "2016"], ["Rent", "$ 80", "$ 90"], ["Heat", "12", "14"], ["Sum", "$ 92", "$ 104"]], from: 100)
    #expect(
      shape(page.tables.first)
        == shape(Table("Item | 2015 | 2016\nRent | $ 80 | $ 90\nHeat | 12 | 14\nSum | $ 92 | $ 104")))
  }

  @Test func `rows set farther apart than lines part a full label from the next one`() {
    var page = SketchPage()
    page.writeRows([["Item", "Count", "Share"]], from: 100)
    page.writeRows([["Port Ellery", "12", "3"]], from: 120)
    page.writeRows([["Pay of help,"], ["travel and"], ["board", "15", "4"]], from: 137)
    page.writeRows([["Vale", "16", "5"]], from: 182)
    #expect(
      shape(page.tables.first)
        == shape(
          Table("Item | Count | Share\nPort Ellery | 12 | 3\nPay of help, travel and board | 15 | 4\nVale | 16 | 5")))
  }

  @Test func `headings over all columns stand in a storey of their own, also right above one of these`() {
    var page = SketchPage()
    for (x, text) in [(300.0, "2018"), (450, "2019")] { page.write(text, around: x, 100) }
    for (row, line) in [
      ["", "Men", "Women", "All", "Men", "Women", "All"], ["Vale", "11", "12", "23", "14", "15", "29"],
      ["Moor", "21", "22", "43", "24", "25", "49"], ["Bay", "31", "32", "63", "34", "35", "69"],
    ].enumerated() {
      for (column, text) in line.enumerated() {
        page.write(text, around: 200 + 50 * Double(column), 114 + 14 * Double(row))
      }
    }
    let table = page.tables.first
    #expect(table?.cells.filter { $0.columns.count == 3 }.map(\.text) == ["2018", "2019"])
  }

  @Test func `a caption lets words without figures be a table`() {
    let rows = [
      ["Measure", "Body", "State"], ["Roads", "Council", "done"], ["Parks", "Board", "open"],
      ["Mills", "Guild", "open"],
    ]
    var page = SketchPage()
    page.writeRows(rows, from: 100)
    #expect(page.tables.isEmpty)
    page.write("Table 3. Measures", 100, 84)
    #expect(page.tables.first?.rowCount == 4)
  }

  @Test func `a table in a column of justified prose is found, and no prose is`() {
    var page = SketchPage()
    for line in 0..<14 {
      for left in [50.0, 320] where left > 100 || line < 6 || line > 10 {
        // Gaps of a justified line are alike, however wide.
        for (word, text) in ["the", "annual", "review", "shows", "that"].enumerated() {
          page.write(
            text, left + [0, 25, 65, 105, 140][word] + Double(line % 3) * 2 * Double(word), 100 + 13 * Double(line))
        }
      }
    }
    for (row, (label, figures)) in [("Item", ["2015", "2016"]), ("Rent", ["80", "90"]), ("Heat", ["12", "14"])]
      .enumerated()
    {
      page.write(label, 50, 183 + 15 * Double(row))
      for (column, figure) in figures.enumerated() {
        page.write(figure, endingAt: 160 + 60 * Double(column), 183 + 15 * Double(row))
      }
    }
    #expect(page.tables.map(\.columnCount) == [3])
  }

  @Test func `a figure that stands lower in the last row belongs to it`() {
    var page = SketchPage()
    page.writeRows(
      [
        ["Country", "Count", "Share"], ["Austria", "109", "0.9"], ["Germany", "1,230", "12.4"], ["Spain", "", "0"],
      ],
      from: 100)
    page.write("36", endingAt: 300, 100 + 14 * 3 + 7)
    #expect(
      shape(page.tables.first)
        == shape(Table("Country | Count | Share\nAustria | 109 | 0.9\nGermany | 1,230 | 12.4\nSpain | 36 | 0")))
  }

  @Test func `three lines make a table of words`() throws {
    var page = SketchPage()
    for y in [88.0, 106, 136] { page.level(y, 95, 420) }
    for (row, line) in [["Group", "Brand", "Owner"], ["Soap", "Lux one", "East"], ["Tea", "Ivy", "West"]].enumerated() {
      for (column, text) in line.enumerated() {
        page.write(text, 100 + 110 * Double(column), 100 + 16 * Double(row))
      }
    }
    let table = try #require(page.tables.first)
    #expect(shape(table) == shape(Table("Group | Brand | Owner\nSoap | Lux one | East\nTea | Ivy | West")))
    #expect(table.origin.evidence == .aligned)
  }

  @Test func `a heading over several columns spans them`() {
    var page = SketchPage()
    page.write("number of franchisors", around: 350, 100)
    page.level(104, 260, 410)
    page.writeRows(
      [["", "1993", "1994"], ["Austria", "80", "170"], ["Spain", "117", "250"], ["UK", "373", "396"]], from: 116)
    #expect(
      shape(page.tables.first)
        == shape(
          Table("  | number of franchisors | <\n  | 1993 | 1994\nAustria | 80 | 170\nSpain | 117 | 250\nUK | 373 | 396")
        ))
  }

  @Test func `a label that runs on stays in its row`() {
    var page = SketchPage()
    page.writeRows(
      [
        ["Food", "11", "12"], ["Non-metallic mineral", "21", "22"], ["products", "", ""],
        ["Textiles and wearing", "", ""],
        ["apparel", "31", "32"],
      ], from: 100)
    #expect(
      shape(page.tables.first)
        == shape(
          Table("Food | 11 | 12\nNon-metallic mineral products | 21 | 22\nTextiles and wearing apparel | 31 | 32")))
  }

  @Test func `lines that start beside a label show the rows of its group`() {
    var page = SketchPage()
    // From the left edge, or from where the names of rows begin.
    for (y, start) in [(90.0, 90.0), (110, 160), (130, 160), (150, 90), (170, 90)] { page.level(y, start, 400) }
    page.write("group", 95, 124)
    for (row, name) in ["one", "two", "three"].enumerated() {
      let y = 104 + 20 * Double(row)
      page.write(name, 165, y)
      page.write("\(row + 4)", endingAt: 300, y)
      page.write("\(row)", endingAt: 390, y)
    }
    page.write("alone", 95, 164)
    page.write("7", endingAt: 300, 164)
    page.write("8", endingAt: 390, 164)
    #expect(
      shape(page.tables.first)
        == shape(Table("group | one | 4 | 0\n^ | two | 5 | 1\n^ | three | 6 | 2\nalone | < | 7 | 8")))
  }

  @Test func `lines that start beside the first label below a coloured head show the rows of its group`() {
    var page = SketchPage()
    for (x0, x1) in [(90.0, 160.0), (160, 270), (270, 400)] {
      page.page.fills?.append(
        Fill(box: Rectangle(x0: x0, y0: 66, x1: x1, y1: 90), color: Color(red: 20, green: 60, blue: 90)))
    }
    for (name, x) in [("Work", 100.0), ("Measure", 190), ("2008", 280), ("2009", 370)] { page.write(name, x, 82) }
    for (y, start) in [(122.0, 160.0), (142, 160), (162, 90), (182, 160), (202, 90)] { page.level(y, start, 400) }
    page.write("Safety", 95, 130)
    page.write("Mobility", 95, 186)
    page.write("Deaths per million", 165, 103)
    page.write("miles", 165, 115)
    for (row, name) in [nil, "Trucks", "Injuries", "Good roads", "Age of buses"].enumerated() {
      let y = 109 + (row > 0 ? 27 + 20 * Double(row - 1) : 0)
      if let name { page.write(name, 165, y) }
      page.write("\(row + 4)", endingAt: 300, y)
      page.write("\(row)", endingAt: 390, y)
    }
    #expect(
      shape(page.tables.first)
        == shape(
          Table(
            """
            Work | Measure | 2008 | 2009
            Safety | Deaths per million miles | 4 | 0
            ^ | Trucks | 5 | 1
            ^ | Injuries | 6 | 2
            Mobility | Good roads | 7 | 3
            ^ | Age of buses | 8 | 4
            """)))
  }

  @Test func `rows that are shaded in turn are rows, however their labels break`() {
    var page = SketchPage()
    let labels = [["first label", "that runs"], ["second"], ["third"], ["last", "one"], ["sum"]]
    for (row, lines) in labels.enumerated() {
      let top = 100 + 30 * Double(row)
      if row % 2 == 0 {
        page.page.fills?.append(
          Fill(
            box: Rectangle(x0: 95, y0: top, x1: 405, y1: top + 30), color: Color(red: 220, green: 230, blue: 240)))
      }
      for (number, line) in lines.enumerated() {
        page.write(line, 100, top + (lines.count == 1 ? 18 : 12 + 13 * Double(number)))
      }
      page.write("\(row)", endingAt: 300, top + 18)
      page.write("9", endingAt: 400, top + 18)
    }
    #expect(
      shape(page.tables.first)
        == shape(Table("first label that runs | 0 | 9\nsecond | 1 | 9\nthird | 2 | 9\nlast one | 3 | 9\nsum | 4 | 9")))
  }

  @Test func `figures of a shaded row at two heights are of one row`() {
    var page = SketchPage()
    for row in 0..<5 {
      let top = 100 + 30 * Double(row)
      if row % 2 == 1 {
        page.page.fills?.append(
          Fill(
            box: Rectangle(x0: 95, y0: top, x1: 405, y1: top + 30), color: Color(red: 220, green: 230, blue: 240)))
      }
      page.write(["Metal", "Arsenic", "Barium", "Copper", "Lead"][row], 100, top + 12)
      page.write(row == 0 ? "Goal" : "0.0\(row)", endingAt: 300, top + 12)
      page.write(row == 0 ? "Limit" : row == 1 ? "0.010 as of" : "0.\(row)", endingAt: 400, top + 12)
    }
    page.write("2006", endingAt: 400, 154)
    #expect(
      shape(page.tables.first)
        == shape(
          Table(
            "Metal | Goal | Limit\nArsenic | 0.01 | 0.010 as of 2006\nBarium | 0.02 | 0.2\nCopper | 0.03 | 0.3\nLead | 0.04 | 0.4"
          )))
  }

  @Test func `cells in the middle of a row with figures are no end of the head`() {
    var page = SketchPage()
    for y in [86.0, 116, 250] { page.level(y, 98, 540) }
    for (line, texts) in [["", "Limit", "Effects known", "Sources"], ["Metal", "(mg)", "so far", "of it"]].enumerated()
    {
      for (text, x) in zip(texts, [100.0, 210, 270, 420]) where !text.isEmpty {
        page.write(text, x, 98 + 12 * Double(line))
      }
    }
    for (row, metal) in ["Arsenic", "Barium", "Copper"].enumerated() {
      let y = 130 + 40 * Double(row)
      page.write(metal, 100, y + 6)
      page.write("0.0\(row + 1)", 210, y + 6)
      for (line, texts) in [["Rise of the pressure of", "Pipes of old"], ["the blood of some", "houses"]].enumerated() {
        for (text, x) in zip(texts, [270.0, 420]) { page.write(text, x, y + 12 * Double(line)) }
      }
    }
    let rest = "Rise of the pressure of the blood of some | Pipes of old houses"
    #expect(
      shape(page.tables.first)
        == shape(
          Table(
            """
            Metal | Limit (mg) | Effects known so far | Sources of it
            Arsenic | 0.01 | \(rest)
            Barium | 0.02 | \(rest)
            Copper | 0.03 | \(rest)
            """)))
  }

  @Test func `a figure in the middle of two columns spans them`() {
    var page = SketchPage()
    for (row, line) in [["law", "3", "7"], ["rule", "4", "8"], ["order", "5", "9"]].enumerated() {
      page.write(line[0], 100, 100 + 14 * Double(row))
      page.write(line[1], around: 220, 100 + 14 * Double(row))
      page.write(line[2], around: 340, 100 + 14 * Double(row))
    }
    page.write("permit", 100, 142)
    page.write("32", around: 280, 142)
    #expect(shape(page.tables.first) == shape(Table("law | 3 | 7\nrule | 4 | 8\norder | 5 | 9\npermit | 32 | <")))
  }

  @Test func `currency signs belong to their figures`() {
    var page = SketchPage()
    page.writeRows([["Rent", "1,100", "900"], ["Heating", "90", "80"], ["Total", "1,190", "980"]], from: 100)
    page.write("$", 262, 100)
    page.write("$", 262, 128)
    #expect(
      shape(page.tables.first) == shape(Table("Rent | $ 1,100 | 900\nHeating | 90 | 80\nTotal | $ 1,190 | 980")))
  }

  @Test func `a list with bullets is no table`() {
    var page = SketchPage()
    for (row, text) in ["first of all", "second and", "third thing", "and the last"].enumerated() {
      page.write("•", 100, 100 + 14 * Double(row))
      page.write(text, 120, 100 + 14 * Double(row))
    }
    #expect(page.tables == [])
  }

  @Test func `a table of contents is no table`() {
    var page = SketchPage()
    for (row, entry) in [("Preface", "1"), ("Methods", "7"), ("Findings", "12"), ("Notes", "30"), ("Index", "41")]
      .enumerated()
    {
      page.write(entry.0, 100, 100 + 14 * Double(row))
      page.write(entry.1, endingAt: 500, 100 + 14 * Double(row))
    }
    #expect(page.tables == [])
  }

  @Test func `prose in two columns is no table and is read column by column`() {
    var page = SketchPage()
    for row in 0..<8 {
      page.write("left\(row) words that fill the column", 50, 100 + 14 * Double(row))
      page.write("right\(row) words that fill the column", 310, 100 + 14 * Double(row))
    }
    #expect(page.tables == [])
    #expect(page.texts.first?.hasPrefix("left0") == true)
    #expect(page.texts.joined(separator: " ").components(separatedBy: "right").first?.contains("left7") == true)
  }

  @Test func `the scale of a chart is no table`() {
    var page = SketchPage()
    for row in 0..<8 {
      page.write("\(400 - 50 * row)", 100, 100 + 14 * Double(row))
      page.write("\(80 - 10 * row)", 300, 100 + 14 * Double(row))
    }
    #expect(page.tables == [])
  }
}

extension String {
  fileprivate func components(separatedBy separator: String) -> [String] {
    split(separator: separator, omittingEmptySubsequences: false).map(String.init)
  }

  @Test(arguments: ["(million EUR)", "million EUR", "million ¥"])
  func `one unit under all headings is a row of its own over their columns`(unit: String) {
    var page = SketchPage()
    let rows = [["Item", "2019", "2020", "2021"], ["Roads", "12", "14", "15"], ["Schools", "31", "32", "36"]]
    for (row, texts) in rows.enumerated() {
      page.write(texts[0], 100, 100 + (row > 0 ? 12 : 0) + 12 * Double(row))
      for column in 1..<4 {
        page.write(texts[column], endingAt: 200 + 80 * Double(column), 100 + (row > 0 ? 12 : 0) + 12 * Double(row))
      }
    }
    page.write(unit, around: 325, 112)
    for y in [88.0, 116, 142] { page.level(y, 98, 445) }
    let table = Table(
      """
      Item | 2019 | 2020 | 2021
       | \(unit) | < | <
      Roads | 12 | 14 | 15
      Schools | 31 | 32 | 36
      """)
    #expect(shape(page.tables.first) == shape(table))
  }

  @Test func `leaders from labels to figures are no text of the cells`() {
    var page = SketchPage()
    page.write("Item", 100, 100)
    page.write("2019", endingAt: 400, 100)
    for (row, (label, figure)) in [("Roads", "1,204"), ("Schools", "311"), ("Parks", "98")].enumerated() {
      let dots = String(repeating: ".", count: 40 - label.count)
      page.write(label + dots, 100, 114 + 14 * Double(row))
      page.write(figure, endingAt: 400, 114 + 14 * Double(row))
    }
    for y in [88.0, 104, 146] { page.level(y, 98, 402) }
    #expect(shape(page.tables.first) == shape(Table("Item | 2019\nRoads | 1,204\nSchools | 311\nParks | 98")))
  }

  @Test func `level bars with figures above a scale are no table`() {
    var page = SketchPage()
    for (row, label) in ["North", "South", "East", "West"].enumerated() {
      page.write(label, 60, 114 + 20 * Double(row))
      page.write("\(41 + 12 * row).5", 190 + 60 * Double(row % 3), 114 + 20 * Double(row))
    }
    for step in 0..<5 { page.write("\(25 * step)", 110 + 80 * Double(step), 200) }
    for step in 0..<5 { page.upright(115 + 80 * Double(step), 100, 188) }
    #expect(page.tables.isEmpty)
  }

  @Test func `a label of many lines between drawn lines stays in its table`() {
    var page = SketchPage()
    var y = 100.0
    page.level(y - 11, 98, 402)
    let rows = [("Item", "2019"), ("Roads", "12"), ("Care of|all public|water and|sewers", "31"), ("Parks", "98")]
    for (label, figure) in rows {
      for line in label.split(separator: "|") {
        page.write(String(line), 100, y)
        y += 12
      }
      page.write(figure, endingAt: 400, y - 12)
      page.level(y - 8, 98, 402)
      y += 4
    }
    #expect(
      page.tables.map { shape($0) }
        == [shape(Table("Item | 2019\nRoads | 12\nCare of all public water and sewers | 31\nParks | 98"))])
  }
}
