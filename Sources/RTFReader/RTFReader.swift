public import ConverterCore

/// Reads Rich Text Format 1.9.1.
///
/// The way of a document: bytes → tokens (``RTFScanner``) → ``RTFInterpreter``, which keeps the properties of groups, collects
/// text (``TextCollector``) and hands paragraphs to `FlowAssembler`.
///
/// - Read: text in all code pages and by number; headings by outline level; lists with computed labels; tables with merges and
///   nesting; results of fields, form fields; footnotes, endnotes, comments, text boxes; headers and footers by option; tracked changes
///   (`WordOptions`); title, author, times; equations as linear text.
/// - Left out knowingly: instructions of fields, the bytes of pictures and objects (equations among them are told), appearance; hidden
///   text unless asked for (told as a note).
public struct RTFReader: Reader {
  private let options: WordOptions

  public init(options: WordOptions = WordOptions()) {
    self.options = options
  }

  public var formats: [Format] {
    [
      // Databases and web servers write a byte order mark or an empty line before the text.
      Format(
        name: "rtf", title: "Rich Text Format", extensions: ["rtf"],
        signatures: ["", "\u{FEFF}", " ", "\n", "\r\n"].map { .bytes(Array(($0 + "{\\rtf").utf8)) })
    ]
  }

  public func read(_ source: Source, within limits: Limits) throws(ReadingError) -> Document {
    let bytes = [UInt8](source.bytes)
    // Whatever stands before the first group is a byte order mark or blank.
    guard let start = bytes.prefix(8).firstIndex(of: UInt8(ascii: "{")),
      bytes[start...].starts(with: Array("{\\rtf".utf8))
    else {
      throw ReadingError(.damaged(format: "rtf", detail: "it does not begin as one"))
    }
    var interpreter = RTFInterpreter(start == 0 ? bytes : Array(bytes[start...]), options: options, limits: limits)
    return try interpreter.document()
  }
}
