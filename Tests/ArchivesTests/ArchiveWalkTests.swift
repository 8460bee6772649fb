import ConverterCore
import Foundation
import Testing

@testable import Archives

/// What comes out of archives, in which order, under which names.
@Suite struct ArchiveWalkTests {
  /// An item in one line: its name and what it is.
  private func lines(
    _ bytes: Data, _ format: ArchiveFormat, name: String = "a", limits: Limits = .standard, password: String? = nil,
    includesHidden: Bool = false
  ) -> [String] {
    items(bytes, format, name: name, limits: limits, password: password, includesHidden: includesHidden).map { item in
      switch item.content {
      case .document(let source, nil): "\(item.name) = \(String(decoding: source.bytes.prefix(20), as: UTF8.self))"
      case .document(_, let missing?): "\(item.name) lacks: \(missing)"
      case .hidden: "\(item.name) hidden"
      case .link(let error), .unreadable(let error): "\(item.name): \(error)"
      case .lost(let entry): "\(item.name) is lost as number \(entry)"
      case .end(let end): "\(item.name) \(end.error.map { "ends: \($0)" } ?? "\(end.format.rawValue) ends")"
      }
    }
  }

  private func items(
    _ bytes: Data, _ format: ArchiveFormat, name: String = "a", limits: Limits = .standard, password: String? = nil,
    includesHidden: Bool = false
  ) -> [ArchiveWalk.Item] {
    var walk = ArchiveWalk(
      Source(name: name, bytes: bytes), format, within: limits, password: password, includesHidden: includesHidden
    ) { source in
      guard ArchiveFormat.mayBegin(source.bytes) else { return nil }
      let detected = try? FormatDetector(formats: ArchiveFormat.formats).detect(source)
      return detected.flatMap { ArchiveFormat(rawValue: $0.format.name) }
    }
    var items: [ArchiveWalk.Item] = []
    while let item = walk.next() { items.append(item) }
    #expect(items.map(\.position) == Array(items.indices))
    return items
  }

  private static let two = ArchiveBuilder.files(["one.txt": "first", "deep/two.txt": "second"])

