import ConverterCore
import ConverterTesting
import PageLayout
import Testing

/// Text that stands in columns and is no table.
@Suite struct TableLookalikeTests {
  @Test func `contents with spaced dots are no table`() {
    var page = SketchPage()
    for (row, title) in ["1 Methods", "2 Sample of 2009", "3 Results for 12 towns", "4 Outlook"].enumerated() {
      page.write(title, 100, 100 + 14 * Double(row))
      for dot in 0..<20 { page.write(".", 230 + 8 * Double(dot), 100 + 14 * Double(row)) }
      page.write("\(3 + 2 * row)", endingAt: 410, 100 + 14 * Double(row))
    }
    #expect(page.tables.isEmpty)
  }

  @Test func `formulas with their numbers are no table`() {
    var page = SketchPage()
    for (row, formula) in ["y = 3", "z = 4"].enumerated() {
      page.write(formula, 200, 100 + 16 * Double(row))
      page.write("(\(row + 1))", endingAt: 500, 100 + 16 * Double(row))
    }
    #expect(page.tables.isEmpty)
  }

  @Test func `bulleted lists beside each other are no table`() {
    var page = SketchPage()
    for (row, entries) in [
      ("Reduce sediment", "Train staff"), ("Restore banks", "Map floods"), ("Count fish", "Plant trees"),
      ("Monitor wells", "Publish results"),
    ].enumerated() {
      let y = 100 + 14 * Double(row)
      for (x, entry) in [(100.0, entries.0), (320, entries.1)] {
        page.write("•", x, y)
        page.write(entry, x + 18, y)
      }
    }
    #expect(page.tables.isEmpty)
  }

  @Test func `numbered lines of questions and answers are no table`() {
    var page = SketchPage()
    let lines = [
      ("Q.", "And what did you do when the valve failed"), ("", "to close that evening?"),
      ("A.", "I looked into the book, and I spoke with"), ("", "the officer of the watch about it."),
      ("Q.", "Who was the officer?"), ("A.", "Mr. Cole."), ("Q.", "Did he write it down in the book"),
      ("", "before you left the station?"), ("A.", "He did not, as far as I can say."), ("Q.", "Why not?"),
      ("A.", "Nobody asked him to do it at all."), ("", "He was about to leave."),
    ]
    for (row, line) in lines.enumerated() {
      let y = 100 + 20 * Double(row)
      page.write("\(row + 1)", endingAt: 90, y)
      if !line.0.isEmpty { page.write(line.0, 120, y) }
      page.write(line.1, 150, y)
    }
    #expect(page.tables.isEmpty)
  }

  @Test func `lines to write on are no table`() {
    var page = SketchPage()
    for (row, labels) in [["Name:", "Born 1:"], ["Street 2:", "Town 3:"], ["Sum 4:", "Date 5:"]].enumerated() {
      let y = 100 + 20 * Double(row)
      for (column, label) in labels.enumerated() {
        page.write(label, 100 + 200 * Double(column), y)
        let start = 100 + 200 * Double(column) + 5 * Double(label.count) + 2
        page.level(y + 1, start, start + 90)
      }
    }
    #expect(page.tables.isEmpty)
  }

  @Test func `letters of one width on a page of other text are a listing`() {
    var page = SketchPage()
    for (row, line) in [
      ["-rw-r--r--", "root", "108"], ["drwxr-xr-x", "staff", "4096"], ["-rwx------", "guest", "12"],
    ].enumerated() {
      for (column, text) in line.enumerated() { page.write(text, 100 + 100 * Double(column), 200 + 14 * Double(row)) }
    }
    #expect(page.tables.count == 1)
    let listing = page.page.glyphs.count
    page.write("Each file has an owner and a size in bytes", 100, 300)
    for index in page.page.glyphs.indices[listing...] {
      page.page.glyphs[index].box.x1 -= index.isMultiple(of: 2) ? 1 : 2
    }
    #expect(page.tables.isEmpty)
  }

  @Test(arguments: [("7", "8", "11", 0), ("2007", "2008", "2011", 1)])
  func `contents without leaders whose sections are set in are no table, a plan of years is one`(
    first: String, second: String, third: String, tables: Int
  ) {
    var page = SketchPage()
    let isPlan = tables > 0
    let entries = [
      ("", "", "Summary", isPlan ? "2005" : "iii"), ("1", "", "Introduction", isPlan ? "2005" : "1"),
      ("", "1.1", "Purpose of the report", isPlan ? "2006" : "1"), ("", "1.2", "Sources", isPlan ? "2006" : "3"),
      ("2", "", "Towns", first), ("", "2.1", "Harbors", second), ("", "2.2", "Wells and bridges", third),
      ("A", "", "Words used", isPlan ? "2012" : "31"),
    ]
    for (number, entry) in entries.enumerated() {
      let y = 100 + 16 * Double(number)
      page.write(entry.0, 100, y)
      page.write(entry.1, 130, y)
      page.write(entry.2, entry.1.isEmpty ? 130 : 154, y)
      page.write(entry.3, endingAt: 400, y)
    }
    #expect(page.tables.count == tables)
  }

