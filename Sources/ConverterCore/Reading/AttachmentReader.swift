public import FoundationEssentials

/// A reader of documents in which further files may lie: workbooks in a text document, files attached to a PDF.
///
/// Such files are no part of the document; who asks for them reads each as a source of its own.
public protocol AttachmentReader: Reader {
  /// The files that lie in a document, in the order in which it lists them.
  ///
  /// - Parameters:
  ///   - source: the document.
  ///   - limits: the bounds to keep, in particular `entries`.
  /// - Throws: ``ReadingError`` where the document cannot be opened.
  func attachments(of source: Source, within limits: Limits) throws(ReadingError) -> [AttachedFile]
}

/// A file that lies in a document.
public struct AttachedFile {
  /// The name as the document gives it, with `/` between folders. It may be anything: whoever makes a path of it looks at it first.
  public var name: String

  private let contents: (Int) throws(ReadingError) -> Data

  /// - Parameters:
  ///   - name: the name as the document gives it.
  ///   - contents: gives the bytes of the file, of which the number is the most; ``ReadingError`` with `limit` beyond.
  public init(name: String, contents: @escaping (_ limit: Int) throws(ReadingError) -> Data) {
    self.name = name
    self.contents = contents
  }
}

extension AttachedFile {
  /// The bytes of the file, taken out of the document now.
  ///
  /// - Parameter limit: the most bytes.
  /// - Throws: ``ReadingError`` where they are damaged, or `limit` where there are more.
  public func bytes(atMost limit: Int) throws(ReadingError) -> Data {
    let bytes = try contents(limit)
    guard bytes.count <= limit else {
      throw ReadingError(.limit(name: "unpacked bytes", asked: bytes.count, granted: limit))
    }
    return bytes
  }
}
