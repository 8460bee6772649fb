package import ConverterCore

/// Where a member's output may go below the folder of its archive.
package enum MemberPath {
  /// Why a link is refused, in an archive and below a folder.
  package static let link = "it is a link, which is not followed"

  /// Why a device, pipe or socket is refused.
  package static let device = "it is a device or pipe"

  /// The components of a member's name as a relative path that stays where it is put: `a/b.txt`.
  ///
  /// Backslashes separate too, as programs for Windows write them. Control characters become `_`. Separators are looked for as
  /// scalars: to a `String` a slash before a combining mark is another character, and to the system it is a slash.
  ///
  /// - Throws: ``ReadingError`` with `refused` for names that are absolute, have a drive, or climb (APPNOTE 4.4.17.1 forbids
  ///   all of them).
  package static func relative(_ name: String) throws(ReadingError) -> String {
    let path = name.unicodeScalars
    if let first = path.first, isSeparator(first) {
      throw ReadingError(.refused(detail: "its name is an absolute path"))
    }
    let start = Array(name.utf8.prefix(2))
    if start.count == 2, start[1] == UInt8(ascii: ":"), (start[0] | 0x20) >= UInt8(ascii: "a"),
      (start[0] | 0x20) <= UInt8(ascii: "z")
    {
      throw ReadingError(.refused(detail: "its name begins with a drive"))
    }
    let components = path.split(whereSeparator: isSeparator).filter { !$0.elementsEqual([dot]) }
    if components.contains(where: { $0.elementsEqual([dot, dot]) }) {
      throw ReadingError(.refused(detail: "its name leads out of the archive"))
    }
    guard !components.isEmpty else { throw ReadingError(.refused(detail: "it has no name")) }
    return components.map(String.init(replacingControlsIn:)).joined(separator: "/")
  }

  /// The path with names cut that leave no room for the endings of outputs: file systems take 255 bytes, Windows 255 characters, which
  /// may be 765 bytes of Chinese.
  ///
  /// Such a name keeps its beginning and its ending, with a digest of the whole between: `年度报告…~4d2a9c01e7b35f68.docx`.
  package static func fitting(_ path: String) -> String {
    guard path.utf8.count > longestName else { return path }
    return path.unicodeScalars.split(separator: "/", omittingEmptySubsequences: false).map { name in
      let name = String(name)
      return name.utf8.count > longestName ? cut(name) : name
    }.joined(separator: "/")
  }

  /// In bytes; leaves room for the number of a member, the number of a table and the ending of a format.
  private static let longestName = 220

  private static func cut(_ name: String) -> String {
    var ending = name.utf8.lastIndex(of: UInt8(ascii: ".")).map { name[$0...] } ?? ""
    if ending.utf8.count > 16 { ending = "" }
    // FNV-1a, 64 bits.
    let digest = name.utf8.reduce(14_695_981_039_346_656_037 as UInt64) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
    let digits = String(digest, radix: 16)
    let mark = "~" + String(repeating: "0", count: 16 - digits.count) + digits
    var beginning = ""
    let room = longestName - mark.utf8.count - ending.utf8.count
    for scalar in name.unicodeScalars {
      guard beginning.utf8.count + UTF8.width(scalar) <= room else { break }
      beginning.unicodeScalars.append(scalar)
    }
    return beginning + mark + ending
  }

  private static let dot: Unicode.Scalar = "."

  private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool { scalar == "/" || scalar == "\\" }

  /// Whether a path is one that ``relative(_:)`` could have given.
  package static func isRelative(_ path: String) -> Bool {
    (try? relative(path))?.utf8.elementsEqual(path.utf8) ?? false
  }

  /// Whether a file is hidden, or is one that systems and programs leave behind beside documents.
  package static func isHidden(_ path: String) -> Bool {
    path.split(separator: "/").contains { component in
      component.hasPrefix(".") || component.hasPrefix("~$") || leftovers.contains(component.lowercased())
    }
  }

  /// What Windows and macOS put into folders, in lower case.
  private static let leftovers: Set<String> = ["__macosx", "thumbs.db", "desktop.ini", "$recycle.bin", "ehthumbs.db"]
}
