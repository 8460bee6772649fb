internal import ConverterCore
internal import FoundationEssentials

/// Reads the documents that stand in the text of another one (altChunk; ECMA-376 part 1, 17.17.2.1).
///
/// A part is read once, however often it stands in the text. Parts of a few bytes that name each other many times would still
/// make an endless text, so that all levels together take up no more than ``mostDocuments`` places.
struct EmbeddedDocuments {
  /// How deep documents may lie in documents.
  private static let deepest = 4
  /// How many places of the text documents may stand at, over all levels: more than any hand puts together.
  static let mostDocuments = 1_000

  private let package: WordPackage
  private let source: Source
  private let options: WordOptions
  /// How many documents the one around lies in.
  private let level: Int
  /// How many places may still be taken up.
  private let granted: Int
  /// How many are, with those in documents that stand in the text.
  private(set) var count = 0
  private var isFull = false
  private var read: [String: (outcome: Outcome, count: Int)] = [:]

  init(_ package: WordPackage, in source: Source, _ options: WordOptions, level: Int, granted: Int) {
    self.package = package
    self.source = source
    self.options = options
    self.level = level
    self.granted = granted
  }

  /// What came of an embedded document.
  enum Outcome {
    case read(Document)
    case missing
    case otherFormat
    case unreadable(ReadingError)
    case tooMany
  }

  /// The document in a part of the package; empty stands for no part. `nil` where no place is left, as was said before.
  mutating func document(_ part: String, within limits: Limits) -> Outcome? {
    guard !isFull else { return nil }
    let known = read[part] ?? opened(part, within: limits)
    read[part] = known
    isFull = count + known.count > granted
    guard !isFull else { return .tooMany }
    count += known.count
    return known.outcome
  }

  /// Reads the document in a part, and says how many places it takes up with those in it.
  private func opened(_ part: String, within limits: Limits) -> (outcome: Outcome, count: Int) {
    do throws(ReadingError) {
      guard !part.isEmpty, let bytes = try package.bytes(of: part) else { return (.missing, 1) }
      let inner = Source(name: "\(source.name)!\(part)", bytes: Data(bytes))
      guard level < Self.deepest, count < granted, inner.bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]),
        let package = try? WordPackage(inner, within: limits), package.mainPart != nil
      else { return (.otherFormat, 1) }
      let assembly = DocumentAssembly(package, source: inner, options: options, limits: limits)
      let assembled = try assembly.assembled(level: level + 1, granted: granted - count - 1)
      return (.read(assembled.document), assembled.embedded + 1)
    } catch {
      return (.unreadable(error), 1)
    }
  }
}
