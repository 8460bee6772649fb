package import ConverterCore
internal import FoundationEssentials

/// Goes through an archive, or a document with the files that lie in it, and through those inside it, member by member, in the
/// order of the file.
///
/// Each member becomes one ``Item``; so does each archive and each document, when all its members have come. At any time one member of each
/// level is in memory. The same bytes give the same items, so that a walk that was interrupted can be taken up by counting.
package struct ArchiveWalk {
  private let limits: Limits
  private let password: String?
  private let includesHidden: Bool
  private let takes: @Sendable (String, Bool) -> Bool
  private let attachments: @Sendable (Source) throws(ReadingError) -> [AttachedFile]
  private let archiveFormat: @Sendable (Source) -> ArchiveFormat?
  private let lost: Set<Int>
  private let begins: (_ entry: Int, _ position: Int) -> Void
  private var levels: [ArchiveLevel] = []
  private var count: UnpackingCount
  private var entryCount = 0
  private var position = 0
  private var paths = FreePaths()
  /// Ends the whole walk.
  private var exhaustion: ReadingError?
  private var buffer = [UInt8](repeating: 0, count: 256 << 10)

  /// - Parameters:
  ///   - source: the outermost archive or document.
  ///   - format: its format; `nil` for a document.
  ///   - password: opens encrypted members.
  ///   - includesHidden: whether hidden files are members like others.
  ///   - takes: whether a path is taken, asked for members, and before they are read as if each were an archive; what is not
  ///     taken is no item.
  ///   - attachments: gives the files that lie in a document.
  ///   - archiveFormat: tells whether a member is an archive itself.
  ///   - lost: the numbers of entries that are not to be opened.
  ///   - begins: is told before an entry is unpacked and looked at, with its number through the whole walk, from 1, and the position
  ///     that the next item will have.
  package init(
    _ source: Source, _ format: ArchiveFormat?, within limits: Limits, password: String? = nil,
    includesHidden: Bool = false,
    takes: @escaping @Sendable (_ path: String, _ isArchive: Bool) -> Bool = { _, _ in true },
    attachments: @escaping @Sendable (Source) throws(ReadingError) -> [AttachedFile] = { _ throws(ReadingError) in [] },
    lost: Set<Int> = [], begins: @escaping (_ entry: Int, _ position: Int) -> Void = { _, _ in },
    archiveFormat: @escaping @Sendable (Source) -> ArchiveFormat?
  ) {
    self.limits = limits
    self.password = password
    self.includesHidden = includesHidden
    self.takes = takes
    self.attachments = attachments
    self.archiveFormat = archiveFormat
    self.lost = lost
    self.begins = begins
    count = UnpackingCount(packed: source.bytes.count, within: limits)
    if let format { open(source, format, path: "") } else { levels.append(ArchiveLevel(source, path: "", attachments)) }
  }
}

extension ArchiveWalk {
  /// The next item, or `nil` when the outermost archive has ended.
  package mutating func next() -> Item? {
    while let level = levels.last {
      if let error = exhaustion ?? level.error { return end(error) }
      let entry: ArchiveLevel.Entry
      do throws(ReadingError) {
        guard let next = try nextEntry(in: level) else { return end(nil) }
        entry = next
      } catch {
        return end(error)
      }
      entryCount += 1
      guard entryCount <= limits.entries else {
        exhaustion = ReadingError(.limit(name: "entries", asked: entryCount, granted: limits.entries))
        continue
      }
      if entry.kind != .folder, let item = item(for: entry, in: level) { return item }
    }
    return nil
  }

  private mutating func nextEntry(in level: ArchiveLevel) throws(ReadingError) -> ArchiveLevel.Entry? {
    if let archive = level.archive { return try archive.next().map(ArchiveLevel.Entry.stored) }
    return levels[levels.count - 1].attachments.popFirst().map(ArchiveLevel.Entry.attached)
  }

