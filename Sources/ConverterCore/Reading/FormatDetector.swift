internal import FoundationEssentials

/// Finds the format of a source by comparing all signatures of all formats; the most specific match wins.
///
/// The content decides. The extension only tells kinds of text (plain text, pages that begin without a tag) and is otherwise
/// compared: a name that says something else becomes a finding.
public struct FormatDetector: Sendable {
  /// Lists the names inside a container, or `nil` where the bytes are no such container. Core knows no container
  /// format; whoever puts a converter together passes these in.
  public typealias Listing = @Sendable (Source) -> [String]?

  private let formats: [Format]
  private let unread: [Format]
  private let zipMembers: Listing
  private let compoundStreams: Listing

  /// - Parameters:
  ///   - formats: those that are read.
  ///   - unread: those that are told by name and not read, so that no other format claims them.
  ///   - zipMembers: lists the members of a ZIP archive.
  ///   - compoundStreams: lists the streams of a compound file.
  public init(
    formats: [Format],
    unread: [Format] = [],
    zipMembers: @escaping Listing = { _ in nil },
    compoundStreams: @escaping Listing = { _ in nil }
  ) {
    self.formats = formats
    self.unread = unread
    self.zipMembers = zipMembers
    self.compoundStreams = compoundStreams
  }
}

/// What was found out about the format of a source.
public struct Detection: Hashable, Sendable {
  /// The format that the content shows, or that was asked for.
  public var format: Format

  /// Empty, or one finding that says that the name promises another format.
  public var findings: [Finding]
}

extension FormatDetector {
  /// Finds the format of a source.
  ///
  /// - Throws: ``ReadingError`` with `empty`, `unsupported` for a format that is known and not read, or `unknownFormat`, naming
  ///   what was seen.
  public func detect(_ source: Source) throws(ReadingError) -> Detection {
    guard !source.bytes.isEmpty else { throw ReadingError(.empty) }
    let appearance = Appearance(source, zipMembers: zipMembers, compoundStreams: compoundStreams)
    var best: (format: Format, specificity: Int)?
    for format in unread + formats {
      for signature in format.signatures where signature.specificity > best?.specificity ?? 0 {
        if appearance.matches(signature) { best = (format, signature.specificity) }
      }
    }
    if let best {
      guard !unread.contains(best.format) else {
        throw ReadingError(.unsupported(detail: "a \(best.format.title)"))
      }
      return Detection(format: best.format, findings: disagreement(source, with: best.format))
    }
    if appearance.mayBeText, let textual = textualFormat(named: source.fileExtension) {
      return Detection(format: textual, findings: disagreement(source, with: textual))
    }
    throw ReadingError(.unknownFormat(seen: appearance.description))
  }

  /// Among the kinds of text the one that the name promises, else the one that `.txt` names: any text is that.
  private func textualFormat(named fileExtension: String) -> Format? {
    formats.first { $0.isText && $0.extensions.contains(fileExtension) }
      ?? formats.first { $0.signatures.isEmpty && $0.extensions.contains("txt") }
  }

  /// The finding for a name that promises another of the known formats.
  private func disagreement(_ source: Source, with format: Format) -> [Finding] {
    let named = source.fileExtension
    guard !format.extensions.contains(named), let promised = formats.first(where: { $0.extensions.contains(named) })
    else { return [] }
    return [
      Finding(
        .warning, "format.extension-differs",
        "the name ends in .\(named) (\(promised.title)), the content is \(format.title)")
    ]
  }
}

extension FormatDetector {
  /// What the bytes show; containers are listed once.
  private struct Appearance {
    let head: [UInt8]
    let zipMembers: Set<String>?
    /// Names that some programs write with capitals or backslashes, in lower case and with slashes: packages compare names so
    /// (ECMA-376 part 2, 6.2.2.3).
    let foldedMembers: Set<String>
    let compoundStreams: Set<String>?
    let root: RootElement?
    let firstTag: FirstTag?

