internal import ConverterCore

/// The two parts of a table around a page end, on common columns; steps close the seam between them.
struct TableSeam {
  /// The cells before the page end, in order.
  private var above: [Cell]
  /// The cells after the page end, rows counted from the first one there.
  private var below: [Cell]
  private let columnCount: Int
  private var rowsAbove: Int

  init(_ above: [Cell], _ below: [Cell], columnCount: Int) {
    self.above = above
    self.below = below
    self.columnCount = columnCount
    rowsAbove = above.map(\.rows.upperBound).max() ?? 0
  }

  /// Both parts as one table; `nil` where cells overlap, which no step makes.
  func table(like upper: Table) -> Table? {
    let lower = below.map { $0.moved(by: rowsAbove) }
    let rowCount = max(rowsAbove, lower.map(\.rows.upperBound).max() ?? 0)
    var origin = upper.origin
    if let box = boxBelow { origin.continuations.append(box) }
    var cells = above + lower
    // A page on which columns of figures happen to be blank shows too many stub columns: the first one counts.
    let telling = upper.headerEvidence == nil ? lower : above
    // Names may span more columns than the stub has; what is none begins behind it.
    let stub = telling.lazy.filter { !$0.isInStub }.map(\.columns.lowerBound).min() ?? upper.stubColumnCount
    var headerRows = upper.headerRowCount
    if upper.headerEvidence != .stated {
      if HeaderRecognition.isStacked(cells, headerRows: headerRows) { headerRows = 0 }
      let changed = headerRows == upper.headerRowCount ? above.count..<cells.count : cells.indices
      for index in changed { cells[index].setKind(headerRows: headerRows, stubColumns: stub) }
    }
    return try? Table(
      rowCount: rowCount, columnCount: columnCount, cells: cells, headerRowCount: headerRows, stubColumnCount: stub,
      headerEvidence: upper.headerEvidence ?? (stub > 0 ? .computed : nil), caption: upper.caption, unit: upper.unit,
      origin: origin)
  }

  /// The page and box of the part after the page end.
  private var boxBelow: Place? {
    var joined: Place?
    for cell in below {
      guard case .page(let page, let box?) = cell.origin.place else { continue }
      if case .page(_, let before?) = joined {
        joined = .page(page, before.union(box))
      } else {
        joined = .page(page, box)
      }
    }
    return joined
  }
}

extension TableSeam {
  /// Drops the rows at the top of the second part that repeat the header of the first; their places stay with the
  /// header's cells. Rows below the header stay, whatever they say: rows of data may be equal.
  ///
  /// - Parameter headerRows: how many header rows the first part has; 0 where it shows none.
  /// - Returns: whether there were any.
  mutating func dropRepeatedHeader(ofRows headerRows: Int) -> Bool {
    let rows = repeatedRowCount(ofHeader: headerRows)
    guard rows > 0 else { return false }
    let repeated = below.filter { $0.rows.lowerBound < rows }
    for cell in repeated {
      let same = above.indices.filter { above[$0].says(cell) }
      guard let index = same.first(where: { above[$0].columns.lowerBound >= cell.columns.lowerBound }) ?? same.last
      else {
        continue
      }
      above[index].continues(at: cell.origin.place)
    }
    below.removeAll { $0.rows.lowerBound < rows }
    below = below.map { $0.moved(by: -rows) }
    return true
  }

  /// How many rows at the top of the second part say the same as those at the top of the first: rows of the header, or the first
  /// rows that no cell leads out of, where none is known. A header has a word in it; rows of numbers alone may be equal by chance.
  private func repeatedRowCount(ofHeader headerRows: Int) -> Int {
    let rowsBelow = below.map(\.rows.upperBound).max() ?? 0
    let most = headerRows > 0 ? headerRows : 12
    var best = 0
    for rows in 1..<max(1, min(rowsBelow, rowsAbove, most + 1)) where headerRows > 0 || best == 0 {
      let first = above.filter { $0.rows.lowerBound < rows }
      let second = below.filter { $0.rows.lowerBound < rows }
      let (said, repeated) = (first.filter { !$0.text.isEmpty }, second.filter { !$0.text.isEmpty })
      guard said.count == repeated.count, zip(said, repeated).allSatisfy({ $0.says($1) }) else { break }
      let isWhole = first.allSatisfy { $0.rows.upperBound <= rows } && second.allSatisfy { $0.rows.upperBound <= rows }
      if isWhole, first.contains(where: { $0.text.hasWords }) { best = rows }
    }
    return best
  }
}

