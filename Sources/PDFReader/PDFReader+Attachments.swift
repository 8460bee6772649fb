public import ConverterCore
internal import FoundationEssentials

extension PDFReader: AttachmentReader {
  /// The files of the name tree `EmbeddedFiles` (ISO 32000-2, 7.11.4); those that only annotations carry are not among them.
  public func attachments(of source: Source, within limits: Limits) throws(ReadingError) -> [AttachedFile] {
    let names = try withDocument(of: source) { document throws(ReadingError) in
      document.attachmentNames(atMost: limits.entries)
    }
    return names.enumerated().map { index, name in
      // The document is opened again for each: so the bytes of one are in memory at a time, and poppler keeps nothing.
      AttachedFile(name: name ?? Self.standInName(index)) { limit throws(ReadingError) in
        try withDocument(of: source) { document throws(ReadingError) in
          guard let bytes = document.attachment(at: index, atMost: limit) else {
            throw ReadingError(.damaged(format: "pdf", detail: "the attached file has no content"))
          }
          return bytes
        }
      }
    }
  }

  /// The name of an attached file whose own is missing.
  ///
  /// - Parameter index: counts from 0.
  static func standInName(_ index: Int) -> String { "attachment\(index + 1)" }
}
