public import ConverterCore
internal import FoundationEssentials
internal import Markup

/// Reads Word documents (ECMA-376 Office Open XML, transitional and strict): `.docx`, `.docm`, `.dotx`, `.dotm`, and the same
/// parts in one XML file (“Flat OPC”); and Word 2003 XML, whose names are mapped to these.
///
/// The way of a document: ``WordPackage`` (parts by their relationships) → ``WordParser`` (the faithful tree: ``WordBlock``,
/// ``WordTable``) → ``BodyConversion`` (its meaning: blocks with places).
///
/// **Read:** paragraphs with tabs and breaks; headings by outline level of paragraph or style (by id, inheritance and localized names);
/// lists with computed labels (all levels, restarts, overrides, legal numbering, the kinds of numbers of China, Japan and Korea,
/// custom ones such as 001); tables with gridSpan, vMerge (from a cell that begins one), hMerge, gridBefore and gridAfter, ragged rows,
/// nested tables, stated header rows; content controls, custom XML, smart tags and alternative content at all nestings; hyperlinks;
/// results of fields, simple, complex and nested; form fields; fields drawn from their code (EQ, SYMBOL, MACROBUTTON); symbols; ruby;
/// tracked insertions, deletions, moves, rows, cells and merges, in equations too (`WordOptions`); hidden paragraph marks; text
/// boxes of DrawingML and VML, each once; text of diagrams (SmartArt); titles and kept values of charts, as tables, shown by their
/// number formats; footnotes, endnotes and comments behind the block that refers to them, numbered by format, start and restarts in
/// sections, those with marks of their own without a number; headers and footers by option; equations as linear text; descriptions of
/// pictures; documents embedded as altChunk, in their places, those in other formats by the readers that it is given; runs, text and
/// blocks out of place; parts whose relationships are lost, by their usual names; title, author, times, pages; language, stated or that of the defaults for the letters
/// of the text.
///
/// **Skipped knowingly:** appearance (`SkippedElements` lists its elements; the order of columns in right-to-left tables is the
/// logical one), properties as they were before tracked changes (`--changes reject` gives the old text with the styles and numbering
/// of now), bookmarks, proofing marks, codes of fields, soft hyphens, layout caches, separators of notes, marks that notes
/// bring along themselves, macros, themes, the bytes of pictures; hidden text unless asked for (told as a note).
///
/// **Given as attachments** (`AttachmentReader`): embedded files, and documents for altChunk that nobody reads.
///
/// **Reported:** embedded objects and form controls, charts without kept values and those of Office 2016 (`cx:chart`), diagrams
/// without data; altChunk in formats that nobody reads; text that tracked changes take away; content of covered cells; notes that each page
/// counts anew (numbered through), that are not in the file, or that nothing refers to; text that is no UTF-8 or refers to nothing;
/// elements that nobody expected where they stand; parts and relationships that are missing, double or broken; encrypted
/// documents (refused as such).
public struct DocxReader: Reader {
  /// Reads a document of another format that lies in the text of a Word document; `nil` for one that nobody reads.
  public typealias ForeignReading = @Sendable (_ source: Source, _ limits: Limits) throws(ReadingError) -> Document?

  private let options: WordOptions
  private let foreign: ForeignReading

  /// - Parameters:
  ///   - options: what becomes of tracked changes, hidden text and headers.
  ///   - foreign: reads what stands in the text as altChunk in other formats, of which this module knows none.
  public init(
    options: WordOptions = WordOptions(),
    foreign: @escaping ForeignReading = { (_, _) throws(ReadingError) in nil }
  ) {
    self.options = options
    self.foreign = foreign
  }

  public var formats: [Format] {
    [
      Format(
        name: "docx", title: "Word document", extensions: ["docx", "docm", "dotx", "dotm"],
        signatures: [
          .zipMember("word/document.xml"), .zipMember("word/document2.xml"), .zipMember("word/styles.xml"),
          .zipMember("word/settings.xml"), .zipMember("word/_rels/document.xml.rels"),
          .compoundStream("EncryptedPackage"),
        ]),
      Format(
        name: "docx-xml", title: "Word document as one XML file", extensions: ["xml"],
        signatures: [.rootElement(namespace: FlatPackage.namespace, name: "package")]),
      Format(
        name: "word-xml", title: "Word 2003 XML document", extensions: ["xml"],
        signatures: [.rootElement(namespace: SingleWordFile.namespace, name: "wordDocument")]),
    ]
  }

  public func read(_ source: Source, within limits: Limits) throws(ReadingError) -> Document {
    // An encrypted document is a compound file around the package ([MS-OFFCRYPTO] 2.3.4).
    if source.bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { throw ReadingError(.encrypted(format: "docx")) }
    let package = try WordPackage(source, within: limits)
    let documents = embeddedDocuments(package, source)
    return try DocumentAssembly(package, documents, options: options, limits: limits).document()
  }

  /// Reads the documents that lie in the text of a package.
  func embeddedDocuments(_ package: WordPackage, _ source: Source) -> EmbeddedDocuments {
    EmbeddedDocuments(package, in: source, options, foreign)
  }
}
