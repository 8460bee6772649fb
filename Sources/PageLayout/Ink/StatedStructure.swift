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

  /// Replacement text (`ActualText`), if stated.
  public var actualText: String?

  /// The ids of marked content that belong directly to this element on this page, in order.
  public var markedContent: [Int32]

  /// An identity of the element within the document, equal on every page on which the element has content.
  public var id: Int

  public var children: [StatedElement]

  /// For a table: its cells that stand in, or reach into, the rows of which this page has content, in order of row, then
  /// as stated; those without content included.
  public var cells: [StatedCell]

  public init(
    role: String,
    actualText: String? = nil,
    markedContent: [Int32] = [],
    id: Int = 0,
    children: [StatedElement] = [],
    cells: [StatedCell] = []
  ) {
    self.role = role
    self.actualText = actualText
    self.markedContent = markedContent
    self.id = id
    self.children = children
    self.cells = cells
  }
}

/// The place of a cell in the whole of its table, over all pages.
public struct StatedCell: Hashable, Sendable {
  /// The ``StatedElement/id`` of the cell.
  public var id: Int

  /// The rows that the cell covers, counted from the first row of the table.
  public var rows: Range<Int>

  /// The columns that the cell covers, the first one counted from 0 only where ``isPlaced``, else from the first one of
  /// its row that is free.
  public var columns: Range<Int>

  /// Whether the cells of the row fill all columns, so that their order tells where each stands.
  public var isPlaced: Bool

  public init(id: Int, rows: Range<Int>, columns: Range<Int>, isPlaced: Bool = true) {
    self.id = id
    self.rows = rows
    self.columns = columns
    self.isPlaced = isPlaced
  }
}
