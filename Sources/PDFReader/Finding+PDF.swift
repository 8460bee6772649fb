internal import ConverterCore

/// Everything that reading a PDF can find, in words.
extension Finding {
  // MARK: Of the document

  static var ownerEncryption: Finding {
    Finding(
      .note, "pdf.encryption.owner-only",
      "the file is encrypted with an owner's password only; its content was read without one")
  }

  static var noVectorInk: Finding {
    Finding(
      .warning, "pdf.ink.text-only",
      "lines, shading and pictures are not seen: this program was built without poppler's private headers")
  }

  // MARK: Of a page

  static func pageCut(_ number: Int) -> Finding {
    Finding(
      .error, "pdf.page.cut", "the page draws more marks than are read of one page; its rest is missing",
      at: .page(number, nil))
  }

  /// - Parameter characters: how many characters are drawn over the picture, as scanning programs stamp their name.
  static func imageOnly(_ number: Int, characters: Int) -> Finding {
    let text = characters == 0 ? "without text" : "with next to no text (characters: \(characters))"
    return Finding(
      .warning, "pdf.page.image-only", "the page is a picture \(text); its text needs character recognition",
      at: .page(number, nil))
  }

  /// - Parameter box: around all of the text.
  static func coveredText(_ number: Int, box: Rectangle) -> Finding {
    Finding(
      .warning, "pdf.text.covered",
      "text lies under an opaque area or picture drawn over it, where nobody sees it; it was read all the same",
      at: .page(number, box))
  }

  /// - Parameter share: the part of the page's characters without meaning, from 0 to 1.
  static func textUnreadable(_ number: Int, share: Double) -> Finding {
    Finding(
      .warning, "pdf.page.text-unreadable",
      "\(Int((share * 100).rounded())) % of the page's characters have no stated meaning in its fonts",
      at: .page(number, nil))
  }

  static func brokenMarks(_ number: Int) -> Finding {
    Finding(
      .note, "pdf.tags.ignored", "the tags of the page do not fit its content and were ignored",
      at: .page(number, nil))
  }

  // MARK: Of poppler

  /// - Parameter count: how often the message came.
  static func message(_ message: PopplerMessage, count: Int, at place: Place?) -> Finding {
    let times = count > 1 ? " (\(count) times)" : ""
    if message.concernsMissingMap {
      return Finding(
        .error, "pdf.font.cmap-missing",
        "text is missing because a character map is not installed (package poppler-data): \(message.text)\(times)",
        at: place)
    }
    return Finding(
      message.category == .warning ? .note : .warning, "pdf.\(message.category.codeName)", "\(message.text)\(times)",
      at: place)
  }
}

extension PopplerMessage.Category {
  fileprivate var codeName: String {
    switch self {
    case .warning, .syntax: "syntax"
    case .configuration, .commandLine: "configuration"
    case .inputOutput: "input"
    case .notAllowed: "not-allowed"
    case .notImplemented: "not-implemented"
    case .internalError: "internal"
    }
  }
}
