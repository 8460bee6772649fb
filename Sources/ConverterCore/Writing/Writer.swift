/// Turns documents into the bytes of one output format.
///
/// ## Writing a writer
/// A writer is one small struct with its options as members. It is a pure function of the document: the same document
/// gives the same bytes, whatever the clock, the locale or the machine. `expectWriterContract` of the module ConverterTesting
/// checks this. Several documents may follow each other in one sink: ``writePrologue(to:)`` once, then
/// ``write(_:to:)`` for each with ``writeSeparator(to:)`` between two.
public protocol Writer: Sendable {
  /// The name and file extension of what is written.
  var format: OutputFormat { get }

  /// Writes what stands once before the first document of a stream, such as the header line of one rectangular data set.
  func writePrologue(to sink: inout some ByteSink) throws(WritingError)

  /// Writes what stands between two documents of a stream, such as an empty line.
  func writeSeparator(to sink: inout some ByteSink) throws(WritingError)

  /// Writes one document.
  func write(_ document: Document, to sink: inout some ByteSink) throws(WritingError)

  /// What the output cannot say of a document, so that reading it back gives another; by default nothing.
  func losses(of document: Document) -> [Finding]
}

extension Writer {
  public func losses(of document: Document) -> [Finding] { [] }

  public func writePrologue(to sink: inout some ByteSink) throws(WritingError) {}

  public func writeSeparator(to sink: inout some ByteSink) throws(WritingError) {}
}

/// A kind of output.
public struct OutputFormat: Hashable, Sendable {
  /// The name used on the command line, such as `csv-long`.
  public var name: String

  /// What it is, in a few words for people.
  public var title: String

  /// The extension of files without the dot.
  public var fileExtension: String

  /// Whether only tables are written, so that text beside them is in no output unless another one is written too.
  public var holdsTablesAlone: Bool

  public init(name: String, title: String, fileExtension: String, holdsTablesAlone: Bool = false) {
    self.name = name
    self.title = title
    self.fileExtension = fileExtension
    self.holdsTablesAlone = holdsTablesAlone
  }
}
