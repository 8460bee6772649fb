internal import ConverterCore

/// Finds the cells of a form in the tables of a document, row by row.
///
/// Reports stack several tables of the form in one physical table, cut one over pages, shift columns between header and values
/// and lose spans on the way. So the walk does not trust physical tables: it goes from row to row and asks what each one is —
/// a caption, a header, a row of values by its label, or a row of values without one — and remembers which table of the form
/// it is in. Values belong to columns by their order behind the label where their number is right; else by the grid columns
/// of the header; else they stay undecided.
///
///     第二十条第（五）项                          caption: table `licensing` begins
///     信息内容 │ 上一年项目数量 │ 本年增/减 │ …   header: order of the columns
///     行政许可 │ 16 │ 0 │ 16                     row `administrative_licence`: three values for three columns
struct TableMapping {
  var mapping: Mapping
  /// The mapping's form, kept here because it is looked at for every cell and is a large value to copy.
  let form: Form

  /// The table of the form in which the walk is.
  var current: Int?
  var header = HeaderReading() {
    didSet { resolution = nil }
  }
  /// The header as understood for one table, so that it is worked out once and not per row.
  var resolution: ResolvedHeader?
  /// The last row found, and the last group label seen, in the current table.
  var lastRow: Int?
  var group: RowGroup?
  /// The row found last that was found before.
  var lastRepeated: Int?
  /// Rows without a known label, to be tried by their position.
  var unknownRows: [UnknownRow] = []
  /// The number of the physical table, counted from 1, and the row in it.
  var source = (table: 0, row: 0)
  var valueColumns = ValueColumns([])
  var brokenLabels: BrokenLabels
  /// The grid columns of values beside the row that is being read that are no row's, where rows are told by alignment: a blank
  /// cell over or under one may have lost it.
  var strays: [Range<Int>] = []

  struct UnknownRow {
    var table: Int
    var after: Int?
    var tokens: [RowToken]
    /// The innermost label; `nil` where there is none.
    var label: RowToken?
    var values: ArraySlice<RowToken>
    /// The column of the form for each value; `nil` where that cannot be told.
    var columns: [Int?]?
    var source: (table: Int, row: Int)
  }

  init(_ mapping: Mapping) {
    form = mapping.form
    self.mapping = mapping
    brokenLabels = BrokenLabels(form: mapping.form, folding: mapping.folding)
  }
}

extension TableMapping {
  mutating func resolved(for table: Int) -> ResolvedHeader {
    if let resolution, resolution.table == table { return resolution }
    let resolved = ResolvedHeader(header, table: table, form: form)
    resolution = resolved
    return resolved
  }

  /// Maps all tables of a document in reading order.
  mutating func map(_ tables: [Table]) {
    mapping.texts.reserve(tables.reduce(0) { $0 + $1.cells.count })
    var tableRows: [[TableRow]] = []
    for table in tables { tableRows.append(brokenLabels.joined(rows(of: table), &mapping.texts)) }
    let standings = tableRows.map { TableStanding($0, mapping.texts) }
    let areNamed = standings.contains(.named)
    for (index, rows) in tableRows.enumerated() {
      source.table = index + 1
      if index > 0 { header.isForeign = true }
      // Nothing goes on where nothing has begun.
      if standings[index] == .foreign || standings[index] == .headless && areNamed && current == nil {
        passOver(rows)
        continue
      }
      valueColumns = ValueColumns(rows)
      var rest = rows[...]
      while let row = rest.popFirst() {
        source.row = row.number
        strays = row.isAligned ? Self.strays(in: rows[..<(rest.startIndex - 1)].last) + Self.strays(in: rest.first) : []
        if map(row, next: rest.first) { rest.removeFirst() }
      }
    }
    placeUnknownRows()
  }

  /// Keeps what stands in a table that is not the form's.
  mutating func passOver(_ rows: [TableRow]) {
    if let row = rows.first(where: \.hasRowLabel), let token = row.tokens.first {
      mapping.findings.append(.foreignTable(at: mapping.texts[token].place))
    }
    for row in rows {
      let label = row.tokens.last { !$0.roles.isEmpty }.map { mapping.texts[$0].text } ?? ""
      for token in row.tokens where token.roles.isEmpty {
        mapping.addExtra(token, label: label, table: source.table, row: row.number)
      }
    }
  }

  mutating func rows(of table: Table) -> [TableRow] {
    // Taken out of the walk, which is too large to be copied for each cell.
    let (form, folding) = (form, mapping.folding)
    var rows: [TableRow] = []
    var tokens: [RowToken] = []
    var number = 0
    let isAligned = table.cells.first?.evidence == .aligned
    // Copied once: each property asked of an element would count references to all that it holds.
    for cell in table.cells {
      let row = cell.rows.lowerBound
      if row != number {
        if !tokens.isEmpty { rows.append(TableRow(number: number, tokens: tokens, isAligned: isAligned)) }
        number = row
        tokens = []
        tokens.reserveCapacity(table.columnCount)
      }
      let text = cell.displayText
      tokens.append(
        RowToken(
          text: mapping.texts.add(
            text, raw: cell.original, at: cell.place, hasStatedLines: cell.evidence == .stated),
          columns: cell.columns,
          content: form.content(of: text, folding: folding)))
    }
    if !tokens.isEmpty { rows.append(TableRow(number: number, tokens: tokens, isAligned: isAligned)) }
    return rows
  }

  private static func strays(in row: TableRow?) -> [Range<Int>] {
    guard let row, row.needsLabel || row.namesColumns else { return [] }
    return row.tokens.filter(\.isValue).map(\.columns)
  }

  /// - Returns: whether the next row belongs to this one.
  mutating func map(_ row: TableRow, next: TableRow?) -> Bool {
    let tokens = row.tokens
    if let only = row.onlyFilled {
      if let caption = caption(only) {
        begin(caption)
        return false
      }
      if only.roles.contains(.section) { return false }
    }
    if row.isHeader {
      readHeader(row.filled)
    } else if let found = labelledRow(tokens) {
      closeHeader()
      if let next, takeBroken(row, next, as: found) { return true }
      take(found.row, of: found.table, label: tokens[found.index], values: tokens[(found.index + 1)...])
    } else {
      let filled = row.filled
      if !takeUnlabelled(tokens, filled) { keep(tokens, filled) }
    }
    return false
  }
}
