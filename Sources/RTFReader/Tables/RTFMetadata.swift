internal import ConverterCore

/// What the group `\info` says.
struct RTFMetadata: Sendable {
  private var title = TextCollector()
  private var author = TextCollector()
  private var created = TimeStamp()
  private var modified = TimeStamp()
  private var pageCount: Int?

  /// Whether something was said already; a second author is the one who changed the file last.
  func has(_ destination: GroupState.Destination) -> Bool {
    !(destination == .title ? title : author).isEmpty
  }

  mutating func append(_ bytes: ArraySlice<UInt8>, in set: CharacterSet, _ destination: GroupState.Destination) {
    if destination == .title { title.append(bytes, in: set) } else { author.append(bytes, in: set) }
  }

  mutating func append(unit: UInt16, _ destination: GroupState.Destination) {
    if destination == .title { title.append(unit: unit) } else { author.append(unit: unit) }
  }

  mutating func apply(_ word: ControlWord, _ number: Int, in destination: GroupState.Destination) {
    if word == .nofpages { pageCount = (1...maximumPageCount).contains(number) ? number : nil }
    switch destination {
    case .created: created.apply(word, number)
    case .modified: modified.apply(word, number)
    default: break
    }
  }

  /// All that was said.
  var metadata: Metadata {
    var copy = self
    func stated(_ text: String) -> String? { text.allSatisfy(\.isWhitespace) ? nil : text }
    return Metadata(
      title: stated(copy.title.take()), author: stated(copy.author.take()), created: created.text,
      modified: modified.text, pageCount: pageCount)
  }
}

/// Word writes at most 32,767 pages; more is no number of pages.
private let maximumPageCount = 32_767
