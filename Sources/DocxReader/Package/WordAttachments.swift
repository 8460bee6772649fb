public import ConverterCore
internal import FoundationEssentials

extension WordPackage {
  /// The names of the files that lie in the document, in the order of the package: what Word and other programs keep in folders named
  /// `embeddings` (objects and the workbooks of charts), and documents for altChunk that cannot be read in their places.
  ///
  /// - Parameters:
  ///   - relationships: those of the main part.
  ///   - limits: what documents inside of the document may take.
  func attachmentNames(_ relationships: Relationships, within limits: Limits) -> [String] {
    let chunks = foreignChunks(relationships, within: limits)
    return names.filter { name in
      guard !name.hasSuffix("/") else { return false }
      let normalized = PartName.normalized(name)
      return "/\(PartName.folder(of: normalized))".hasSuffix("/embeddings/") || chunks.contains(normalized)
    }
  }

  /// The parts for altChunk (ECMA-376 part 1, 11.3.1) that are no Word packages.
  private func foreignChunks(_ relationships: Relationships, within limits: Limits) -> Set<String> {
    let targets = relationshipsOfStories(relationships).flatMap { $0.parts("aFChunk") }
    return Set(
      targets.filter { target in
        guard let bytes = try? bytes(of: target) else { return false }
        return !WordPackage.isOne(Source(name: target, bytes: Data(bytes)), within: limits)
      }.map(PartName.normalized))
  }

  /// Whether bytes are a ZIP archive with a main part.
  private static func isOne(_ source: Source, within limits: Limits) -> Bool {
    guard source.bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) else { return false }
    return (try? WordPackage(source, within: limits))?.mainPart != nil
  }
}

extension DocxReader: AttachmentReader {
  public func attachments(of source: Source, within limits: Limits) throws(ReadingError) -> [AttachedFile] {
    let package = try WordPackage(source, within: limits)
    let relationships = package.mainRelationships
    return package.attachmentNames(relationships, within: limits).map { name in
      AttachedFile(name: name) { _ throws(ReadingError) in Data(try package.bytes(of: name) ?? []) }
    }
  }
}
