/// Detector and readers together: a source goes in, a document comes out.
public struct Converter: Sendable {
  /// Gives the SHA-256 of the bytes of a source as lower-case hexadecimal digits; passed in so that the core needs no library for it.
  public typealias Digest = @Sendable (Source) -> String

  /// The readers; of several for one format the first reads it.
  public let readers: [any Reader]
  private let detector: FormatDetector
  private let limits: Limits
  private let digest: Digest?

  /// - Parameters:
  ///   - readers: those that read; of several for one format the first does.
  ///   - detector: knows the formats of the readers. It finds only those that it was made with.
  ///   - limits: the bounds on each source.
  ///   - digest: gives ``SourceDescription/sha256``, which stays `nil` without one.
  public init(readers: [any Reader], detector: FormatDetector, limits: Limits = .standard, digest: Digest? = nil) {
    self.readers = readers
    self.detector = detector
    self.limits = limits
    self.digest = digest
  }
}

extension Converter {
  /// Finds the format of a source; a format that the source already names is taken as asked for.
  ///
  /// - Throws: ``ReadingError`` with `empty` where there are no bytes, and where the format is not known or nothing reads it.
  public func detect(_ source: Source) throws(ReadingError) -> Detection {
    guard let asked = source.format else { return try detector.detect(source) }
    guard let format = readers.lazy.flatMap(\.formats).first(where: { $0.name == asked }) else {
      throw ReadingError(.noReader(format: asked))
    }
    guard !source.bytes.isEmpty else { throw ReadingError(.empty) }
    return Detection(format: format, findings: [])
  }

  /// The files that lie in a document, which are sources of their own; none where the format can hold none.
  ///
  /// - Throws: ``ReadingError`` where the document cannot be opened.
  public func attachments(of source: Source) throws(ReadingError) -> [AttachedFile] {
    let name = try detect(source).format.name
    guard let reader = reader(of: name) as? any AttachmentReader else { return [] }
    var named = source
    named.format = name
    return try reader.attachments(of: named, within: limits)
  }

  private func reader(of format: String) -> (any Reader)? {
    readers.first { $0.formats.contains { $0.name == format } }
  }

  /// Reads one source as a whole.
  ///
  /// - Throws: ``ReadingError`` when there is no document to return.
  public func document(from source: Source) async throws(ReadingError) -> Document {
    try await stream(from: source).collected(within: limits)
  }

  /// Begins to read one source. A reader that fails is never followed by trying another.
  ///
  /// - Throws: ``ReadingError`` when there is no document to return.
  public func stream(from source: Source) async throws(ReadingError) -> DocumentStream {
    let detection = try detect(source)
    let name = detection.format.name
    guard let reader = reader(of: name) else {
      throw ReadingError(.noReader(format: name))
    }
    var named = source
    named.format = name
    var stream =
      if let reader = reader as? any StreamingReader {
        try reader.stream(named, within: limits)
      } else {
        DocumentStream(try await reader.read(named, within: limits))
      }
    stream.source.name = source.name
    stream.source.format = name
    stream.source.byteCount = source.bytes.count
    stream.source.sha256 = digest?(source)
    stream.findings.insert(contentsOf: detection.findings, at: 0)
    return stream
  }
}
