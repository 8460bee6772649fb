internal import ConverterCore
internal import FoundationEssentials

/// An archive or document that an ``ArchiveWalk`` has open.
struct ArchiveLevel {
  let source: Source

  /// `nil` for a document.
  let format: ArchiveFormat?

  /// The path of the archive itself; empty for the outermost.
  let path: String

  private(set) var archive: OpenArchive?

  /// The files that are still to come of a document.
  var attachments: ArraySlice<AttachedFile> = []

  private var names = MemberNames([])
  private(set) var findings: [Finding] = []

  /// Members whose bytes could be read.
  var memberCount = 0

  /// Why a member of a compressed stream could not be read to its end: nor could the stream.
  var cut: ReadingError?

  /// Why nothing, or no more, comes out of it.
  private(set) var error: ReadingError?
}

extension ArchiveLevel {
  /// A file in an archive or in a document.
  enum Entry {
    case stored(OpenArchive.Entry)
    case attached(AttachedFile)

    var kind: OpenArchive.Entry.Kind {
      switch self {
      case .stored(let entry): entry.kind
      case .attached: .file
      }
    }
  }

  /// The name of an entry, in the encoding that all names together tell.
  func name(of entry: Entry) -> String {
    switch entry {
    case .stored(let entry): entry.rawName.map(names.decode) ?? source.nameWithoutCompression
    case .attached(let attachment): attachment.name
    }
  }
}

extension ArchiveLevel {
  /// Opens a document with the files that lie in it.
  ///
  /// - Parameters:
  ///   - document: the document.
  ///   - path: its own path.
  ///   - attachments: gives the files.
  init(
    _ document: Source, path: String, _ attachments: @Sendable (Source) throws(ReadingError) -> [AttachedFile]
  ) {
    self.init(source: document, format: nil, path: path)
    do throws(ReadingError) {
      self.attachments = try attachments(document)[...]
    } catch {
      self.error = error
    }
  }

  /// Opens an archive.
  ///
  /// - Parameters:
  ///   - source: the archive.
  ///   - format: its format.
  ///   - path: its own path.
  ///   - limits: bound its members, and what is unpacked to list them.
  ///   - password: opens encrypted members.
  ///   - buffer: takes what is unpacked.
  init(
    _ source: Source, _ format: ArchiveFormat, path: String, within limits: Limits, password: String?,
    buffer: inout [UInt8]
  ) {
    self.init(source: source, format: format, path: path)
    do throws(ReadingError) {
      let flags = format == .zip ? ZipNameFlags(source.bytes, within: limits) : ZipNameFlags()
      let bytes = flags.cleared(in: source.bytes)
      let lacksDirectory = flags.lacksDirectory
      names = MemberNames(
        try rawNames(in: bytes, format, lacksDirectory: lacksDirectory, within: limits, buffer: &buffer))
      findings = Finding.names(in: names.encoding, falselyFlagged: flags.count)
      if lacksDirectory { findings.append(.missingDirectory) }
      archive = try OpenArchive(bytes, format, password: password, lacksDirectory: lacksDirectory)
    } catch {
      self.error = error
    }
  }

  private init(source: Source, format: ArchiveFormat?, path: String) {
    (self.source, self.format, self.path) = (source, format, path)
  }
}

/// The names of all members as far as they can be listed, for the decision on their encoding.
private func rawNames(
  in bytes: Data, _ format: ArchiveFormat, lacksDirectory: Bool, within limits: Limits, buffer: inout [UInt8]
) throws(ReadingError) -> [[UInt8]] {
  let archive = try OpenArchive(bytes, format, password: nil, lacksDirectory: lacksDirectory)
  var names: [[UInt8]] = []
  var count = UnpackingCount(packed: bytes.count, within: limits)
  var listed = 0
  while listed <= limits.entries, let entry = try? archive.next() {
    listed += 1
    if let name = entry.rawName { names.append(name) }
    // Passing over a member of a compressed stream unpacks it; so it is counted like any other.
    while format.isCompressedStream, let filled = try? archive.read(into: &buffer), filled > 0 {
      if count.spend(filled) != nil { return names }
    }
  }
  return names
}

extension Source {
  /// The name of the one member of a compressed file: `a.txt` for `in/a.txt.gz`.
  fileprivate var nameWithoutCompression: String {
    let component = Source.lastComponent(of: name)
    guard let dot = component.lastIndex(of: "."), dot != component.startIndex else { return "content" }
    return String(component[..<dot])
  }
}
