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
    let json = Array(source.bytes)
    do throws(ReadingError) {
      return try Document(jsonBytes: json, within: limits)
    } catch {
      guard case .damaged(let format, let detail) = error.reason, case .byte(let offset)? = error.place else {
        throw error
      }
      // A file of one line has bytes alone.
      let (line, byte) = JSONScanner.lineAndByte(at: offset, in: json)
      guard line > 1 else { throw error }
      throw ReadingError(.damaged(format: format, detail: "line \(line), byte \(byte): \(detail)"), at: error.place)
    }
  }
}
