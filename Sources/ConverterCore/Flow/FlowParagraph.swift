/// One paragraph of a flow of text in which marks say where cells and rows of tables end: so do Word 97 ([MS-DOC] 2.4.3) and
/// RTF (`\cell`, `\row`). ``FlowAssembler`` turns such paragraphs into blocks.
package struct FlowParagraph: Hashable, Sendable {
  /// What ends with the paragraph.
  package enum End: Hashable, Sendable {
    case paragraph
    case cell
    /// A row; the paragraph itself has no content.
    case row(FlowRow)
  }

  /// A place in a list.
  package struct ListPlace: Hashable, Sendable {
    /// The number or bullet as displayed; `nil` where the level displays none.
    package var label: String?
    /// The depth of nesting, 0 for the outermost.
    package var level: Int

    package init(label: String?, level: Int) {
      self.label = label
      self.level = level
    }
  }

  /// The text without control characters but tab and newline (a forced break), and without white space at its ends.
  package var text: String

  /// The level of a heading, 1 for the outermost; `nil` for other paragraphs.
  package var headingLevel: Int?

  /// Whether its style is that of the document's title.
  package var isTitle: Bool

  package var isCentered: Bool

  package var list: ListPlace?

  /// How many tables the paragraph lies in.
  package var depth: Int

  package var end: End

  /// Notes, text boxes and figures that are tied to the paragraph; they follow it.
  package var followers: [Block]

  package init(
    text: String, headingLevel: Int? = nil, isTitle: Bool = false, isCentered: Bool = false, list: ListPlace? = nil,
    depth: Int = 0, end: End = .paragraph,
    followers: [Block] = []
  ) {
    self.text = text
    self.headingLevel = headingLevel
    self.isTitle = isTitle
    self.isCentered = isCentered
    self.list = list
    self.depth = depth
    self.end = end
    self.followers = followers
  }
}

/// What the end of a table row says about the row.
package struct FlowRow: Hashable, Sendable {
  /// The edges of its cells; may have fewer or more cells than the row has contents.
  package var edges: EdgeGrid.Row

  /// Whether it is repeated at the top of each page.
  package var isHeader: Bool

  /// Whether a tracked change that is carried out took it away.
  package var isDeleted: Bool

  package init(edges: EdgeGrid.Row, isHeader: Bool = false, isDeleted: Bool = false) {
    self.edges = edges
    self.isHeader = isHeader
    self.isDeleted = isDeleted
  }
}
