extension Heading {
  /// Label and text joined, as a person reads them.
  var displayText: String { label.map { TextJoining.label($0, text) } ?? text }
}

extension Aside.Role {
  /// The role in words for people.
  var words: String {
    switch self {
    case .textBox: "text box"
    case .pageNumber: "page number"
    case .footnote, .endnote, .comment, .header, .footer, .watermark, .boilerplate: rawValue
    }
  }
}
