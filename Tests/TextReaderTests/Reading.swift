import ConverterCore
import Foundation
import Testing

@testable import TextReader

/// Reads a text as the program does.
func read(_ text: String, name: String = "sample.txt", limits: Limits = .standard) throws -> Document {
  try TextReader().read(Source(name: name, bytes: Data(text.utf8)), within: limits)
}

/// The only table of a text.
func onlyTable(
  _ text: String, name: String = "sample.txt", sourceLocation: SourceLocation = #_sourceLocation
) throws -> Table {
  let tables = try read(text, name: name).tables
  try #require(tables.count == 1, sourceLocation: sourceLocation)
  return tables[0]
}

/// Each row of a table as its texts between bars; covered and missing positions give nothing.
func grid(_ table: Table) -> [String] {
  (0..<table.rowCount).map { row in
    table.cells.filter { $0.rows.lowerBound == row }.map(\.text).joined(separator: "|")
  }
}

/// Each cell as `text row,column rowsxcolumns`.
func spans(_ table: Table) -> [String] {
  table.cells.map {
    "\($0.text) \($0.rows.lowerBound),\($0.columns.lowerBound) \($0.rows.count)x\($0.columns.count)"
  }
}

/// Rows of cells as Tika flattens them: a tab before each cell, one cell a line, an empty line after each row and another after
/// the table.
func flattened(_ rows: [[String]]) -> String {
  rows.map { row in row.map { "\t\($0)\n" }.joined() + "\n" }.joined() + "\n"
}

/// The blocks of a document, each as its text; tables with bars between cells and a line for each row.
func texts(_ document: Document) -> [String] {
  document.blocks.map { block in
    switch block {
    case .heading(let heading): heading.text
    case .paragraph(let paragraph): paragraph.text
    case .listItem(let item): item.text
    case .table(let table): grid(table).joined(separator: "\n")
    case .figure(let figure): figure.text
    case .aside(let aside): aside.role.rawValue
    }
  }
}