    init(_ source: Source, zipMembers: Listing, compoundStreams: Listing) {
      head = Array(source.bytes.prefix(headLength))
      self.zipMembers = head.starts(with: zipMagic) ? zipMembers(source).map(Set.init) : nil
      foldedMembers = Set((self.zipMembers ?? []).compactMap(Self.folded))
      self.compoundStreams = head.starts(with: compoundMagic) ? compoundStreams(source).map(Set.init) : nil
      let isContainer = self.zipMembers != nil || self.compoundStreams != nil
      root = isContainer ? nil : RootElement(head: head)
      firstTag = isContainer ? nil : FirstTag(head: head)
    }

    func matches(_ signature: Signature) -> Bool {
      switch signature {
      case .bytes(let bytes, let offset):
        head.count >= offset && head.dropFirst(offset).starts(with: bytes)
      case .bytesNearStart(let bytes, let within):
        contains(bytes, within: within)
      case .tarHeader: TarHeader.begins(head)
      case .firstTag(let names): firstTag.map { names.contains($0.name) } ?? false
      case .zipMember(let name):
        zipMembers?.contains(name) == true || foldedMembers.contains(Self.folded(name) ?? name)
      case .compoundStream(let name): compoundStreams?.contains(name) == true
      case .rootElement(let namespace, let name): root?.localName == name && root?.namespace == namespace
      }
    }

    /// The name as it is compared; `nil` where it is written so already.
    private static func folded(_ name: String) -> String? {
      let isFolded = name.utf8.allSatisfy { !(0x41...0x5A).contains($0) && $0 != 0x5C }
      return isFolded ? nil : name.lowercased().replacing("\\", with: "/")
    }

    /// Whether bytes stand somewhere in the first `within` bytes; a plain loop, since Foundation's generic search showed in profiles.
    private func contains(_ bytes: [UInt8], within: Int) -> Bool {
      guard let first = bytes.first else { return true }
      let end = min(within, head.count) - bytes.count
      return end >= 0
        && (0...end).contains { start in
          head[start] == first && bytes.indices.allSatisfy { head[start + $0] == bytes[$0] }
        }
    }

    var mayBeText: Bool { TextualAppearance(head: head).isText }

    /// What an unknown file looks like, in words for the error.
    var description: String {
      if let zipMembers {
        let some = zipMembers.sorted().prefix(3).map { "“\($0)”" }.joined(separator: ", ")
        return zipMembers.isEmpty ? "an empty ZIP archive" : "a ZIP archive with \(zipMembers.count) members (\(some))"
      }
      if head.starts(with: zipMagic) { return "the start of a ZIP archive that does not open" }
      if head.starts(with: compoundMagic) { return "a compound file (OLE2) of an unknown kind" }
      for (magic, name) in commonMagics where head.starts(with: magic) { return name }
      if let root { return "XML with the root element <\(root.localName)>" }
      let start = head.prefix(8).map { byte in
        let digits = String(byte, radix: 16)
        return digits.count == 1 ? "0" + digits : digits
      }
      return "it begins with the bytes \(start.joined(separator: " "))"
    }
  }
}

extension Format {
  /// Whether the format is a kind of text, which need not show what it is by its bytes.
  fileprivate var isText: Bool {
    signatures.allSatisfy { if case .firstTag = $0 { true } else { false } }
  }
}

/// How many bytes of a source signatures are compared with: one page of a map.
private let headLength = 4096

private let zipMagic: [UInt8] = [0x50, 0x4B, 0x03, 0x04]
private let compoundMagic: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

/// Formats that archives are full of, told by name even where nothing reads them.
private let commonMagics: [(magic: [UInt8], name: String)] = [
  ([0x50, 0x4B, 0x05, 0x06], "an empty ZIP archive"),
  ([0x52, 0x61, 0x72, 0x21], "a RAR archive"),
  ([0x37, 0x7A, 0xBC, 0xAF], "a 7z archive"),
  ([0x1F, 0x8B], "gzip-compressed data"),
  ([0x89, 0x50, 0x4E, 0x47], "a PNG picture"),
  ([0xFF, 0xD8, 0xFF], "a JPEG picture"),
  ([0x49, 0x49, 0x2A, 0x00], "a TIFF picture"),
  ([0x4D, 0x4D, 0x00, 0x2A], "a TIFF picture"),
  ([0x47, 0x49, 0x46, 0x38], "a GIF picture"),
  ([0x7F, 0x45, 0x4C, 0x46], "a program (ELF)"),
  ([0x4D, 0x5A], "a program (Windows)"),
]
