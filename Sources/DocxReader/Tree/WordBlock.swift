internal import ConverterCore

/// A block of a story as the file has it: phase one of reading, before styles, numbering or tracked changes mean
/// anything. Content controls, custom XML and other wrappers are already gone; they change nothing but where a block
/// stands.
enum WordBlock {
  case paragraph(WordParagraph)
  indirect case table(WordTable)
  /// A document that stands here (ECMA-376 part 1, 17.17.2.1), by the name of its part; empty where no relationship names one.
  case altChunk(part: String, path: String)
}

extension WordBlock {
  /// Whether the block holds more than empty paragraphs.
  var hasContent: Bool {
    switch self {
    case .paragraph(let paragraph): paragraph.inlines.contains(where: \.hasContent)
    case .table(let table): table.rows.contains { $0.cells.contains(where: \.content.hasContent) }
    case .altChunk: true
    }
  }
}

/// A paragraph (17.3.1.22).
struct WordParagraph {
  var format = ParagraphFormat()
  var inlines: [WordInline] = []

  /// The path of the element; empty for a paragraph of a cell, whose cell says where it is.
  var path: String
}

/// What a paragraph says about itself, where it does.
struct ParagraphFormat: Hashable {
  /// The style by its index among the ``StyleNames``.
  var style: Int32?

  /// The numbering instance (17.9.18); 0 takes away what the style gives.
  var numberingID: Int32?

  /// The level of numbering, 0 to 8.
  var numberingLevel: Int8?

  /// The outline level, 0 to 8; 9 for body text.
  var outlineLevel: Int8?

  var isCentered: Bool?

  /// Whether the paragraph is the large first letter of the next one (17.3.1.11).
  var isDropCap = false

  /// Whether a section of the document ends with the paragraph (17.6.18).
  var endsSection = false

  /// The run properties of the paragraph's mark: whether the mark was inserted, deleted or hidden.
  var mark = RunFormat()
}

/// What a run says about itself, where it does, and how it came there.
struct RunFormat: Hashable {
  /// The character style by its index among the ``StyleNames``.
  var style: Int32?

  var isHidden: Bool?

  /// How high the text stands (17.3.2.42); not where it was merely moved (17.3.2.24).
  var height: TextHeight?
  var symbolFont: SymbolFont?
  var revision: Revision = []

  /// Whether nothing is said: the text is seen as it stands.
  var isPlain: Bool {
    style == nil && isHidden == nil && height == nil && symbolFont == nil && revision.isEmpty
  }
}

/// How tracked changes concern a piece of content (17.13.5): text inserted by one author and deleted by another is both.
struct Revision: OptionSet, Hashable {
  let rawValue: UInt8

  static let inserted = Revision(rawValue: 1)
  static let deleted = Revision(rawValue: 2)

  /// The change as the text shows it.
  var change: TextChange? { TextChange(isInserted: contains(.inserted), isDeleted: contains(.deleted)) }
}

/// A piece of a paragraph.
enum WordInline {
  /// Text with tabs and line breaks in it; what is formatted alike is one piece.
  case text(String, RunFormat)
  case field(FieldMark, RunFormat)
  case reference(NoteReference, NoteMark, RunFormat)
  indirect case drawing(WordDrawing, RunFormat)
  /// An equation as linear text.
  case equation(String, Revision)
}

extension WordInline {
  /// Whether something is read of it.
  fileprivate var hasContent: Bool {
    switch self {
    case .text(let text, _): text.hasInk
    case .reference(_, let mark, _): mark != .rangeEnd
    case .equation, .drawing: true
    case .field: false
    }
  }
}

/// A mark of a field (17.16.18): begin, code, separate, result, end; fields nest.
enum FieldMark {
  /// The content of a form field, where the field is one.
  case begin(FormField?)
  case code(String)
  case separate
  case end
}

/// What a legacy form field holds (17.16.17) where its text is no run of the paragraph.
enum FormField: Hashable {
  case checkBox(isChecked: Bool)
  case dropDown(choice: String)
}

/// A reference from the text to a note or comment.
struct NoteReference: Hashable {
  enum Kind {
    case footnote, endnote, comment
  }

  var kind: Kind
  var id: String
}

/// What a reference to a note shows, or where it stands.
enum NoteMark {
  /// The number of the note.
  case number
  /// A mark of its own, which stands in the text behind the reference and in the note (17.11.14): the note is not counted.
  case own
  /// Nothing: the text that a comment is about ends here. Means the comment where nothing else does.
  case rangeEnd
}

/// A drawing, picture or embedded object in the text.
struct WordDrawing {
  /// The description that the file gives, empty where it gives none.
  var description = ""

  /// Whether it holds a picture, drawn shapes aside.
  var hasPicture = false

  /// The stories of its text boxes, in order.
  var textBoxes: [[WordBlock]] = []

  /// Content that is not read, for findings.
  var objects: [EmbeddedObject] = []
}

/// Something inside a drawing that is not Word's own content.
enum EmbeddedObject: Hashable {
  /// A chart, by the name of its part; empty where no relationship names one.
  case chart(part: String)
  /// SmartArt, by the name of its data part.
  case diagram(part: String)
  /// An OLE object, by the program that made it.
  case ole(program: String)
  /// Any other kind of content, by the name of its namespace or element.
  case other(String)
}

extension EmbeddedObject {
  /// The name of the part that holds the text of a diagram or chart.
  var graphic: String? {
    switch self {
    case .chart(let part), .diagram(let part): part
    case .ole, .other: nil
    }
  }
}
