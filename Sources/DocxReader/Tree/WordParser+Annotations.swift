internal import ConverterCore
internal import Markup

// What Word 2003 XML writes in its own way: changes and comments as annotations, notes in the text, headers and footers in the
// properties of sections.
extension WordParser {
  /// The tracked change that an annotation marks; `nil` for comments, which are no text of the paragraph.
  mutating func annotatedChange() -> Revision? {
    if cursor.attribute(.type, is: "Word.Insertion") { return .inserted }
    if cursor.attribute(.type, is: "Word.Deletion") { return .deleted }
    return cursor.attribute(.type, is: "Word.Comment") ? nil : []
  }

  /// Reads a note that stands in a run, or the comment of an annotation.
  mutating func inlineNote(_ kind: NoteReference.Kind, _ format: RunFormat, to inlines: inout [WordInline]) {
    flushText(to: &inlines)
    let reference = NoteReference(kind: kind, id: "inline \(inlineNotes.count + 1)")
    var story: [WordBlock] = []
    let outer = pending
    pending = PendingText()
    appendWrapped(to: &story, at: ElementPath("\(kind)[\(inlineNotes.count + 1)]"))
    pending = outer
    inlineNotes.append((reference, story))
    references.insert(reference)
    append(.reference(reference, .number, format), to: &inlines)
  }

  /// Reads a header or footer in the properties of a section.
  mutating func inlineHead(_ role: Aside.Role) {
    let place = "\(role.rawValue)[\(inlineHeads.count { $0.role == role } + 1)]"
    inlineHeads.append((role, blocks(at: ElementPath(place)), place))
  }
}
