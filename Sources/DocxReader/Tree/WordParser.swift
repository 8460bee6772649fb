internal import ConverterCore
internal import Markup

/// Reads one part of a package into the faithful tree.
///
/// Every method is called with the cursor just inside of the element that it reads, and leaves when it has read all of
/// it. Nesting is bounded by the depth limit of the cursor, so recursion is.
struct WordParser: ~Copyable {
  var cursor: XMLCursor

  /// Shared by all parts of a package: hand it from one parser to the next.
  var styles: StyleNames

  /// What is seen of equations.
  let options: WordOptions

  /// How many stretches of equations were left out, by reason, for findings.
  var equationOmissions = (changed: 0, hidden: 0)

  /// The relationships of the part, which mean nothing in any other one.
  private let relationships: Relationships

  /// The tracked change that surrounds the content being read.
  var revision: Revision = []

  /// Text of the current run of like formatting, not yet part of the paragraph.
  var pending = PendingText()

  /// The notes and comments that the text refers to, seen or not.
  var references: Set<NoteReference> = []

  /// Notes and comments that stand where they are referred to (Word 2003 XML).
  var inlineNotes: [(reference: NoteReference, story: [WordBlock])] = []

  /// Headers and footers that stand in the properties of their section (Word 2003 XML), with their places.
  var inlineHeads: [(role: Aside.Role, story: [WordBlock], place: String)] = []

  /// How the sections count their notes, in order of their ends.
  var sections: [SectionNotes] = []

  /// Names of elements that are neither read nor on the list of those knowingly skipped, in order of appearance.
  var unknown: [String] = []

  init(
    _ cursor: consuming XMLCursor, styles: StyleNames, relationships: Relationships = Relationships(),
    options: WordOptions = WordOptions()
  ) {
    self.cursor = cursor
    self.options = options
    self.styles = styles
    self.relationships = relationships
  }
}

extension WordParser {
  /// The name of the part that an attribute of the element leads to; empty where it leads to none.
  mutating func target(_ attribute: WordAttribute) -> String {
    cursor.string(attribute).flatMap { relationships.target(of: $0) } ?? ""
  }

  /// Takes note of an element that nobody expected where it stands, once for each name.
  mutating func noteStray() {
    let spelling = cursor.elementName
    guard unknown.count < 16, spelling.hasPrefix("w:"), !unknown.contains(spelling) else { return }
    unknown.append(spelling)
  }

  /// Whether an element only stands around what is read: one of another vocabulary, such as the smart tags and the elements of
  /// customers' schemas that Word 2003 writes around words, paragraphs and rows.
  func isForeignWrapper(_ name: WordName) -> Bool { name == .other && !cursor.elementName.hasPrefix("w:") }

  /// Reads with a tracked change in force.
  mutating func within<Result>(_ change: Revision, _ read: (inout WordParser) -> Result) -> Result {
    let outer = revision
    revision.formUnion(change)
    defer { revision = outer }
    return read(&self)
  }
}
