package import ConverterCore
internal import FoundationEssentials

/// Goes through an archive, or a document with the files that lie in it, and through those inside it, member by member, in the
/// order of the file.
///
/// Each member becomes one ``Item``; so does each archive and each document, when all its members have come. At any time one member of each
/// level is in memory. The same bytes give the same items, so that a walk that was interrupted can be taken up by counting.
package struct ArchiveWalk {
  /// Something found in an archive, or the end of an archive.
  package struct Item: Sendable {
    /// Counts from 0 through the whole walk.
    package var position: Int

    /// The name from the outside in: `a.zip!b/c.docx`.
    package var name: String

    /// A relative path for outputs, below the folder of the outermost archive; unique in this walk.
    package var path: String

    package var content: Content
  }

  /// What an item is.
  package enum Content: Sendable {
    /// A document with its bytes; with an error if not all files that lie in it could be had.
    case document(Source, missing: ReadingError?)
    /// A member that is left out: a hidden file, or a leftover of a system.
    case hidden
    /// A link, device or pipe: nothing that could be read, and not followed.
    case link(ReadingError)
    /// A member that cannot be read, or must not be: its name leads elsewhere, it is damaged, or too large.
    case unreadable(ReadingError)
    /// A member that is known to end the process that opens it, by its number among all entries.
    case lost(entry: Int)
    /// An archive is done; with an error if its end was not reached.
    case end(End)
  }

  /// What there is to say of an archive when it is done.
  package struct End: Sendable {
    package var format: ArchiveFormat
    package var source: Source
    /// Whether the bytes of any member could be read.
    package var hasMembers: Bool
    package var findings: [Finding]
    /// Why its end was not reached.
    package var error: ReadingError?
  }

  /// One open archive or document.
  private struct Level {
    var source: Source
    /// `nil` for a document.
    var format: ArchiveFormat?
    /// The path of the archive itself; empty for the outermost.
    var path: String
    var archive: OpenArchive?
    /// The files that are still to come of a document.
    var attachments: ArraySlice<AttachedFile> = []
    var names = MemberNames([])
    var findings: [Finding] = []
    /// Members whose bytes could be read.
    var memberCount = 0
    var error: ReadingError?
  }

  /// A file in an archive or in a document.
  private enum Entry {
    case stored(OpenArchive.Entry)
    case attached(AttachedFile)

    var kind: OpenArchive.Entry.Kind {
      switch self {
      case .stored(let entry): entry.kind
      case .attached: .file
      }
    }

    func name(in level: Level) -> String {
      switch self {
      case .stored(let entry): entry.rawName.map(level.names.decode) ?? level.source.nameWithoutCompression
      case .attached(let attachment): attachment.name
      }
    }
  }

  private let limits: Limits
  private let password: String?
  private let includesHidden: Bool
  private let takes: @Sendable (String, Bool) -> Bool
  private let attachments: @Sendable (Source) throws(ReadingError) -> [AttachedFile]
  private let archiveFormat: @Sendable (Source) -> ArchiveFormat?
  private let lost: Set<Int>
  private let begins: (_ entry: Int, _ position: Int) -> Void
  private var levels: [Level] = []
  private var count: UnpackingCount
  private var entryCount = 0
  private var position = 0
  /// How often each path was asked for; paths with a number are among them.
  private var askedPaths: [String: Int] = [:]
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
  ///   - begins: is told before an entry is unpacked and looked at, with its number through the whole walk, from 1, and the position that the
  ///     next item will have.
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
    if let format { open(source, format, path: "") } else { levels.append(level(source, path: "")) }
  }
}

