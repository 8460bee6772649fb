import ConverterCore
import Testing

@testable import DocReader

typealias Run = WordBuilder.Run

@Suite struct TextTests {
  @Test func `a paragraph ends at its mark`() throws {
    #expect(try texts(WordBuilder("First\rSecond\r\r")) == ["First", "Second"])
  }

  @Test func `pieces of one byte a character are code page 1252`() throws {
    let builder = WordBuilder(Run(text: "\u{80} caf\u{E9} \u{93}x\u{94}\r", isCompressed: true), Run(text: "汉字\r"))
    #expect(try texts(builder) == ["€ café “x”", "汉字"])
  }

  @Test func `pieces may lie out of order, as in files that were saved fast`() throws {
    var builder = WordBuilder(Run(text: "One "), Run(text: "paragraph\r", isCompressed: true), Run(text: "Two\r"))
    builder.isReversed = true
    #expect(try texts(builder) == ["One paragraph", "Two"])
  }

  @Test func `changes of a piece hold for its text`() throws {
    // 0x5C is the short number of "hidden"; an odd number names a list.
    var builder = WordBuilder(
      Run(text: "a"), Run(text: "hidden", modification: 0x01B8), Run(text: "b"), Run(text: "deleted", modification: 1),
      Run(text: "c\r"))
    builder.modifications = [Change.deleted]
    #expect(try texts(builder) == ["abc"])
  }

  @Test func `only results of fields are text`() throws {
    let text =
      "See \u{13} HYPERLINK \"x\" \u{14}page \u{13}PAGE \u{14}3\u{15}\u{15} and \u{13} XE \u{13}y\u{15} \u{15}here\r"
    #expect(try texts(WordBuilder(text)) == ["See page 3 and here"])
  }

  @Test func `a field that does not end hides nothing behind it`() throws {
    #expect(try texts(WordBuilder("a \u{13}b\rc\u{15}\u{15}d\r\u{14}e\r")) == ["a d", "e"])
    #expect(try texts(WordBuilder("a \u{13} x\rb\r")) == ["a  x", "b"])
  }

  @Test func `breaks are newlines and other controls nothing`() throws {
    #expect(try texts(WordBuilder("a\u{B}b\tc\u{1E}d\u{1F}e\u{C}\r")) == ["a\nb\tc\u{2011}de"])
  }

  @Test func `hidden and deleted text is left out and told`() throws {
    let builder = WordBuilder(
      Run(text: "a"), Run(text: "no", characters: Change.hidden), Run(text: "b"),
      Run(text: "gone\r", characters: Change.deleted), Run(text: "c\r"))
    let document = try DocReader().read(builder.source, within: .standard)
    #expect(document.blocks.map(text) == ["abc"])
    #expect(document.findings.map(\.code) == ["doc.tracked-changes.left-out", "doc.hidden-text.skipped"])
  }

  @Test func `marks above the line are no digits of the figure before them`() throws {
    let builder = WordBuilder(
      Run(text: "1200"), Run(text: "1", characters: Change.raised), Run(text: " H"),
      Run(text: "2", characters: Change.lowered), Run(text: "O\r"))
    #expect(try texts(builder) == ["1200¹ H₂O"])
  }

  @Test func `what was deleted stands apart from what came in its place`() throws {
    let builder = WordBuilder(
      Run(text: "100", characters: Change.deleted), Run(text: "250", characters: Change.inserted), Run(text: "\r"))
    let all = DocReader(options: WordOptions(changes: .all))
    #expect(try all.read(builder.source, within: .standard).blocks.map(text) == ["100 / 250"])
    #expect(try texts(builder) == ["250"])
  }

