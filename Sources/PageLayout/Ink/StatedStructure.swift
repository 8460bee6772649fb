/// What a tagged file says about the content of one page (ISO 32000-2, 14.7): a tree of roles over marked content.
public struct StatedStructure: Hashable, Sendable {
  public var elements: [StatedElement]

  public init(elements: [StatedElement]) {
    self.elements = elements
  }
}

/// One structure element, reduced to what its page shows of it.
public struct StatedElement: Hashable, Sendable {
  /// The standard structure type after role mapping, such as `P`, `H1`, `Table`, `TR`, `TH`, `TD`, `Artifact`.
  public var role: String

  /// The rows that a table cell covers, at least 1 as stated.
  public var rowSpan: Int

  /// The columns that a table cell covers, at least 1 as stated.
  public var columnSpan: Int

  /// Replacement text (`ActualText`), if stated.
  public var actualText: String?

  /// The ids of marked content that belong directly to this element on this page, in order.
  public var markedContent: [Int32]

  /// An identity of the element within the document, equal on every page on which the element has content.
  public var id: Int

  public var children: [StatedElement]

  public init(
    role: String,
    rowSpan: Int = 1,
    columnSpan: Int = 1,
    actualText: String? = nil,
    markedContent: [Int32] = [],
    id: Int = 0,
    children: [StatedElement] = []
  ) {
    self.role = role
    self.rowSpan = rowSpan
    self.columnSpan = columnSpan
    self.actualText = actualText
    self.markedContent = markedContent
    self.id = id
    self.children = children
  }
}
