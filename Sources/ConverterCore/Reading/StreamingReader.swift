/// A reader of formats whose documents may be longer than memory.
public protocol StreamingReader: Reader {
  /// Reads the first piece of a source; the others are read as they are asked for.
  ///
  /// Of the limits, that on cells holds for each piece.
  ///
  /// - Throws: ``ReadingError`` when there is no document to return.
  func stream(_ source: Source, within limits: Limits) throws(ReadingError) -> DocumentStream
}

extension StreamingReader {
  public func read(_ source: Source, within limits: Limits) throws(ReadingError) -> Document {
    try stream(source, within: limits).collected(within: limits)
  }
}
