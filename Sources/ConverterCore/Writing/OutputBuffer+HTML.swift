extension OutputBuffer {
  /// Appends text in which nothing is markup.
  ///
  /// - Parameters:
  ///   - text: any text.
  ///   - lineBreak: what line feeds become.
  mutating func appendHTML(_ text: String, lineBreak: StaticString = "<br>") {
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\n") {
        append(lineBreak)
      } else if let entity = MarkupText.entity(of: byte) {
        append(entity)
      } else {
        append(byte: byte)
      }
    }
  }

  /// Appends an attribute with its value.
  mutating func appendHTML(attribute name: StaticString, _ value: String) {
    append(" ")
    append(name)
    append("=\"")
    appendHTML(value.replacing("\n", with: " "))
    append("\"")
  }

  private mutating func appendHTML(attribute name: StaticString, _ value: Int) {
    append(" ")
    append(name)
    append("=\"")
    append(value)
    append("\"")
  }

  /// Appends the start tag of a cell with what it spans and heads.
  mutating func appendHTML(startOf cell: Cell, isNumber: Bool) {
    append(cell.kind == .data ? "<td" : "<th")
    if cell.rows.count > 1 { appendHTML(attribute: "rowspan", cell.rows.count) }
    if cell.columns.count > 1 { appendHTML(attribute: "colspan", cell.columns.count) }
    switch cell.kind {
    case .columnHeader: append(" scope=\"col\"")
    case .rowHeader: append(" scope=\"row\"")
    case .data: if isNumber { append(" class=\"number\"") }
    case .stubHead: break
    }
    append(">")
  }
}
