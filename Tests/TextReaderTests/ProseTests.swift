import ConverterCore
import Testing

@testable import TextReader

@Suite struct ProseTests {
  /// Each block in short: `#level text`, `-level label text` or the text.
  private func blocks(_ text: String) throws -> [String] {
    try read(text).blocks.map { block in
      switch block {
      case .heading(let heading): "#\(heading.level) \(heading.text)"
      case .listItem(let item): "-\(item.level) \(item.label ?? "") \(item.text)"
      case .paragraph(let paragraph): paragraph.text
      case .aside(let aside): "(\(aside.role))"
      case .table, .figure: "?"
      }
    }
  }

  @Test func `A title over several lines is one`() throws {
    let document = try read("北湾港务局\n2031年码头检查\n情况报告\n\n一、概况\n本局检查了全部码头，结果良好，未见异常。\n")
    #expect(document.metadata.title == "北湾港务局2031年码头检查情况报告")
    #expect(document.blocks.count == 3)
    #expect(document.blocks[0].origin == Origin(.lines(1...3), .computed))
  }

  @Test func `Chinese numbers make levels`() throws {
    let text = "一、概况\n（一）码头\n1.北港\n北港有三处泊位，均可使用。\n（1）泊位\n泊位已检查。\n第二章 船只\n船只若干。\n"
    #expect(
      try blocks(text) == [
        "#1 一、概况", "#2 （一）码头", "#3 1.北港", "北港有三处泊位，均可使用。", "#4 （1）泊位", "泊位已检查。", "#1 第二章 船只", "船只若干。",
      ])
  }

  @Test func `A numbered sentence is no heading`() throws {
    #expect(try blocks("前文。\n（一）主动公开。全年公开二十条。\n") == ["前文。", "（一）主动公开。全年公开二十条。"])
  }

  @Test func `Western numbers make levels`() throws {
    #expect(
      try blocks("1 Quays\n\nThey are old.\n\n1.1 North Quay\n\nIt is closed.\n\n2 Ships\n\nNone.\n") == [
        "#1 1 Quays", "They are old.", "#2 1.1 North Quay", "It is closed.", "#1 2 Ships", "None.",
      ])
  }

  @Test func `Headings are marked as in Markdown, or underlined`() throws {
    #expect(
      try blocks("# Harbour #\n\nText.\n\nQuays\n=====\n\nMore.\n\nShips\n-----\n\nEnd.\n") == [
        "#1 Harbour", "Text.", "#1 Quays", "More.", "#2 Ships", "End.",
      ])
  }

  @Test func `Items of lists keep their marks and levels`() throws {
    #expect(
      try blocks("We need:\n\n- rope\n  - thin\n  - thick\n- paint\n\n1. Sell.\n2. Buy.\n") == [
        "We need:", "-0 - rope", "-1 - thin", "-1 - thick", "-0 - paint", "-0 1. Sell.", "-0 2. Buy.",
      ])
  }

  @Test func `Broken lines are joined to paragraphs`() throws {
    let text = """
      The committee of the harbour met on the third of May in the old customs
      house and found that the quay was in a worse state than anybody had ever
      thought. It was closed on the same day.

      The ships went to the southern basin until the autumn, when the work that
      had been ordered was done.
      """
    let found = try blocks(text)
    #expect(found.count == 2)
    #expect(found[0].contains("old customs house and found"))
  }

  @Test func `Broken Chinese lines are joined without spaces`() throws {
    let text = """
      本局于五月三日在旧海关大楼召开会议，审议了码头安全检查的结果
      ，认为北港码头的状况比预想的更差，决定自即日起停止使用，待修
      复后另行通知。船只改靠南港。
      """
    #expect(try blocks(text) == ["本局于五月三日在旧海关大楼召开会议，审议了码头安全检查的结果，认为北港码头的状况比预想的更差，决定自即日起停止使用，待修复后另行通知。船只改靠南港。"])
  }

  @Test func `One paragraph a line stays so`() throws {
    let long = String(repeating: "检查工作持续进行，", count: 12) + "已完成。"
    #expect(try blocks("\(long)\n短段落。\n\(long)\n") == [long, "短段落。", long])
  }

  @Test func `Verses keep their lines`() throws {
    let verses = "The sea is calm tonight\nthe boats are gone\nno lamp is lit"
    #expect(try blocks("Evening.\n\n\(verses)\n") == ["Evening.", verses])
  }

  @Test func `Programs keep their lines and indentation`() throws {
    let program = "for ship in ships {\n    load(ship);\n}"
    #expect(try blocks("Do this:\n\n\(program)\n") == ["Do this:", program])
  }

  @Test func `Form feeds make pages`() throws {
    let document = try read("First page.\n\n- 1 -\n\u{0C}Second page.\n\n- 2 -\n\u{0C}")
    #expect(document.metadata.pageCount == 2)
    #expect(
      document.blocks.map { if case .aside(let aside) = $0 { aside.role == .pageNumber } else { false } } == [
        false, true, false, true,
      ])
  }

  @Test func `Control characters are left out`() throws {
    #expect(try blocks("a\u{01}b\u{1B}c\u{85}d.\n") == ["abcd."])
  }

  @Test func `Pairs of key and value are a table of two columns`() throws {
    let table = try onlyTable("联系人：李某\n电话：0555-1234567\n地址：北湾路3号\n")
    #expect(grid(table) == ["联系人|李某", "电话|0555-1234567", "地址|北湾路3号"])
    #expect(table.stubColumnCount == 1)
  }

  @Test(arguments: [
    "甲：来了吗？\n乙：没有。\n甲：再等等。\n", "http://a.example\nhttp://b.example\nhttp://c.example\n", "12:30\n13:45\n15:00\n",
  ])
  func `Speakers, times and addresses of the net are no keys`(text: String) throws {
    #expect(try read(text).tables.isEmpty)
  }

  @Test func `A byte order mark shifts nothing`() throws {
    let plain = try read("标题行\n\n第一段。\n- 甲\n- 乙\n")
    let marked = try read("\u{FEFF}标题行\n\n第一段。\n- 甲\n- 乙\n")
    #expect(marked.blocks == plain.blocks)
    #expect(plain.blocks.count == 4)
  }

  @Test func `Blank and empty texts are documents without blocks`() throws {
    #expect(try read("").blocks.isEmpty)
    #expect(try read(" \n\t\n\u{3000}\n\u{0C}\n").blocks.isEmpty)
  }

  @Test func `Code between fences keeps its lines and is no table`() throws {
    let document = try read("Use it so:\n\n```sql\nselect a | b\n  from c | d\n\n# end\n```\nThat is all.\n")
    #expect(document.tables.isEmpty)
    #expect(
      document.blocks.dropFirst().prefix(2) == [
        .paragraph(
          Paragraph(text: "select a | b\n  from c | d\n\n# end", isCode: true, origin: Origin(.lines(3...8), .stated))),
        .paragraph(Paragraph(text: "That is all.", origin: Origin(.lines(9...9), .stated))),
      ])
  }

  @Test func `A fence that nothing closes is a line of text`() throws {
    let document = try read("```\n| a | b |\n|---|---|\n| c | d |\n")
    #expect(document.tables.count == 1)
    #expect(document.blocks.count == 2)
  }

  @Test func `Lines that begin with numbers are not joined to paragraphs`() throws {
    let lines = [
      "2024-05-03 10:00:01 INFO the harbour was opened", "2024-05-03 10:00:05 WARN a rope is missing at quay 5",
      "2024-05-03 10:01:00 INFO the rope was found", "2024-05-03 10:02:00 ERROR the ferry is late again",
    ]
    let document = try read(lines.joined(separator: "\n"))
    #expect(
      document.blocks.flatMap { block in
        if case .paragraph(let paragraph) = block {
          paragraph.text.split(separator: "\n").map(String.init)
        } else {
          ["?"]
        }
      } == lines)
  }

  @Test(arguments: [
    ("1.2024年工作", Block.heading(Heading(level: 3, text: "1.2024年工作", origin: Origin(.lines(3...3), .computed)))),
    (
      "1.1 2024 in figures",
      .heading(Heading(level: 2, text: "1.1 2024 in figures", origin: Origin(.lines(3...3), .computed)))
    ),
    ("2024 年，北港新建码头。", .paragraph(Paragraph(text: "2024 年，北港新建码头。", origin: Origin(.lines(3...3), .stated)))),
  ])
  func `A year is no number of an outline, and a heading may begin with one`(line: String, block: Block) throws {
    let document = try read("Harbour office.\n\n\(line)\n\nNothing else was built.\n")
    #expect(document.blocks.contains(block))
  }

  @Test func `Lines with columns are not joined`() throws {
    let words = "The quay was long and the harbour master walked it twice before the fog came in from"
    let rows = ["root     harbour      ", "quay     master       "].map { $0 + words.prefix(words.count - 22) }
    let document = try read("\(words)\n\(words)\n\(words)\nthe sea.\n\n\(rows[0])\n\(rows[1])\n")
    #expect(texts(document) == ["\(words) \(words) \(words) the sea."] + rows)
  }

  @Test func `A title does not go over a page`() throws {
    #expect(
      try read("Quays of the bay\u{C}Ships of the bay\n\nThe bay has three quays.\n").metadata.title
        == "Quays of the bay")
  }

  @Test(arguments: [
    """
       +-----+      +-----+
       | CPU |----->| RAM |
       +-----+      +-----+
          |            |
          v            v
       +-----+      +-----+
       | I/O |      | BUS |
       +-----+      +-----+
    """,
    """
    ┌────────┐     ┌────────┐
    │ Start  │────▶│ Next   │
    └────────┘     └───┬────┘
                       │
                   ┌───▼────┐
                   │ End    │
                   └────────┘
    """,
    """
    sizes = {
        "a":   1,
        "bb":  2,
        "ccc": 3,
    }
    """,
  ])
  func `Diagrams and programs keep their signs and are no tables`(text: String) throws {
    let document = try read(text)
    #expect(document.tables.isEmpty)
    let written = texts(document).joined().filter { !$0.isWhitespace }
    #expect(written == text.filter { !$0.isWhitespace })
  }
}