extension ArchiveWalk {
  /// The next item, or `nil` when the outermost archive has ended.
  package mutating func next() -> Item? {
    while let level = levels.last {
      if let error = exhaustion ?? level.error { return end(error) }
      let entry: Entry
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

  private mutating func nextEntry(in level: Level) throws(ReadingError) -> Entry? {
    if let archive = level.archive { return try archive.next().map(Entry.stored) }
    return levels[levels.count - 1].attachments.popFirst().map(Entry.attached)
  }

  /// - Returns: `nil` where the member is an archive or has files in it, which is open now, or is not taken.
  private mutating func item(for entry: Entry, in level: Level) -> Item? {
    let name = entry.name(in: level)
    let fullName = "\(level.source.name)!\(name)"
    do throws(ReadingError) {
      let relative = try MemberPath.relative(name)
      let inner = level.path.isEmpty ? relative : "\(level.path)/\(relative)"
      guard takes(inner, true) else { return nil }
      let path = freePath(inner)
      // Of two members of one name the second keeps its place in the name too.
      let fullName = fullName + path.suffix
      switch entry.kind {
      case .link:
        return give(fullName, path.text, .link(ReadingError(.refused(detail: "it is a link, which is not followed"))))
      case .special:
        return give(fullName, path.text, .link(ReadingError(.refused(detail: "it is a device or pipe"))))
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
          return item(for: self.level(source, path: path.text))
        }
        guard levels.count < limits.archiveDepth else { throw tooDeep }
        open(source, format, path: path.text)
        return nil
      } catch {
        return give(fullName, path.text, .unreadable(error))
      }
    } catch {
      // Refused names can be the same too; they are counted where no path of a member can be.
      return give(fullName + freePath("/\(fullName)").suffix, "", .unreadable(error))
    }
  }

  /// - Returns: `nil` where files lie in the document, which is open now.
  private mutating func item(for document: Level) -> Item? {
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
  private mutating func bytes(of entry: Entry, in level: Level) throws(ReadingError) -> Data {
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

  private mutating func bytes(of entry: OpenArchive.Entry, in level: Level) throws(ReadingError) -> Data {
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

  /// A document with the files that lie in it; an error shows with the document.
  private func level(_ document: Source, path: String) -> Level {
    var level = Level(source: document, path: path)
    do throws(ReadingError) {
      level.attachments = try attachments(document)[...]
    } catch {
      level.error = error
    }
    return level
  }

  /// Opens an archive as the innermost level; an error shows as the end of the archive.
  private mutating func open(_ source: Source, _ format: ArchiveFormat, path: String) {
    var level = Level(source: source, format: format, path: path)
    do throws(ReadingError) {
      let flags = format == .zip ? ZipNameFlags(source.bytes, within: limits) : ZipNameFlags()
      let bytes = flags.cleared(in: source.bytes)
      let names = MemberNames(try rawNames(in: bytes, format))
      level.names = names
      level.findings = Finding.names(in: names.encoding, falselyFlagged: flags.count)
      level.archive = try OpenArchive(bytes, format, password: password)
    } catch {
      level.error = error
    }
    levels.append(level)
  }

  /// The names of all members as far as they can be listed, for the decision on their encoding.
  private mutating func rawNames(in bytes: Data, _ format: ArchiveFormat) throws(ReadingError) -> [[UInt8]] {
    let archive = try OpenArchive(bytes, format, password: nil)
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

  private mutating func end(_ error: ReadingError?) -> Item? {
    guard let level = levels.popLast() else { return nil }
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

  /// The path, or where another member has it, the path with a number: `a.txt#2`.
  private mutating func freePath(_ path: String) -> (text: String, suffix: String) {
    var number = askedPaths[path, default: 0] + 1
    // Where all members have one name, each goes on from the number of the one before.
    while number > 1, askedPaths["\(path)#\(number)"] != nil { number += 1 }
    askedPaths[path] = number
    guard number > 1 else { return (path, "") }
    askedPaths["\(path)#\(number)"] = 1
    return ("\(path)#\(number)", "#\(number)")
  }
}

extension Source {
  /// The name of the one member of a compressed file: `a.txt` for `in/a.txt.gz`.
  fileprivate var nameWithoutCompression: String {
    let component = name[(name.lastIndex { $0 == "/" || $0 == "!" }.map(name.index(after:)) ?? name.startIndex)...]
    guard let dot = component.lastIndex(of: "."), dot != component.startIndex else { return "content" }
    return String(component[..<dot])
  }
}
