package import ConverterCore

/// Where a member's output may go below the folder of its archive.
package enum MemberPath {
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
