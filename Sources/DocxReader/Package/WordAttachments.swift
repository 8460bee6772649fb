public import ConverterCore
internal import FoundationEssentials

extension WordPackage {
  /// The names of the files that lie in the document, in the order of the package: what Word and other programs keep in folders named
  /// `embeddings` (objects and the workbooks of charts), and documents for altChunk that cannot be read in their places.
  ///
  /// - Parameters:
  ///   - relationships: those of the main part.
  ///   - documents: reads the documents for altChunk.
  ///   - limits: what documents inside of the document may take.
  func attachmentNames(
    _ relationships: Relationships, _ documents: EmbeddedDocuments, within limits: Limits
  ) -> [String] {
    let chunks = foreignChunks(relationships, documents, within: limits)
    return names.filter { name in
      guard !name.hasSuffix("/") else { return false }
      let normalized = PartName.normalized(name)
      return "/\(PartName.folder(of: normalized))".hasSuffix("/embeddings/") || chunks.contains(normalized)
    }
  }

  /// The parts for altChunk (ECMA-376 part 1, 11.3.1) that are in formats that nobody reads.
  private func foreignChunks(
    _ relationships: Relationships, _ documents: EmbeddedDocuments, within limits: Limits
  ) -> Set<String> {
    // Each part is looked at once, however many relationships lead to it.
    let targets = Set(relationshipsOfStories(relationships).flatMap { $0.parts("aFChunk") })
    return Set(targets.filter { documents.isForeign($0, within: limits) }.map(PartName.normalized))
  }
}

extension DocxReader: AttachmentReader {
  public func attachments(of source: Source, within limits: Limits) throws(ReadingError) -> [AttachedFile] {
    let package = try WordPackage(source, within: limits)
    let documents = embeddedDocuments(package, source)
    return package.attachmentNames(package.mainRelationships, documents, within: limits).map { name in
      AttachedFile(name: name) { _ throws(ReadingError) in Data(try package.bytes(of: name) ?? []) }
    }
  }
}
