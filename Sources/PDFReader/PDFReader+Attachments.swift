public import ConverterCore
internal import FoundationEssentials

extension PDFReader: AttachmentReader {
  /// The files of the name tree `EmbeddedFiles` (ISO 32000-2, 7.11.4); those that only annotations carry are not among them.
  public func attachments(of source: Source, within limits: Limits) throws(ReadingError) -> [AttachedFile] {
    let pdf = AttachingPDF(source, password: password)
    return try pdf.names(atMost: limits.entries).enumerated().map { index, name in
      AttachedFile(name: name ?? Self.standInName(index)) { limit throws(ReadingError) in
        guard let bytes = try pdf.bytes(at: index, atMost: limit) else {
          throw ReadingError(.damaged(format: "pdf", detail: "the attached file has no content"))
        }
        return bytes
      }
    }
  }

  /// The name of an attached file whose own is missing.
  ///
  /// - Parameter index: counts from 0.
  static func standInName(_ index: Int) -> String { "attachment\(index + 1)" }
}

/// A document that stays open while its files are taken out one after the other: to open one with thousands of files takes as long as to
/// read some of them.
///
/// A class because all files share it. It owns a copy of the bytes, which poppler reads as long as the document is open.
@safe
private final class AttachingPDF {
  private let bytes: UnsafeMutableRawBufferPointer
  private let password: String?
  private var document: PDFDocument?

  /// A file above this size is not kept by poppler's side until the next one is asked for.
  private static let keptFile = 16 << 20

  init(_ source: Source, password: String?) {
    unsafe bytes = .allocate(byteCount: source.bytes.count, alignment: 1)
    unsafe bytes.copyBytes(from: source.bytes)
    self.password = password
  }

  deinit {
    // In this order: the document looks at the bytes until it is closed.
    document = nil
    unsafe bytes.deallocate()
  }

  func names(atMost limit: Int) throws(ReadingError) -> [String?] {
    try open()
    return document?.attachmentNames(atMost: limit) ?? []
  }

  /// - Returns: `nil` where there are none; one more than the limit where there are more.
  func bytes(at index: Int, atMost limit: Int) throws(ReadingError) -> Data? {
    try open()
    let bytes = document?.attachment(at: index, atMost: limit)
    if let bytes, bytes.count > Self.keptFile { document = nil }
    return bytes
  }

  private func open() throws(ReadingError) {
    if document == nil { document = try unsafe PDFDocument.open(UnsafeRawBufferPointer(bytes), password: password) }
  }
}
