/// The content of a cell in the form of the model: plain text where that says it all, blocks where there is more.
package struct CellContent {
  package private(set) var label: String?
  package private(set) var text = ""
  package private(set) var blocks: [Block] = []

  /// One line of text, with the number before it where there is one.
  package init(label: String?, text: String) {
    self.label = label
    self.text = text
  }

  package init(_ content: [Block]) {
    if content.isEmpty { return }
    if content.count == 1 {
      switch content[0] {
      case .paragraph(let paragraph):
        text = paragraph.text
        return
      case .listItem(let item):
        (label, text) = (item.label, item.text)
        return
      case .heading(let heading):
        (label, text) = (heading.label, heading.text)
        return
      case .table, .figure, .aside: break
      }
    }
    text = content.compactMap(Self.line).joined(separator: "\n")
    let isPlain = content.allSatisfy { block in
      switch block {
      case .paragraph, .heading: true
      case .listItem(let item): item.label == nil && item.level == 0
      case .table, .figure, .aside: false
      }
    }
    if !isPlain { blocks = content }
  }

  /// What a block says in the plain reading of a cell; nested tables, pictures and asides say nothing there.
  private static func line(_ block: Block) -> String? {
    switch block {
    case .paragraph(let paragraph): paragraph.text
    case .heading(let heading): heading.label.map { TextJoining.label($0, heading.text) } ?? heading.text
    case .listItem(let item): item.label.map { TextJoining.label($0, item.text) } ?? item.text
    case .table, .figure, .aside: nil
    }
  }
}
