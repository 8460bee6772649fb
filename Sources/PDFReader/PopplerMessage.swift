/// Something that poppler had to say about a file.
struct PopplerMessage: Hashable {
  /// poppler's ErrorCategory.
  enum Category: Int32 {
    case warning, syntax, configuration, commandLine, inputOutput, notAllowed, notImplemented, internalError

    init(_ rawValue: Int32) {
      self = Category(rawValue: rawValue) ?? .internalError
    }
  }

  var text: String
  var category: Category
}

extension PopplerMessage {
  /// Whether a font's characters could not be told because a character map or a language pack is missing.
  var concernsMissingMap: Bool {
    text.contains("Missing language pack") || text.contains("Unknown character collection")
      || text.contains("Couldn't find '") && text.contains("CMap")
  }

  /// Whether the file is encrypted in a way that no password opens here.
  var concernsSecurityHandler: Bool {
    text.contains("security handler")
  }
}
