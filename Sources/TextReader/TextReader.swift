public import ConverterCore
internal import FoundationEssentials

/// Reads plain text: finds its encoding, its tables and its structure.
///
/// Text has no structure but lines, so everything is recognised in steps between named values:
/// bytes → ``DecodedText`` → ``TextLines`` → candidates of all shapes (``Shape``) → those that stand (``ShapeSelection``) →
/// blocks; the lines between tables are prose (``ProseReader``). What looks like no table stays text.
public struct TextReader: Reader {
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

  public func read(_ source: Source, within limits: Limits) throws(ReadingError) -> Document {
    let decoded = try decoder().decode(source.bytes)
    let text = TextLines(
      utf8: decoded.utf8, isNamedDelimited: ["csv", "tsv", "tab"].contains(source.fileExtension))
    let shapes = ShapeSelection.choose(in: text)
    try checkCells(shapes, limits)
    let content = DocumentBuilder(text, shapes: shapes).content()
    var document = Document(metadata: content.metadata, blocks: content.blocks, findings: content.findings)
    document.source.encoding = decoded.encoding.name
    document.source.replacementCount = decoded.replacementCount
    if decoded.replacementCount > 0 {
      document.findings.insert(.replacements(decoded.replacementCount, encoding: decoded.encoding.name), at: 0)
    }
    return document
  }

  private func decoder() throws(ReadingError) -> TextDecoder {
    guard let encoding else { return TextDecoder() }
    guard let known = TextEncoding(named: encoding) else {
      throw ReadingError(.unsupported(detail: "the encoding “\(encoding)”"))
    }
    return TextDecoder(encoding: known)
  }

  private func checkCells(_ shapes: [ShapeCandidate], _ limits: Limits) throws(ReadingError) {
    var cells = 0
    for case .table(let table) in shapes.lazy.map(\.content) {
      cells += table.rowCount.multipliedReportingOverflow(by: table.columnCount).partialValue
      guard cells <= limits.cells else {
        throw ReadingError(.limit(name: "cells", asked: cells, granted: limits.cells))
      }
    }
  }
}
