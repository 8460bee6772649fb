/// Reads documents in the program's own JSON form, so that other programs can make or change documents and have them
/// written by ours.
public struct JSONReader: Reader {
  public init() {}

  public var formats: [Format] {
    [
      Format(
        name: "json", title: "document as JSON (\(DocumentCoding.schema))", extensions: ["json"],
        signatures: [.bytesNearStart(Array("\"\(DocumentCoding.schema)\"".utf8), within: 256)])
    ]
  }

  public func read(_ source: Source, within limits: Limits) throws(ReadingError) -> Document {
    try Document(jsonBytes: Array(source.bytes), within: limits)
  }
}
