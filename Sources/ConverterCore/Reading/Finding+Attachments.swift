extension Finding {
  /// Files that lie in a document, told once for all of them; `nil` where there are none.
  ///
  /// - Parameters:
  ///   - names: as in ``AttachedFile/name``.
  ///   - format: the name of the format, for the code.
  package static func attachments(_ names: [String], of format: String) -> Finding? {
    guard let first = names.first else { return nil }
    let code = "\(format).attachments.present"
    guard names.count > 1 else {
      return Finding(.note, code, "1 file lies in the document and is no part of it: \(printable(first))")
    }
    let more = names.count > mostNames ? " and \(names.count - mostNames) more" : ""
    let list = names.prefix(mostNames).map(printable).joined(separator: ", ")
    return Finding(.note, code, "\(names.count) files lie in the document and are no part of it: \(list)\(more)")
  }

  /// So many names are told.
  private static let mostNames = 10

  /// At most so many characters of a name are told.
  private static let longestName = 200

  private static func printable(_ name: String) -> String {
    String(replacingControlsIn: name.prefix(longestName).unicodeScalars)
  }
}
