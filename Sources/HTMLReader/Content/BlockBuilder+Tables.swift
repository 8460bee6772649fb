internal import ConverterCore

extension BlockBuilder {
  /// Reads a table, or what it holds where it only places things.
  mutating func table(_ node: Int) throws(ReadingError) {
    flush()
    let model = try TableModel(node, in: tree, styles: page.styles, positionLimit: 4 * cellLimit)
    if LayoutTables(tree: tree, styles: page.styles).isLayout(node, model) {
      if let caption = model.caption { try block(caption) }
      for cell in model.cells { try openedCell(cell.node, of: node) }
      return
    }
    let (positions, isTooMany) = model.rowCount.multipliedReportingOverflow(by: model.columnCount)
    guard !isTooMany, positions <= cellsLeft else {
      throw ReadingError(
        .limit(name: "cells", asked: isTooMany ? Int.max : cellLimit - cellsLeft + positions, granted: cellLimit))
    }
    cellsLeft -= positions
    let path = tree.path(of: node)
    var cells: [Cell] = []
    cells.reserveCapacity(model.cells.count)
    for cell in model.cells { cells.append(try self.cell(cell, path)) }
    do throws(TableError) {
      let table = try Table(
        rowCount: model.rowCount, columnCount: model.columnCount, cells: cells, caption: caption(model),
        origin: Origin(.element(ElementPath(path)), .stated))
      let headers = StatedHeaders(model, in: tree)
      let headed =
        headers.map { table.settingHeaders(rows: $0.rows, stubColumns: $0.stubColumns, evidence: .stated) }
        ?? table.inferringHeaders()
      blocks.append(naming: StatedHeaders.settingScopes(of: headed, model, in: tree))
    } catch {
      // The model tiles its grid; were it not so, the content would be worth more than the table.
      for cell in model.cells { try block(cell.node) }
    }
    if model.hasLimitedSpans { findings.append(.limitedSpans(at: .element(ElementPath(path)))) }
    if model.hasOverlaps { findings.append(.overlappingCells(at: .element(ElementPath(path)))) }
  }

  /// Reads a cell of a table that only places things; it, its row or its group may stand beside the main flow.
  private mutating func openedCell(_ cell: Int, of table: Int) throws(ReadingError) {
    if page.styles.isHidden(cell) { return }
    var around = cell
    while around > table {
      if let role = page.asides[around] { return try aside(cell, role) }
      around = tree.parent(of: around) ?? table
    }
    try block(cell)
  }

  private func caption(_ model: TableModel) -> String? {
    guard let caption = model.caption else { return nil }
    let text = plainText(of: caption)
    return text.isEmpty ? nil : text
  }

  private mutating func cell(_ cell: TableModel.ModelCell, _ path: String) throws(ReadingError) -> Cell {
    let origin = Origin(
      .element(ElementPath(path, row: cell.place.row, cell: cell.place.cell)), .stated)
    if page.styles.isHidden(cell.node) {
      return Cell(rows: cell.rows, columns: cell.columns, text: "", origin: origin)
    }
    guard hasStructure(cell.node) else {
      for inner in tree.descendants(of: cell.node) { noteReference(inner) }
      return Cell(rows: cell.rows, columns: cell.columns, text: plainText(of: cell.node), origin: origin)
    }
    let isInCell = isInDataCell
    isInDataCell = true
    defer { isInDataCell = isInCell }
    let blocks = try separately { (builder) throws(ReadingError) in
      builder.owner = cell.node
      try builder.content(of: cell.node)
    }
    let content = CellContent(blocks)
    return Cell(
      rows: cell.rows, columns: cell.columns, label: content.label, text: content.text, blocks: content.blocks,
      origin: origin)
  }

  /// Whether a cell holds more than paragraphs of level text.
  private func hasStructure(_ cell: Int) -> Bool {
    for node in tree.descendants(of: cell) {
      switch tree.name(node) {
      case .table, .ul, .ol, .dl, .menu, .dir, .li, .h1, .h2, .h3, .h4, .h5, .h6, .img, .pre, .rt, .iframe, .object,
        .embed, .del, .input, .textarea, .sup, .sub, .math:
        return true
      default: continue
      }
    }
    return !page.asides.isEmpty && tree.descendants(of: cell).contains { page.asides[$0] != nil }
      || tree.descendants(of: cell).contains { page.styles.remark(on: $0) != nil }
  }

  /// The lines of a node without inner structure.
  private func plainText(of node: Int) -> String {
    singleWord(in: node) ?? lines(of: node)
  }

  /// The text of a node that holds one run of text without white space inside, as most cells do; `nil` for others.
  private func singleWord(in node: Int) -> String? {
    let bytes = tree.bytes.span
    var word = 0..<0
    var index = node + 1
    let end = tree.end(of: node)
    while index < end {
      if tree.name(index) != .text, page.isSkipped(index) {
        index = tree.end(of: index)
        continue
      }
      let run = bytes.trimmedASCII(tree.textRange(index))
      if !run.isEmpty, !word.isEmpty { return nil }
      if !run.isEmpty { word = run }
      index += 1
    }
    // First bytes of what may be left out, and of wide spaces.
    let mayBeSpace = word.contains { InlineText.mayMeanSpace(bytes[$0]) }
    if mayBeSpace || !word.isEmpty && (bytes[word.lowerBound] == 0xE3 || bytes[max(0, word.upperBound - 3)] == 0xE3) {
      return nil
    }
    return String(decoding: tree.bytes[word], as: UTF8.self)
  }

  /// The lines of a node: one pass, no recursion.
  private func lines(of node: Int) -> String {
    var text = InlineText()
    /// The ends of the open block elements, innermost last.
    var ends: [Int] = []
    var index = node + 1
    let end = tree.end(of: node)
    while index < end {
      while let last = ends.last, last <= index {
        ends.removeLast()
        text.breakLine()
      }
      let name = tree.name(index)
      if name == .text {
        text.append(tree.text(index))
      } else if page.isSkipped(index) {
        index = tree.end(of: index)
        continue
      } else if name == .br {
        text.breakLine()
      } else if name.isBlock {
        text.breakLine()
        ends.append(tree.end(of: index))
      }
      index += 1
    }
    return text.takeLines()
  }
}

/// The blocks of a cell in the form that a ``Cell`` keeps them.
private struct CellContent {
  var label: String?
  var text: String
  var blocks: [Block]

  init(_ blocks: [Block]) {
    self.blocks = blocks
    if blocks.count == 1, case .listItem(let item) = blocks[0] {
      // A number that the page keeps apart from a short text is the cell's label.
      label = item.label
      text = item.text
      self.blocks = []
      return
    }
    text = blocks.compactMap(CellContent.text).joined(separator: "\n")
    if blocks.allSatisfy(CellContent.isPlain) { self.blocks = [] }
  }

  private static func isPlain(_ block: Block) -> Bool {
    if case .paragraph = block { true } else { false }
  }

  private static func text(_ block: Block) -> String? {
    switch block {
    case .heading(let heading): heading.label.map { TextJoining.label($0, heading.text) } ?? heading.text
    case .paragraph(let paragraph): paragraph.text
    case .listItem(let item): item.label.map { TextJoining.label($0, item.text) } ?? item.text
    case .table, .figure, .aside: nil
    }
  }
}
