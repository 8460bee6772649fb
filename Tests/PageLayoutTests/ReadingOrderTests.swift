import ConverterCore
import Testing

@testable import PageLayout

@Suite("The order in which text is read")
struct ReadingOrderTests {
  // MARK: Accents

  @Test func `an accent drawn over a letter becomes one with it, before or after the letter`() {
    var page = SketchPage()
    page.write("M", 100, 100)
    page.write("¨", 105, 100)
    page.write("uller", 105, 100)
    page.write("Andre", 200, 100)
    page.write("´", 220, 100)
    #expect(page.texts == ["Müller André"])
  }

  @Test func `an accent beside a letter, and one that no letter takes, stay characters of their own`() {
    var page = SketchPage()
    page.write("a´b", 100, 100)
    page.write("¨", 200, 100)
    page.write("7", 200, 100)
    #expect(page.texts.first?.contains("´") == true && page.texts.first?.contains("¨") == true)
  }

  // MARK: Right to left

  /// The text that one line gives which is seen like this from left to right.
  private func reading(_ seen: String) -> String? {
    var page = SketchPage()
    page.write(seen, 100, 100)
    return page.texts.first
  }

  @Test(arguments: [
    ("ריעה תצעומ", "מועצת העיר"), (".2024 תנשב תושקב 125 ולבקתה", "התקבלו 125 בקשות בשנת 2024."),
    ("1,250.50 לש םוכס", "סכום של 1,250.50"), ("12.5% לש היילע", "עלייה של 12.5%"),
    ("Park דמחנ ןוכיש", "שיכון נחמד Park"), ("2 Park 12 דמחנ ןוכיש", "שיכון נחמד 2 Park 12"),
    ("نكسلا ةنجل", "لجنة السكن"),
  ])
  func `a line of a right-to-left script is turned round, but not its figures and foreign words`(
    seen: String, read: String
  ) {
    #expect(reading(seen) == read)
  }

  @Test func `in a line of other words only the run is turned round`() {
    #expect(reading("The board (דעווה) met in בוחר הדש today") == "The board (הוועד) met in שדה רחוב today")
  }

  @Test(.timeLimit(.minutes(1))) func `a line of figures without end is turned round in one go`() {
    let figures = Array(repeating: ["7", " "], count: 400_000).flatMap(\.self)
    let read = VisualOrder.logical(figures + ["ה"])
    #expect(read.hasPrefix("ה 7 7") && read.utf8.count == 800_002)
  }

  @Test func `brackets are put right whether a file states the character read or the shape seen`() {
    #expect(reading("ףוס )תשע( הלחתה") == "התחלה (עשת) סוף")
    #expect(reading("ףוס (תשע) הלחתה") == "התחלה (עשת) סוף")
  }

  @Test func `a paragraph of a right-to-left script goes on in lines that end at the left`() {
    var page = SketchPage()
    page.write("הדעווה השדחה הצעומה תורישה ריעה תשרב םירגה לכ", endingAt: 500, 100)
    page.write("תורישה לע ץלמהל השק", endingAt: 500, 112)
    #expect(page.texts.count == 1)
  }

  // MARK: Short lines

  @Test func `short lines with room to their right are paragraphs of their own`() {
    var page = SketchPage()
    for (row, line) in ["Head: Ida Moor", "Seats: 12", "Rooms: 3 and a hall", "Open: on market days", "Fee: none"]
      .enumerated()
    {
      page.write(line, 60, 100 + 20 * Double(row))
    }
    #expect(page.texts.count == 5)
  }

  @Test func `a narrow column of broken prose stays one paragraph`() {
    var page = SketchPage()
    let lines = [
      "Every house in the old", "town has a number of its", "own, which is painted in", "white over the door.",
    ]
    for (row, line) in lines.enumerated() { page.write(line, 60, 100 + 12 * Double(row)) }
    #expect(page.texts == [lines.joined(separator: " ")])
  }

  @Test func `the next number of a list begins an entry although the line above is full and ends no sentence`() {
    var page = SketchPage()
    page.write("1. A first entry that is as long as the lines of this page can be", 60, 100)
    page.write("2. Another", 60, 112)
    page.write("Text after the list ends it and is as long as the entry was there.", 60, 140)
    #expect(page.texts.first == "1. A first entry that is as long as the lines of this page can be")
    #expect(page.texts.dropFirst().first == "2. Another")
  }

  @Test func `sender and date at the right and what follows at the left are paragraphs of their own`() {
    var page = SketchPage()
    page.write("请各单位按照本通知的要求认真做好今年的准备工作并及时上报有关情况不得有误此项工作", 80, 100)
    page.write("请于月底前完成。", 60, 116)
    page.write("云岭县粮食局", endingAt: 480, 140)
    page.write("2021年11月6日", endingAt: 480, 156)
    page.write("（此件主动公开）", 80, 172)
    #expect(page.texts.suffix(3) == ["云岭县粮食局", "2021年11月6日", "（此件主动公开）"])
  }

