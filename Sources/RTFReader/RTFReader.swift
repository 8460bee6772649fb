public import ConverterCore

/// Reads Rich Text Format 1.9.1.
///
/// The way of a document: bytes → tokens (``RTFScanner``) → ``RTFInterpreter``, which keeps the properties of groups, collects
/// text (``TextCollector``) and hands paragraphs to `FlowAssembler`.
///
/// - Read: text in all code pages and by number; headings by outline level; lists with computed labels; tables with merges and
///   nesting; results of fields, form fields; footnotes, endnotes, comments, text boxes; headers and footers by option; tracked changes
///   (`WordOptions`); title, author, times; equations as linear text.
/// - Left out knowingly: instructions of fields, the bytes of pictures and objects (equations among them are told), appearance; hidden text unless asked for (told as
///   a note).
public struct RTFReader: Reader {
  private let options: WordOptions

  public init(options: WordOptions = WordOptions()) {
    self.options = options
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
    var interpreter = RTFInterpreter(bytes, options: options, limits: limits)
    return try interpreter.document()
  }
}
