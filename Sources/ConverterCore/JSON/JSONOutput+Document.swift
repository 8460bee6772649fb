// The JSON form of each type of the model, in the order of the members. Documents are streamed: the buffer goes to the sink
// after each block and each cell.

extension JSONOutput {
  mutating func document(_ document: inout DocumentStream, to sink: inout some ByteSink) throws(WritingError) {
    beginObject()
    member("schema", DocumentCoding.schema)
    beginItem()
    source(document.source)
    beginItem()
    metadata(document.metadata)
    beginItem()
    name("blocks")
    beginArray()
    while let blocks = document.nextBlocks() { try items(blocks, to: &sink) }
    endArray()
    beginItem()
    name("findings")
    beginArray()
    for finding in document.findings {
      beginItem()
      self.finding(finding)
    }
    endArray()
    endObject()
  }

  private mutating func source(_ source: SourceDescription) {
    name("source")
    beginObject()
    member("name", source.name)
    member("format", source.format)
    member("bytes", source.byteCount)
    member("sha256", source.sha256)
    member("encoding", source.encoding)
    member("replacements", source.replacementCount)
    endObject()
  }

  private mutating func metadata(_ metadata: Metadata) {
    name("metadata")
    beginObject()
    member("title", metadata.title)
    member("author", metadata.author)
    member("created", metadata.created)
    member("modified", metadata.modified)
    member("pages", metadata.pageCount)
    member("language", metadata.language)
    endObject()
  }

  private mutating func finding(_ finding: Finding) {
    beginObject()
    member("severity", finding.severity.rawValue)
    member("code", finding.code)
    member("message", finding.message)
    if let place = finding.place {
      name("place")
      beginObject()
      members(of: place)
      endObject()
    }
    endObject()
  }
}

extension JSONOutput {
  private mutating func blocks(_ blocks: [Block], to sink: inout some ByteSink) throws(WritingError) {
    beginArray()
    try items(blocks, to: &sink)
    endArray()
  }

  private mutating func items(_ blocks: [Block], to sink: inout some ByteSink) throws(WritingError) {
    for block in blocks {
      beginItem()
      beginObject()
      member("type", block.type.rawValue)
      try members(of: block, to: &sink)
      endObject()
      try buffer.flushIfFull(to: &sink)
    }
  }

  private mutating func members(of block: Block, to sink: inout some ByteSink) throws(WritingError) {
    switch block {
    case .heading(let heading):
      member("level", heading.level)
      member("label", heading.label)
      member("text", heading.text)
      member("original", heading.original)
      origin(heading.origin)
    case .paragraph(let paragraph):
      member("code", paragraph.isCode ? true : nil)
      member("text", paragraph.text)
      member("original", paragraph.original)
      origin(paragraph.origin)
    case .listItem(let item):
      member("label", item.label)
      member("level", item.level)
      member("text", item.text)
      member("original", item.original)
      origin(item.origin)
    case .table(let table):
      try members(of: table, to: &sink)
    case .figure(let figure):
      if !figure.text.isEmpty { member("text", figure.text) }
      origin(figure.origin)
    case .aside(let aside):
      member("role", aside.role.rawValue)
      member("label", aside.label)
      origin(aside.origin)
      name("blocks")
      try blocks(aside.blocks, to: &sink)
    }
  }

  private mutating func members(of table: Table, to sink: inout some ByteSink) throws(WritingError) {
    member("caption", table.caption)
    member("unit", table.unit)
    member("rows", table.rowCount)
    member("columns", table.columnCount)
    member("headerRows", table.headerRowCount)
    member("stubColumns", table.stubColumnCount)
    if let evidence = table.headerEvidence {
      self.evidence(evidence, name: "headerEvidence", confidenceName: "headerConfidence")
    }
    origin(table.origin)
    name("cells")
    beginArray()
    // By index: taking a cell out would count references to its texts.
    for index in table.cells.indices {
      beginItem()
      if !plainCell(table.cells, index) { try cell(table.cells[index], to: &sink) }
      try buffer.flushIfFull(to: &sink)
    }
    endArray()
  }

  private mutating func cell(_ cell: Cell, to sink: inout some ByteSink) throws(WritingError) {
    buffer.append(atMost: JSONOutput.headLength) { $0.appendHead(rows: cell.rows, columns: cell.columns, cell.kind) }
    member("label", cell.label)
    member("text", cell.text)
    member("original", cell.original)
    origin(cell.origin)
    if !cell.blocks.isEmpty {
      name("blocks")
      try blocks(cell.blocks, to: &sink)
    }
    endObject()
  }

  /// Bytes that the members of a cell before its texts take at most.
  private static let headLength = 192
  /// Bytes that a place by lines, or the steps of an element, take at most, with names and evidence.
  private static let placeLength = 128
  /// A text or path of more bytes is no plain cell's.
  private static let plainLength = 256

