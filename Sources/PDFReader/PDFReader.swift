public import ConverterCore

/// Placeholder until the reader lands.
public struct PDFReader: Reader {
  public init() {}

  public var formats: [Format] {
    [Format(name: "pdf", title: "pdf", extensions: ["pdf"], signatures: [])]
  }

  public func read(_ source: Source, within limits: Limits) throws(ReadingError) -> Document {
    throw ReadingError(.unsupported(detail: "pdf"))
  }
}
