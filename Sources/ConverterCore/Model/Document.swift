/// What was understood of one source: the value between readers and writers.
///
/// A reader turns bytes into one `Document`, a writer turns one `Document` into bytes; nothing else crosses
/// between them. Documents are plain values: compare them with `==`, send them between processes, dump and diff them.
public struct Document: Hashable, Sendable {
  /// Where the document came from; filled in by ``Converter``, a reader adds what only it knows (the encoding).
  public var source: SourceDescription

  /// What the document says about itself as a whole.
  public var metadata: Metadata

  /// The content in reading order.
  public var blocks: [Block]

  /// What a person should know about the reading, in the order in which it was noticed.
  public var findings: [Finding]

  public init(
    source: SourceDescription = SourceDescription(),
    metadata: Metadata = Metadata(),
    blocks: [Block] = [],
    findings: [Finding] = []
  ) {
    self.source = source
    self.metadata = metadata
    self.blocks = blocks
    self.findings = findings
  }
}

extension Document {
  /// All tables in reading order, those inside cells and asides included.
  public var tables: [Table] {
    var tables: [Table] = []
    for block in blocks { block.appendTables(to: &tables) }
    return tables
  }
}
