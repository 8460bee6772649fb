public import ConverterCore

extension Document {
  /// What a reader's document must not be, each with where it stands; empty for a good one.
  ///
  /// Checked are texts (no control characters but newline and tab), places (pages and lines count from 1, boxes are finite
  /// and ordered, paths are not empty) and the members that count (levels). The tiling of tables needs no check: no other
  /// table can be made.
  public var contractViolations: [String] {
    var violations = Violations()
    for (index, block) in blocks.enumerated() { violations.check(block, "block \(index)") }
    for finding in findings {
      violations.check(text: finding.message, "finding \(finding.code)")
      if let place = finding.place { violations.check(place, "finding \(finding.code)") }
    }
    for text in [metadata.title, metadata.author, metadata.created, metadata.modified, metadata.language] {
      violations.check(text: text, "metadata")
    }
    return violations.list
  }

  /// The last page on which anything stands; 0 where no place is a page.
  package var lastPage: Int {
    blocks.map(\.lastPage).max() ?? 0
  }
}

private struct Violations {
  var list: [String] = []

  mutating func expect(_ holds: Bool, _ sentence: String, _ spot: String) {
    if !holds { list.append("\(spot): \(sentence)") }
  }

  mutating func check(_ block: Block, _ spot: String) {
    check(block.origin, spot)
    switch block {
    case .heading(let heading):
      expect(heading.level >= 1, "a heading's level counts from 1", spot)
      for text in [heading.label, heading.text, heading.original] { check(text: text, spot) }
    case .paragraph(let paragraph):
      for text in [paragraph.text, paragraph.original] { check(text: text, spot) }
    case .listItem(let item):
      expect(item.level >= 0, "a list item's level counts from 0", spot)
      for text in [item.label, item.text, item.original] { check(text: text, spot) }
    case .figure(let figure): check(text: figure.text, spot)
    case .aside(let aside):
      check(text: aside.label, spot)
      for (index, block) in aside.blocks.enumerated() { check(block, "\(spot), block \(index)") }
    case .table(let table): check(table, spot)
    }
  }

  private mutating func check(_ table: Table, _ spot: String) {
    for text in [table.caption, table.unit] { check(text: text, spot) }
    for cell in table.cells {
      let spot = "\(spot), cell at row \(cell.rows.lowerBound), column \(cell.columns.lowerBound)"
      check(cell.origin, spot)
      for text in [cell.label, cell.text, cell.original] { check(text: text, spot) }
      for (index, block) in cell.blocks.enumerated() { check(block, "\(spot), block \(index)") }
    }
  }

  private mutating func check(_ origin: Origin, _ spot: String) {
    for place in [origin.place] + origin.continuations { check(place, spot) }
    if case .recognised(let confidence) = origin.evidence {
      expect((0...1).contains(confidence), "a confidence lies between 0 and 1", spot)
    }
  }

  mutating func check(_ place: Place, _ spot: String) {
    switch place {
    case .page(let number, let box):
      expect(number >= 1, "pages count from 1", spot)
      guard let box else { return }
      expect(box.isWithin(1e7), "a box is finite and of a page's size", spot)
      expect(box.x0 <= box.x1 && box.y0 <= box.y1, "a box is ordered: left, top, right, bottom", spot)
    case .lines(let lines): expect(lines.lowerBound >= 1, "lines count from 1", spot)
    case .element(let path): expect(!path.path.isEmpty, "a path is not empty", spot)
    case .byte(let offset): expect(offset >= 0, "an offset is not negative", spot)
    }
  }

  mutating func check(text: String?, _ spot: String) {
    expect(text?.hasControlCharacters != true, "a text holds a control character: \(text.debugDescription)", spot)
  }
}

extension Block {
  fileprivate var lastPage: Int {
    let own = ([origin.place] + origin.continuations).map(\.pageNumber).max() ?? 0
    switch self {
    case .table(let table):
      return table.cells.reduce(own) { max($0, $1.origin.place.pageNumber, $1.blocks.map(\.lastPage).max() ?? 0) }
    case .aside(let aside): return aside.blocks.reduce(own) { max($0, $1.lastPage) }
    case .heading, .paragraph, .listItem, .figure: return own
    }
  }
}

extension Place {
  fileprivate var pageNumber: Int {
    if case .page(let number, _) = self { number } else { 0 }
  }
}
