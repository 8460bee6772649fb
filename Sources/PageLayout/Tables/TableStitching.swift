package import ConverterCore

/// Joins tables that a page end has cut.
///
/// A table goes on when it is the last content of its page and fills it to the end, the next page begins with a table between
/// the same outer edges, and nothing but running heads and a caption that says so (`续表1`), which goes, stands between. White below
/// a table, wider than its next row would have taken, shows that it ended there and that another one begins; where the next page
/// repeats the header, groups of rows may have been kept together. Columns are aligned by x before they are numbered, because a
/// page that shows only the first rows of a table hides the inner columns of its labels:
///
///     page 1  │ Item      │ persons │ firms │        edges 0 3 4 5
///             │ 1 new     │    5    │   2   │
///     page 2  │ 3 │ given │    4    │   1   │        edges 0 1 3 4 5   →   one grid with the edges 0 1 3 4 5
///             │   │ partly│    1    │   1   │
///
/// Header rows that the next page repeats go; a row or a merged cell that the page end has cut becomes one again.
package struct TableStitching {
  let tolerances: Tolerances
  /// Rows of the last table that are kept apart while it goes on.
  private var settled: SettledRows?
  /// What is known of the last table beyond its cells.
  private var lastInk: TableInk?

  package init(tolerances: Tolerances = .standard) {
    self.tolerances = tolerances
  }

  /// Appends the blocks of the next page, joining its first table to the last one where that goes on.
  ///
  /// - Parameters:
  ///   - bodyEnd: the y in points where the text of full pages ends, `nil` where no page tells.
  ///   - ink: what the page tells of its tables, by their place.
  ///   - rows: the rows that paragraphs at the top of the page may be, by their place.
  package mutating func append(
    _ page: [Block], to blocks: inout [Block], bodyEnd: Double? = nil, ink: [Place: TableInk] = [:],
    rows: [Place: [LeadingRow]] = [:]
  ) {
    var page = page[takeRows(rows, of: page, into: &blocks, bodyEnd: bodyEnd)...]
    let whole = page
    let rest = takeLabelRest(rows, of: &page, after: blocks)
    dropHeadnote(of: &page, after: blocks)
    guard let last = blocks.lastIndex(where: { !$0.isRunning && !$0.isSignpost }),
      case .table(let upper) = blocks[last],
      let first = page.firstIndex(where: { !$0.isRunning }), case .table(let lower) = page[first],
      var table = joined(upper, lower, bodyEnd: bodyEnd, ink: (lastInk, ink[lower.origin.place]))
    else {
      finish(&blocks)
      blocks += whole
      noteInk(of: whole, ink)
      return
    }
    var lastRow = upper.rowCount - 1
    if let rows = settled, table.columnCount != upper.columnCount {
      // The page shows further columns: all rows are numbered anew.
      let restored = rows.restored(upper)
      if let again = joined(restored, lower, bodyEnd: bodyEnd, ink: (lastInk, ink[lower.origin.place])) {
        table = again
        lastRow = restored.rowCount - 1
      }
      settled = nil
    }
    if let rest, case .page(let number, _) = lower.origin.place {
      table = table.endingLabel(ofRow: lastRow, with: rest, onPage: number)
    }
    SettledRows.settle(&table, &settled)
    blocks[last] = .table(table)
    blocks += page[..<first] + page[(first + 1)...]
    lastInk = lastInk.map { $0.joined(with: ink[lower.origin.place]) }
    noteInk(of: page[(first + 1)...], ink)
  }

  /// Moves the lines at the top of a page that are the last rows of the last table into it.
  ///
  /// - Returns: the index of the first block of the page that is left.
  private mutating func takeRows(
    _ rows: [Place: [LeadingRow]], of page: [Block], into blocks: inout [Block], bodyEnd: Double?
  ) -> Int {
    guard !rows.isEmpty, let last = blocks.lastIndex(where: { !$0.isRunning }), case .table(let upper) = blocks[last],
      let first = page.firstIndex(where: { !$0.isRunning })
    else { return 0 }
    var leading: [[LeadingRow]] = []
    var number = 0
    for block in page[first...] {
      guard case .paragraph(let paragraph) = block, let rows = rows[paragraph.origin.place],
        case .page(let page, _) = paragraph.origin.place
      else { break }
      leading.append(rows)
      number = page
    }
    // Of a paragraph all lines are rows, or none is.
    while !leading.isEmpty {
      let rows = leading.flatMap(\.self)
      let joined = joined(upper, rows: rows, onPage: number, ink: lastInk, bodyEnd: bodyEnd)
      if let joined, joined.count == rows.count {
        blocks[last] = .table(joined.table)
        blocks += page[..<first]
        lastInk = nil
        return first + leading.count
      }
      leading.removeLast()
    }
    return 0
  }

  /// Takes from the top of a page the lines that go on from the last label of the last table, above a table.
  private func takeLabelRest(
    _ rows: [Place: [LeadingRow]], of page: inout ArraySlice<Block>, after blocks: [Block]
  ) -> [LeadingRow]? {
    guard let last = blocks.lastIndex(where: { !$0.isRunning }), case .table(let upper) = blocks[last],
      let first = page.firstIndex(where: { !$0.isRunning }), case .paragraph(let paragraph) = page[first],
      first + 1 < page.endIndex, case .table = page[first + 1], let rest = rows[paragraph.origin.place],
      endsLabel(rest, of: upper, ink: lastInk)
    else { return nil }
    page.remove(at: first)
    return rest
  }

  /// Drops the line in brackets or the unit above a table at the top of a page where it says what the one above the last table
  /// does.
  private func dropHeadnote(of page: inout ArraySlice<Block>, after blocks: [Block]) {
    guard let last = blocks.lastIndex(where: { !$0.isRunning && !$0.isSignpost }), case .table = blocks[last],
      case .paragraph(let headnote)? = blocks[..<last].last(where: { !$0.isRunning }),
      let first = page.firstIndex(where: { !$0.isRunning }), case .paragraph(let repeated) = page[first],
      first + 1 < page.endIndex, case .table = page[first + 1],
      repeated.text == headnote.text, Headnote.isOne(headnote.text)
    else { return }
    page.remove(at: first)
  }

  /// Notes what is known of the last of some further blocks.
  private mutating func noteInk(of blocks: ArraySlice<Block>, _ ink: [Place: TableInk]) {
    guard let last = blocks.last(where: { !$0.isRunning && !$0.isSignpost }) else { return }
    if case .table(let table) = last { lastInk = ink[table.origin.place] } else { lastInk = nil }
  }

  /// Makes the last table whole, after the last page.
  package mutating func finish(_ blocks: inout [Block]) {
    guard let rows = settled.take(), let last = blocks.lastIndex(where: { !$0.isRunning && !$0.isSignpost }),
      case .table(let table) = blocks[last]
    else { return }
    blocks[last] = .table(rows.restored(table))
  }
}

extension Block {
  /// Whether the block is a line below a table that leads to another page: `See footnotes at end of table.`
  fileprivate var isSignpost: Bool {
    guard case .paragraph(let paragraph) = self else { return false }
    return Caption.isSignpost(paragraph.text)
  }

  /// Whether the block is page furniture or a comment, which does not stand between the parts of a table.
  fileprivate var isRunning: Bool {
    guard case .aside(let aside) = self else { return false }
    switch aside.role {
    case .header, .footer, .pageNumber, .watermark, .comment: return true
    case .footnote, .endnote, .textBox, .boilerplate: return false
    }
  }
}
