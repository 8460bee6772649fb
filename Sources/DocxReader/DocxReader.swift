public import ConverterCore

/// Placeholder until the reader lands.
public struct DocxReader: Reader {
  public init() {}

  public var formats: [Format] {
    [Format(name: "docx", title: "docx", extensions: ["docx"], signatures: [.zipMember("word/document.xml")])]
  }

  public func read(_ source: Source, within limits: Limits) throws(ReadingError) -> Document {
    throw ReadingError(.unsupported(detail: "docx"))
  }
}