extension TableSeam {
  /// Joins rows and merged cells that the page end has cut.
  ///
  /// - Parameter isRowCut: whether the last row goes on after the page end, where the file states it; `nil` where what the
  ///   cells say has to tell.
  mutating func joinCutCells(isRowCut: Bool? = nil) {
    let pairs = cellsAtSeam
    if isRowCut ?? self.isRowCut(pairs) {
      for (upper, lower) in pairs { join(lower, to: upper, endRow: rowsAbove - 1 + below[lower].rows.upperBound) }
      removeJoined(pairs.map(\.lower))
      below = below.map { $0.moved(by: -1) }
      return
    }
    let cut = pairs.filter { isMergeCut(above[$0.upper], below[$0.lower]) }
    for (upper, lower) in cut { join(lower, to: upper, endRow: rowsAbove + below[lower].rows.upperBound) }
    removeJoined(cut.map(\.lower))
  }

  /// The cells at the page end that face each other: same columns, one before and one after it.
  private var cellsAtSeam: [(upper: Int, lower: Int)] {
    var upperOfColumns: [Range<Int>: Int] = [:]
    for (index, cell) in above.enumerated() where cell.rows.upperBound == rowsAbove {
      upperOfColumns[cell.columns] = index
    }
    return below.indices.compactMap { lower in
      guard below[lower].rows.lowerBound == 0, let upper = upperOfColumns[below[lower].columns] else { return nil }
      return (upper, lower)
    }
  }

  /// Whether the first row after the page end is the rest of the last row before it.
  ///
  /// Then its cells face those of the last row one to one, no number stands below a number, and what is there goes on from
  /// text above: the values of the row stand before the page end, or an open bracket is closed after it.
  private func isRowCut(_ pairs: [(upper: Int, lower: Int)]) -> Bool {
    if isLongTextCut(pairs) { return true }
    guard pairs.count == below.count(where: { $0.rows.lowerBound == 0 }),
      pairs.count == above.count(where: { $0.rows.upperBound == rowsAbove }),
      pairs.contains(where: { above[$0.upper].rows.count == 1 && below[$0.lower].rows.count == 1 })
    else { return false }
    var endedValues = 0
    var goesOn = 0
    var hasOpenBracket = false
    for (upper, lower) in pairs {
      let (before, after) = (above[upper], below[lower])
      guard before.rows.count == 1 || after.rows.count == 1 else { continue }
      switch (before.text.isEmpty, after.text.isEmpty) {
      case (false, true): endedValues += before.text.hasWords ? 0 : 1
      case (true, false):
        guard after.text.hasWords else { return false }
        goesOn += 1
      case (false, false):
        guard before.text.hasWords, after.text.hasWords, !after.text.startsWithLabel else { return false }
        goesOn += 1
        hasOpenBracket = hasOpenBracket || before.text.hasOpenBracket
      case (true, true): break
      }
    }
    return goesOn > 0 && (endedValues >= 2 || hasOpenBracket)
  }

  /// Whether a long text goes on beside a blank label, in a table whose rows all have labels.
  ///
  ///     2  Hall   The roof was mended in
  ///     ─ ─ ─ ─ ─ ─ ─ ─ ─ ─ ─ ─ ─ ─ ─ ─ ─ ─   page end
  ///               spring, the walls in autumn.
  private func isLongTextCut(_ pairs: [(upper: Int, lower: Int)]) -> Bool {
    guard pairs.count == below.count(where: { $0.rows.lowerBound == 0 }),
      pairs.count == above.count(where: { $0.rows.upperBound == rowsAbove }),
      pairs.allSatisfy({ above[$0.upper].rows.count == 1 && below[$0.lower].rows.count == 1 }),
      let label = pairs.first(where: { above[$0.upper].columns.lowerBound == 0 }), !above[label.upper].text.isEmpty,
      below[label.lower].text.isEmpty, !hasBlanks(0)
    else { return false }
    let rest = pairs.filter { !below[$0.lower].text.isEmpty }
    return !rest.isEmpty
      && rest.allSatisfy { upper, lower in
        let before = above[upper].text
        return before.count >= Self.longText && before.hasWords && !SentenceEnd.stands(atEndOf: before)
          && below[lower].text.hasWords && !below[lower].text.startsWithLabel
      }
  }

