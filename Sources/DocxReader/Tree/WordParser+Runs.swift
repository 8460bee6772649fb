internal import ConverterCore
internal import Markup

extension WordParser {
  /// Reads a run (ECMA-376 part 1, 17.3.2.25).
  mutating func run(to inlines: inout [WordInline]) {
    var format = RunFormat(revision: revision)
    let scope = cursor.scope
    while let name = cursor.child(of: scope) {
      switch name {
      case .text, .deletedText:
        begin(format, in: &inlines)
        text()
      case .runProperties:
        format = runFormat()
        format.revision.formUnion(revision)
      default:
        appendRunContent(name, format, to: &inlines)
      }
    }
  }

  /// Reads what belongs in a run and stands outside of one.
  mutating func appendBareRunContent(_ name: WordName, to inlines: inout [WordInline]) {
    let format = RunFormat(revision: revision)
    if name == .text || name == .deletedText {
      begin(format, in: &inlines)
      text()
    } else {
      appendRunContent(name, format, to: &inlines)
    }
  }

  /// Reads one child of a run other than its text and properties (17.3.3).
  private mutating func appendRunContent(_ name: WordName, _ format: RunFormat, to inlines: inout [WordInline]) {
    switch name {
    case .tab, .alignmentTab:
      begin(format, in: &inlines)
      pending.bytes.append(UInt8(ascii: "\t"))
    case .lineBreak, .carriageReturn:
      begin(format, in: &inlines)
      pending.bytes.append(UInt8(ascii: "\n"))
    case .noBreakHyphen:
      begin(format, in: &inlines)
      pending.bytes.append(contentsOf: "\u{2011}".utf8)
    case .symbol:
      begin(format, in: &inlines)
      if let symbol = symbol() { pending.bytes.append(contentsOf: String(symbol).utf8) }
    case .fieldCharacter:
      fieldCharacter(format, to: &inlines)
    case .fieldCode, .deletedFieldCode:
      let code = cursor.text()
      append(.field(.code(code), format), to: &inlines)
    case .footnoteReference: appendReference(.footnote, format, to: &inlines)
    case .endnoteReference: appendReference(.endnote, format, to: &inlines)
    case .commentReference: appendReference(.comment, format, to: &inlines)
    case .footnote: inlineNote(.footnote, format, to: &inlines)
    case .endnote: inlineNote(.endnote, format, to: &inlines)
    case .annotation:
      if annotatedChange() == nil { inlineNote(.comment, format, to: &inlines) }
    case .ruby:
      ruby(format, to: &inlines)
    case .drawing, .picture, .embeddedObject:
      let drawing = drawing()
      append(.drawing(drawing, format), to: &inlines)
    case .alternateContent:
      runAlternative(format, to: &inlines)
    case .equation, .equationParagraph, .run, .hyperlink, .contentControl, .inserted, .deleted, .movedTo, .movedFrom,
      .smartTag,
      .customXML, .simpleField, .direction, .directionOverride, .commentRangeEnd:
      // Not valid inside a run, but written by some generators.
      appendInline(name, to: &inlines)
    default:
      noteStray()
    }
  }

  /// Reads the first branch of alternative content that has any.
  private mutating func runAlternative(_ format: RunFormat, to inlines: inout [WordInline]) {
    let scope = cursor.scope
    flushText(to: &inlines)
    let before = inlines.count
    while let name = cursor.child(of: scope) {
      guard name == .choice || name == .fallback, inlines.count == before else { continue }
      let branch = cursor.scope
      while let name = cursor.child(of: branch) {
        if name == .text {
          begin(format, in: &inlines)
          text()
        } else {
          appendRunContent(name, format, to: &inlines)
        }
      }
      flushText(to: &inlines)
    }
  }

  /// Reads a text element (17.3.3.31) into the pending text.
  ///
  /// Without `xml:space="preserve"` blanks at the ends do not count. Generators forget the attribute and mean the
  /// spaces, so only blanks that lay out the file, those with a line end in them, are taken away.
  private mutating func text() {
    let isPreserved = cursor.attribute(.space, is: "preserve")
    let start = pending.bytes.count
    cursor.appendText(to: &pending.bytes)
    if !isPreserved, pending.hasLayoutBlanks(from: start) { pending.trim(from: start) }
    pending.clean(from: start)
  }

