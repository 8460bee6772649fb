internal import ConverterCore
internal import Markup

extension WordParser {
  /// Reads a paragraph (ECMA-376 part 1, 17.3.1.22).
  mutating func paragraph(path: String) -> WordParagraph {
    var paragraph = WordParagraph(path: path)
    paragraph.format = paragraphContent(to: &paragraph.inlines)
    flushText(to: &paragraph.inlines)
    return paragraph
  }

  /// Reads all of a paragraph; the end of its text may still be pending.
  mutating func paragraphContent(to inlines: inout [WordInline]) -> ParagraphFormat {
    var format = ParagraphFormat()
    let scope = cursor.scope
    while let name = cursor.child(of: scope) {
      switch name {
      case .run: run(to: &inlines)
      case .paragraphProperties: format = paragraphFormat()
      default: appendInline(name, to: &inlines)
      }
    }
    format.mark.revision.formUnion(revision)
    return format
  }

  /// Reads runs and what wraps them until the element ends.
  mutating func appendInlines(to inlines: inout [WordInline]) {
    let scope = cursor.scope
    while let name = cursor.child(of: scope) {
      appendInline(name, to: &inlines)
    }
  }

  /// Reads one child of a paragraph.
  mutating func appendInline(_ name: WordName, to inlines: inout [WordInline]) {
    switch name {
    case .run:
      run(to: &inlines)
    case .hyperlink, .smartTag, .customXML, .direction, .directionOverride, .contentControlContent:
      appendInlines(to: &inlines)
    case .contentControl:
      appendInlines(to: &inlines)
    case .inserted, .movedTo:
      within(.inserted) { $0.appendInlines(to: &inlines) }
    case .deleted, .movedFrom:
      within(.deleted) { $0.appendInlines(to: &inlines) }
    case .annotation:
      if let change = annotatedChange() { within(change) { $0.appendInlines(to: &inlines) } }
    case .simpleField:
      simpleField(to: &inlines)
    case .equation, .equationParagraph:
      equation(name, to: &inlines)
    case .alternateContent:
      appendAlternative(to: &inlines)
    case .table:
      // Not valid in a paragraph; what it holds is kept beside it.
      let table = table(path: "tbl")
      append(.drawing(WordDrawing(textBoxes: [[.table(table)]]), RunFormat(revision: revision)), to: &inlines)
    case .text, .deletedText, .tab, .alignmentTab, .lineBreak, .carriageReturn, .noBreakHyphen, .symbol,
      .fieldCharacter, .fieldCode,
      .footnoteReference, .endnoteReference, .commentReference, .drawing, .picture, .embeddedObject:
      // Not valid outside of a run, but written by some generators.
      appendBareRunContent(name, to: &inlines)
    case .commentRangeEnd:
      commentRangeEnd(to: &inlines)
    case .contentControlProperties:
      break
    case .other where isForeignWrapper(name):
      appendInlines(to: &inlines)
    default:
      noteStray()
    }
  }

  /// Reads the first branch of alternative content that has any.
  private mutating func appendAlternative(to inlines: inout [WordInline]) {
    let scope = cursor.scope
    flushText(to: &inlines)
    let before = inlines.count
    while let name = cursor.child(of: scope) {
      guard name == .choice || name == .fallback, inlines.count == before else { continue }
      appendInlines(to: &inlines)
      flushText(to: &inlines)
    }
  }

  /// Reads a field written as one element (17.16.19): its content is the result.
  private mutating func simpleField(to inlines: inout [WordInline]) {
    let code = cursor.string(.instruction) ?? ""
    let format = RunFormat(revision: revision)
    flushText(to: &inlines)
    inlines.append(.field(.begin(nil), format))
    inlines.append(.field(.code(code), format))
    inlines.append(.field(.separate, format))
    appendInlines(to: &inlines)
    flushText(to: &inlines)
    inlines.append(.field(.end, format))
  }

  /// Reads paragraph properties (17.3.1.26).
  mutating func paragraphFormat() -> ParagraphFormat {
    var format = ParagraphFormat()
    let scope = cursor.scope
    while let name = cursor.child(of: scope) {
      switch name {
      case .paragraphStyle:
        format.style = cursor.string(.val).map { styles.index(of: $0) }
      case .numberingProperties:
        numberingProperties(into: &format)
      case .outlineLevel:
        format.outlineLevel = cursor.integer(.val).flatMap { (0...9).contains($0) ? Int8($0) : nil }
      case .justification:
        format.isCentered = cursor.attribute(.val, is: "center")
      case .frame:
        format.isDropCap = cursor.attribute(.dropCap, is: "drop") || cursor.attribute(.dropCap, is: "margin")
      case .runProperties:
        format.mark = runFormat()
      case .sectionProperties:
        format.endsSection = true
        section()
      default:
        break
      }
    }
    return format
  }

  private mutating func numberingProperties(into format: inout ParagraphFormat) {
    let scope = cursor.scope
    while let name = cursor.child(of: scope) {
      switch name {
      case .numberingID: format.numberingID = cursor.integer(.val).map { Int32(clamping: $0) }
      case .numberingLevel: format.numberingLevel = cursor.integer(.val).map { Int8(clamping: max(0, min($0, 8))) }
      default: break
      }
    }
  }
}
