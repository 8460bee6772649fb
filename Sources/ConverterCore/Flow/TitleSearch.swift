/// Finds the title of a document that states none in its properties: paragraphs styled as title, else the centred lines at its
/// head, which is how offices set titles.
package struct TitleSearch: Sendable {
  private static let longestTitle = 80
  private static let mostLines = 3

  private var styled: [String] = []
  private var centered: [String] = []
  private var isOver = false

  package init() {}

  /// The title; `nil` where nothing looks like one.
  package var title: String? {
    let lines = styled.isEmpty ? centered : styled
    let title = lines.lazy.flatMap { $0.split(whereSeparator: \.isNewline) }.reduce(into: "") { title, line in
      TextJoining.append(line: String(line), to: &title)
    }
    return title.isEmpty || title.count > Self.longestTitle ? nil : title
  }

  /// Takes the next paragraph of the main story.
  package mutating func note(_ text: String, isTitle: Bool, isCentered: Bool) {
    if isTitle {
      styled.append(text)
    } else if isCentered, !isOver, centered.count < Self.mostLines {
      centered.append(text)
    } else {
      isOver = true
    }
  }

  /// Nothing after this is at the head of the document.
  package mutating func end() {
    isOver = true
  }
}