  @Test func `outline levels make headings`() throws {
    let builder = WordBuilder(
      Run(text: "Part\r", paragraph: Change.outline(0)), Run(text: "Text\r", paragraph: Change.outline(9)))
    let blocks = try DocReader().read(builder.source, within: .standard).blocks
    #expect(
      blocks == [
        .heading(Heading(level: 1, text: "Part", origin: origin("body/p[1]"))),
        .paragraph(Paragraph(text: "Text", origin: origin("body/p[2]"))),
      ])
  }

  @Test func `built-in heading styles and styles derived from them make headings`() throws {
    var builder = WordBuilder(Run(text: "A\r", style: 1), Run(text: "B\r", style: 2), Run(text: "C\r", style: 0))
    builder.structures[.styleSheet] = StyleSheetBuilder.bytes([
      (builtIn: 0, base: 0xFFF, []), (builtIn: 2, base: 0, []), (builtIn: 0xFFE, base: 1, []),
    ])
    let blocks = try DocReader().read(builder.source, within: .standard).blocks
    let levels = blocks.map { block in if case .heading(let heading) = block { heading.level } else { 0 } }
    #expect(levels == [2, 2, 0])
  }

  @Test func `of built-in headings based on each other the nearest counts, and an outline level before them`() throws {
    var builder = WordBuilder(Run(text: "A\r", style: 2), Run(text: "B\r", style: 3), Run(text: "C\r", style: 4))
    builder.structures[.styleSheet] = StyleSheetBuilder.bytes([
      (builtIn: 0, base: 0xFFF, []), (builtIn: 1, base: 0, []), (builtIn: 2, base: 1, []),
      (builtIn: 0xFFE, base: 2, Change.outline(4)), (builtIn: 0xFFE, base: 2, []),
    ])
    let blocks = try DocReader().read(builder.source, within: .standard).blocks
    #expect(blocks.map { block in if case .heading(let heading) = block { heading.level } else { 0 } } == [2, 5, 2])
  }

  @Test func `footnotes and text boxes follow the paragraph they are tied to`() throws {
    var builder = WordBuilder(
      Run(text: "One\u{2}\u{8}\rTwo\r"), Run(text: "\u{2} Note\r\r", story: .footnotes),
      Run(text: "Boxed\r\r", story: .textBoxes))
    builder.structures[.footnoteReferences] = [3, 10].flatMap { UInt32($0).bytes } + [1, 0]
    builder.structures[.footnoteTexts] = [0, 7, 8].flatMap { UInt32($0).bytes }
    builder.structures[.shapes] =
      [4, 10].flatMap { UInt32($0).bytes } + UInt32(77).bytes + [UInt8](repeating: 0, count: 22)
    let box = [UInt8](repeating: 0, count: 14) + UInt32(77).bytes + [0, 0, 0, 0]
    builder.structures[.textBoxTexts] = [0, 6, 7].flatMap { UInt32($0).bytes } + box + [UInt8](repeating: 0, count: 22)
    let blocks = try DocReader().read(builder.source, within: .standard).blocks
    #expect(blocks.map(text) == ["One", "footnote 1: Note", "textBox : Boxed", "Two"])
  }

  @Test func `endnotes have numbers of their own, and follow the paragraph that refers to them`() throws {
    var builder = WordBuilder(Run(text: "One\u{2}\rTwo\r"), Run(text: "\u{2} Source\r\r", story: .endnotes))
    builder.structures[.endnoteReferences] = [3, 9].flatMap { UInt32($0).bytes } + [1, 0]
    builder.structures[.endnoteTexts] = [0, 9, 10].flatMap { UInt32($0).bytes }
    // The properties of the document: lower-case Roman numbers (2) for endnotes, from 4 on.
    var properties = [UInt8](repeating: 0, count: 56)
    properties[52] = 4 << 2
    properties[54] = 2 << 6
    builder.structures[.documentProperties] = properties
    #expect(try texts(builder) == ["One", "endnote iv: Source", "Two"])
  }

  @Test func `headers and footers are read if asked for, each wording once`() throws {
    var builder = WordBuilder(
      Run(text: "Text\r"), Run(text: "Head\rHead\rFoot\r", story: .headers))
    // Six separators of notes, then headers of even and odd pages, footers of even and odd pages, and those of the first page.
    let ends = [0, 0, 0, 0, 0, 0, 0, 5, 10, 15, 15, 15, 15]
    builder.structures[.headerTexts] = (ends + [16]).flatMap { UInt32($0).bytes }
    #expect(try texts(builder) == ["Text"])
    let reader = DocReader(options: WordOptions(includesHeaders: true))
    #expect(
      try reader.read(builder.source, within: .standard).blocks.map(text) == ["Text", "header : Head", "footer : Foot"])
  }

  // The second shape is tied nowhere.
  @Test(arguments: [5, 99] as [UInt32]) func `text boxes of headers are read with them`(shape: UInt32) throws {
    var builder = WordBuilder(
      Run(text: "Text\r"), Run(text: "\u{8}Head\r", story: .headers), Run(text: "Boxed\r\r", story: .headerTextBoxes))
    builder.structures[.headerTexts] = [0, 0, 0, 0, 0, 0, 0, 6, 6].flatMap { UInt32($0).bytes }
    builder.structures[.headerShapes] =
      [0, 6].flatMap { UInt32($0).bytes } + UInt32(5).bytes + [UInt8](repeating: 0, count: 22)
    let box = [UInt8](repeating: 0, count: 14) + shape.bytes + [0, 0, 0, 0]
    builder.structures[.headerTextBoxTexts] =
      [0, 6, 7].flatMap { UInt32($0).bytes } + box + [UInt8](repeating: 0, count: 22)
    #expect(try texts(builder) == ["Text"])
    let reader = DocReader(options: WordOptions(includesHeaders: true))
    let blocks = try reader.read(builder.source, within: .standard).blocks
    #expect(blocks.map(text) == ["Text", "header : Head|textBox : Boxed"])
  }

  @Test func `a style that a fast-saved piece sets has all it says`() throws {
    var builder = WordBuilder(Run(text: "A\r"), Run(text: "B\r", modification: 1))
    builder.structures[.styleSheet] = StyleSheetBuilder.bytes([
      (builtIn: 0, base: 0xFFF, []), (builtIn: 2, base: 0xFFF, []),
    ])
    builder.modifications = [[0x00, 0x46] + UInt16(1).bytes]
    let blocks = try DocReader().read(builder.source, within: .standard).blocks
    #expect(blocks.map { block in if case .heading(let heading) = block { heading.level } else { 0 } } == [0, 2])
  }

  @Test func `a text box whose shape is not found follows the last paragraph`() throws {
    var builder = WordBuilder(Run(text: "One\rTwo\r"), Run(text: "Boxed\r\r", story: .textBoxes))
    let box = [UInt8](repeating: 0, count: 14) + UInt32(77).bytes + [0, 0, 0, 0]
    builder.structures[.textBoxTexts] = [0, 6, 7].flatMap { UInt32($0).bytes } + box + [UInt8](repeating: 0, count: 22)
    #expect(try texts(builder) == ["One", "Two", "textBox : Boxed"])
  }

  @Test func `a text box in a group follows the paragraph that the group is tied to`() throws {
    var builder = WordBuilder(
      Run(text: "One\u{8}\rTwo\r"), Run(text: "Boxed\r\r", story: .textBoxes))
    builder.structures[.shapes] =
      [3, 9].flatMap { UInt32($0).bytes } + UInt32(1026).bytes + [UInt8](repeating: 0, count: 22)
    let box = [UInt8](repeating: 0, count: 14) + UInt32(1028).bytes + [0, 0, 0, 0]
    builder.structures[.textBoxTexts] = [0, 6, 7].flatMap { UInt32($0).bytes } + box + [UInt8](repeating: 0, count: 22)
    let inner = Drawing.group(Drawing.shape(1027), Drawing.shape(1028))
    let page = Drawing.group(Drawing.shape(1025), Drawing.group(Drawing.shape(1026), inner))
    builder.structures[.drawings] = Drawing.record(0xF000, []) + [0] + Drawing.record(0xF002, page)
    #expect(try texts(builder) == ["One", "textBox : Boxed", "Two"])
  }

  @Test func `the text of WordArt is a text box, in a group or not`() throws {
    let art = Drawing.properties([(0xC0, Drawing.text("Open\rday"))])
    for shape in [Drawing.shape(1026, art), Drawing.group(Drawing.shape(1026), Drawing.shape(1027, art))] {
      #expect(try texts(drawing(shape)) == ["One", "textBox : Open|day", "Two"])
    }
    // What is tied to no position is not in the document.
    #expect(try texts(drawing(Drawing.shape(1031, art))) == ["One", "Two"])
  }

  @Test func `the text of hidden shapes is hidden`() throws {
    let hidden = Drawing.properties([(0x3BF, 0x0002_0002)])
    let art = Drawing.properties([(0xC0, Drawing.text("Open")), (0x3BF, 0x0002_0002)])
    let group = Drawing.group(Drawing.shape(1026, hidden), Drawing.shape(1028))
    for builder in [
      drawing(Drawing.shape(1026, art)), drawing(group, boxOf: 1028), drawing(Drawing.shape(1026, hidden), boxOf: 1026),
    ] {
      let document = try DocReader().read(builder.source, within: .standard)
      #expect(document.blocks.map(text) == ["One", "Two"])
      #expect(document.findings.map(\.code) == ["doc.hidden-text.skipped"])
      let all = DocReader(options: WordOptions(includesHiddenText: true))
      #expect(try all.read(builder.source, within: .standard).blocks.map(text) == ["One", "textBox : Open", "Two"])
    }
  }

  /// Two paragraphs; shape 1026 is tied to the first. A text box, where there is one, says "Open".
  private func drawing(_ shape: [UInt8], boxOf box: UInt32? = nil) -> WordBuilder {
    var builder = WordBuilder(Run(text: "One\u{8}\rTwo\r"))
    builder.structures[.shapes] =
      [3, 9].flatMap { UInt32($0).bytes } + UInt32(1026).bytes + [UInt8](repeating: 0, count: 22)
    let page = Drawing.group(Drawing.shape(1025), shape)
    builder.structures[.drawings] = Drawing.record(0xF000, []) + [0] + Drawing.record(0xF002, page)
    guard let box else { return builder }
    builder.runs.append(Run(text: "Open\r\r", story: .textBoxes))
    let entry = [UInt8](repeating: 0, count: 14) + box.bytes + [0, 0, 0, 0]
    builder.structures[.textBoxTexts] =
      [0, 5, 6].flatMap { UInt32($0).bytes } + entry + [UInt8](repeating: 0, count: 22)
    return builder
  }

  @Test func `equations of fields become linear text`() throws {
    #expect(try texts(WordBuilder("x = \u{13} EQ \\f(a,2) \u{15}.\r")) == ["x = a/2."])
    #expect(try texts(WordBuilder("\u{13} EQ \\f(a,2) \u{14}\u{15}\r")) == ["a/2"])
    #expect(try texts(WordBuilder("\u{13} EQ \\f(a,2) \u{14}shown\u{15}\r")) == ["shown"])
  }

  @Test(arguments: [
    ("\u{13} MACROBUTTON NoMacro [Name of the office] \u{15}", "[Name of the office]"),
    ("\u{13} SYMBOL 254 \\f Wingdings \u{15}", "☑"), ("\u{13} SYMBOL 254 \\f Wingdings \u{14}x\u{15}", "x"),
  ]) func `fields without a result show what is drawn from their instruction`(field: String, expected: String) throws {
    #expect(try texts(WordBuilder("a \(field)\r")) == ["a \(expected)"])
  }

  @Test func `equations that are objects are told`() throws {
    let builder = WordBuilder("x \u{13} EMBED Equation.3 \u{14}\u{1}\u{15}\r")
    let document = try DocReader().read(builder.source, within: .standard)
    #expect(document.findings.map(\.code) == ["doc.equation-object.skipped"])
  }

  @Test func `comments follow the paragraph they are about`() throws {
    var builder = WordBuilder(Run(text: "One\u{5}\r"), Run(text: "\u{5}Why?\r\r", story: .comments))
    builder.structures[.commentReferences] = [3, 5].flatMap { UInt32($0).bytes } + [UInt8](repeating: 0, count: 30)
    builder.structures[.commentTexts] = [0, 6, 7].flatMap { UInt32($0).bytes }
    #expect(try texts(builder) == ["One", "comment : Why?"])
  }

  @Test(arguments: [(WordOptions.Changes.accept, "kept new"), (.reject, "kept old"), (.all, "kept new / old")])
  func `tracked changes are accepted, rejected or both`(changes: WordOptions.Changes, expected: String) throws {
    let builder = WordBuilder(
      Run(text: "kept "), Run(text: "new", characters: [0x01, 0x08, 1]), Run(text: "old", characters: Change.deleted),
      Run(text: "\r"))
    let reader = DocReader(options: WordOptions(changes: changes))
    #expect(try reader.read(builder.source, within: .standard).blocks.map(text) == [expected])
  }

  @Test func `hidden text is read if asked for`() throws {
    let builder = WordBuilder(Run(text: "a"), Run(text: "b", characters: Change.hidden), Run(text: "\r"))
    let reader = DocReader(options: WordOptions(includesHiddenText: true))
    #expect(try reader.read(builder.source, within: .standard).blocks.map(text) == ["ab"])
  }

  // The kind of field in two bits, its state in five; 25 stands for the default.
  @Test(arguments: [(0b0000101, "☒ yes"), (0b0000001, "☐ yes"), (0b1100101, "☒ yes")] as [(UInt16, String)])
  func `check boxes show their state`(bits: UInt16, expected: String) throws {
    let location = [0x03, 0x6A] + UInt32(0).bytes
    var builder = WordBuilder(
      Run(text: "\u{13} FORMCHECKBOX "), Run(text: "\u{1}", characters: location), Run(text: "\u{14}\u{15} yes\r"))
    let field = UInt32.max.bytes + bits.bytes + [0, 0, 0, 0] + UInt16(0).bytes + [0, 0] + UInt16(1).bytes
    builder.data = UInt32(0).bytes + UInt16(6).bytes + field
    #expect(try texts(builder) == [expected])
  }

  @Test func `characters of fonts of signs are what they show`() throws {
    let name = "Wingdings\u{0}".utf16.flatMap(\.bytes)
    let symbol: [UInt8] = [0x09, 0x6A] + UInt16(0).bytes + UInt16(0xF0FE).bytes
    var builder = WordBuilder(
      Run(text: "(", characters: symbol), Run(text: "\u{F0A8}", characters: [0x4F, 0x4A, 0, 0]), Run(text: "\u{F0A8}\r")
    )
    builder.structures[.fonts] =
      UInt16(1).bytes + [0, 0] + [UInt8(39 + name.count)] + [UInt8](repeating: 0, count: 39) + name
    #expect(try texts(builder) == ["☑□\u{F0A8}"])
  }

  @Test func `centred lines at the head are the title`() throws {
    let centred: [UInt8] = [0x61, 0x24, 1]
    let builder = WordBuilder(
      Run(text: "Report of\r", paragraph: centred), Run(text: " the Office\r", paragraph: centred), Run(text: "Text\r"))
    #expect(try DocReader().read(builder.source, within: .standard).metadata.title == "Report of the Office")
  }

  // XOR states both flags; the tables of the others begin with the version of their method ([MS-OFFCRYPTO] 2.3.6, 2.3.5): RC4
  // with 1.1, CryptoAPI with 2.2, 3.2 or 4.2.
  @Test(arguments: [("XOR", 0x8100, []), ("RC4", 0x0100, [1, 0, 1, 0]), ("CryptoAPI", 0x0100, [4, 0, 2, 0])])
  func `what is encrypted is said to be so`(method: String, flags: UInt16, table: [UInt8]) {
    var encrypted = WordBuilder("x\r")
    encrypted.flags |= flags
    encrypted.structures[.styleSheet] = table
    #expect(throws: ReadingError(.encrypted(format: "doc")), "\(method)") {
      try DocReader().read(encrypted.source, within: .standard)
    }
  }

  @Test func `Word 6 and 95 are told by name`() {
    var old = WordBuilder("x\r")
    old.mark = 0xA5DC
    #expect(throws: ReadingError(.unsupported(detail: "a Word 6 or Word 95 document"))) {
      try DocReader().read(old.source, within: .standard)
    }
  }
}