  /// Writes a cell of one short text on lines or in an element, which nearly all cells are, in one piece.
  ///
  /// - Returns: whether the cell was one.
  private mutating func plainCell(_ cells: [Cell], _ index: Int) -> Bool {
    guard cells[index].hasOnlyText else { return false }
    if case .recognised = cells[index].evidence { return false }
    let text = cells[index].text
    // Once: getting at the bytes of a short text costs as much as copying them.
    let bytes = text.utf8.span
    guard bytes.count <= JSONOutput.plainLength, !JSONOutput.needsEscape(bytes) else { return false }
    switch cells[index].place {
    case .lines(let lines):
      plainCell(cells, index, bytes) { output in
        output.append("\"lines\":[")
        output.append(lines.lowerBound)
        output.append(",")
        output.append(lines.upperBound)
        output.append("]")
      }
    case .element(let element):
      let path = element.path.utf8.span
      guard path.count <= JSONOutput.plainLength, !JSONOutput.needsEscape(path), element.cell > 0 else { return false }
      plainCell(cells, index, bytes) { output in
        output.append("\"path\":\"")
        output.append(path)
        output.appendSteps(of: element)
        output.append("\"")
      }
    case .page, .byte: return false
    }
    return true
  }

  private mutating func plainCell(
    _ cells: [Cell], _ index: Int, _ text: Span<UInt8>, place: (inout OutputSpan<UInt8>) -> Void
  ) {
    buffer.append(atMost: JSONOutput.headLength + 2 * JSONOutput.plainLength + JSONOutput.placeLength) { output in
      output.appendHead(rows: cells[index].rows, columns: cells[index].columns, cells[index].kind)
      output.append(",\"text\":\"")
      output.append(text)
      output.append("\",\"origin\":{")
      place(&output)
      output.append(",\"evidence\":\"")
      output.append(text: cells[index].evidence.name.rawValue)
      output.append("\"}}")
    }
  }
}

extension OutputSpan<UInt8> {
  /// Begins the object of a cell: its position and kind.
  fileprivate mutating func appendHead(rows: Range<Int>, columns: Range<Int>, _ kind: Cell.Kind) {
    append("{\"row\":")
    append(rows.lowerBound)
    append(",\"column\":")
    append(columns.lowerBound)
    if rows.count > 1 {
      append(",\"rowSpan\":")
      append(rows.count)
    }
    if columns.count > 1 {
      append(",\"columnSpan\":")
      append(columns.count)
    }
    append(",\"kind\":\"")
    append(text: kind.rawValue)
    append("\"")
  }
}

extension JSONOutput {
  private mutating func origin(_ origin: Origin) {
    name("origin")
    beginObject()
    members(of: origin.place)
    evidence(origin.evidence, name: "evidence", confidenceName: "confidence")
    if !origin.continuations.isEmpty {
      name("places")
      beginArray()
      for place in origin.continuations {
        separate()
        beginObject()
        members(of: place)
        endObject()
      }
      endArray()
    }
    endObject()
  }

  package mutating func members(of place: Place) {
    switch place {
    case .page(let number, let box):
      member("page", number)
      if let box { member("box", box) }
    case .lines(let lines):
      name("lines")
      beginArray()
      buffer.append(lines.lowerBound)
      separate()
      buffer.append(lines.upperBound)
      endArray()
    case .element(let path):
      name("path")
      string(path)
    case .byte(let offset):
      member("byte", offset)
    }
  }

  /// A box in points with at most two decimals; left out where an edge is no number that a page could have.
  private mutating func member(_ name: StaticString, _ box: Rectangle) {
    guard box.isWithin(1e12) else { return }
    self.name(name)
    beginArray()
    buffer.append(box.x0, decimals: 2)
    separate()
    buffer.append(box.y0, decimals: 2)
    separate()
    buffer.append(box.x1, decimals: 2)
    separate()
    buffer.append(box.y1, decimals: 2)
    endArray()
  }

  private mutating func evidence(_ evidence: Evidence, name: StaticString, confidenceName: StaticString) {
    member(name, word: evidence.name.rawValue)
    if case .recognised(let confidence) = evidence {
      self.name(confidenceName)
      buffer.append(confidence.isNaN ? 0 : Double(min(max(confidence, 0), 1)), decimals: 4)
    }
  }

  /// The path with its row and cell steps, put together in place of a `String` for each cell.
  private mutating func string(_ path: ElementPath) {
    string(path.path)
    buffer.removeLastByte()
    buffer.append(atMost: ElementPath.stepsLength) { $0.appendSteps(of: path) }
    buffer.append("\"")
  }
}
