public import ConverterCore
internal import FoundationEssentials
internal import PageLayout

/// Reads PDF files (ISO 32000) through poppler: the ink of each page and, where the file is tagged, its structure.
///
/// Read: text with its fonts, colours and places; lines, shading, boxes of pictures; marked content and the structure
/// tree; values of form fields, typed text and stamps among the annotations; what notes, highlights and other markup
/// annotations say, as comments; the information dictionary.
/// Given as attachments (`AttachmentReader`): the files of the name tree `EmbeddedFiles`.
/// Knowingly skipped: other annotations (links, attached files), hidden ones, the shapes of comments and states set on them
/// (Accepted), bookmarks, scripts, pictures' bytes, layers that are switched off, patterns and shadings beyond their boxes.
public struct PDFReader: Reader {
  /// Opens encrypted files; tried as the user's and as the owner's, and left aside where a file opens without one. `nil` for none.
  public var password: String?

  /// Whether tables that continue on the next page become one; else each page keeps its own.
  public var stitching: Bool

  public init(password: String? = nil, stitching: Bool = true) {
    self.password = password
    self.stitching = stitching
  }

  /// Whether this build sees lines, fills and pictures, or characters alone.
  package static var seesVectorInk: Bool { PDFDocument.seesVectorInk }

  public var formats: [Format] {
    [
      Format(
        name: "pdf", title: "Portable Document Format", extensions: ["pdf"],
        // The header may stand anywhere in the first 1,024 bytes (ISO 32000-1, implementation notes on 7.5.2).
        signatures: [.bytes(Array("%PDF-".utf8)), .bytesNearStart(Array("%PDF-".utf8), within: 1024)])
    ]
  }

  public func read(_ source: Source, within limits: Limits) throws(ReadingError) -> Document {
    try withPages(of: source, within: limits) { pages throws(ReadingError) in
      var document = try PageAnalyzer(stitching: stitching).document(from: pages, within: limits)
      document.metadata = pages.metadata
      document.findings = MessageFindings.merged(pages.findings + document.findings)
      let names = pages.attachmentNames.enumerated().map { $1 ?? Self.standInName($0) }
      if let told = Finding.attachments(names, of: "pdf") { document.findings.append(told) }
      return document
    }
  }

  /// Opens a file for as long as the body runs and passes its pages.
  ///
  /// - Throws: ``ReadingError`` where the file cannot be opened, has no pages, or has more than the limits grant.
  public func withPages<Result>(
    of source: Source, within limits: Limits,
    _ body: (borrowing PDFPages) throws(ReadingError) -> Result
  ) throws(ReadingError) -> Result {
    try withDocument(of: source) { document throws(ReadingError) in
      let count = document.pageCount
      guard count > 0 else { throw ReadingError(.damaged(format: "pdf", detail: "it has no pages")) }
      guard count <= limits.pages else {
        throw ReadingError(.limit(name: "pages", asked: count, granted: limits.pages))
      }
      return try body(PDFPages(document, within: limits))
    }
  }

  /// Opens a file for as long as the body runs.
  ///
  /// - Throws: ``ReadingError`` where the file cannot be opened.
  func withDocument<Result>(
    of source: Source, _ body: (consuming PDFDocument) throws(ReadingError) -> Result
  ) throws(ReadingError) -> Result {
    try unsafe source.bytes.bytes.withUnsafeBytes { bytes throws(ReadingError) in
      try body(try unsafe PDFDocument.open(bytes, password: password))
    }
  }
}
