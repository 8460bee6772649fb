internal import ConverterCore
internal import Markup

/// The stories of footnotes, endnotes and comments, by the numbers that the text refers to.
struct WordNotes {
  private var stories: [NoteReference.Kind: [String: [WordBlock]]] = [:]

  /// The story that a reference means; `nil` where the file has none.
  func story(of reference: NoteReference) -> [WordBlock]? {
    stories[reference.kind]?[reference.id]
  }

  /// The notes that the text refers to, seen or not.
  var references: Set<NoteReference> = []

  /// Whether a reference of its own leads to a note, besides the ends of ranges.
  func isReferredTo(_ reference: NoteReference) -> Bool { references.contains(reference) }

  /// How many notes with content nothing refers to.
  ///
  /// - Parameter placed: those that were placed all the same.
  func unreferencedCount(besides placed: Set<NoteReference>) -> Int {
    stories.reduce(0) { count, kind in
      count
        + kind.value.count { id, story in
          let reference = NoteReference(kind: kind.key, id: id)
          return !references.contains(reference) && !placed.contains(reference) && story.contains(where: \.hasContent)
        }
    }
  }

  /// Takes a note that stands in the text itself, as in Word 2003 XML.
  mutating func add(_ reference: NoteReference, _ story: [WordBlock]) {
    stories[reference.kind, default: [:]][reference.id] = story
  }

  /// Reads a part of notes.
  ///
  /// - Parameters:
  ///   - kind: what the part holds.
  ///   - name: the name of the part, with which places begin.
  mutating func add(_ kind: NoteReference.Kind, _ parser: inout WordParser, named name: String) {
    var found: [String: [WordBlock]] = [:]
    let root = parser.cursor.scope
    while let element = parser.cursor.child(of: root) {
      guard [.footnotes, .endnotes, .comments].contains(element) else { continue }
      let scope = parser.cursor.scope
      while let element = parser.cursor.child(of: scope) {
        guard [.footnote, .endnote, .comment].contains(element), let id = parser.cursor.string(.id) else { continue }
        // Separators and notices of continuation are drawn, not written.
        let isNote = !parser.cursor.hasAttribute(.type) || parser.cursor.attribute(.type, is: "normal")
        let blocks = parser.blocks(at: ElementPath("\(name)/\(element.rawValue.dropFirst(2))[\(found.count + 1)]"))
        if isNote { found[id] = blocks }
      }
    }
    stories[kind] = found
  }
}