  @Test func `a block flush right beside a letterhead is read after it, figures flush right with their labels`() {
    var page = SketchPage()
    let letterhead = [
      ("Moor and Sons", "INVOICE"), ("1 Market Street", "No. 2024-17"), ("Hillford", "3 February 2024"),
    ]
    for (row, line) in letterhead.enumerated() {
      page.write(line.0, 50, 100 + 12 * Double(row))
      page.write(line.1, endingAt: 550, 100 + 12 * Double(row))
    }
    #expect(page.texts == letterhead.map(\.0) + letterhead.map(\.1))
  }

  @Test func `text in a shaded box beside other text is read by itself`() {
    var page = SketchPage()
    let main = [
      "The main text runs beside a box with facts and", "ends its lines before it, since the box has a",
      "ground of its own; below it goes on to the end.",
    ]
    for (row, line) in main.enumerated() { page.write(line, 50, 100 + 12 * Double(row)) }
    page.page.fills = [
      Fill(box: Rectangle(x0: 300, y0: 85, x1: 420, y1: 130), color: Color(red: 230, green: 230, blue: 230))
    ]
    page.write("A box has facts", 310, 102)
    page.write("that stand alone.", 310, 114)
    #expect(page.texts == [main.joined(separator: " "), "A box has facts that stand alone."])
  }

  @Test func `upright characters drawn from top to bottom are lines from right to left`() {
    var page = SketchPage()
    for (column, line) in ["山中有一座古老的寺院寺里住着", "三位僧人", "每天清早都要下山挑水回来煮饭"].enumerated() {
      for (row, character) in line.enumerated() {
        page.write(String(character), 500 - 20 * Double(column), 100 + 11 * Double(row))
      }
    }
    #expect(page.texts == ["山中有一座古老的寺院寺里住着三位僧人", "每天清早都要下山挑水回来煮饭"])
  }

  @Test func `a title of two lines in the middle of the page stays one among short lines`() {
    var page = SketchPage()
    page.write("内容目录一览", 60, 80)
    page.write("第二部分", around: 300, 104)
    page.write("概况", around: 300, 120)
    page.write("单位：万元", 60, 144)
    #expect(page.texts == ["内容目录一览", "第二部分概况", "单位：万元"])
  }

  // MARK: Columns

  /// Seven lines of prose; the words tell the column.
  private func prose(_ name: String) -> [String] {
    (1...7).map { "\(name) line \($0) of prose in one of two columns side" }
  }

  @Test(arguments: [0.0, 3, 5, 7])
  func `columns that begin at heights of their own are read one after the other`(shift: Double) {
    var page = SketchPage()
    page.write("A title across both of the columns of this page", around: 300, 60, size: 16)
    page.write("Left part", 50, 110, size: 14)
    for (row, line) in prose("left").enumerated() { page.write(line, 50, 130 + 12 * Double(row)) }
    for (row, line) in prose("right").enumerated() { page.write(line, 310, 92 + shift + 12 * Double(row)) }
    let text = page.texts.joined(separator: " ")
    let order = ["A title", "Left part", "left line 1", "left line 7", "right line 1", "right line 7"]
    let places = order.map { text.ranges(of: $0).first?.lowerBound }
    #expect(places.allSatisfy { $0 != nil } && places.compactMap { $0 } == places.compactMap { $0 }.sorted())
  }

  /// The places of some texts in the order in which the page is read; `nil` for one that is not there.
  private func places(of texts: [String], in page: SketchPage) -> [Int?] {
    let said = page.trace.content.map { item in
      switch item {
      case .text(let block): block.text
      case .table(let table): ([table.caption].compactMap(\.self) + table.cells.map(\.text)).joined(separator: " ")
      default: ""
      }
    }
    let whole = said.joined(separator: " ")
    return texts.map { text in
      whole.ranges(of: text).first.map { whole.distance(from: whole.startIndex, to: $0.lowerBound) }
    }
  }