  @Test func `contents whose numbers of chapters stand apart are no table`() {
    var page = SketchPage()
    for (row, entry) in [("1", "Frame"), ("1.1", "Sample"), ("2", "Results of 2009"), ("2.1", "Towns")].enumerated() {
      let y = 100 + 14 * Double(row)
      page.write(entry.0, 100 + (entry.0.count > 1 ? 30 : 0), y)
      page.write(entry.1, 180, y)
      for dot in 0..<20 { page.write(".", 270 + 6 * Double(dot), y) }
      page.write("\(3 + 2 * row)", endingAt: 410, y)
    }
    #expect(page.tables.isEmpty)
  }

  @Test func `an index in two columns is no table, figures behind dots are one`() {
    func page(_ entries: [(String, String)]) -> SketchPage {
      var page = SketchPage()
      for (number, entry) in entries.enumerated() {
        let x = 100 + 220 * Double(number / (entries.count / 2))
        let y = 100 + 14 * Double(number % (entries.count / 2))
        page.write(entry.0, x, y)
        for dot in 0..<12 { page.write(".", x + 90 + 5 * Double(dot), y) }
        page.write(entry.1, endingAt: x + 180, y)
      }
      return page
    }
    let labels = ["buffer", "cache", "digest", "encode", "file", "header", "index", "key", "lock", "map"]
    let pages = ["93", "12", "8, 40", "77", "31", "5", "68", "24, 25", "90", "17"]
    #expect(page(Array(zip(labels, pages))).tables.isEmpty)
    #expect(page(Array(zip(labels.reversed(), pages))).tables.count == 1)
    #expect(page(Array(zip(labels, pages.map { $0 + ".5" }))).tables.count == 1)
  }

  @Test func `numbers with text beside them are a list, below headings a table`() {
    var page = SketchPage()
    for (row, entry) in ["Window does not close", "Letters are cut off", "Crash at the end", "Wrong sum"].enumerated() {
      page.write("\(70311 + 97 * row)", 100, 100 + 14 * Double(row))
      page.write(entry, 160, 100 + 14 * Double(row))
    }
    #expect(page.tables.isEmpty)
    page.write("Code", 100, 86)
    page.write("Fault", 160, 86)
    #expect(page.tables.count == 1)
  }

  @Test func `definitions with their kinds at the right are no table`() {
    var page = SketchPage()
    for (row, name) in ["SIZE_1", "SIZE_2", "SIZE_3", "SIZE_4"].enumerated() {
      page.write("int", 100, 100 + 14 * Double(row))
      page.write(name, 140, 100 + 14 * Double(row))
      page.write("[Constant]", endingAt: 500, 100 + 14 * Double(row))
    }
    #expect(page.tables.isEmpty)
  }

  @Test func `formulas set below each other are no table`() {
    var page = SketchPage()
    for (row, formula) in [["f(x)", "= 3x", "+ 4"], ["g(x)", "= 4x", "· 5"], ["h(x)", "= 5x", "− 6"]].enumerated() {
      for (column, text) in formula.enumerated() { page.write(text, 200 + 50 * Double(column), 100 + 16 * Double(row)) }
    }
    #expect(page.tables.isEmpty)
  }

  @Test func `a program with numbered lines is no table`() {
    var page = SketchPage()
    for row in 0..<9 {
      page.write("\(row + 1)", endingAt: 110, 100 + 12 * Double(row))
      page.write("sum[\(row)] = 4;", 120, 100 + 12 * Double(row))
      page.write("// \(7 * row)", 300, 100 + 12 * Double(row))
    }
    #expect(page.tables.isEmpty)
  }

  @Test func `points beside each other on a slide are no table`() {
    var page = SketchPage()
    for row in 0..<4 {
      page.write("• Towns \(row)", 100, 100 + 20 * Double(row), size: 14)
      page.write("• \(17 + row) %", 300, 100 + 20 * Double(row), size: 14)
    }
    #expect(page.tables.isEmpty)
  }

  @Test(arguments: [true, false]) func `terms and what they mean are a table below bold headings`(_ isBold: Bool) {
    var page = SketchPage()
    page.write("Term", 72, 100, bold: isBold)
    page.write("Meaning", 172, 100, bold: isBold)
    let meanings = [
      "The height of water above the mean level of the sea.", "Water below the ground from which wells draw.",
      "A place where the flow of a river is read each hour.", "The area of land from which a river has its water.",
    ]
    for (row, meaning) in meanings.enumerated() {
      page.write(["Stage", "Aquifer", "Gauge", "Basin"][row], 72, 116 + 14 * Double(row))
      page.write(meaning, 172, 116 + 14 * Double(row))
    }
    #expect(page.tables.map(\.rowCount) == (isBold ? [5] : []))
  }

  @Test func `points that a font of symbols calls full stops are those of a list`() {
    var page = SketchPage()
    page.level(88, 60, 500)
    for row in 0..<4 {
      page.write("Part", 60, 100 + 14 * Double(row))
      page.write(".", 120, 100 + 14 * Double(row))
      page.write("What do you think of your work", 150, 100 + 14 * Double(row))
    }
    page.level(150, 60, 500)
    #expect(page.tables.isEmpty)
  }
}
