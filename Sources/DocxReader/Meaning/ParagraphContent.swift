internal import ConverterCore

/// What is seen of a paragraph: its text, and what hangs on it.
struct ParagraphContent {
  var text = ""
  var notes: [(reference: NoteReference, mark: NoteMark)] = []
  var drawings: [WordDrawing] = []
}

/// Reads the pieces of paragraphs in order of a story: which text is seen depends on fields, which may go over many paragraphs, on
/// tracked changes, and on hidden text.
struct InlineReading {
  /// A field that has begun and not ended.
  fileprivate struct OpenField {
    /// Whether its code goes on, which is not seen.
    var isCode: Bool
    var code = ""
  }

  private let options: WordOptions
  private let styles: WordStyles
  private let styleIDs: [String]
  private var fields: [OpenField] = []
  /// The number of the next field of the story, and those that no mark ends.
  private var fieldNumber = 0
  private var unended: Set<Int> = []
  private var characterStyles: [Int32: WordStyles.Meaning] = [:]

  /// The tracked changes of the paragraph that is read.
  private var changes = ChangeJoint()

  /// How many stretches of text were left out, by reason, for findings.
  private(set) var deletedCount = 0
  private(set) var hiddenCount = 0

  /// How many fields no mark ends.
  private(set) var unendedCount = 0

  init(_ options: WordOptions, _ styles: WordStyles, styleIDs: [String]) {
    self.options = options
    self.styles = styles
    self.styleIDs = styleIDs
  }

  /// Counts text that tracked changes leave out as a whole, such as that of a row.
  mutating func noteLeftOut() { deletedCount += 1 }

  /// Counts what equations left out when they were read.
  mutating func add(_ omissions: (changed: Int, hidden: Int)) {
    deletedCount += omissions.changed
    hiddenCount += omissions.hidden
  }

  /// Whether content with these tracked changes is there.
  func isThere(_ revision: Revision) -> Bool {
    options.shows(isInserted: revision.contains(.inserted), isDeleted: revision.contains(.deleted))
  }

  /// Where reading stands in the story around the one that begins.
  struct Outer {
    fileprivate var fields: [OpenField]
    fileprivate var fieldNumber: Int
    fileprivate var unended: Set<Int>
  }

  /// Begins a story, a cell or a text box: fields do not reach over its ends.
  mutating func enter(_ story: [WordBlock]) -> Outer {
    let outer = Outer(fields: fields, fieldNumber: fieldNumber, unended: unended)
    var open: [Int] = []
    var count = 0
    for case .paragraph(let paragraph) in story {
      for case .field(let mark, let format) in paragraph.inlines where isThere(format.revision) {
        switch mark {
        case .begin:
          open.append(count)
          count += 1
        case .end: _ = open.popLast()
        case .code, .separate: break
        }
      }
    }
    (fields, fieldNumber, unended) = ([], 0, Set(open))
    unendedCount += open.count
    return outer
  }

  /// Goes on with the story around.
  mutating func leave(to outer: Outer) {
    (fields, fieldNumber, unended) = (outer.fields, outer.fieldNumber, outer.unended)
  }

  /// What is seen of a paragraph.
  ///
  /// - Parameter isHidden: whether the style of the paragraph hides its text.
  mutating func content(of paragraph: WordParagraph, isHidden: Bool) -> ParagraphContent {
    var content = ParagraphContent()
    changes = ChangeJoint()
    for inline in paragraph.inlines { append(inline, to: &content, isHidden: isHidden) }
    return content
  }

  private mutating func append(_ inline: WordInline, to content: inout ParagraphContent, isHidden: Bool) {
    switch inline {
    case .text(let text, let format):
      if isSeen(format, isHidden) { append(text, format, to: &content.text) }
    case .equation(let text, let revision):
      if isSeen(RunFormat(revision: revision), isHidden) { content.text += text }
    case .reference(let reference, .rangeEnd, let format):
      if isThere(format.revision), !isInCode { content.notes.append((reference, .rangeEnd)) }
    case .reference(let reference, let mark, let format):
      if isSeen(format, isHidden) { content.notes.append((reference, mark)) }
    case .drawing(let drawing, let format):
      if isSeen(format, isHidden) { content.drawings.append(drawing) }
    case .field(let mark, let format):
      if isThere(format.revision) { apply(mark, to: &content) }
    }
  }

  /// Adds text that is seen, at its height, and parted from the text that it takes the place of.
  private mutating func append(_ text: String, _ format: RunFormat, to content: inout String) {
    let change = format.revision.change
    if changes.isNews(change) {
      let before = content
      let isParted = changes.parts(change, at: before.utf8.count) { size in
        Substring(before.utf8.dropFirst(size)).unicodeScalars.contains { !$0.properties.isWhitespace }
      }
      if isParted { content += ChangeJoint.sign }
    }
    let height = format.height ?? meaning(of: format.style)?.height ?? .level
    content += height == .level ? text : height.written(text)
  }

  private mutating func apply(_ mark: FieldMark, to content: inout ParagraphContent) {
    switch mark {
    case .begin(let field):
      if !isInCode { content.text += field.map(Self.shown) ?? "" }
      // A field without an end would hide all text after it; its code is hidden as such, and nothing else.
      fields.append(OpenField(isCode: !unended.contains(fieldNumber)))
      fieldNumber += 1
    case .code(let code):
      if !fields.isEmpty { fields[fields.count - 1].code += code }
    case .separate:
      if !fields.isEmpty { fields[fields.count - 1].isCode = false }
    case .end:
      guard let field = fields.popLast(), field.isCode else { return }
      let shown = FieldCode.shown(field.code)
      if fields.isEmpty {
        content.text += shown
      } else if fields[fields.count - 1].isCode {
        fields[fields.count - 1].code += shown
      } else if !isInCode {
        content.text += shown
      }
    }
  }

  /// Whether the text is in the code of some field.
  private var isInCode: Bool { fields.contains(where: \.isCode) }

  /// What a form field shows that is no text of the paragraph.
  private static func shown(_ field: FormField) -> String {
    switch field {
    case .checkBox(true): "☒"
    case .checkBox(false): "☐"
    case .dropDown(let choice): choice
    }
  }

  private mutating func isSeen(_ format: RunFormat, _ isHidden: Bool) -> Bool {
    guard !isInCode else { return false }
    if !isThere(format.revision) {
      deletedCount += 1
      return false
    }
    guard !options.includesHiddenText else { return true }
    if format.isHidden ?? (isHidden || meaning(of: format.style)?.isHidden == true) {
      hiddenCount += 1
      return false
    }
    return true
  }

  /// What a character style means; `nil` for none.
  private mutating func meaning(of style: Int32?) -> WordStyles.Meaning? {
    guard let style, styleIDs.indices.contains(Int(style)) else { return nil }
    if let known = characterStyles[style] { return known }
    let meaning = styles.meaning(of: styleIDs[Int(style)])
    characterStyles[style] = meaning
    return meaning
  }
}
