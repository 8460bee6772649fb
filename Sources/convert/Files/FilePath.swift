internal import Glibc

/// A path as the system has it: bytes, which need not be text.
struct FilePath: Hashable, Sendable {
  /// Without the NUL at the end.
  var bytes: [UInt8]

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  init(_ text: String) {
    bytes = Array(text.utf8)
  }

  /// For functions of the C library: ends in NUL.
  var cString: [CChar] { bytes.map { CChar(bitPattern: $0) } + [0] }

  /// Whether the bytes are valid UTF-8.
  var isText: Bool { String(validating: bytes, as: UTF8.self) != nil }

  /// The path as text. Where it is no UTF-8, each byte above ASCII is shown as `%B1`, so that different names stay different.
  var text: String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    let digits = Array("0123456789ABCDEF".utf8)
    let shown = bytes.flatMap { byte in
      byte < 0x80 ? [byte] : [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
    return String(decoding: shown, as: UTF8.self)
  }

  /// Whether it is `.` or `..`.
  var isSelfOrParent: Bool { bytes == [UInt8(ascii: ".")] || bytes == [UInt8(ascii: "."), UInt8(ascii: ".")] }

  var lastComponent: FilePath {
    FilePath(bytes: bytes.split(separator: UInt8(ascii: "/")).last.map(Array.init) ?? bytes)
  }

  /// The names between the slashes, without those that lead nowhere (`.` and empty ones); an absolute path begins with an empty one.
  var normalizedComponents: [[UInt8]] {
    let names = bytes.split(separator: UInt8(ascii: "/")).filter { !$0.elementsEqual(".".utf8) }.map(Array.init)
    return bytes.first == UInt8(ascii: "/") ? [[]] + names : names
  }

  /// Whether the path lies below a folder, by its name alone.
  ///
  /// - Parameter folders: their ``normalizedComponents``.
  func isBelow(oneOf folders: Set<[[UInt8]]>) -> Bool {
    guard !folders.isEmpty else { return false }
    let components = normalizedComponents
    return components.indices.contains { depth in
      folders.contains(Array(components[..<depth])) && (depth > 0 || components[0] != [])
        && !components[depth...].contains { $0.elementsEqual("..".utf8) }
    }
  }

  func appending(_ name: FilePath) -> FilePath {
    FilePath(bytes: bytes.last == UInt8(ascii: "/") ? bytes + name.bytes : bytes + [UInt8(ascii: "/")] + name.bytes)
  }

  /// Which file it is, whatever its name; links are followed. `nil` where there is none. The corresponding C function is `stat`.
  var identity: [UInt64]? {
    var status = stat()
    return unsafe stat(cString, &status) == 0 ? [UInt64(status.st_dev), UInt64(status.st_ino)] : nil
  }

  /// The kind of file (`S_IFMT`), links not followed: below a folder they could lead out of it or in circles. 0 where there is
  /// none. The corresponding C function is `lstat`.
  var kind: mode_t {
    var status = stat()
    return unsafe lstat(cString, &status) == 0 ? status.st_mode & S_IFMT : 0
  }
}

extension FilePath {
  /// The arguments of the program as the system gave them; the name of the program is none.
  static let arguments: [FilePath] = (0..<Int(CommandLine.argc)).dropFirst().compactMap { index in
    guard let start = unsafe CommandLine.unsafeArgv[index] else { return nil }
    return unsafe FilePath(
      bytes: Array(UnsafeBufferPointer(start: start, count: strlen(start))).map(UInt8.init(bitPattern:)))
  }

  /// The paths that parsed arguments stand for, which are ``text`` of some of ``arguments`` in their order.
  static func named(_ parsed: [String]) -> [FilePath] {
    var raw = arguments[...]
    return parsed.map { text in
      guard let index = raw.firstIndex(where: { $0.text == text }) else { return FilePath(text) }
      defer { raw = raw[(index + 1)...] }
      return raw[index]
    }
  }

  /// The entries of a list: one a line, or one before each NUL. Empty entries are no entries.
  static func list(_ bytes: some Sequence<UInt8>, separatedByNUL: Bool) -> [FilePath] {
    bytes.split(separator: separatedByNUL ? 0 : UInt8(ascii: "\n")).map { entry in
      FilePath(bytes: Array(!separatedByNUL && entry.last == UInt8(ascii: "\r") ? entry.dropLast() : entry))
    }
  }
}
