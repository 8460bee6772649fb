import ConverterCore
import Foundation
import Testing

@testable import HTMLReader

/// Reads a page as the program does.
func read(_ html: String, limits: Limits = .standard, keepsBoilerplate: Bool = true) throws -> Document {
  try read(Data(html.utf8), limits: limits, keepsBoilerplate: keepsBoilerplate)
}

/// Reads bytes of a format as the program does.
func read(
  _ bytes: Data, format: String = "html", limits: Limits = .standard, keepsBoilerplate: Bool = true
) throws -> Document {
  try HTMLReader(keepsBoilerplate: keepsBoilerplate).read(
    Source(name: "sample", bytes: bytes, format: format), within: limits)
}

/// Each block in a line of its own: kind, label, text.
func outline(_ blocks: [Block]) -> [String] {
  blocks.map { block in
    switch block {
    case .heading(let heading): "h\(heading.level) \(heading.label.map { $0 + "|" } ?? "")\(heading.text)"
    case .paragraph(let paragraph): "p \(paragraph.text)"
    case .listItem(let item):
      "li\(item.level) \(item.label.map { $0 + "|" } ?? "")\(item.text)"
    case .table(let table): "table \(drawing(table).joined(separator: " / "))"
    case .figure(let figure): "figure \(figure.text)"
    case .aside(let aside): "\(aside.role) [\(outline(aside.blocks).joined(separator: ", "))]"
    }
  }
}

func outline(_ html: String) throws -> [String] { outline(try read(html).blocks) }

/// The only table of a page, nested ones left aside.
func onlyTable(_ html: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> Table {
  let tables = try read(html).blocks.flatMap { if case .table(let table) = $0 { [table] } else { [Table]() } }
  try #require(tables.count == 1, sourceLocation: sourceLocation)
  return tables[0]
}

/// Each row of a table with `|` between columns: `<` where a cell goes on from the left, `^` where it goes on from above, `.`
/// for a hole.
func drawing(_ table: Table) -> [String] {
  let grid = table.grid
  return (0..<table.rowCount).map { row in
    (0..<table.columnCount).map { column in
      guard let cell = grid[row, column] else { return "." }
      if row > cell.rows.lowerBound { return "^" }
      return column > cell.columns.lowerBound ? "<" : cell.displayText.replacingOccurrences(of: "\n", with: "⏎")
    }.joined(separator: "|")
  }
}

/// A tree as `name(child "text" …)`, without the parts that pages leave out.
func tree(_ html: String, depthLimit: Int = 256) throws -> String {
  let tree = try #require(TreeBuilder.tree(of: Array(html.utf8), depthLimit: depthLimit, nodeLimit: 1_000_000))
  func content(_ node: Int) -> String {
    var parts: [String] = []
    var text = ""
    func endText() {
      if !text.isEmpty { parts.append("'\(text)'") }
      text = ""
    }
    for child in tree.children(of: node) {
      guard tree.name(child) != .text else {
        text += String(decoding: tree.text(child), as: UTF8.self)
        continue
      }
      endText()
      let inner = content(child)
      parts.append(tree.name(child).rawValue + (inner.isEmpty ? "" : "(\(inner))"))
    }
    endText()
    return parts.joined(separator: " ")
  }
  return content(tree.first(.body, in: 0) ?? 0)
}
