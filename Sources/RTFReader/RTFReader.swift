public import ConverterCore

/// Placeholder until the reader lands.
public struct RTFReader: Reader {
  public init() {}

  public var formats: [Format] {
    [Format(name: "rtf", title: "rtf", extensions: ["rtf"], signatures: [.bytes(Array("{\\rtf".utf8))])]
  }

  public func read(_ source: Source, within limits: Limits) throws(ReadingError) -> Document {
    throw ReadingError(.unsupported(detail: "rtf"))
  }
}
