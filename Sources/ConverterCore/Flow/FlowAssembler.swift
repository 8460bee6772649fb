/// Puts blocks together from paragraphs with marks: running text, tables with their nested tables, cells with their content.
///
/// The paragraphs of a table stand in order of its cells; ``FlowParagraph/depth`` says in how many tables they lie. A table goes
/// on as long as paragraphs of its depth follow each other. Places are element paths below a root, such as `body/tbl[2]`.
package struct FlowAssembler {
  private let root: String
  private let limits: Limits
  private var blocks: [Block] = []
  private var paragraphCount = 0
  private var tableCount = 0
  private var open: [FlowTable] = []
  private var statedCellCount = 0
  private var cellCount = 0

  private var titles = TitleSearch()

  /// The title that the document shows; `nil` where nothing looks like one.
  package var title: String? { titles.title }

  /// How many cells that another one covers had text, which is not shown.
  package private(set) var coveredTextCount = 0

  /// How many cells with text stood beyond the last edge of their row; it goes on in the row's last cell.
  package private(set) var surplusTextCount = 0

  /// - Parameters:
  ///   - root: the path that places begin with, such as `body`.
  ///   - limits: bounds on the depth of tables and on the grid positions of all tables together.
  package init(root: String, limits: Limits) {
    self.root = root
    self.limits = limits
  }

  /// Takes the next paragraph.
  ///
  /// - Throws: ``ReadingError`` with `limit` where tables are nested too deep or have too many grid positions.
  package mutating func add(_ paragraph: consuming FlowParagraph) throws(ReadingError) {
    guard paragraph.depth <= limits.depth else {
      throw ReadingError(.limit(name: "depth", asked: paragraph.depth, granted: limits.depth))
    }
    while open.count > paragraph.depth { try closeTable() }
    if paragraph.depth > 0 { titles.end() }
    while open.count < paragraph.depth { open.append(FlowTable(path: nextTablePath())) }
    guard open.isEmpty else {
      if case .row(let row) = paragraph.end {
        statedCellCount += row.edges.cells.count
        guard statedCellCount <= limits.cells else {
          throw ReadingError(.limit(name: "cells", asked: statedCellCount, granted: limits.cells))
        }
      }
      open[open.count - 1].add(paragraph)
      return
    }
    paragraphCount += 1
    if !paragraph.isBlank {
      titles.note(paragraph.text, isTitle: paragraph.isTitle, isCentered: paragraph.isCentered)
    }
    let origin = Origin(.element(ElementPath("\(root)/p[\(paragraphCount)]")), .stated)
    if !paragraph.isBlank { blocks.append(paragraph.block(origin)) }
    blocks += paragraph.followers
  }

  /// All blocks, once the last paragraph has been taken.
  package mutating func finish() throws(ReadingError) -> [Block] {
    while !open.isEmpty { try closeTable() }
    return blocks
  }

  private mutating func nextTablePath() -> String {
    guard let parent = open.last else {
      tableCount += 1
      return "\(root)/tbl[\(tableCount)]"
    }
    return parent.nextNestedPath
  }

  /// Ends the innermost table; it becomes content of the cell it lies in, or a block of the flow.
  private mutating func closeTable() throws(ReadingError) {
    guard let ended = open.popLast(), let result = try ended.finished(within: limits.cells - cellCount) else { return }
    cellCount += result.table.rowCount * result.table.columnCount
    coveredTextCount += result.coveredTextCount
    surplusTextCount += result.surplusTextCount
    if open.isEmpty {
      blocks.append(naming: result.table)
    } else {
      open[open.count - 1].add(result.table)
    }
  }
}

extension FlowParagraph {
  /// Whether nothing would be seen of it.
  var isBlank: Bool { text.isEmpty && list?.label == nil }

  /// The paragraph as a block, without its followers.
  func block(_ origin: Origin) -> Block {
    if let headingLevel {
      return .heading(Heading(level: headingLevel, label: list?.label, text: text, origin: origin))
    }
    if isTitle { return .heading(Heading(level: 1, label: list?.label, text: text, origin: origin)) }
    if let list { return .listItem(ListItem(label: list.label, level: list.level, text: text, origin: origin)) }
    return .paragraph(Paragraph(text: text, origin: origin))
  }
}