  private func expectOrder(_ texts: [String], in page: SketchPage, _ location: SourceLocation = #_sourceLocation) {
    let places = places(of: texts, in: page)
    #expect(
      places.allSatisfy { $0 != nil } && places.compactMap { $0 } == places.compactMap { $0 }.sorted(),
      "\(page.texts)", sourceLocation: location)
  }

  /// Writes a table with lines across a column of 240 points, 68 points high.
  private func writeTable(_ name: String, _ x: Double, _ y: Double, width: Double = 240, in page: inout SketchPage) {
    page.level(y, x, x + width)
    for (row, line) in [
      ["\(name)", "2019", "2020"], ["North", "12", "14"], ["South", "7", "5"], ["Total", "19", "19"],
    ]
    .enumerated() {
      page.write(line[0], x, y + 12 + 14 * Double(row))
      page.write(line[1], endingAt: x + width - 50, y + 12 + 14 * Double(row))
      page.write(line[2], endingAt: x + width, y + 12 + 14 * Double(row))
    }
    page.level(y + 18, x, x + width)
    page.level(y + 60, x, x + width)
  }

  @Test func `a table in the column beside does not cut prose`() {
    var page = SketchPage()
    writeTable("Harbor", 50, 100, in: &page)
    for (row, line) in prose("left").enumerated() { page.write(line, 50, 190 + 12 * Double(row)) }
    let right = (1...14).map { "right line \($0) of prose that goes on beside tables and" }
    for (row, line) in right.enumerated() { page.write(line, 310, 103 + 12 * Double(row)) }
    #expect(page.tables.count == 1)
    #expect(page.texts.contains(right.joined(separator: " ")))
  }

  @Test(arguments: [1, 5]) func `three columns are read one after the other, a table in the middle one or not`(
    rows: Int
  ) {
    var page = SketchPage(width: 640)
    func column(_ name: String, _ lines: ClosedRange<Int>, _ x: Double, from y: Double) {
      for line in lines {
        page.write("\(name) part \(line) of a column of its own", x, y + 12 * Double(line - lines.lowerBound))
      }
    }
    column("left", 1...(rows + 8), 30, from: 100)
    column("middle", 1...rows, 230, from: 100)
    writeTable("Harbor", 230, 100 + 12 * Double(rows), width: 180, in: &page)
    column("middle", (rows + 1)...(rows + 14), 230, from: 187 + 12 * Double(rows))
    column("right", 1...(rows + 8), 430, from: 100)
    expectOrder(
      [
        "left part 1 ", "left part \(rows + 8) ", "middle part 1 ", "Harbor", "middle part \(rows + 1) ",
        "middle part \(rows + 14) ", "right part 1 ", "right part \(rows + 8) ",
      ], in: page)
  }

  @Test(arguments: [2, 3, 4], [2, 3]) func `short sections in columns are read column by column`(
    lines: Int, columns: Int
  ) {
    var page = SketchPage()
    let width = columns == 2 ? 255.0 : 170
    page.write("Text across the whole page stands above all of the columns and fills its line up to the end", 50, 100)
    for column in 0..<columns {
      for line in 0..<lines {
        let words = line == 0 ? "Column \(column) begins with a few words" : "and goes on in the words of line \(line)"
        page.write(
          columns == 2 ? words + " more words to say" : words, 50 + width * Double(column), 140 + 12 * Double(line))
      }
    }
    page.write("Text across the whole page stands below all of the columns and fills its line up to the end", 50, 220)
    expectOrder(
      ["above all"] + (0..<columns).map { "Column \($0) begins" } + ["below all"], in: page)
    #expect(!page.texts.contains { $0.contains("Column 0") && $0.contains("Column 1") })
  }

  @Test func `names and what they stand for in few lines are read line by line`() {
    var page = SketchPage()
    for (row, line) in [("Ada Brook", "head of the office"), ("Ben Stone", "keeper of the records")].enumerated() {
      page.write(line.0, 50, 100 + 12 * Double(row))
      page.write(line.1, 310, 100 + 12 * Double(row))
    }
    expectOrder(["Ada Brook", "head of", "Ben Stone", "keeper of"], in: page)
  }

  @Test func `a table at the end of a column stays below its title`() {
    var page = SketchPage()
    for (row, line) in prose("left").enumerated() { page.write(line, 50, 100 + 12 * Double(row)) }
    page.write("Ships by harbor", around: 170, 200, bold: true)
    writeTable("Harbor", 50, 208, in: &page)
    for (row, line) in prose("right").enumerated() { page.write(line, 310, 100 + 12 * Double(row)) }
    page.write("Boats by river", around: 430, 200, bold: true)
    writeTable("River", 310, 208, in: &page)
    expectOrder(["left line 7", "Ships by harbor", "Harbor", "right line 1", "Boats by river", "River"], in: page)
  }

  @Test func `a running head of two parts above a drawn line stands above both columns`() {
    var page = SketchPage()
    page.write("OFFICE OF HARBORS", 50, 78)
    page.write("Locks  417", endingAt: 550, 78)
    page.level(85, 50, 550)
    for (row, line) in prose("left").enumerated() { page.write(line, 50, 100 + 12 * Double(row)) }
    for (row, line) in prose("right").enumerated() { page.write(line, 310, 100 + 12 * Double(row)) }
    #expect(
      page.texts == [
        "OFFICE OF HARBORS", "Locks 417", prose("left").joined(separator: " "), prose("right").joined(separator: " "),
      ])
  }
}
