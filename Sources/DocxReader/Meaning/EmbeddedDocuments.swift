internal import ConverterCore
internal import FoundationEssentials

/// Reads the documents that stand in the text of another one (altChunk; ECMA-376 part 1, 17.17.2.1).
struct EmbeddedDocuments {
  /// How deep documents may lie in documents.
  private static let deepest = 4

  private let package: WordPackage
  private let source: Source
  private let options: WordOptions
  private let foreign: DocxReader.ForeignReading

  /// How many documents the one around lies in.
  let level: Int

  init(
    _ package: WordPackage, in source: Source, _ options: WordOptions, _ foreign: @escaping DocxReader.ForeignReading,
    level: Int
  ) {
    self.package = package
    self.source = source
    self.options = options
    self.foreign = foreign
    self.level = level
  }

  /// What came of an embedded document.
  enum Outcome {
    case read(Document)
    case missing
    case otherFormat
    case unreadable(ReadingError)
  }

  /// Whether the document in a part is one whose format nobody reads.
  func isForeign(_ part: String, within limits: Limits) -> Bool {
    guard let bytes = try? package.bytes(of: part) else { return false }
    let inner = Source(name: "\(source.name)!\(part)", bytes: Data(bytes))
    return WordPackage.inside(inner, within: limits) == nil && (try? foreign(inner, limits)) == nil
  }

  /// Reads the document in a part of the package; empty stands for no part.
  func document(_ part: String, within limits: Limits) -> Outcome {
    do throws(ReadingError) {
      guard !part.isEmpty, let bytes = try package.bytes(of: part) else { return .missing }
      let inner = Source(name: "\(source.name)!\(part)", bytes: Data(bytes))
      guard let package = WordPackage.inside(inner, within: limits) else {
        return try foreign(inner, limits).map(Outcome.read) ?? .otherFormat
      }
      guard level < Self.deepest else { return .otherFormat }
      let documents = EmbeddedDocuments(package, in: inner, options, foreign, level: level + 1)
      return .read(try DocumentAssembly(package, documents, options: options, limits: limits).document())
    } catch {
      return .unreadable(error)
    }
  }
}

extension WordPackage {
  /// The package that lies in another one; `nil` where the bytes are no ZIP archive with a main part.
  fileprivate static func inside(_ source: Source, within limits: Limits) -> WordPackage? {
    guard source.bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]),
      let package = try? WordPackage(source, within: limits), package.mainPart != nil
    else { return nil }
    return package
  }
}
