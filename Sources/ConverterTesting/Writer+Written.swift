public import ConverterCore

extension Writer {
  /// What the writer makes of a stream of documents: the prologue, the documents, separators between them.
  public func written(
    _ documents: Document..., separatesParts: Bool = false
  ) throws(WritingError) -> MemorySink {
    var sink = MemorySink(separatesParts: separatesParts)
    try writePrologue(to: &sink)
    for (index, document) in documents.enumerated() {
      if index > 0 { try writeSeparator(to: &sink) }
      try write(document, to: &sink)
    }
    return sink
  }
}

extension Document {
  /// A document of some blocks and nothing else.
  public init(_ first: Block, _ others: Block...) {
    self.init(blocks: [first] + others)
  }
}
