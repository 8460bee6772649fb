internal import ConverterCore
internal import FoundationEssentials
internal import Markup

/// A document of Word 2003 XML (WordprocessingML 2003, root element `w:wordDocument`): what are parts of a package elsewhere
/// are children of one element here.
enum SingleWordFile {
  static let namespace = "http://schemas.microsoft.com/office/word/2003/wordml"

  /// The name by which the text is read.
  static let mainPart = "wordDocument"

  /// The children of the root as if they were parts of their own.
  static let relationships = [
    Relationship(id: "main", kind: "officeDocument", target: mainPart, isExternal: false),
    Relationship(id: "styles", kind: "styles", target: "\(mainPart)/styles", isExternal: false),
    Relationship(id: "lists", kind: "numbering", target: "\(mainPart)/lists", isExternal: false),
    Relationship(
      id: "properties", kind: "core-properties", target: "\(mainPart)/properties", isExternal: false),
  ]

  /// A cursor before the root for the main part, inside of the root for the others.
  static func cursor(_ part: String, of bytes: Data, depthLimit: Int) throws(ReadingError) -> XMLCursor {
    var cursor = try XMLCursor(over: [bytes], depthLimit: depthLimit)
    guard part != mainPart else { return cursor }
    let document = cursor.scope
    while let name = cursor.child(of: document) {
      if name == .document { break }
    }
    return cursor
  }

  /// Whether bytes are such a document.
  static func isOne(_ bytes: Data) throws(ReadingError) -> Bool {
    var cursor = try XMLCursor(over: [bytes], depthLimit: 1)
    let document = cursor.scope
    return cursor.child(of: document) == .document
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