  private mutating func appendReference(
    _ kind: NoteReference.Kind, _ format: RunFormat, to inlines: inout [WordInline]
  ) {
    guard let id = cursor.string(.id) else { return }
    let reference = NoteReference(kind: kind, id: id)
    references.insert(reference)
    let hasOwnMark = ["1", "true", "on"].contains(cursor.string(.customMark))
    append(.reference(reference, hasOwnMark ? .own : .number, format), to: &inlines)
  }

  /// Reads the end of the text that a comment is about (17.13.4.3).
  mutating func commentRangeEnd(to inlines: inout [WordInline]) {
    guard let id = cursor.string(.id) else { return }
    let reference = NoteReference(kind: .comment, id: id)
    append(.reference(reference, .rangeEnd, RunFormat(revision: revision)), to: &inlines)
  }

  /// Reads a phonetic guide (17.3.3.25) as base and reading in full-width parentheses: 漢（かん）.
  private mutating func ruby(_ format: RunFormat, to inlines: inout [WordInline]) {
    var reading: [WordInline] = []
    let scope = cursor.scope
    while let name = cursor.child(of: scope) {
      switch name {
      case .rubyText:
        flushText(to: &inlines)
        appendInlines(to: &reading)
        flushText(to: &reading)
      case .rubyBase:
        appendInlines(to: &inlines)
      default: break
      }
    }
    guard !reading.isEmpty else { return }
    append(.text("（", format), to: &inlines)
    inlines += reading
    inlines.append(.text("）", format))
  }
}

extension WordParser {
  /// Makes sure that pending text has this formatting.
  mutating func begin(_ format: RunFormat, in inlines: inout [WordInline]) {
    guard format != pending.format else { return }
    flushText(to: &inlines)
    pending.format = format
  }

  /// Turns pending text into a piece of the paragraph.
  mutating func flushText(to inlines: inout [WordInline]) {
    guard !pending.bytes.isEmpty else { return }
    let text = String(decoding: pending.bytes, as: UTF8.self)
    inlines.append(.text(pending.format.symbolFont?.shown(text) ?? text, pending.format))
    pending.bytes.removeAll(keepingCapacity: true)
  }

  /// Takes pending text out where its formatting says nothing about what is seen; `nil` where it does.
  mutating func takePlainText() -> String? {
    guard !pending.bytes.isEmpty else { return "" }
    guard pending.format.isPlain else { return nil }
    defer { pending.bytes.removeAll(keepingCapacity: true) }
    return String(decoding: pending.bytes, as: UTF8.self)
  }

  /// Appends a piece that is no text.
  mutating func append(_ inline: WordInline, to inlines: inout [WordInline]) {
    flushText(to: &inlines)
    inlines.append(inline)
  }

  /// Reads run properties (17.3.2.28).
  mutating func runFormat() -> RunFormat {
    var format = RunFormat()
    let scope = cursor.scope
    while let name = cursor.child(of: scope) {
      switch name {
      case .runStyle: format.style = cursor.string(.val).map { styles.index(of: $0) }
      case .vanish, .specialVanish: format.isHidden = cursor.isOn
      case .fonts: format.symbolFont = symbolFont()
      case .inserted, .movedTo: format.revision.insert(.inserted)
      case .deleted, .movedFrom: format.revision.insert(.deleted)
      case .annotation: format.revision.formUnion(annotatedChange() ?? [])
      default: break
      }
    }
    return format
  }

  private mutating func symbolFont() -> SymbolFont? {
    guard let name = cursor.string(.ascii) ?? cursor.string(.highAnsi) else { return nil }
    return SymbolFont(name)
  }

  /// A symbol (17.3.3.30): a character of a font by its hexadecimal number.
  private mutating func symbol() -> Unicode.Scalar? {
    guard let digits = cursor.string(.char), let code = UInt32(digits, radix: 16) else { return nil }
    return SymbolFont.scalar(code, font: cursor.string(.font) ?? "")
  }
}
