public import ConverterCore
internal import FoundationEssentials

/// Reads plain text: finds its encoding, its tables and its structure.
///
/// Text has no structure but lines, so everything is recognised in steps between named values:
/// bytes → ``TextPieces`` → ``TextLines`` → candidates of all shapes (``Shape``) → those that stand (``ShapeSelection``) →
/// blocks; the lines between tables are prose (``ProseReader``). What looks like no table stays text. A long text goes through these
/// steps window by window (``TextWindows``).
public struct TextReader: StreamingReader {
  private let encoding: String?

  /// - Parameter encoding: the name of the encoding to decode from; `nil` to find out.
  public init(encoding: String? = nil) {
    self.encoding = encoding
  }

  public var formats: [Format] {
    [
      Format(
        name: "text", title: "plain text",
        extensions: ["txt", "text", "md", "markdown", "csv", "tsv", "tab", "log", "asc"], signatures: [])
    ]
  }

  public func stream(_ source: Source, within limits: Limits) throws(ReadingError) -> DocumentStream {
    let pieces = TextPieces(source, encoding: try forcedEncoding())
    var windows = TextWindows(
      pieces, isNamedDelimited: ["csv", "tsv", "tab"].contains(source.fileExtension), within: limits)
    var first = try windows.next() ?? Document()
    if pieces.pageCount > 1 { first.metadata.pageCount = pieces.pageCount }
    first.source.encoding = pieces.encoding.name
    first.source.replacementCount = pieces.replacementCount
    if pieces.replacementCount > 0 {
      first.findings.insert(.replacements(pieces.replacementCount, encoding: pieces.encoding.name), at: 0)
    }
    if EncodedMail.begins(source.bytes) { first.findings.append(.encodedMail) }
    return DocumentStream(first) { () throws(ReadingError) in try windows.next() }
  }

  private func forcedEncoding() throws(ReadingError) -> TextEncoding? {
    guard let encoding else { return nil }
    guard let known = TextEncoding(named: encoding) else {
      throw ReadingError(.unsupported(detail: "the encoding “\(encoding)”"))
    }
    return known
  }
}
