public import ConverterCore

/// Placeholder until the reader lands.
public struct DocReader: Reader {
  public init() {}

  public var formats: [Format] {
    [Format(name: "doc", title: "doc", extensions: ["doc"], signatures: [])]
  }

  public func read(_ source: Source, within limits: Limits) throws(ReadingError) -> Document {
    throw ReadingError(.unsupported(detail: "doc"))
  }
}
