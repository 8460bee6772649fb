public import ConverterCore

/// Reads Rich Text Format 1.9.1.
///
/// The way of a document: bytes → tokens (``RTFScanner``) → ``RTFInterpreter``, which keeps the properties of groups, collects
/// text (``TextCollector``) and hands paragraphs to `FlowAssembler`.
///
/// - Read: text in all code pages and by number; headings by outline level; lists; tables with merges and nesting; results of
///   fields; footnotes, endnotes, text boxes; headers and footers by option; tracked changes as accepted; title, author, times.
/// - Left out knowingly: instructions of fields, annotations, the bytes of pictures and objects, appearance; formulas (reported).
public struct RTFReader: Reader {
  private let includesHeaders: Bool

  /// - Parameter includesHeaders: whether headers and footers become asides at the end.
  public init(includesHeaders: Bool = false) {
    self.includesHeaders = includesHeaders
  }

  public var formats: [Format] {
    [
      Format(
        name: "rtf", title: "Rich Text Format", extensions: ["rtf"], signatures: [.bytes(Array("{\\rtf".utf8))])
    ]
  }

  public func read(_ source: Source, within limits: Limits) throws(ReadingError) -> Document {
    let bytes = [UInt8](source.bytes)
    guard bytes.starts(with: Array("{\\rtf".utf8)) else {
      throw ReadingError(.damaged(format: "rtf", detail: "it does not begin as one"))
    }
    var interpreter = RTFInterpreter(bytes, limits: limits, includesHeaders: includesHeaders)
    return try interpreter.document()
  }
}
