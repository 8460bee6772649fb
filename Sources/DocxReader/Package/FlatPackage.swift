internal import ConverterCore
internal import FoundationEssentials
internal import Markup

/// A package written as one XML document (“Flat OPC”, [MS-DOCX] and Word's own “Word XML document”):
///
///     <pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">
///       <pkg:part pkg:name="/word/document.xml" …><pkg:xmlData><w:document>…</w:document></pkg:xmlData></pkg:part>
///       <pkg:part pkg:name="/word/media/image1.png" …><pkg:binaryData>…</pkg:binaryData></pkg:part>
///
/// A part is read by going through the document up to it, so memory stays flat; parts of bytes are not read.
struct FlatPackage {
  static let namespace = "http://schemas.microsoft.com/office/2006/xmlPackage"

  private let bytes: Data

  /// The names of the parts in order.
  private(set) var names: [String] = []

  /// Why the list of parts ends early, if it does.
  private(set) var failure: XMLFailure?

  /// - Throws: ``ReadingError`` with `limit` for too many parts.
  init(_ bytes: Data, within limits: Limits) throws(ReadingError) {
    self.bytes = bytes
    var cursor = try XMLCursor(over: bytes, depthLimit: limits.depth * 4)
    let document = cursor.scope
    while let name = cursor.child(of: document) {
      guard name == .flatPackage else { continue }
      let package = cursor.scope
      while let name = cursor.child(of: package) {
        guard name == .flatPart, let part = cursor.string(.flatName) else { continue }
        names.append(part)
        guard names.count <= limits.entries else {
          throw ReadingError(.limit(name: "entries", asked: names.count, granted: limits.entries))
        }
      }
    }
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
    // The package's own elements lie around those of the part.
    var cursor = try XMLCursor(over: bytes, depthLimit: depthLimit + 3)
    var number = 0
    let document = cursor.scope
    while let name = cursor.child(of: document) {
      guard name == .flatPackage else { continue }
      let package = cursor.scope
      while let name = cursor.child(of: package) {
        guard name == .flatPart, cursor.hasAttribute(.flatName) else { continue }
        defer { number += 1 }
        guard number == index else { continue }
        let part = cursor.scope
        while let name = cursor.child(of: part) {
          if name == .flatXML { return cursor }
        }
        return nil
      }
    }
    return nil
  }
}
