internal import ConverterCore
internal import Markup

extension WordParser {
  /// Reads a table (ECMA-376 part 1, 17.4.37).
  ///
  /// The grid of column widths only bounds spans: positions follow from the cells, and generators leave the grid out or
  /// write it too short.
  mutating func table(path: String) -> WordTable {
    var table = WordTable(path: path)
    appendRows(to: &table)
    return table
  }

  /// Reads rows and what wraps them: content controls, custom XML, tracked changes.
  private mutating func appendRows(to table: inout WordTable) {
    let scope = cursor.scope
    while let name = cursor.child(of: scope) {
      switch name {
      case .row: table.rows.append(row(table.path, number: table.rows.count + 1))
      case .tableProperties: tableProperties(into: &table)
      case .contentControl, .contentControlContent, .customXML: appendRows(to: &table)
      case .inserted, .movedTo: within(.inserted) { $0.appendRows(to: &table) }
      case .deleted, .movedFrom: within(.deleted) { $0.appendRows(to: &table) }
      case .annotation: within(annotatedChange() ?? []) { $0.appendRows(to: &table) }
      case .alternateContent: appendAlternative { $0.appendRows(to: &table) }
      case .tableGrid: table.gridColumns = gridColumns()
      case .paragraph, .table, .cell:
        // Not valid between rows; what stands there is a row of its own.
        let number = table.rows.count + 1
        var row = WordRow(revision: revision)
        appendCell(name, to: &row, at: ElementPath(table.path, row: Int32(clamping: number)))
        table.rows.append(row)
      case .contentControlProperties, .commentRangeEnd: break
      case .other where isForeignWrapper(name): appendRows(to: &table)
      default: noteStray()
      }
    }
  }

  /// Reads a cell, or a block that is not in one and makes one of its own.
  private mutating func appendCell(_ name: WordName, to row: inout WordRow, at place: ElementPath) {
    let inner = ElementPath(place.path, row: place.row, cell: Int32(clamping: row.cells.count + 1))
    guard name != .cell else {
      row.cells.append(cell(at: inner))
      return
    }
    var blocks: [WordBlock] = []
    var counts = SiblingCounts()
    appendBlock(name, to: &blocks, at: inner, &counts)
    row.cells.append(WordCell(content: .blocks(blocks), revision: revision))
  }

  /// Reads the first branch of alternative content; rows and cells stand in one only where newer programs write them.
  private mutating func appendAlternative(_ read: (inout WordParser) -> Void) {
    let scope = cursor.scope
    var isRead = false
    while let name = cursor.child(of: scope) {
      guard name == .choice || name == .fallback, !isRead else { continue }
      read(&self)
      isRead = true
    }
  }

  /// The number of columns that a grid states (17.4.48).
  private mutating func gridColumns() -> Int {
    var count = 0
    let scope = cursor.scope
    while let name = cursor.child(of: scope) {
      if name == .gridColumn { count += 1 }
    }
    return count
  }

  private mutating func tableProperties(into table: inout WordTable) {
    let scope = cursor.scope
    while let name = cursor.child(of: scope) {
      if name == .tableCaption { table.caption = cursor.string(.val) }
    }
  }

  private mutating func row(_ path: String, number: Int) -> WordRow {
    var row = WordRow(revision: revision)
    appendCells(to: &row, at: ElementPath(path, row: Int32(clamping: number)))
    return row
  }

  /// Reads cells and what wraps them.
  private mutating func appendCells(to row: inout WordRow, at place: ElementPath) {
    let scope = cursor.scope
    while let name = cursor.child(of: scope) {
      switch name {
      case .cell, .paragraph, .table: appendCell(name, to: &row, at: place)
      case .alternateContent: appendAlternative { $0.appendCells(to: &row, at: place) }
      case .rowProperties: rowProperties(into: &row)
      case .contentControl, .contentControlContent, .customXML: appendCells(to: &row, at: place)
      case .inserted, .movedTo: within(.inserted) { $0.appendCells(to: &row, at: place) }
      case .deleted, .movedFrom: within(.deleted) { $0.appendCells(to: &row, at: place) }
      case .annotation: within(annotatedChange() ?? []) { $0.appendCells(to: &row, at: place) }
      case .rowExceptions, .contentControlProperties, .commentRangeEnd: break
      case .other where isForeignWrapper(name): appendCells(to: &row, at: place)
      default: noteStray()
      }
    }
  }

  private mutating func rowProperties(into row: inout WordRow) {
    let scope = cursor.scope
    while let name = cursor.child(of: scope) {
      switch name {
      case .gridBefore: row.gridBefore = cursor.integer(.val).map { Int32(clamping: max(0, $0)) } ?? 0
      case .gridAfter: row.gridAfter = cursor.integer(.val).map { Int32(clamping: max(0, $0)) } ?? 0
      case .tableHeader: row.isHeader = cursor.isOn
      case .inserted: row.revision.insert(.inserted)
      case .deleted: row.revision.insert(.deleted)
      case .annotation: row.revision.formUnion(annotatedChange() ?? [])
      default: break
      }
    }
  }

  private mutating func cell(at place: ElementPath) -> WordCell {
    var cell = WordCell(revision: revision)
    var content = WordCellContent.blocks([])
    var isEmpty = true
    let scope = cursor.scope
    var counts = SiblingCounts()
    while let name = cursor.child(of: scope) {
      switch name {
      case .cellProperties:
        cellProperties(into: &cell)
      case .paragraph where isEmpty:
        content = firstParagraph()
        isEmpty = false
      default:
        var blocks = content.blocks
        content = .blocks([])
        appendBlock(name, to: &blocks, at: place, &counts)
        isEmpty = blocks.isEmpty
        content = .blocks(blocks)
      }
    }
    cell.content = content
    return cell
  }

  /// Reads the first paragraph of a cell, as a line where it is nothing but plain text.
  private mutating func firstParagraph() -> WordCellContent {
    var inlines: [WordInline] = []
    let format = paragraphContent(to: &inlines)
    if inlines.isEmpty, let line = takePlainText() { return .line(line, format) }
    flushText(to: &inlines)
    return .blocks([.paragraph(WordParagraph(format: format, inlines: inlines, path: ""))])
  }

  private mutating func cellProperties(into cell: inout WordCell) {
    let scope = cursor.scope
    while let name = cursor.child(of: scope) {
      switch name {
      case .gridSpan: cell.gridSpan = cursor.integer(.val).map { Int32(clamping: max(1, $0)) } ?? 1
      case .verticalMerge: cell.vertical = cursor.attribute(.val, is: "restart") ? .restart : .proceed
      case .horizontalMerge: cell.horizontal = cursor.attribute(.val, is: "restart") ? .restart : .proceed
      case .cellInserted: cell.revision.insert(.inserted)
      case .cellDeleted: cell.revision.insert(.deleted)
      case .cellMerge:
        cell.mergeChange = MergeChange(before: merge(.verticalMergeOriginal), after: merge(.verticalMerge))
      default: break
      }
    }
  }

  /// How a tracked merge marks a cell: `rest` begins it, `cont` goes on.
  private mutating func merge(_ attribute: WordAttribute) -> WordCell.Merge {
    if cursor.attribute(attribute, is: "rest") { return .restart }
    return cursor.attribute(attribute, is: "cont") ? .proceed : .none
  }
}
