public import FoundationEssentials

/// Detector and readers together: a source goes in, a document comes out.
public struct Converter: Sendable {
  /// Gives the SHA-256 of bytes as lower-case hexadecimal digits; passed in so that the core needs no library for it.
  public typealias Digest = @Sendable (Data) -> String

  public let readers: [any Reader]
  private let detector: FormatDetector
  private let limits: Limits
  private let digest: Digest?

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
  /// - Throws: ``ReadingError`` when the format is not known or nothing reads it.
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
    return try reader.attachments(of: Source(name: source.name, bytes: source.bytes, format: name), within: limits)
  }

  private func reader(of format: String) -> (any Reader)? {
    readers.first { $0.formats.contains { $0.name == format } }
  }

  /// Reads one source. A reader that fails is never followed by trying another.
  ///
  /// - Throws: ``ReadingError`` when there is no document to return.
  public func document(from source: Source) async throws(ReadingError) -> Document {
    let detection = try detect(source)
    let name = detection.format.name
    guard let reader = reader(of: name) else {
      throw ReadingError(.noReader(format: name))
    }
    let named = Source(name: source.name, bytes: source.bytes, format: name)
    var document = try await reader.read(named, within: limits)
    document.source.name = source.name
    document.source.format = name
    document.source.byteCount = source.bytes.count
    document.source.sha256 = digest?(source.bytes)
    document.findings.insert(contentsOf: detection.findings, at: 0)
    return document
  }
}
