internal import ConverterCore
internal import FoundationEssentials
internal import Markup

/// A document of Word 2003 XML (WordprocessingML 2003, root element `w:wordDocument`): what are parts of a package elsewhere
/// are children of one element here, in any order.
///
/// One pass finds where the children begin; a part is then read from there on, behind the tag of the root.
struct SingleWordFile {
  static let namespace = "http://schemas.microsoft.com/office/word/2003/wordml"

  /// The name by which the text is read.
  private static let mainPart = "wordDocument"

  /// The children of the root that are read as parts of their own, with the kinds and names of these.
  private static let parts: [(element: WordName, kind: String, name: String)] = [
    (.styles, "styles", "\(mainPart)/styles"), (.numbering, "numbering", "\(mainPart)/lists"),
    (.settings, "settings", "\(mainPart)/docPr"), (.coreProperties, "core-properties", "\(mainPart)/properties"),
  ]

  /// In UTF-8.
  private let bytes: Data

  /// Where the first child of the root begins in `bytes`, and the children that are parts by their names.
  private let head: Int
  private let starts: [String: Int]

  /// The text and the children of the root around it, as if they were parts.
  let relationships: [Relationship]

  /// Goes through the document; `nil` where the bytes are no such document.
  init?(_ source: Data) throws(ReadingError) {
    let bytes = XMLEncoding.utf8(source)
    var cursor = try XMLCursor(over: [bytes], depthLimit: 2)
    let document = cursor.scope
    guard cursor.child(of: document) == .document else { return nil }
    var relationships = [
      Relationship(id: "main", kind: "officeDocument", target: SingleWordFile.mainPart, isExternal: false)
    ]
    var head: Int?
    var starts: [String: Int] = [:]
    let scope = cursor.scope
    while let name = cursor.child(of: scope) {
      let start = cursor.elementOffset
      head = head ?? start
      guard let part = SingleWordFile.parts.first(where: { $0.element == name }), starts[part.name] == nil else {
        continue
      }
      starts[part.name] = start
      relationships.append(Relationship(id: part.kind, kind: part.kind, target: part.name, isExternal: false))
    }
    self.bytes = bytes
    self.head = head ?? bytes.count
    self.starts = starts
    self.relationships = relationships
  }

  /// A cursor before the root for the main part, inside of the root for the others.
  func cursor(_ part: String, depthLimit: Int) throws(ReadingError) -> XMLCursor {
    guard let start = starts[part] else { return try XMLCursor(over: [bytes], depthLimit: depthLimit) }
    // The tag of the root declares namespaces.
    var cursor = try XMLCursor(over: [bytes.prefix(head), bytes.dropFirst(start)], depthLimit: depthLimit)
    let document = cursor.scope
    _ = cursor.child(of: document, named: .document)
    return cursor
  }
}

extension XMLCursor {
  /// Opens a document that is in memory in pieces, handing it to the parser little by little.
  init(over pieces: [Data], depthLimit: Int) throws(ReadingError) {
    var rest = pieces[...]
    try self.init(WordVocabulary.names, depthLimit: depthLimit) { chunk throws(ReadingError) in
      chunk = []
      while chunk.isEmpty, let piece = rest.popFirst() {
        chunk = Array(piece.prefix(64 << 10))
        if chunk.count < piece.count { rest.insert(piece.dropFirst(chunk.count), at: rest.startIndex) }
      }
    }
  }
}
