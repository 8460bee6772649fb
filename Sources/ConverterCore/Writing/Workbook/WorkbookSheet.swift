/// A table as the sheet of a workbook (ECMA-376 part 1, section 18.3): merged cells, numbers as numbers, header rows and stub
/// columns that stay in sight.
struct WorkbookSheet {
  /// Styles of ``WorkbookParts/styles``, by their places there.
  enum Style: Int {
    case header = 1
    case text, number, percentage
  }

  private let table: Table
  private let grid: TableGrid

  /// - Throws: ``WritingError`` with `refused` where a sheet cannot hold the table (ECMA-376 leaves it open; programs have
  ///   1,048,576 rows and 16,384 columns).
  init(_ table: Table) throws(WritingError) {
    guard table.rowCount <= 1_048_576, table.columnCount <= 16_384 else {
      throw WritingError(
        .refused(detail: "a sheet has at most 1,048,576 rows and 16,384 columns"), target: "the workbook")
    }
    self.table = table
    grid = table.grid
  }

  /// The part of the package.
  func part() -> OutputBuffer {
    var output = OutputBuffer()
    output.append(
      """
      <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
      <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">

      """)
    appendPane(to: &output)
    appendColumns(to: &output)
    output.append("<sheetData>\n")
    for row in 0..<table.rowCount { appendRow(row, to: &output) }
    output.append("</sheetData>\n")
    appendMergedCells(to: &output)
    output.append("</worksheet>\n")
    return output
  }

  /// Headers stay in sight where anything is left to move.
  private func appendPane(to output: inout OutputBuffer) {
    let rows = table.headerRowCount < table.rowCount ? table.headerRowCount : 0
    let columns = table.stubColumnCount < table.columnCount ? table.stubColumnCount : 0
    guard rows + columns > 0 else { return }
    output.append("<sheetViews><sheetView workbookViewId=\"0\"><pane")
    if columns > 0 { output.append(" xSplit=\"\(columns)\"") }
    if rows > 0 { output.append(" ySplit=\"\(rows)\"") }
    let pane = rows > 0 ? columns > 0 ? "bottomRight" : "bottomLeft" : "topRight"
    output.append(
      " topLeftCell=\"\(reference(rows, columns))\" activePane=\"\(pane)\" state=\"frozen\"/></sheetView></sheetViews>\n"
    )
  }

  /// Columns as wide as their longest line, within bounds.
  private func appendColumns(to output: inout OutputBuffer) {
    var widths = [Int](repeating: 8, count: table.columnCount)
    for cell in table.cells where cell.columns.count == 1 {
      let longest = cell.displayText.split(separator: "\n").lazy.map(\.columnWidth).max() ?? 0
      widths[cell.columns.lowerBound] = max(widths[cell.columns.lowerBound], min(longest + 2, 60))
    }
    if widths.isEmpty { return }
    output.append("<cols>")
    for (column, width) in widths.enumerated() {
      output.append("<col min=\"\(column + 1)\" max=\"\(column + 1)\" width=\"\(width)\" customWidth=\"1\"/>")
    }
    output.append("</cols>\n")
  }

  private func appendRow(_ row: Int, to output: inout OutputBuffer) {
    output.append("<row r=\"\(row + 1)\">")
    for column in 0..<table.columnCount {
      guard let index = grid.cellIndex(row: row, column: column) else { continue }
      let cell = table.cells[index]
      let begins = cell.rows.lowerBound == row && cell.columns.lowerBound == column
      let content = begins ? SheetValue(cell) : .nothing
      let style: Style = cell.kind == .data ? content.style : .header
      output.append("<c r=\"\(reference(row, column))\" s=\"\(style.rawValue)\"")
      switch content {
      case .nothing: output.append("/>")
      case .number(let number), .percentage(let number): output.append("><v>\(number)</v></c>")
      case .text(let text):
        output.append(" t=\"inlineStr\"><is><t xml:space=\"preserve\">")
        output.appendXML(text.escapedForSheet)
        output.append("</t></is></c>")
      }
    }
    output.append("</row>\n")
  }

  private func appendMergedCells(to output: inout OutputBuffer) {
    let merged = table.cells.filter { $0.rows.count > 1 || $0.columns.count > 1 }
    guard !merged.isEmpty else { return }
    output.append("<mergeCells count=\"\(merged.count)\">")
    for cell in merged {
      let first = reference(cell.rows.lowerBound, cell.columns.lowerBound)
      let last = reference(cell.rows.upperBound - 1, cell.columns.upperBound - 1)
      output.append("<mergeCell ref=\"\(first):\(last)\"/>")
    }
    output.append("</mergeCells>\n")
  }

  /// `A1`, `AB12`.
  private func reference(_ row: Int, _ column: Int) -> String {
    var letters = ""
    var rest = column + 1
    while rest > 0 {
      letters = String(Character(Unicode.Scalar(UInt8(65 + (rest - 1) % 26)))) + letters
      rest = (rest - 1) / 26
    }
    return "\(letters)\(row + 1)"
  }
}

/// What a cell holds for a program that calculates.
enum SheetValue {
  case nothing
  case number(String)
  case percentage(String)
  case text(String)

  /// Numbers with a unit, and those with more digits than a sheet keeps, stay text: nothing is lost.
  init(_ cell: Cell) {
    let text = cell.displayText
    guard cell.label == nil, let quantity = Quantity(text), quantity.number.utf8.count <= 15 else {
      self = text.isEmpty ? .nothing : .text(text.start(utf16Count: SheetValue.longestText))
      return
    }
    switch quantity.unit {
    case nil: self = .number(quantity.number)
    case "%": self = .percentage(quantity.number + "E-2")
    default: self = .text(text)
    }
  }

  /// Units of UTF-16 of a cell in the programs that read workbooks.
  static let longestText = 32_767

  /// Whether a cell has more text than a sheet takes.
  static func isCut(_ cell: Cell) -> Bool {
    // No text has more units than bytes; a label and a space before it are all that can be added.
    guard cell.text.utf8.count + (cell.label?.utf8.count ?? 0) >= longestText else { return false }
    return cell.displayText.utf16.count > longestText
  }

  var style: WorkbookSheet.Style {
    switch self {
    case .number: .number
    case .percentage: .percentage
    case .nothing, .text: .text
    }
  }
}

extension String {
  /// The text with `_x005F_` for the underscore of what would be read as an escaped character, such as `_x0041_` (ECMA-376
  /// part 1, section 22.9.2.19).
  fileprivate var escapedForSheet: String {
    contains("_x") ? replacing(#/_(?=x[0-9A-Fa-f]{4}_)/#, with: "_x005F_") : self
  }
}

extension OutputBuffer {
  /// Appends text as the content or the value of an attribute of XML 1.0; the two characters that it cannot hold are left out.
  mutating func appendXML(_ text: String) {
    for scalar in text.unicodeScalars where scalar.value != 0xFFFE && scalar.value != 0xFFFF {
      for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
        if let entity = MarkupText.entity(of: byte) { append(entity) } else { append(byte: byte) }
      }
    }
  }
}
