internal import Archives
internal import Glibc

/// Which files below folders and in archives are taken; files that are named themselves always are.
struct Selection: Hashable, Sendable {
  /// A file is taken if it matches one of these, or if there are none. Archives are opened all the same: what counts is what
  /// is in them.
  var include: [String] = []

  /// What matches one of these is left out, folders and archives with all that is in them.
  var exclude: [String] = []

  var includesHidden = false

  /// Whether files that lie in documents are read as sources of their own.
  var includesAttachments = false
}

extension Selection {
  /// Whether a file or folder, or anything in it, may be taken.
  ///
  /// - Parameter path: below the folder or archive that was named.
  func mayHold(_ path: String) -> Bool {
    (includesHidden || !MemberPath.isHidden(path)) && !exclude.contains { Self.matches(path, $0) }
  }

  /// Whether a file that ``mayHold(_:)`` lets pass is taken.
  func takes(_ path: String, isArchive: Bool) -> Bool {
    isArchive || include.isEmpty || include.contains { Self.matches(path, $0) }
  }

  /// Whether a member of an archive is taken. Hidden ones pass: the walk tells them.
  var takesMember: @Sendable (_ path: String, _ isArchive: Bool) -> Bool {
    { path, isArchive in
      !self.isExcluded(path) && self.takes(path, isArchive: isArchive)
    }
  }

  /// Whether a path or a folder above it is left out.
  private func isExcluded(_ path: String) -> Bool {
    guard !exclude.isEmpty else { return false }
    var above = Substring()
    for component in path.split(separator: "/") {
      above = above.isEmpty ? component : Substring("\(above)/\(component)")
      if exclude.contains(where: { Self.matches(String(above), $0) }) { return true }
    }
    return false
  }

  /// Whether a pattern of the shell (`*.docx`, `2023/*`, `[a-m]*`) matches: one with a slash the whole path, another its last
  /// component. A star matches slashes too. The corresponding C function is `fnmatch`.
  static func matches(_ path: String, _ pattern: String) -> Bool {
    let tested = pattern.contains("/") ? path : path.split(separator: "/").last.map(String.init) ?? path
    return unsafe fnmatch(pattern, tested, 0) == 0
  }
}