  @Test(arguments: [
    ("zip", "none", ArchiveFormat.zip), ("7zip", "none", .sevenZip), ("ustar", "none", .tar), ("pax", "gzip", .gzip),
    ("gnutar", "bzip2", .bzip2), ("ustar", "xz", .xz), ("ustar", "zstd", .zstd),
  ])
  func `members come in the order of the file`(_ format: String, _ filter: String, _ kind: ArchiveFormat) {
    #expect(
      lines(Self.two.bytes(format, filter: filter), kind) == [
        "a!one.txt = first", "a!deep/two.txt = second", "a \(kind.rawValue) ends",
      ])
  }

  @Test(arguments: [
    (HandmadeArchives.rar4(["one.txt": "first", "deep/two.txt": "second"]), ArchiveFormat.rar),
    (HandmadeArchives.rar5(["one.txt": "first", "deep/two.txt": "second"]), .rar),
    (HandmadeArchives.tar7(["one.txt": "first", "deep/two.txt": "second"]), .tar),
  ])
  func `members of archives of other programs come in the order of the file`(_ bytes: Data, _ kind: ArchiveFormat) {
    #expect(
      lines(bytes, kind) == ["a!one.txt = first", "a!deep/two.txt = second", "a \(kind.rawValue) ends"])
    let inner = ArchiveBuilder(members: [(Array("inner".utf8), .file(bytes))]).bytes("zip")
    #expect(
      lines(inner, .zip) == [
        "a!inner!one.txt = first", "a!inner!deep/two.txt = second", "a!inner \(kind.rawValue) ends", "a zip ends",
      ])
  }

  @Test func `encrypted members are told as such, and the others read`() {
    let locked = ArchiveBuilder.files(["a.txt": "secret"]).bytes("zip", password: "right")
    #expect(lines(locked, .zip).first == "a!a.txt: \(ReadingError(.passwordNeeded(format: "zip")))")
    #expect(lines(locked, .zip, password: "wrong").first == "a!a.txt: \(ReadingError(.passwordWrong(format: "zip")))")
    #expect(lines(locked, .zip, password: "right").first == "a!a.txt = secret")
    let rar = HandmadeArchives.rar4(["a.txt": "secret"], isEncrypted: true)
    for password in [nil, "any"] {
      #expect(lines(rar, .rar, password: password).first == "a!a.txt: \(ReadingError(.encrypted(format: "rar")))")
    }
  }

  @Test func `a compressed file has one member, named without the ending`() {
    let bytes = ArchiveBuilder.files(["x": "words"]).bytes("raw", filter: "gzip")
    #expect(lines(bytes, .gzip, name: "in/b.txt.gz") == ["in/b.txt.gz!b.txt = words", "in/b.txt.gz gzip ends"])
  }

  @Test func `archives inside archives follow in place, and their ends too`() {
    let inner = Self.two.bytes("zip")
    let middle = ArchiveBuilder(members: [(Array("in.zip".utf8), .file(inner))]).bytes("ustar", filter: "gzip")
    let outer = ArchiveBuilder(members: [
      (Array("mid.tgz".utf8), .file(middle)), (Array("z.txt".utf8), .file(Data("last".utf8))),
    ]).bytes("7zip")
    #expect(
      lines(outer, .sevenZip) == [
        "a!mid.tgz!in.zip!one.txt = first", "a!mid.tgz!in.zip!deep/two.txt = second", "a!mid.tgz!in.zip zip ends",
        "a!mid.tgz gzip ends", "a!z.txt = last", "a 7z ends",
      ])
    #expect(items(outer, .sevenZip).first?.path == "mid.tgz/in.zip/one.txt")
  }

  @Test func `members of one name are all kept`() {
    let bytes = ArchiveBuilder.files(["x.txt": "1", "./x.txt": "2", "x.txt": "3"]).bytes("ustar")
    let items = items(bytes, .tar)
    #expect(items.map(\.path) == ["x.txt", "x.txt#2", "x.txt#3", ""])
    #expect(Set(items.map(\.name)).count == 4)
  }

  @Test func `names that only look the same are two members`() {
    let bytes = ArchiveBuilder.files(["caf\u{E9}": "one", "cafe\u{301}": "two"]).bytes("ustar")
    #expect(
      lines(bytes, .tar).map { Array($0.utf8) }
        == ["a!caf\u{E9} = one", "a!cafe\u{301} = two", "a tar ends"].map { Array($0.utf8) })
  }

  @Test func `a name that leaves no room for an ending keeps its beginning and its own`() {
    // 200 characters, as Windows takes them, are 600 bytes.
    let long = String(repeating: "年", count: 200)
    let paths = items(
      ArchiveBuilder.files(["d/\(long)甲.docx": "1", "d/\(long)乙.docx": "2", "\(long)/x": "3"]).bytes("pax"), .tar
    ).map(\.path)
    for path in paths.dropLast() {
      #expect(path.split(separator: "/").allSatisfy { $0.utf8.count <= 220 } && MemberPath.isRelative(path))
    }
    #expect(Set(paths).count == 4)
    #expect(paths[0].hasPrefix("d/年年") && paths[0].hasSuffix(".docx") && paths[2].hasSuffix("/x"), "\(paths)")
    #expect(
      MemberPath.fitting("short/\(String(repeating: "x", count: 214)).x")
        == "short/\(String(repeating: "x", count: 214)).x")
  }

  @Test(.timeLimit(.minutes(1))) func `many members of one name are kept as fast as others`() {
    let names = Array(repeating: (Array("x.txt".utf8), ArchiveBuilder.Kind.file(Data())), count: 10_000)
    let items = items(ArchiveBuilder(members: names).bytes("ustar"), .tar)
    #expect(items.count == 10_001)
    #expect(items[9_999].path == "x.txt#10000")
  }

  @Test func `a path that looks like that of a second member is no obstacle`() {
    let names = ["x", "x#2", "x", "x#3", "x", "x#2"].map { (Array($0.utf8), ArchiveBuilder.Kind.file(Data())) }
    let items = items(ArchiveBuilder(members: names).bytes("ustar"), .tar)
    #expect(items.map(\.path) == ["x", "x#2", "x#3", "x#3#2", "x#4", "x#2#2", ""])
  }

  @Test func `an entry that was lost is not opened, and the archive goes on behind it`() {
    let inner = ArchiveBuilder.files(["one.txt": "first"]).bytes("zip")
    let outer = ArchiveBuilder(members: [
      (Array("a.txt".utf8), .file(Data("a".utf8))), (Array("in.zip".utf8), .file(inner)),
      (Array("z.txt".utf8), .file(Data("z".utf8))),
    ]).bytes("ustar")
    func walked(_ lost: Set<Int>) -> (items: [String], begun: [String]) {
      var begun: [String] = []
      var walk = ArchiveWalk(
        Source(name: "a", bytes: outer), .tar, within: .standard, lost: lost, begins: { begun.append("\($0) at \($1)") }
      ) { $0.bytes.starts(with: [0x50, 0x4B]) ? .zip : nil }
      var items: [String] = []
      while let item = walk.next() {
        if case .lost(let entry) = item.content {
          items.append("\(item.name) lost \(entry)")
        } else {
          items.append(item.name)
        }
      }
      return (items, begun)
    }
    #expect(walked([]).items == ["a!a.txt", "a!in.zip!one.txt", "a!in.zip", "a!z.txt", "a"])
    #expect(walked([]).begun == ["1 at 0", "2 at 1", "3 at 1", "4 at 3"])
    #expect(walked([2]).items == ["a!a.txt", "a!in.zip lost 2", "a!z.txt", "a"])
    #expect(walked([3]).items == ["a!a.txt", "a!in.zip!one.txt lost 3", "a!in.zip", "a!z.txt", "a"])
  }

  @Test func `links and devices are refused, and nothing follows them`() {
    let bytes = ArchiveBuilder(members: [
      (Array("etc".utf8), .symbolicLink("/etc")), (Array("tty".utf8), .device),
      (Array("etc/passwd".utf8), .file(Data("mine".utf8))),
    ]).bytes("ustar")
    #expect(
      lines(bytes, .tar) == [
        "a!etc: is refused: it is a link, which is not followed", "a!tty: is refused: it is a device or pipe",
        "a!etc/passwd = mine", "a tar ends",
      ])
  }

  @Test func `an archive whose directory is cut off gives its members with a warning`() throws {
    let whole = Self.two.bytes("zip")
    func findings(_ bytes: Data) -> [String] {
      items(bytes, .zip).flatMap { item -> [String] in
        if case .end(let end) = item.content { end.findings.map(\.code) } else { [] }
      }
    }
    #expect(findings(whole) == [])
    let directory = try #require(whole.range(of: Data([0x50, 0x4B, 1, 2]))?.lowerBound)
    for end in [whole.count - 10, directory + 20] {
      #expect(findings(whole[..<end]) == ["archive.directory"])
      #expect(lines(whole[..<end], .zip).prefix(2) == ["a!one.txt = first", "a!deep/two.txt = second"])
    }
  }

  @Test(arguments: [0, 42]) func `an entry that leads to no member of its own is no good directory`(_ place: UInt8)
    throws
  {
    var bytes = Self.two.bytes("zip")
    let first = try #require(bytes.range(of: Data([0x50, 0x4B, 1, 2])))
    let second = try #require(bytes[first.upperBound...].range(of: Data([0x50, 0x4B, 1, 2]))?.lowerBound)
    // Where the second member lies.
    bytes.replaceSubrange(second + 42..<second + 46, with: [place, 0, 0, 0])
    #expect(lines(bytes, .zip) == ["a!one.txt = first", "a!deep/two.txt = second", "a zip ends"])
  }

  @Test func `a cut archive is not taken for the one that lies in it as it is`() throws {
    let inner = Self.two.bytes("zip")
    let builder = ArchiveBuilder(members: [
      (Array("in.zip".utf8), .file(inner)), (Array("z.txt".utf8), .file(Data("last".utf8))),
    ])
    let whole = builder.bytes("zip", isStored: true)
    for cut in [5, 60] {
      #expect(
        lines(whole.prefix(whole.count - cut), .zip).prefix(4) == [
          "a!in.zip!one.txt = first", "a!in.zip!deep/two.txt = second", "a!in.zip zip ends", "a!z.txt = last",
        ])
    }
  }

  @Test func `a damaged entry in the directory of an archive costs no member`() throws {
    var bytes = Self.two.bytes("zip")
    let entry = try #require(bytes.range(of: Data([0x50, 0x4B, 1, 2]))?.lowerBound)
    bytes[entry + 2] = 9
    #expect(lines(bytes, .zip) == ["a!one.txt = first", "a!deep/two.txt = second", "a zip ends"])
  }

  @Test func `a compressed file that is cut is failed, as its member is`() {
    let whole = ArchiveBuilder.files(["one.txt": String(repeating: "wells and roads ", count: 5000)]).bytes(
      "raw", filter: "gzip")
    let cut = lines(whole.prefix(whole.count - 10), .gzip, name: "one.txt.gz")
    #expect(cut.count == 2 && cut.allSatisfy { $0.contains("truncated gzip input") }, "\(cut)")
    #expect(cut.last?.hasPrefix("one.txt.gz ends") == true)
  }

  @Test func `hidden files and leftovers are left out unless asked for`() {
    let bytes = ArchiveBuilder.files(["d/.x": "1", "~$a.docx": "2", "Thumbs.db": "3", "__MACOSX/b": "4", "ok": "5"])
      .bytes("ustar")
    #expect(lines(bytes, .tar).filter { $0.hasSuffix("hidden") }.count == 4)
    #expect(lines(bytes, .tar, includesHidden: true).filter { $0.hasSuffix("hidden") }.isEmpty)
  }

  @Test func `a truncated archive gives what it has and says where it ends`() {
    var random = Data()
    var state: UInt32 = 7
    for _ in 0..<200_000 {
      state = state &* 1_664_525 &+ 1_013_904_223
      random.append(UInt8(state >> 24))
    }
    let bytes = ArchiveBuilder(members: [
      (Array("one.txt".utf8), .file(Data("first".utf8))), (Array("big".utf8), .file(random)),
    ])
    for (data, format) in [(bytes.bytes("ustar", filter: "gzip"), ArchiveFormat.gzip), (bytes.bytes("zip"), .zip)] {
      let lines = lines(data.prefix(150_000), format)
      #expect(lines.first == "a!one.txt = first")
      #expect(lines.last?.contains("not a readable") == true || lines[1].contains("not a readable"), "\(lines)")
    }
  }

  @Test func `bytes that are no archive end at once`() {
    for format in ArchiveFormat.allCases {
      #expect(lines(Data("PK no archive".utf8), format).count == 1, "\(format)")
    }
  }
}

