internal import ConverterCore
internal import FoundationEssentials
internal import Markup

/// A document of Word 2003 XML (WordprocessingML 2003, root element `w:wordDocument`): what are parts of a package elsewhere
/// are children of one element here, and the text is the last of them.
///
/// A first pass goes up to the text and tells which parts there are; each part is then read from the start of the file to its own end,
/// so that the text is gone through once.
struct SingleWordFile {
  static let namespace = "http://schemas.microsoft.com/office/word/2003/wordml"

  /// The name by which the text is read.
  private static let mainPart = "wordDocument"

  /// The children of the root that are read as parts of their own, with the kinds and names of these.
  private static let parts: [(element: WordName, kind: String, name: String)] = [
    (.styles, "styles", "\(mainPart)/styles"), (.numbering, "numbering", "\(mainPart)/lists"),
    (.coreProperties, "core-properties", "\(mainPart)/properties"),
  ]

  private let bytes: Data

  /// The text and the children of the root before it, as if they were parts.
  let relationships: [Relationship]

  /// Goes up to the text; `nil` where the bytes are no such document.
  init?(_ bytes: Data) throws(ReadingError) {
    var cursor = try XMLCursor(over: [bytes], depthLimit: 2)
    let document = cursor.scope
    guard cursor.child(of: document) == .document else { return nil }
    var relationships = [
      Relationship(id: "main", kind: "officeDocument", target: SingleWordFile.mainPart, isExternal: false)
    ]
    let scope = cursor.scope
    while let name = cursor.child(of: scope), name != .body {
      guard let part = SingleWordFile.parts.first(where: { $0.element == name }) else { continue }
      relationships.append(Relationship(id: part.kind, kind: part.kind, target: part.name, isExternal: false))
    }
    self.bytes = bytes
    self.relationships = relationships
  }

  /// A cursor before the root for the main part, inside of the root for the others.
  func cursor(_ part: String, depthLimit: Int) throws(ReadingError) -> XMLCursor {
    var cursor = try XMLCursor(over: [bytes], depthLimit: depthLimit)
    if part != SingleWordFile.mainPart {
      let document = cursor.scope
      _ = cursor.child(of: document, named: .document)
    }
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