/// A style sheet of paragraph styles without names.
enum StyleSheetBuilder {
  static func bytes(_ styles: [(builtIn: UInt16, base: UInt16, paragraph: [UInt8])]) -> [UInt8] {
    var bytes = UInt16(4).bytes + UInt16(styles.count).bytes + UInt16(10).bytes
    for (index, style) in styles.enumerated() {
      let list = UInt16(index).bytes + style.paragraph
      var definition =
        style.builtIn.bytes + (style.base << 4 | 1).bytes + UInt16(2).bytes + [0, 0, 0, 0] + [0, 0, 0, 0]
      definition += UInt16(list.count).bytes + list + (list.count % 2 == 1 ? [0] : []) + [0, 0]
      bytes += UInt16(definition.count).bytes + definition
    }
    return bytes
  }
}

/// Records of a drawing ([MS-ODRAW]).
enum Drawing {
  static func record(_ type: UInt16, _ content: [UInt8]) -> [UInt8] {
    UInt16(0x000F).bytes + type.bytes + UInt32(content.count).bytes + content
  }

  static func group(_ members: [UInt8]...) -> [UInt8] { record(0xF003, members.flatMap(\.self)) }

  static func shape(_ identifier: UInt32, _ properties: [UInt8] = []) -> [UInt8] {
    record(0xF004, record(0xF00A, identifier.bytes + [0, 0, 0, 0]) + properties)
  }