/// Archives made to exhaust whoever opens them.
@Suite struct BombTests {
  private func errors(_ bytes: Data, _ format: ArchiveFormat, _ limits: Limits) -> [String] {
    var walk = ArchiveWalk(Source(name: "a", bytes: bytes), format, within: limits) { source in
      source.bytes.starts(with: [0x50, 0x4B]) ? .zip : source.bytes.starts(with: [0x1F, 0x8B]) ? .gzip : nil
    }
    var errors: [String] = []
    while let item = walk.next() {
      switch item.content {
      case .unreadable(let error): errors.append("\(item.name): \(error)")
      case .end(let end): if let error = end.error { errors.append("\(item.name): \(error)") }
      default: break
      }
    }
    return errors
  }

  private static let zeros = Data(count: 4 << 20)

  @Test func `a flat bomb stops at the ratio`() {
    let bytes = ArchiveBuilder(members: [(Array("big".utf8), .file(Self.zeros))]).bytes("zip")
    let errors = errors(bytes, .zip, Limits(ratio: 50, ratioFloor: 1 << 20))
    #expect(errors.count == 2)
    #expect(errors.allSatisfy { $0.contains("the limit on unpacking ratio was met") }, "\(errors)")
  }

  @Test func `nested bombs stop at the ratio of all together`() {
    var bytes = ArchiveBuilder(members: [(Array("0".utf8), .file(Self.zeros))]).bytes("zip")
    for level in 1...3 {
      let copies = (0..<8).map { (Array("\($0).zip".utf8), ArchiveBuilder.Kind.file(bytes)) }
      bytes = ArchiveBuilder(members: copies).bytes(level == 2 ? "7zip" : "zip")
      if level == 2 { break }
    }
    let errors = errors(bytes, .sevenZip, Limits(ratio: 100, ratioFloor: 16 << 20))
    #expect(errors.contains { $0.contains("unpacking ratio") }, "\(errors)")
  }

