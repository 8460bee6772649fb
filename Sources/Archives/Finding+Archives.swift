internal import ConverterCore

extension Finding {
  /// What is to be said of an archive without the directory that stands behind its members.
  static let missingDirectory = Finding(
    .warning, "archive.directory",
    "its directory is cut off or damaged; members are those that lie in the file, in its order")

  /// What is to be said of the names of an archive's members.
  ///
  /// - Parameters:
  ///   - encoding: what names that are no UTF-8 are read as; `nil` where there are none.
  ///   - count: how many names are flagged as UTF-8 and are not.
  static func names(in encoding: TextEncoding?, falselyFlagged count: Int) -> [Finding] {
    guard let encoding else { return [] }
    guard count > 0 else {
      return [
        Finding(
          .note, "archive.names.encoding",
          "the names of its members are read as \(encoding.name), which it does not say")
      ]
    }
    let names =
      count == 1
      ? "1 name of a member is flagged as UTF-8 and is none"
      : "\(count) names of members are flagged as UTF-8 and are none"
    return [Finding(.warning, "archive.names.flag", "\(names); read as \(encoding.name)")]
  }
}