  /// A property of a shape: a number, or what stands behind the others.
  enum Property: ExpressibleByIntegerLiteral {
    case number(UInt32)
    case long([UInt8])

    init(integerLiteral value: UInt32) { self = .number(value) }
  }

  static func text(_ text: String) -> Property { .long("\(text)\u{0}".utf16.flatMap(\.bytes)) }

  static func properties(_ properties: [(UInt16, Property)]) -> [UInt8] {
    var entries: [UInt8] = []
    var behind: [UInt8] = []
    for (identifier, property) in properties {
      switch property {
      case .number(let value): entries += identifier.bytes + value.bytes
      case .long(let bytes):
        entries += (identifier | 0x8000).bytes + UInt32(bytes.count).bytes
        behind += bytes
      }
    }
    let content = entries + behind
    return UInt16(properties.count << 4 | 3).bytes + UInt16(0xF00B).bytes + UInt32(content.count).bytes + content
  }
}

func texts(_ builder: WordBuilder) throws -> [String] {
  try DocReader().read(builder.source, within: .standard).blocks.map(text)
}

func text(_ block: Block) -> String {
  switch block {
  case .heading(let heading): heading.text
  case .paragraph(let paragraph): paragraph.text
  case .listItem(let item): "\(item.label ?? "-") \(item.text)"
  case .aside(let aside):
    "\(aside.role.rawValue) \(aside.label ?? ""): \(aside.blocks.map(text).joined(separator: "|"))"
  case .figure: "figure"
  case .table(let table): table.cells.map(\.text).joined(separator: "|")
  }
}

func origin(_ path: String) -> Origin {
  Origin(.element(ElementPath(path)), .stated)
}
