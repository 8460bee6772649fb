/// A writer that needs each block once and in order, so that the document may come piece by piece; it has no
/// ``Writer/losses(of:)``.
public protocol StreamingWriter: Writer {
  /// Writes one document; where its reading fails in the middle, what came before it.
  func write(_ document: inout DocumentStream, to sink: inout some ByteSink) throws(WritingError)
}

extension StreamingWriter {
  public func write(_ document: Document, to sink: inout some ByteSink) throws(WritingError) {
    var stream = DocumentStream(document)
    try write(&stream, to: &sink)
  }
}
