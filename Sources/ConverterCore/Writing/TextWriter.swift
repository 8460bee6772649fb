/// Writes documents as plain text for people: headings underlined, paragraphs on one line each, tables drawn so that their
/// columns line up in a fixed-width font, and what stands beside the main flow in brackets.
public struct TextWriter: StreamingWriter {
  /// The columns that a table should fit in where its words allow; paragraphs are not broken.
  public let tableWidth: Int

  public init(tableWidth: Int = 120) {
    self.tableWidth = tableWidth
  }

  public var format: OutputFormat {
    OutputFormat(name: "text", title: "plain text", fileExtension: "txt")
  }

  public func writeSeparator(to sink: inout some ByteSink) throws(WritingError) {
    var output = OutputBuffer()
    output.append(byte: UInt8(ascii: "\n"))
    try output.flush(to: &sink)
  }

  public func write(_ document: inout DocumentStream, to sink: inout some ByteSink) throws(WritingError) {
    let layout = TextLayout(tableWidth: tableWidth)
    var output = OutputBuffer()
    var previous: Block?
    while let blocks = document.nextBlocks() {
      for block in blocks {
        if let previous, layout.needsGap(between: previous, and: block) { output.append(byte: UInt8(ascii: "\n")) }
        for line in layout.lines(of: block) {
          output.append(line)
          output.append(byte: UInt8(ascii: "\n"))
          try output.flushIfFull(to: &sink)
        }
        previous = block
      }
    }
    try output.flush(to: &sink)
  }
}
