public import ConverterCore
public import FoundationEssentials
public import PageLayout

/// The pages of an open PDF: their ink, the structure that the file states, and their pictures.
///
/// Pages are read when asked for and not kept; see ``PDFReader/withPages(of:within:_:)`` for how to get hold of them.
public struct PDFPages: ~Copyable, PageSource {
  private let document: PDFDocument
  private let structure: TaggedStructure?

  /// What the file says about itself.
  let metadata: Metadata
  /// What was found while the file was opened.
  package let findings: [Finding]

  public let pageCount: Int

  /// The names of attached files; `nil` for one without.
  let attachmentNames: [String?]

  init(_ document: consuming PDFDocument, within limits: Limits) {
    pageCount = document.pageCount
    metadata = PDFMetadata.metadata(of: document)
    structure = document.taggedStructure()
    attachmentNames = document.attachmentNames(atMost: limits.entries)
    var findings: [Finding] = []
    if !PDFDocument.seesVectorInk { findings.append(.noVectorInk) }
    if document.isEncrypted, !document.isOpenedByPassword { findings.append(.ownerEncryption) }
    self.findings = findings + MessageFindings.findings(document.takeMessages(), at: nil)
    self.document = document
  }

  public func page(_ number: Int) throws(ReadingError) -> Page {
    guard var page = document.ink(ofPage: number) else {
      throw ReadingError(.damaged(format: "pdf", detail: "the page cannot be read"), at: .page(number, nil))
    }
    page.findings += page.legibilityFindings + page.coveredTextFindings
    page.findings += MessageFindings.findings(document.takeMessages(), at: .page(number, nil))
    return page
  }

  /// A page, counted from 1, drawn as a PNG picture; `nil` where it cannot be drawn.
  public func picture(ofPage number: Int, dotsPerInch: Double = 96) -> Data? {
    let picture = document.picture(ofPage: number, dotsPerInch: dotsPerInch)
    _ = document.takeMessages()
    return picture
  }

  public func statedStructure(ofPage number: Int) -> StatedStructure? {
    structure?.structure(ofPage: number)
  }
}