  @Test func `archives inside archives stop at their depth`() {
    var bytes = ArchiveBuilder.files(["x": "x"]).bytes("zip")
    for _ in 0..<40 { bytes = ArchiveBuilder(members: [(Array("n.zip".utf8), .file(bytes))]).bytes("zip") }
    let errors = errors(bytes, .zip, .standard)
    #expect(errors.count == 1)
    #expect(errors.first?.contains("limit on archives inside archives was met: 9 asked for, 8 granted") == true)
  }

  @Test func `an archive that holds itself without end stops at the depth`() throws {
    let quine = QuineArchive.bytes
    var walk = ArchiveWalk(Source(name: "q", bytes: quine), .zip, within: .standard) { _ in nil }
    guard case .document(let inner, nil) = walk.next()?.content else {
      Issue.record("the archive has no member that can be read")
      return
    }
    #expect(inner.bytes == quine)
    let errors = errors(quine, .zip, .standard)
    #expect(errors.count == 1)
    #expect(
      errors.first?.contains("limit on archives inside archives was met: 9 asked for, 8 granted") == true, "\(errors)")
  }

  @Test func `too many members end the archive`() {
    let names = (0..<30).map { (Array("\($0)".utf8), ArchiveBuilder.Kind.file(Data("x".utf8))) }
    let errors = errors(ArchiveBuilder(members: names).bytes("ustar"), .tar, Limits(entries: 20))
    #expect(errors == ["a: the limit on entries was met: 21 asked for, 20 granted"])
  }

  @Test func `a member that is too large is passed over, and the next one read`() {
    let bytes = ArchiveBuilder(members: [
      (Array("big".utf8), .file(Data(count: 2000))), (Array("small".utf8), .file(Data("x".utf8))),
    ]).bytes("ustar", filter: "gzip")
    #expect(
      errors(bytes, .gzip, Limits(unpackedBytes: 1000)) == [
        "a!big: the limit on unpacked bytes was met: 2000 asked for, 1000 granted"
      ])
  }

  @Test func `a size that lies is not believed`() throws {
    // The directory and the header of the member say 10 bytes; the data says one million.
    var bytes = ArchiveBuilder(members: [(Array("a.txt".utf8), .file(Data(count: 1_000_000)))]).bytes("zip")
    let size = Data([0x40, 0x42, 0x0F, 0])
    let lie = Data([10, 0, 0, 0])
    while let range = bytes.range(of: size) { bytes.replaceSubrange(range, with: lie) }
    let errors = errors(bytes, .zip, Limits(unpackedBytes: 1000))
    #expect(!errors.isEmpty)
  }

  @Test func `a tar header that promises more than there is ends the archive, and memory is not taken for it`() {
    let errors = errors(HandmadeArchives.lyingTar("short", size: 8_000_000_000), .tar, .standard)
    #expect(errors.first == "a!lie: the limit on unpacked bytes was met: 8000000000 asked for, 2147483648 granted")
    #expect(errors.count == 2)
    let possible = HandmadeArchives.lyingTar("short", size: 1_000_000_000)
    #expect(self.errors(possible, .tar, .standard).allSatisfy { $0.contains("not a readable tar file") })
  }

  @Test func `a hole at the end of a sparse file is as large as the file says, and counts as unpacked`() {
    func bytes(_ size: Int, _ limits: Limits = .standard) -> [Data?] {
      var walk = ArchiveWalk(
        Source(name: "a", bytes: HandmadeArchives.sparseTar("text", size: size)), .tar, within: limits
      ) { _ in nil }
      var bytes: [Data?] = []
      while let item = walk.next() {
        switch item.content {
        case .document(let source, _): bytes.append(Data(source.bytes))
        case .unreadable: bytes.append(nil)
        default: break
        }
      }
      return bytes
    }
    #expect(bytes(100_000) == [Data("text".utf8) + Data(count: 99_996), Data("last".utf8)])
    #expect(bytes(8_000_000_000) == [nil, Data("last".utf8)])
    #expect(bytes(2_000_000, Limits(ratio: 50, ratioFloor: 1 << 20)).first == .some(nil))
  }

  /// What a document of the form `name=content;name=content` holds; `?` for one that cannot be opened.
  private static func attachments(_ source: Source) throws(ReadingError) -> [AttachedFile] {
    let text = String(decoding: source.bytes, as: UTF8.self)
    if text == "?" { throw ReadingError(.empty) }
    return text.split(separator: ";").compactMap { file in
      let parts = file.split(separator: "=", maxSplits: 1)
      return parts.count < 2
        ? nil : AttachedFile(name: String(parts[0])) { _ throws(ReadingError) in Data(parts[1].utf8) }
    }
  }

  /// The names and paths of what comes of a document, and why something is missing.
  private func walked(_ document: String, limits: Limits = .standard) -> [String] {
    var walk = ArchiveWalk(
      Source(name: "d", bytes: Data(document.utf8)), nil, within: limits, attachments: Self.attachments
    ) { _ in nil }
    var lines: [String] = []
    while let item = walk.next() {
      switch item.content {
      case .document(_, nil): lines.append("\(item.name) at \(item.path)")
      case .document(_, let missing?): lines.append("\(item.name) at \(item.path) lacks: \(missing)")
      case .unreadable(let error): lines.append("\(item.name): \(error)")
      default: lines.append("\(item.name) is no document")
      }
    }
    return lines
  }

  @Test func `files in a document come before it, named as members`() {
    #expect(walked("plain") == ["d at "])
    #expect(walked("x/a=one;b=two;b=three") == ["d!x/a at x/a", "d!b at b", "d!b#2 at b#2", "d at "])
    #expect(walked("a=b=inner") == ["d!a!b at a/b", "d!a at a", "d at "])
  }

  @Test func `names of files in documents lead nowhere else`() {
    #expect(
      walked("../a=x;/etc/a=x;C:\\a=x;a\u{1B}=x") == [
        "d!../a: is refused: its name leads out of the archive", "d!/etc/a: is refused: its name is an absolute path",
        "d!C:\\a: is refused: its name begins with a drive", "d!a\u{1B} at a_", "d at ",
      ])
  }

  @Test func `the limits of archives hold for files in documents`() {
    #expect(
      walked("a=b=c=d", limits: Limits(archiveDepth: 2)) == [
        "d!a!b at a/b lacks: \(ReadingError(.limit(name: "archives inside archives", asked: 3, granted: 2)))",
        "d!a at a", "d at ",
      ])
    #expect(
      walked("a=1;b=2;c=3", limits: Limits(entries: 2)) == [
        "d!a at a", "d!b at b", "d at  lacks: \(ReadingError(.limit(name: "entries", asked: 3, granted: 2)))",
      ])
    #expect(
      walked("a=1234", limits: Limits(archiveBytes: 3)).last?.hasPrefix("d at  lacks: ") == true)
  }

  @Test func `a document whose files cannot be listed is read all the same`() {
    #expect(walked("?") == ["d at  lacks: \(ReadingError(.empty))"])
    #expect(walked("a=?;b=x") == ["d!a at a lacks: \(ReadingError(.empty))", "d!b at b", "d at "])
  }
}