  /// - Returns: `nil` where the member is an archive or has files in it, which is open now, or is not taken.
  private mutating func item(for entry: ArchiveLevel.Entry, in level: ArchiveLevel) -> Item? {
    let name = level.name(of: entry)
    let fullName = "\(level.source.name)!\(name)"
    do throws(ReadingError) {
      let relative = try MemberPath.relative(name)
      let inner = level.path.isEmpty ? relative : "\(level.path)/\(relative)"
      guard takes(inner, true) else { return nil }
      let path = paths.take(MemberPath.fitting(inner))
      // Of two members of one name the second keeps its place in the name too.
      let fullName = fullName + path.suffix
      switch entry.kind {
      case .link:
        return give(fullName, path.text, .link(ReadingError(.refused(detail: MemberPath.link))))
      case .special:
        return give(fullName, path.text, .link(ReadingError(.refused(detail: MemberPath.device))))
      case .file, .folder: break
      }
      if !includesHidden && MemberPath.isHidden(relative) { return give(fullName, path.text, .hidden) }
      if lost.contains(entryCount) { return give(fullName, path.text, .lost(entry: entryCount)) }
      begins(entryCount, position)
      do throws(ReadingError) {
        let source = Source(name: fullName, bytes: try bytes(of: entry, in: level))
        levels[levels.count - 1].memberCount += 1
        guard let format = archiveFormat(source) else {
          guard takes(inner, false) else { return nil }
          return item(for: ArchiveLevel(source, path: path.text, attachments))
        }
        guard levels.count < limits.archiveDepth else { throw tooDeep }
        open(source, format, path: path.text)
        return nil
      } catch {
        if level.format?.isCompressedStream == true, case .damaged = error.reason {
          levels[levels.count - 1].cut = error
        }
        return give(fullName, path.text, .unreadable(error))
      }
    } catch {
      // Refused names can be the same too; they are counted where no path of a member can be.
      return give(fullName + paths.take("/\(fullName)").suffix, "", .unreadable(error))
    }
  }

  /// - Returns: `nil` where files lie in the document, which is open now.
  private mutating func item(for document: ArchiveLevel) -> Item? {
    if document.attachments.isEmpty || levels.count >= limits.archiveDepth {
      let missing = document.attachments.isEmpty ? document.error : tooDeep
      return give(document.source.name, document.path, .document(document.source, missing: missing))
    }
    levels.append(document)
    return nil
  }

  private var tooDeep: ReadingError {
    ReadingError(.limit(name: "archives inside archives", asked: levels.count + 1, granted: limits.archiveDepth))
  }

  /// Reads a member whole.
  ///
  /// - Throws: ``ReadingError``; a limit that the whole archive meets also ends the walk.
  private mutating func bytes(of entry: ArchiveLevel.Entry, in level: ArchiveLevel) throws(ReadingError) -> Data {
    switch entry {
    case .stored(let entry): return try bytes(of: entry, in: level)
    case .attached(let attachment):
      let bytes = try attachment.bytes(atMost: limits.unpackedBytes)
      if let error = count.spend(bytes.count) {
        exhaustion = error
        throw error
      }
      return bytes
    }
  }

  private mutating func bytes(of entry: OpenArchive.Entry, in level: ArchiveLevel) throws(ReadingError) -> Data {
    guard let archive = level.archive, let format = level.format else { return Data() }
    if let size = entry.declaredSize, size > limits.unpackedBytes {
      throw ReadingError(.limit(name: "unpacked bytes", asked: size, granted: limits.unpackedBytes))
    }
    if entry.isEncrypted {
      let name = format.rawValue
      // libarchive would give the bytes of other formats as they are stored.
      guard format == .zip else { throw ReadingError(.encrypted(format: name)) }
      guard password != nil else { throw ReadingError(.passwordNeeded(format: name)) }
    }
    var bytes = Data()
    while true {
      let filled = try archive.read(into: &buffer)
      if filled == 0 { return bytes }
      if let error = count.spend(filled) {
        exhaustion = error
        throw error
      }
      guard bytes.count + filled <= limits.unpackedBytes else {
        throw ReadingError(
          .limit(name: "unpacked bytes", asked: bytes.count + filled, granted: limits.unpackedBytes))
      }
      bytes.append(contentsOf: buffer[..<filled])
    }
  }

  /// Opens an archive as the innermost level.
  private mutating func open(_ source: Source, _ format: ArchiveFormat, path: String) {
    levels.append(ArchiveLevel(source, format, path: path, within: limits, password: password, buffer: &buffer))
  }

  private mutating func end(_ error: ReadingError?) -> Item? {
    guard let level = levels.popLast() else { return nil }
    let error = error ?? level.cut
    let content =
      level.format.map {
        Content.end(
          End(
            format: $0, source: level.source, hasMembers: level.memberCount > 0, findings: level.findings, error: error)
        )
      } ?? .document(level.source, missing: error)
    return give(level.source.name, level.path, content)
  }

  private mutating func give(_ name: String, _ path: String, _ content: Content) -> Item {
    defer { position += 1 }
    return Item(position: position, name: name, path: path, content: content)
  }
}
