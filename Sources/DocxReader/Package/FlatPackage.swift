internal import ConverterCore
internal import FoundationEssentials
internal import Markup

/// A package written as one XML document (“Flat OPC”, [MS-DOCX] and Word's own “Word XML document”):
///
///     <pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">
///       <pkg:part pkg:name="/word/document.xml" …><pkg:xmlData><w:document>…</w:document></pkg:xmlData></pkg:part>
///       <pkg:part pkg:name="/word/media/image1.png" …><pkg:binaryData>…</pkg:binaryData></pkg:part>
///
/// One pass finds where the parts begin; a part is then read from there on, so memory stays flat.
struct FlatPackage {
  static let namespace = "http://schemas.microsoft.com/office/2006/xmlPackage"

  /// From the tag of the root on, in UTF-8.
  private let bytes: Data

  /// The names of the parts in order.
  private(set) var names: [String] = []

  /// Where the tag of each part begins in `bytes`.
  private var starts: [Int] = []

  /// Why the list of parts ends early, if it does.
  private(set) var failure: XMLFailure?

  /// - Throws: ``ReadingError`` with `limit` for too many parts.
  init(_ source: Data, within limits: Limits) throws(ReadingError) {
    let whole = XMLEncoding.utf8(source)
    var root = 0
    var cursor = try XMLCursor(over: [whole], depthLimit: limits.depth * 4)
    let document = cursor.scope
    while let name = cursor.child(of: document) {
      guard name == .flatPackage else { continue }
      root = cursor.elementOffset
      let package = cursor.scope
      while let name = cursor.child(of: package) {
        guard name == .flatPart, let part = cursor.string(.flatName) else { continue }
        names.append(part)
        starts.append(cursor.elementOffset - root)
        guard names.count <= limits.entries else {
          throw ReadingError(.limit(name: "entries", asked: names.count, granted: limits.entries))
        }
      }
    }
    bytes = whole.dropFirst(root)
    failure = cursor.failure
  }

  /// Whether bytes are XML and no archive: their first sign is one of markup, behind a byte order mark or not.
  static func isLikely(_ bytes: Data) -> Bool {
    let marks: [UInt8] = [0xEF, 0xBB, 0xBF, 0xFE, 0xFF, 0x00, 0x20, 0x09, 0x0A, 0x0D]
    return bytes.prefix(64).first { !marks.contains($0) } == UInt8(ascii: "<")
  }

  /// A cursor just inside of the data of a part; `nil` for a part of bytes.
  ///
  /// - Parameter index: its index among ``names``.
  func cursor(at index: Int, depthLimit: Int) throws(ReadingError) -> XMLCursor? {
    try cursor(in: .flatXML, ofPartAt: index, depthLimit: depthLimit)
  }

  /// The bytes of a part that is none of XML; `nil` for one that is.
  ///
  /// - Parameter index: its index among ``names``.
  func contents(at index: Int) throws(ReadingError) -> [UInt8]? {
    guard var cursor = try cursor(in: .flatBytes, ofPartAt: index, depthLimit: 4) else { return nil }
    return Data(base64Encoded: cursor.text(), options: .ignoreUnknownCharacters).map { Array($0) }
  }

  private func cursor(
    in wanted: WordName, ofPartAt index: Int, depthLimit: Int
  ) throws(ReadingError) -> XMLCursor? {
    guard let first = starts.first, starts.indices.contains(index) else { return nil }
    // The tag of the root declares namespaces; it and the part's own elements lie around those of the part.
    let pieces = [bytes.prefix(first), bytes.dropFirst(starts[index])]
    var cursor = try XMLCursor(over: pieces, depthLimit: depthLimit + 3)
    for step in [WordName.flatPackage, .flatPart] {
      let scope = cursor.scope
      guard cursor.child(of: scope) == step else { return nil }
    }
    let part = cursor.scope
    while let name = cursor.child(of: part) {
      if name == wanted { return cursor }
    }
    return nil
  }
}