  /// Characters of a text that takes several lines of a cell: it may go on overleaf.
  private static let longText = 24

  /// Whether two cells that face each other are one merged cell, drawn in two parts.
  private func isMergeCut(_ upper: Cell, _ lower: Cell) -> Bool {
    if upper.rows.count == 1 && lower.rows.count == 1 {
      // A label that goes on beside two single rows: blank below a word, in a column of labels that leaves no cell blank
      // elsewhere.
      return upper.text.hasWords && lower.text.isEmpty && isLabelColumn(upper.columns.lowerBound)
        && !hasBlanks(upper.columns.lowerBound)
    }
    switch (upper.text.isEmpty, lower.text.isEmpty) {
    case (_, true): return true
    case (true, false): return lower.text.hasWords
    case (false, false):
      return lower.text.hasWords && !lower.text.startsWithLabel
        && (upper.text.startsWithLabel || upper.text.hasOpenBracket)
    }
  }

  /// Whether a column holds words and further columns to its right, and no number anywhere.
  private func isLabelColumn(_ column: Int) -> Bool {
    guard column + 1 < columnCount else { return false }
    let cells = (above + below).filter { $0.columns.lowerBound == column && !$0.text.isEmpty }
    return !cells.isEmpty && cells.allSatisfy(\.text.hasWords)
  }

  /// Whether a column has further blank cells of single rows: labels stand there in the first of the cells that they name.
  private func hasBlanks(_ column: Int) -> Bool {
    (above + below.filter { $0.rows.lowerBound > 0 }).contains {
      $0.columns == column..<column + 1 && $0.rows.count == 1 && $0.text.isEmpty
    }
  }

  /// Extends a cell before the page end by the one that it faces.
  private mutating func join(_ lower: Int, to upper: Int, endRow: Int) {
    let rest = below[lower]
    above[upper].text = TextJoining.lines(above[upper].text, rest.text)
    above[upper].blocks += rest.blocks
    above[upper].rows = above[upper].rows.lowerBound..<endRow
    above[upper].continues(at: rest.origin.place)
  }

  private mutating func removeJoined(_ indices: [Int]) {
    let joined = Set(indices)
    below = below.indices.filter { !joined.contains($0) }.map { below[$0] }
  }
}

extension Cell {
  /// The cell some rows further down, or up where their number is negative.
  func moved(by rows: Int) -> Cell {
    var cell = self
    cell.rows = (cell.rows.lowerBound + rows)..<(cell.rows.upperBound + rows)
    return cell
  }

  /// Whether the cell names rows, or what names them.
  fileprivate var isInStub: Bool { kind == .rowHeader || kind == .stubHead }

  /// Whether both cells stand in the same rows and say the same. How far headings reach, and in which columns they stand, may
  /// look otherwise on a page with other rows.
  fileprivate func says(_ other: Cell) -> Bool {
    rows == other.rows && text == other.text
  }
}

extension String {
  /// Whether the text has a letter of any script; numbers, signs and dashes have none.
  fileprivate var hasWords: Bool { unicodeScalars.contains { $0.properties.isAlphabetic } }

  /// Whether a bracket is open at the end of the text.
  fileprivate var hasOpenBracket: Bool {
    var depth = 0
    for scalar in unicodeScalars {
      switch scalar {
      case "(", "（", "[", "【", "“", "《": depth += 1
      case ")", "）", "]", "】", "”", "》": depth = max(0, depth - 1)
      default: break
      }
    }
    return depth > 0
  }

  /// Whether the text begins with a number of a list: `一、`, `（二）`, `3.`, `第四条`.
  fileprivate var startsWithLabel: Bool {
    var rest = unicodeScalars[...]
    let isBracketed = rest.first == "（" || rest.first == "("
    if isBracketed || rest.first == "第" { rest.removeFirst() }
    let digits = rest.prefix { "0123456789０１２３４５６７８９一二三四五六七八九十百".unicodeScalars.contains($0) }
    guard !digits.isEmpty, let next = rest[digits.endIndex...].first else { return false }
    return isBracketed ? next == "）" || next == ")" : "、.．)）条项章节".unicodeScalars.contains(next)
  }
}
