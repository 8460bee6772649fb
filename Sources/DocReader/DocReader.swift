internal import Containers
public import ConverterCore

/// Reads Word 97–2003 documents (`.doc`), which is also what Kingsoft WPS writes as `.wps`.
///
/// The way of a document: ``CompoundFile`` → ``WordBinary`` (streams, information block) → ``PieceTable`` (text of all stories) and
/// ``Formatting`` (styles, pages of properties, changes of pieces) → paragraphs (``ParagraphReading``) → blocks (`FlowAssembler`).
///
/// - Read: main text, footnotes, endnotes, comments, text boxes, headers and footers by option; headings by outline level; lists with
///   computed labels; tables with merges and nesting; results of fields, form fields, equations of `EQ` fields as linear text;
///   WordArt; tracked changes (`WordOptions`); title, author and times.
/// - Left out knowingly: instructions of fields, macros, the bytes of pictures and embedded objects (equations among them are told),
///   appearance; hidden text unless asked for (told as a note).
/// - Told, not read: encrypted documents, Word 6 and 95, Works.
public struct DocReader: Reader {
  private let options: WordOptions

  public init(options: WordOptions = WordOptions()) {
    self.options = options
  }

  public var formats: [Format] {
    [
      Format(
        name: "doc", title: "Word 97–2003 document", extensions: ["doc", "dot", "wps", "wpt"],
        signatures: [.compoundStream("WordDocument")])
    ]
  }

  public func read(_ source: Source, within limits: Limits) throws(ReadingError) -> Document {
    let file = try CompoundFile(source.bytes)
    let binary = try WordBinary(file)
    let text = try PieceTable(binary)
    var document = try DocConversion(binary, text, options: options, limits: limits).document()
    if let summary = file.stream(named: "\u{5}SummaryInformation") {
      document.metadata.add(SummaryInformation(summary.bytes))
    }
    return document
  }
}

extension Metadata {
  fileprivate mutating func add(_ summary: SummaryInformation) {
    title = summary.title ?? title
    pageCount = summary.pageCount
    author = summary.author
    created = summary.created
    modified = summary.modified
  }
}
