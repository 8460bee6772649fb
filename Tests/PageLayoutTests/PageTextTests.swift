import ConverterCore
import PageLayout
import Testing

@Suite struct PageTextTests {
  private func blocks(_ pages: [SketchPage]) throws -> [Block] {
    try PageAnalyzer().document(from: SketchSource(pages: pages.map(\.page)), within: .standard).blocks
  }

  private func running(_ blocks: [Block]) -> [String] {
    blocks.compactMap { block in
      guard case .aside(let aside) = block, case .paragraph(let paragraph)? = aside.blocks.first else { return nil }
      return "\(aside.role.rawValue) \(paragraph.text)"
    }
  }

  @Test func `lines that fill their width are one paragraph, a short line ends it`() {
    var page = SketchPage()
    page.write("A paragraph of two lines that runs over the", 50, 100)
    page.write("end of its first line.", 50, 114)
    page.write("Another one that begins where the first left", 50, 128)
    page.write("off.", 50, 142)
    #expect(
      page.texts == [
        "A paragraph of two lines that runs over the end of its first line.",
        "Another one that begins where the first left off.",
      ])
  }

  @Test func `a hyphen inside of a word goes on in the next line, however short its line is`() {
    var page = SketchPage()
    page.write("The members found that the office of the treasury of all should", 50, 100)
    page.write("be led by one inspec-", 50, 112)
    page.write("torate for all harbors, and that its accounts be shown to all", 50, 124)
    page.write("who ask.", 50, 136)
    #expect(
      page.texts == [
        "The members found that the office of the treasury of all should be led by one inspectorate for all harbors, and that its"
          + " accounts be shown to all who ask."
      ])
  }

  @Test(arguments: [
    ("full-", "time work", "full-time work"), ("non-", "profit", "non-profit"), ("year-to-", "date", "year-to-date"),
    ("low-", "income", "low-income"), ("low-", "ered", "lowered"), ("year-", "ly", "yearly"),
    ("inspec-", "tor", "inspector"),
  ])
  func `a hyphen of a compound stays where a line ends behind it`(_ upper: String, _ lower: String, _ word: String) {
    var page = SketchPage()
    page.grid(xs: [50, 150, 250], ys: [88, 120, 140])
    for (x, y, text) in [(55.0, 100.0, upper), (55, 112, lower), (155, 100, "b"), (55, 134, "1"), (155, 134, "2")] {
      page.write(text, x, y)
    }
    #expect(page.tables.first?.cells.first?.text == word)
  }

  @Test func `a hyphen before a capital, and one that is no part of a word, end a short line`() {
    for (end, next) in [("Treasury-", "Accounts of the treasury that all may see who ask for it"), ("one -", "two")] {
      var page = SketchPage()
      page.write("The members found that the office of the treasury should", 50, 100)
      page.write(end, 50, 112)
      page.write(next, 50, 124)
      #expect(page.texts.last == next)
    }
  }

  @Test func `a mark above the line is no digit of the figure that it touches`() {
    var page = SketchPage()
    page.write("Revenue rose to 1,250", 50, 100)
    let end = 50 + SketchPage.width(of: "Revenue rose to 1,250", size: 10)
    page.write("1", end, 96.5, size: 6)
    page.write("million.", end + 10, 100)
    page.write("3", 50, 196.5, size: 6)
    page.write("11 offices of H", 50 + SketchPage.width(of: "3", size: 6), 200)
    let water = 50 + SketchPage.width(of: "3", size: 6) + SketchPage.width(of: "11 offices of H", size: 10)
    page.write("2", water, 202, size: 6)
    page.write("O", water + SketchPage.width(of: "2", size: 6), 200)
    #expect(page.texts == ["Revenue rose to 1,250¹ million.", "³11 offices of H₂O"])
  }

  @Test func `a subscript half a line lower stays with the word that it touches`() {
    var page = SketchPage()
    page.write("Large furnaces and burners with low NO", 50, 100)
    let end = 50 + SketchPage.width(of: "Large furnaces and burners with low NO", size: 10)
    page.write("x", end, 104.7, size: 9.5)
    page.write("are rare", end + 7.25, 100)
    page.write("in the towns of the north and in those", 50, 112)
    #expect(page.texts == ["Large furnaces and burners with low NOx are rare in the towns of the north and in those"])
  }

  @Test func `Chinese lines are joined without blanks, a line set in begins a paragraph`() {
    var page = SketchPage()
    page.write("全年受理申请八件其中七件予以公开", 70, 100)
    page.write("一件不予公开。", 50, 116)
    page.write("明年继续做好各项工作请予以监督为", 70, 132)
    page.write("盼。", 50, 148)
    #expect(page.texts == ["全年受理申请八件其中七件予以公开一件不予公开。", "明年继续做好各项工作请予以监督为盼。"])
  }

  @Test func `Chinese paragraphs of one full line each are set in and stay apart`() {
    var page = SketchPage()
    page.write("一是公开的主动性不够并且更新缓慢；", 70, 100)
    page.write("二是解读的形式单一而且数量还不足。", 70, 116)
    page.write("明年继续做好各项工作请予以监督为盼", 70, 132)
    page.write("望。", 50, 148)
    #expect(
      page.texts == [
        "一是公开的主动性不够并且更新缓慢；", "二是解读的形式单一而且数量还不足。", "明年继续做好各项工作请予以监督为盼望。",
      ])
  }

  @Test func `a number after the end of a sentence begins a paragraph though the line is full`() {
    var page = SketchPage()
    page.write("The office answered all requests in the year.", 50, 100)
    page.write("2. It will go on to publish what it spends on", 50, 114)
    page.write("roads.", 50, 128)
    #expect(
      page.texts == [
        "The office answered all requests in the year.", "2. It will go on to publish what it spends on roads.",
      ])
  }

  @Test func `a line is full where the next character would take punctuation along`() {
    var page = SketchPage()
    page.write("全年受理申请八件其中七件予以公开其中", 70, 100)
    // Two characters would fit, 栏 and 目; 目 cannot stand without the full stop.
    page.write("一件不予公开并且告知了理由另有新增专栏", 50, 116)
    page.write("目”。", 50, 132)
    #expect(page.texts == ["全年受理申请八件其中七件予以公开其中一件不予公开并且告知了理由另有新增专栏目”。"])
  }

  /// Two pages, each with a number at its foot.
  private func pages(_ upper: [(String, Double)], _ lower: [(String, Double)]) -> [SketchPage] {
    [upper, lower].enumerated().map { index, lines in
      var page = SketchPage(number: index + 1)
      for (row, line) in lines.enumerated() { page.write(line.0, line.1, (index == 0 ? 700 : 100) + 14 * Double(row)) }
      page.write("- \(index + 1) -", 100, 770)
      return page
    }
  }

  private func paragraphs(_ blocks: [Block]) -> [Paragraph] {
    blocks.compactMap { if case .paragraph(let paragraph) = $0 { paragraph } else { nil } }
  }

  @Test func `a paragraph that a page end cuts is one, with a place on each page`() throws {
    let cut = pages(
      [("全年受理申请八件其中七件予以公开", 70), ("一件不予公开并且告知了理由请予以监督", 50)],
      [("，明年继续做好各项工作。", 50), ("另有新增的专栏。", 70)])
    let found = paragraphs(try blocks(cut))
    #expect(found.map(\.text) == ["全年受理申请八件其中七件予以公开一件不予公开并且告知了理由请予以监督，明年继续做好各项工作。", "另有新增的专栏。"])
    guard case .page(1, _)? = found.first?.origin.place, case .page(2, _)? = found.first?.origin.continuations.first
    else {
      Issue.record("the places are \(String(describing: found.first?.origin))")
      return
    }
    let apart = try PageAnalyzer(stitching: false).document(
      from: SketchSource(pages: cut.map(\.page)), within: .standard)
    #expect(paragraphs(apart.blocks).count == 3)
  }

  @Test(arguments: [
    // In the middle of a sentence, and of a word.
    ("of what it had spent on the roads of the dis-", "trict in the year.", true),
    ("of what it had spent on the roads of the town", "in the year.", true),
    // The sentence ends; the line ends early; a number begins.
    ("of what it had spent on all roads of the town.", "In the year before it had none.", false),
    ("of what it had", "In the year before it had none.", false),
    ("of what it had spent on the roads of the town", "2. Roads and bridges.", false),
  ])
  func `a Western paragraph goes on behind a page end in the middle of its sentence`(
    end: String, start: String, isOne: Bool
  ) throws {
    let found = paragraphs(
      try blocks(
        pages([("The office published a full account last June", 50), (end, 50)], [(start, 50), ("A note.", 90)])))
    #expect(found.first?.text.hasSuffix(start) == isOne, "\(found.map(\.text))")
  }

  @Test func `a word broken at the end of a line is whole again`() {
    var page = SketchPage()
    page.write("It was an inter-", 50, 100)
    page.write("national one", 50, 114)
    #expect(page.texts == ["It was an international one"])
  }

  @Test func `large lines and numbered lines are headings`() throws {
    var page = SketchPage()
    page.write("Annual Report", 50, 100, size: 20)
    page.write("一、总体情况", 50, 140)
    for row in 0..<6 { page.write("Body text that fills the page from side to side", 50, 160 + 14 * Double(row)) }
    let blocks = try blocks([page])
    guard case .heading(let title)? = blocks.first, case .heading(let part)? = blocks.dropFirst().first else {
      Issue.record("two headings come first")
      return
    }
    #expect(title.text == "Annual Report" && title.level == 1)
    #expect(part.label == "一、" && part.text == "总体情况")
  }

  @Test func `what pages repeat in their margins stands apart, page numbers too`() throws {
    let pages = (1...3).map { number in
      var page = SketchPage(number: number)
      page.write("Office of Sketches", 50, 40)
      page.write("Text of page \(["one", "two", "three"][number - 1]).", 50, 300)
      page.write("- \(number) -", 290, 770)
      return page
    }
    #expect(
      running(try blocks(pages)) == [
        "header Office of Sketches", "pageNumber - 1 -", "header Office of Sketches", "pageNumber - 2 -",
        "header Office of Sketches", "pageNumber - 3 -",
      ])
  }

  @Test func `a page that cannot be read is a finding, the others come out`() throws {
    var page = SketchPage(number: 2)
    page.write("still here", 50, 100)
    let broken = SketchPage(width: 0)
    let document = try PageAnalyzer().document(from: SketchSource(pages: [broken.page, page.page]), within: .standard)
    #expect(document.findings.map(\.code) == ["page.unreadable"])
    #expect(document.blocks.count == 1)
  }

  @Test func `a caption and a unit go to their table`() throws {
    var page = SketchPage()
    page.write("Table 3: Growth", 100, 80)
    page.write("单位：万元", 300, 94)
    page.grid(xs: [100, 200, 300, 400], ys: [100, 120, 140])
    for (row, line) in [["Item", "2006", "2007"], ["Rent", "1", "2"]].enumerated() {
      for (column, text) in line.enumerated() { page.write(text, 105 + 100 * Double(column), 114 + 20 * Double(row)) }
    }
    let table = try #require(page.tables.first)
    #expect(table.caption == "Table 3: Growth")
    #expect(table.unit == "万元")
    #expect(table.headerRowCount == 1 && table.stubColumnCount == 1)
    #expect(page.texts == [])
  }
}
