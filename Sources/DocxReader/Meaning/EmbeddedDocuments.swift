internal import ConverterCore
internal import FoundationEssentials

/// Reads the documents that stand in the text of another one (altChunk; ECMA-376 part 1, 17.17.2.1).
struct EmbeddedDocuments {
  /// How deep documents may lie in documents.
  private static let deepest = 4

  private let package: WordPackage
  private let source: Source
  private let options: WordOptions
  /// How many documents the one around lies in.
  private let level: Int

  init(_ package: WordPackage, in source: Source, _ options: WordOptions, level: Int) {
    self.package = package
    self.source = source
    self.options = options
    self.level = level
  }

  /// What came of an embedded document.
  enum Outcome {
    case read(Document)
    case missing
    case otherFormat
    case unreadable(ReadingError)
  }

  /// Reads the document in a part of the package; empty stands for no part.
  func document(_ part: String, within limits: Limits) -> Outcome {
    do throws(ReadingError) {
      guard !part.isEmpty, let bytes = try package.bytes(of: part) else { return .missing }
      let inner = Source(name: "\(source.name)!\(part)", bytes: Data(bytes))
      guard level < Self.deepest, inner.bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]),
        let package = try? WordPackage(inner, within: limits), package.mainPart != nil
      else { return .otherFormat }
      let assembly = DocumentAssembly(package, source: inner, options: options, limits: limits)
      return .read(try assembly.document(level: level + 1))
    } catch {
      return .unreadable(error)
    }
  }
}
