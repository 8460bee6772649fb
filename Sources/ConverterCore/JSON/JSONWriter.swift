/// Writes documents in the JSON form of the model, schema `convert.document/1`.
///
/// The form is an interface: `Schemas/document-1.schema.json` is its norm, ``DocumentCoding`` knows its names, and
/// ``Document/init(jsonBytes:within:)`` reads it back to an equal document. Member order, number format and layout are
/// fixed: the same document gives the same bytes.
public struct JSONWriter: StreamingWriter {
  /// How the text is laid out.
  public enum Layout: Hashable, Sendable {
    /// Blocks, cells and findings each on a line of their own, so that two outputs can be compared line by line.
    case lines
    /// One document a line (NDJSON).
    case compact
  }

  public let layout: Layout

  public init(layout: Layout = .lines) {
    self.layout = layout
  }

  public var format: OutputFormat {
    switch layout {
    case .lines: OutputFormat(name: "json", title: "JSON", fileExtension: "json")
    case .compact: OutputFormat(name: "ndjson", title: "JSON, one document a line", fileExtension: "ndjson")
    }
  }

  public func write(_ document: inout DocumentStream, to sink: inout some ByteSink) throws(WritingError) {
    var json = JSONOutput(startsLines: layout == .lines)
    try json.document(&document, to: &sink)
    json.buffer.append(byte: UInt8(ascii: "\n"))
    try json.buffer.flush(to: &sink)
  }
}
