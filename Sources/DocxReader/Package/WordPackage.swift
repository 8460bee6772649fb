internal import Containers
internal import ConverterCore
internal import FoundationEssentials
internal import Markup

/// The parts of a Word package (ECMA-376 part 2, Open Packaging Conventions): found by their relationships, not by their names.
struct WordPackage {
  private enum Store {
    case archive(ZipArchive)
    case flat(FlatPackage)
    case single(SingleWordFile)
  }

  private let store: Store
  private let indices: [String: Int]

  /// The names of the parts as they stand, in the order of the package.
  let names: [String]

  private let depthLimit: Int

  /// Names of parts that occur more than once; the first one is read.
  let duplicates: [String]

  /// The relationships of the package itself.
  private(set) var relationships = Relationships()

  /// - Throws: ``ReadingError`` where the bytes are neither a ZIP archive nor XML, or have too many parts.
  init(_ source: Source, within limits: Limits) throws(ReadingError) {
    let names: [String]
    if FlatPackage.isLikely(source.bytes), let file = try SingleWordFile(source.bytes) {
      names = file.relationships.map(\.target)
      store = .single(file)
    } else if FlatPackage.isLikely(source.bytes) {
      let package = try FlatPackage(source.bytes, within: limits)
      names = package.names
      store = .flat(package)
    } else {
      let archive = try ZipArchive(source, within: limits)
      names = archive.members.map(\.name)
      store = .archive(archive)
    }
    var indices: [String: Int] = [:]
    var duplicates: [String] = []
    for (index, stated) in names.enumerated() {
      let name = PartName.normalized(stated)
      if indices[name] == nil {
        indices[name] = index
      } else if name.hasSuffix(".xml"), !duplicates.contains(stated) {
        duplicates.append(stated)
      }
    }
    self.indices = indices
    self.names = names
    self.duplicates = duplicates
    depthLimit = limits.depth
    relationships = completed(relationships(of: ""), of: "")
  }

  /// Whether the directory of the archive was lost and its members were found by their own headers.
  var isRecovered: Bool {
    switch store {
    case .archive(let archive): archive.isRecovered
    case .flat(let package): package.failure != nil
    case .single: false
    }
  }

  /// Whether a part is there.
  func has(_ part: String) -> Bool { indices[PartName.normalized(part)] != nil }

  /// Opens a part; `nil` where there is none of that name.
  ///
  /// - Throws: ``ReadingError`` where the part is encrypted or its first bytes cannot be read.
  func cursor(_ part: String) throws(ReadingError) -> XMLCursor? {
    guard let index = indices[PartName.normalized(part)] else { return nil }
    // Tables count as three elements each, so nesting up to the limit needs a deeper cursor.
    let depthLimit = self.depthLimit * 4
    switch store {
    case .single(let file):
      return try file.cursor(part, depthLimit: depthLimit)
    case .flat(let package):
      return try package.cursor(at: index, depthLimit: depthLimit)
    case .archive(let archive):
      let stream = try archive.stream(at: index)
      return try XMLCursor(WordVocabulary.names, depthLimit: depthLimit) { chunk throws(ReadingError) in
        try stream.read(into: &chunk)
      }
    }
  }

  /// All bytes of a part; `nil` where there is none of that name, or it is one of XML in a flat package.
  func bytes(of part: String) throws(ReadingError) -> [UInt8]? {
    guard let index = indices[PartName.normalized(part)] else { return nil }
    switch store {
    case .archive(let archive): return try archive.contents(at: index)
    case .flat(let package): return try package.contents(at: index)
    case .single: return nil
    }
  }

  /// The relationships of a part (ECMA-376 part 2, 9.3), or of the package for the empty name; none where the part has none or
  /// they cannot be read.
  func relationships(of part: String) -> Relationships {
    if case .single(let file) = store { return Relationships(file.relationships) }
    let folder = PartName.folder(of: part)
    let name = part.isEmpty ? "_rels/.rels" : "\(folder)_rels/\(part.dropFirst(folder.count)).rels"
    var relationships: [Relationship] = []
    let opened: XMLCursor?
    do throws(ReadingError) {
      opened = try self.cursor(name)
    } catch {
      return Relationships(trouble: .docxUnreadablePart(name, error))
    }
    guard var cursor = opened else { return Relationships() }
    let root = cursor.scope
    while let element = cursor.child(of: root) {
      guard element == .relationships else { continue }
      let scope = cursor.scope
      while let element = cursor.child(of: scope) {
        guard element == .relationship, let id = cursor.string(.plainID), let target = cursor.string(.target) else {
          continue
        }
        let isExternal = cursor.attribute(.targetMode, is: "External")
        relationships.append(
          Relationship(
            id: id, kind: PartName.lastStep(of: cursor.string(.plainType) ?? ""),
            target: isExternal ? target : PartName.resolved(target, from: folder), isExternal: isExternal))
      }
    }
    return Relationships(relationships, trouble: cursor.failure.map { .docxBroken(name, $0) })
  }

  /// The relationships of all parts with text: of the main part, then of the parts of its notes, headers and footers.
  ///
  /// - Parameter main: the relationships of the main part.
  func relationshipsOfStories(_ main: Relationships) -> [Relationships] {
    let kinds = ["footnotes", "endnotes", "comments", "header", "footer"]
    return [main] + kinds.flatMap(main.parts).map(relationships(of:))
  }

  /// The name of the main part: what the package says, else where Word puts it.
  var mainPart: String? {
    if let stated = relationships.parts("officeDocument").first(where: has) { return stated }
    return has("word/document.xml") ? "word/document.xml" : nil
  }
}

/// Names of parts.
enum PartName {
  /// The name by which a part is found: names are compared without regard to case, and some programs write backslashes.
  static func normalized(_ name: String) -> String {
    // As nearly all names are written.
    let isNormal = name.utf8.allSatisfy { $0 < 0x80 && !(0x41...0x5A).contains($0) && $0 != 0x5C }
    if isNormal, name.utf8.first != UInt8(ascii: "/") { return name }
    let forward = name.contains("\\") ? name.replacing("\\", with: "/") : name
    return (forward.hasPrefix("/") ? String(forward.dropFirst()) : forward).lowercased()
  }

  /// The folder of a part with its slash, empty at the top.
  static func folder(of part: String) -> String {
    part.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(part[...$0]) } ?? ""
  }

  /// What stands behind the last slash.
  static func lastStep(of name: String) -> String {
    name.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(name[$0...].dropFirst()) } ?? name
  }

  /// The name that a target stands for; steps upwards stop at the top of the package.
  static func resolved(_ target: String, from folder: String) -> String {
    // Some programs write the steps of Windows.
    let target = target.contains("\\") ? target.replacing("\\", with: "/") : target
    if target.hasPrefix("/") { return String(target.dropFirst()) }
    var steps = folder.split(separator: "/")
    for step in target.split(separator: "/") where step != "." {
      if step == ".." {
        _ = steps.popLast()
      } else {
        steps.append(step)
      }
    }
    return steps.joined(separator: "/")
  }
}
