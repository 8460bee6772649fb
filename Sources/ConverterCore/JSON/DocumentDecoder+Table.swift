extension DocumentDecoder {
  /// The members that only tables have.
  struct TableMembers {
    var caption: String?
    var unit: String?
    var rowCount: Int?
    var columnCount: Int?
    var headerRowCount: Int?
    var stubColumnCount: Int?
    var headerEvidence = EvidenceMembers()
    var cells: [Cell]?
  }

  /// Reads the value of a member if it is one of a table's.
  mutating func read(_ name: String, into members: inout TableMembers) throws(ReadingError) -> Bool {
    switch name {
    case "caption": members.caption = try text()
    case "unit": members.unit = try text()
    case "rows": members.rowCount = try count()
    case "columns": members.columnCount = try count()
    case "headerRows": members.headerRowCount = try count()
    case "stubColumns": members.stubColumnCount = try count()
    case "headerEvidence": members.headerEvidence.name = try self.name(of: EvidenceName.self, "evidence")
    case "headerConfidence": members.headerEvidence.confidence = try confidence()
    case "cells": members.cells = try cells()
    default: return false
    }
    return true
  }

  mutating func table(_ members: TableMembers, origin: Origin, at start: Int) throws(ReadingError) -> Table {
    let rowCount = try required(members.rowCount, "rows", at: start)
    let columnCount = try required(members.columnCount, "columns", at: start)
    try grant(rowCount: rowCount, columnCount: columnCount, at: start)
    let cells = try required(members.cells, "cells", at: start)
    do {
      return try Table(
        rowCount: rowCount, columnCount: columnCount, cells: cells, headerRowCount: members.headerRowCount ?? 0,
        stubColumnCount: members.stubColumnCount ?? 0, headerEvidence: members.headerEvidence.value,
        caption: members.caption, unit: members.unit, origin: origin)
    } catch {
      throw scanner.damaged("\(error)", at: start)
    }
  }

  /// Counts the positions of a table against the limit before anything of their size is made.
  private mutating func grant(rowCount: Int, columnCount: Int, at start: Int) throws(ReadingError) {
    let positions = rowCount.multipliedReportingOverflow(by: columnCount)
    let total = positionCount.addingReportingOverflow(positions.partialValue)
    let asked = positions.overflow || total.overflow ? Int.max : total.partialValue
    guard max(asked, rowCount, columnCount) <= limits.cells else {
      throw ReadingError(.limit(name: "cells", asked: asked, granted: limits.cells), at: .byte(start))
    }
    positionCount = asked
  }

  private mutating func cells() throws(ReadingError) -> [Cell] {
    var cells: [Cell] = []
    try scanner.beginArray()
    while try scanner.nextItem() { cells.append(try cell()) }
    return cells
  }

  private mutating func cell() throws(ReadingError) -> Cell {
    let start = scanner.offset
    var row: Int?
    var column: Int?
    var rowSpan = 1
    var columnSpan = 1
    var kind = Cell.Kind.data
    var label: String?
    var text: String?
    var original: String?
    var blocks: [Block] = []
    var origin: Origin?
    try scanner.beginObject()
    while let name = try scanner.nextMember() {
      switch name {
      case "row": row = try count()
      case "column": column = try count()
      case "rowSpan": rowSpan = try count()
      case "columnSpan": columnSpan = try count()
      case "kind": kind = try self.name(of: Cell.Kind.self, "kind of cell")
      case "label": label = try self.text()
      case "text": text = try self.text()
      case "original": original = try self.text()
      case "blocks": blocks = try self.blocks()
      case "origin": origin = try self.origin()
      default: try scanner.skipValue()
      }
    }
    return Cell(
      rows: try range(from: try required(row, "row", at: start), count: rowSpan, at: start),
      columns: try range(from: try required(column, "column", at: start), count: columnSpan, at: start),
      kind: kind, label: label, text: try required(text, "text", at: start), original: original, blocks: blocks,
      origin: try required(origin, "origin", at: start))
  }

  private func range(from start: Int, count: Int, at offset: Int) throws(ReadingError) -> Range<Int> {
    let (end, overflow) = start.addingReportingOverflow(count)
    guard !overflow, end <= Int32.max else { throw scanner.damaged("a cell leaves every grid", at: offset) }
    return start..<end
  }
}
