/// Makes the markup of blocks: headings, paragraphs, lists by their labels, tables with their spans.
struct HTMLMarkup {
  /// Whether headings get marks to jump to, `section-1` and so on, in their order.
  var marksHeadings = false

  /// How many headings have marks.
  private(set) var headingCount = 0

  init(marksHeadings: Bool = false) {
    self.marksHeadings = marksHeadings
  }

  /// Writes blocks, handing over what is full to a sink.
  mutating func write(
    _ blocks: [Block], into output: inout OutputBuffer, to sink: inout some ByteSink
  ) throws(WritingError) {
    var depth = 0
    for block in blocks {
      if case .listItem(let item) = block {
        let wanted = min(max(item.level, 0), HTMLMarkup.deepestList) + 1
        while depth > wanted { close(&depth, &output) }
        if depth == wanted { output.append("</li>\n") }
        while depth < wanted { open(&depth, of: wanted, &output) }
        write(item, into: &output)
      } else {
        while depth > 0 { close(&depth, &output) }
        try write(block, into: &output, to: &sink)
      }
      try output.flushIfFull(to: &sink)
    }
    while depth > 0 { close(&depth, &output) }
  }

  /// Levels of lists at most.
  private static let deepestList = 20

  private func open(_ depth: inout Int, of wanted: Int, _ output: inout OutputBuffer) {
    output.append("<ul>\n")
    depth += 1
    // A level that no item is on.
    if depth < wanted { output.append("<li>") }
  }

  private func close(_ depth: inout Int, _ output: inout OutputBuffer) {
    output.append("</li>\n</ul>\n")
    depth -= 1
  }

  private func write(_ item: ListItem, into output: inout OutputBuffer) {
    output.append("<li>")
    if let label = item.label {
      output.append("<span class=\"label\">")
      output.appendHTML(label)
      output.append("</span> ")
    }
    output.appendHTML(item.text)
  }

  /// A line feed behind the start tag of `pre` is none of the text (HTML standard, section 13.1.2.5).
  private func write(_ paragraph: Paragraph, into output: inout OutputBuffer) {
    output.append(paragraph.isCode ? "<pre>\n" : "<p>")
    output.appendHTML(paragraph.text, lineBreak: paragraph.isCode ? "\n" : "<br>")
    output.append(paragraph.isCode ? "</pre>\n" : "</p>\n")
  }

  private mutating func write(
    _ block: Block, into output: inout OutputBuffer, to sink: inout some ByteSink
  ) throws(WritingError) {
    switch block {
    case .heading(let heading): write(heading, into: &output)
    case .paragraph(let paragraph):
      write(paragraph, into: &output)
    case .table(let table): try write(table, into: &output, to: &sink)
    case .figure(let figure):
      output.append("<p class=\"figure\">")
      output.appendHTML(figure.text.isEmpty ? "[figure]" : "[figure: \(figure.text)]")
      output.append("</p>\n")
    case .aside(let aside):
      output.append("<aside")
      output.appendHTML(attribute: "class", aside.role.rawValue)
      output.appendHTML(
        attribute: "aria-label", [aside.role.words, aside.label ?? ""].filter { !$0.isEmpty }.joined(separator: " "))
      output.append(">\n")
      try write(aside.blocks, into: &output, to: &sink)
      output.append("</aside>\n")
    case .listItem: break
    }
  }

  private mutating func write(_ heading: Heading, into output: inout OutputBuffer) {
    let level = min(max(heading.level, 1), 6)
    output.append("<h")
    output.append(level)
    if marksHeadings {
      headingCount += 1
      output.appendHTML(attribute: "id", "section-\(headingCount)")
    }
    output.append(">")
    output.appendHTML(heading.displayText)
    output.append("</h")
    output.append(level)
    output.append(">\n")
  }

  /// Writes a table. Holes of the grid are empty cells, since HTML has no other way to leave a place out.
  mutating func write(
    _ table: Table, into output: inout OutputBuffer, to sink: inout some ByteSink
  ) throws(WritingError) {
    output.append("<table>\n")
    let caption = [table.caption, table.unit.map { "(\($0))" }].compactMap(\.self).joined(separator: " ")
    if !caption.isEmpty {
      output.append("<caption>")
      output.appendHTML(caption)
      output.append("</caption>\n")
    }
    // A head is a group of rows, in which its cells end: where one goes on below, all rows are of one group.
    let isCut = table.cells.contains {
      $0.rows.lowerBound < table.headerRowCount && $0.rows.upperBound > table.headerRowCount
    }
    let headCount = isCut ? 0 : table.headerRowCount
    let grid = table.grid
    for row in 0..<table.rowCount {
      if row == 0, headCount > 0 { output.append("<thead>\n") }
      if row == headCount { output.append("<tbody>\n") }
      output.append("<tr>")
      for column in 0..<table.columnCount {
        guard let index = grid.cellIndex(row: row, column: column) else {
          output.append("<td></td>")
          continue
        }
        let cell = table.cells[index]
        guard cell.rows.lowerBound == row, cell.columns.lowerBound == column else { continue }
        output.appendHTML(startOf: cell, isNumber: Quantity(cell.text) != nil)
        if cell.blocks.isEmpty {
          output.appendHTML(cell.displayText)
        } else {
          try write(cell.blocks, into: &output, to: &sink)
        }
        output.append(cell.kind == .data ? "</td>" : "</th>")
      }
      output.append("</tr>\n")
      if row + 1 == headCount { output.append("</thead>\n") }
      if row + 1 == table.rowCount, row >= headCount { output.append("</tbody>\n") }
      try output.flushIfFull(to: &sink)
    }
    output.append("</table>\n")
  }
}
