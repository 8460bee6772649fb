public import ConverterCore

/// Placeholder until the reader lands.
public struct TextReader: Reader {
  public init() {}

  public var formats: [Format] {
    [Format(name: "text", title: "text", extensions: ["text"], signatures: [])]
  }

  public func read(_ source: Source, within limits: Limits) throws(ReadingError) -> Document {
    throw ReadingError(.unsupported(detail: "text"))
  }
}
