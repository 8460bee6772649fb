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
  private let form: Form

  /// The table of the form in which the walk is.
  private var current: Int?
  private var header = HeaderReading() {
    didSet { resolution = nil }
  }
  /// The header as understood for one table, so that it is worked out once and not per row.
  private var resolution: ResolvedHeader?
  /// The last row found, and the last group label seen, in the current table.
  private var lastRow: Int?
  private var group: RowGroup?
  /// The row found last that was found before.
  private var lastRepeated: Int?
  /// Rows without a known label, to be tried by their position.
  private var unknownRows: [UnknownRow] = []
  /// The number of the physical table, counted from 1, and the row in it.
  private var source = (table: 0, row: 0)
  private var valueColumns = ValueColumns([])
  private var brokenLabels: BrokenLabels

  private struct UnknownRow {
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
  private mutating func resolved(for table: Int) -> ResolvedHeader {
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
      for row in rows {
        source.row = row.number
        map(row)
      }
    }
    placeUnknownRows()
  }

  /// Keeps what stands in a table that is not the form's.
  private mutating func passOver(_ rows: [TableRow]) {
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

  private mutating func rows(of table: Table) -> [TableRow] {
    // Taken out of the walk, which is too large to be copied for each cell.
    let (form, folding) = (form, mapping.folding)
    var rows: [TableRow] = []
    var tokens: [RowToken] = []
    var number = 0
    // By index: taking a cell out would count references to all that it holds.
    let cells = table.cells
    for index in cells.indices {
      let row = cells[index].rows.lowerBound
      if row != number {
        if !tokens.isEmpty { rows.append(TableRow(number: number, tokens: tokens)) }
        number = row
        tokens = []
        tokens.reserveCapacity(table.columnCount)
      }
      let text = cells[index].displayText
      tokens.append(
        RowToken(
          text: mapping.texts.add(
            text, raw: cells[index].original, at: cells[index].place,
            hasStatedLines: cells[index].evidence == .stated),
          columns: cells[index].columns,
          content: form.content(of: text, folding: folding)))
    }
    if !tokens.isEmpty { rows.append(TableRow(number: number, tokens: tokens)) }
    return rows
  }

  private mutating func map(_ row: TableRow) {
    let tokens = row.tokens
    if let only = row.onlyFilled {
      if let caption = caption(only) { return begin(caption) }
      if only.roles.contains(.section) { return }
    }
    if row.isHeader {
      readHeader(row.filled)
    } else if let found = labelledRow(tokens) {
      closeHeader()
      take(found.row, of: found.table, label: tokens[found.index], values: tokens[(found.index + 1)...])
    } else {
      let filled = row.filled
      if !takeUnlabelled(tokens, filled) { keep(tokens, filled) }
    }
  }
}

// Captions and headers.
extension TableMapping {
  private func caption(_ token: RowToken) -> Int? {
    for case .caption(let table) in token.roles { return table }
    return nil
  }

  private mutating func begin(_ table: Int) {
    guard current != table else { return }
    current = table
    header = HeaderReading()
    lastRow = nil
    lastRepeated = nil
    group = nil
  }

  private mutating func readHeader(_ filled: [RowToken]) {
    var votes = Array(repeating: 0, count: form.tables.count)
    for token in filled {
      let roles = token.roles
      for (index, role) in roles.enumerated() where role.namesColumns {
        guard let table = role.table, !roles[..<index].contains(where: { $0.namesColumns && $0.table == table })
        else { continue }
        votes[table] += 1
      }
    }
    let most = votes.max() ?? 0
    if let best = votes.firstIndex(of: most), most > 0, votes[current ?? best] < most || current == nil { begin(best) }
    header.add(filled)
    for token in filled {
      for case .column(let table, let column) in token.roles {
        mapping.readUnit(in: mapping.texts[token].text, table: table, column: column)
      }
    }
  }
}

extension TableMapping {
  private mutating func closeHeader() {
    if !header.isClosed { header.isClosed = true }
  }
}

// Rows with labels.
extension TableMapping {
  /// The row of the form that a row of the document is, and which of its cells is the label: the last one that names a row.
  private mutating func labelledRow(_ tokens: [RowToken]) -> (table: Int, row: Int, index: Int)? {
    for token in tokens {
      for case .rowGroup(let table, let number) in token.roles where table == current || current == nil {
        group = RowGroup(table: table, number: number)
      }
    }
    for index in tokens.indices.reversed() {
      guard case .label(let roles) = tokens[index].content else { continue }
      let rows = roles.compactMap(\.row)
      if rows.isEmpty { continue }
      if let found = mapping.choose(among: rows, current: current, last: lastRow, group: group) {
        return (found.table, found.row, index)
      }
      // The labels before are those of groups, which the row is not.
      noteRepetition(of: rows, tokens[index], values: tokens[(index + 1)...])
      return nil
    }
    return nil
  }

  /// Compares a row that stands in the document once more with the one that was taken.
  private mutating func noteRepetition(
    of rows: [(table: Int, row: Int)], _ label: RowToken, values: ArraySlice<RowToken>
  ) {
    let filled = values.filter { !$0.isBlank }
    guard !filled.isEmpty, filled.allSatisfy(\.isValue) else { return }
    mapping.repeatsRows = true
    guard let (table, row) = mapping.repeated(among: rows, current: current, last: lastRepeated, group: group) else {
      return
    }
    lastRepeated = row
    let values = separated(values, table: table)
    guard let columns = columns(of: values, table: table, behind: label) else { return }
    mapping.compare(
      values, in: columns, table: table, row: row,
      label: form.tables[table].hasUnlabelledRow ? form.tables[table].caption : mapping.texts[label].text,
      at: mapping.texts[label].place)
  }

  private mutating func take(_ row: Int, of table: Int, label: RowToken, values: ArraySlice<RowToken>) {
    if table != current { begin(table) }
    lastRow = row
    let values = separated(values, table: table)
    let columns = columns(of: values, table: table, behind: label)
    guard let columns else {
      guard values.contains(where: { !$0.isBlank }) else { return }
      mapping.shortRows.append(
        ShortRow(
          table: table, row: row, label: mapping.texts[label].text, place: mapping.texts[label].place,
          values: Array(values), gaps: nil, source: source))
      return
    }
    let seen = resolved(for: table).seen
    mapping.assign(values, to: columns, table: table, row: row) { seen[$0] ? .label : .position }
    for (value, column) in zip(values, columns) where column == nil {
      mapping.addExtra(value, label: mapping.texts[label].text, table: source.table, row: source.row)
    }
  }

  /// The column of the form for each value; `nil` where that cannot be told.
  ///
  /// - Parameter label: what stands before the values; a label in the place of a value says that the row is shifted against others.
  private mutating func columns(of values: ArraySlice<RowToken>, table: Int, behind label: RowToken?) -> [Int?]? {
    let count = form.tables[table].columns.count
    let resolved = resolved(for: table)
    let printed = resolved.printed
    let filled = values.count { !$0.isBlank }
    if values.count == count, filled == count || resolved.order != nil {
      return columns(of: values, byPartOf: resolved) ?? printed
    }
    // As many values as columns need no header to tell which is which, whatever blank columns the grid has besides.
    if values.count > count, filled == count, values.allSatisfy({ $0.isBlank || $0.isValue }) {
      var columns = printed[...]
      return values.map { $0.isBlank ? nil : (columns.popFirst() ?? nil) }
    }
    let labelColumns = label.flatMap { $0.isLabel ? $0.columns : nil } ?? 0..<0
    let isShifted = labelColumns.contains { resolved.byGrid.only($0..<($0 + 1)) != nil }
    if !header.isForeign, !isShifted, resolved.order != nil,
      let columns = Self.columns(of: values, byGrid: resolved.byGrid)
    {
      return columns
    }
    if let learned = valueColumns.columns(count: count), !labelColumns.contains(learned[0]),
      let columns = Self.columns(of: values, byGrid: GridColumns(zip(learned, printed)))
    {
      return columns
    }
    if values.count == count { return printed }
    let length = values.reversed().drop { $0.isBlank }.count
    guard values.count > count, length <= count else { return nil }
    return printed + Array(repeating: nil, count: values.count - count)
  }
}

extension TableMapping {
  /// The columns of values below a header of which some labels are not known, where those that are stand elsewhere than in the form:
  /// then the form's order says nothing about the others, which are no column's.
  private func columns(of values: ArraySlice<RowToken>, byPartOf resolved: ResolvedHeader) -> [Int?]? {
    guard resolved.order == nil, header.hasUnknownLabels, !header.isForeign else { return nil }
    let named = values.map { resolved.byGrid.only($0.columns) }
    let known = named.compactMap(\.self)
    guard Set(known).count == known.count,
      zip(named, resolved.printed).contains(where: { $0 != nil && $0 != $1 })
    else { return nil }
    return named
  }

  /// Values that stand in one cell where columns were not told apart (`0 0 2`) as tokens of their own, if there are exactly as
  /// many then as the form has columns.
  private mutating func separated(_ values: ArraySlice<RowToken>, table: Int) -> ArraySlice<RowToken> {
    guard values.contains(where: { $0.isOther }) else { return values }
    var pieces: [RowToken] = []
    for value in values where !value.isBlank {
      guard value.isOther else {
        pieces.append(value)
        continue
      }
      let whole = mapping.texts[value]
      for piece in whole.text.split(whereSeparator: \.isWhitespace).map(String.init) {
        pieces.append(
          RowToken(
            text: mapping.texts.add(piece, at: whole.place), columns: value.columns,
            content: form.content(of: piece, folding: mapping.folding)))
      }
    }
    return pieces.count == form.tables[table].columns.count && pieces.allSatisfy(\.isValue) ? pieces[...] : values
  }

  /// The columns over which values stand; `nil` unless each value that is not blank stands under one column of its own.
  /// Blank cells beside a value under the same column are halves of a cell cut in two.
  private static func columns(of values: ArraySlice<RowToken>, byGrid: GridColumns) -> [Int?]? {
    var taken: [Int] = []
    for value in values where !value.isBlank {
      guard let column = byGrid.only(value.columns), !taken.contains(column) else { return nil }
      taken.append(column)
    }
    guard !taken.isEmpty else { return nil }
    return values.map { value in
      guard let column = byGrid.only(value.columns) else { return nil }
      guard value.isBlank else { return column }
      if taken.contains(column) { return nil }
      taken.append(column)
      return column
    }
  }
}

// Rows without labels.
extension TableMapping {
  /// The only row of a table of header and values, or a row of which the form expects any number.
  private mutating func takeUnlabelled(_ tokens: [RowToken], _ filled: [RowToken]) -> Bool {
    guard let table = current, !header.isEmpty else { return false }
    let rows = form.tables[table].rows
    if form.tables[table].hasUnlabelledRow {
      guard filled.contains(where: \.isValue), !filled.contains(where: \.isLabel),
        tokens.count >= form.tables[table].columns.count / 2
      else { return false }
      closeHeader()
      if mapping.isFilled(table, 0) {
        noteRepetition(of: [(table, 0)], tokens[0], values: tokens[...])
        return false
      }
      take(0, of: table, label: tokens[0], values: tokens[...])
      return true
    }
    guard let row = rows.firstIndex(where: { $0.presence == .repeating }),
      let labelIndex = tokens.firstIndex(where: { !$0.isBlank }), case .other = tokens[labelIndex].content,
      let columns = columns(of: tokens[(labelIndex + 1)...], table: table, behind: tokens[labelIndex])
    else { return false }
    closeHeader()
    var facts = Array(repeating: Fact.absent, count: form.tables[table].columns.count)
    for (value, column) in zip(tokens[(labelIndex + 1)...], columns) {
      if let column { facts[column] = mapping.fact(value, table: table, column: column, evidence: .label) }
    }
    let label = mapping.texts[tokens[labelIndex]].text
    if mapping.repeatedRows.contains(where: { $0.table == table && $0.row == row && $0.label == label }) {
      mapping.repeatsRows = true
    }
    mapping.repeatedRows.append(RepeatedRow(table: table, row: row, label: label, facts: facts))
    return true
  }

  /// Keeps a row for which the form has no place, to be tried by its position once all other rows are known.
  private mutating func keep(_ tokens: [RowToken], _ filled: [RowToken]) {
    guard !filled.isEmpty else { return }
    if let table = current, !header.isEmpty {
      let end = tokens.firstIndex(where: \.isValue) ?? tokens.endIndex
      let label = tokens[..<end].lastIndex { !$0.isBlank }
      let values = label.map { tokens[($0 + 1)...] } ?? tokens.suffix(form.tables[table].columns.count)
      let unknown = UnknownRow(
        table: table, after: lastRow, tokens: tokens, label: label.map { tokens[$0] }, values: values,
        columns: columns(of: values, table: table, behind: label.map { tokens[$0] }), source: source)
      // A row that its label names, but that was found before, is in no other row's place.
      if let label, tokens[label].roles.contains(where: { $0.row != nil }) {
        addExtras(unknown)
      } else {
        unknownRows.append(unknown)
      }
    } else {
      // A group label alone, such as one whose cell was cut by a page end, is asked for.
      guard !filled.allSatisfy({ !$0.roles.isEmpty }) else { return }
      for token in tokens where token.roles.isEmpty {
        mapping.addExtra(token, table: source.table, row: source.row)
      }
    }
  }

  /// Gives rows with changed, cut or missing labels the places that are left for them. All other unknown rows are extras.
  private mutating func placeUnknownRows() {
    for (index, unknown) in unknownRows.enumerated() {
      let isAlone = !unknownRows.indices.contains {
        $0 != index && unknownRows[$0].table == unknown.table && unknownRows[$0].after == unknown.after
          && unknownRows[$0].tokens.contains(where: \.isValue)
      }
      if !place(unknown, isAlone: isAlone) { addExtras(unknown) }
    }
    unknownRows = []
  }

  /// A row takes the place between its neighbours of the only row missing there whose label ends as its own does (the rest was
  /// cut off by a page end); or, being the only unknown one where only one is missing, if its label, if any, resembles it.
  private mutating func place(_ unknown: UnknownRow, isAlone: Bool) -> Bool {
    let table = form.tables[unknown.table]
    let first = unknown.after.map { $0 + 1 } ?? 0
    let missing = table.rows.indices[min(first, table.rows.count)...].prefix { !mapping.isFilled(unknown.table, $0) }
      .filter { table.rows[$0].presence == .required }
    guard let columns = unknown.columns, unknown.values.contains(where: \.isValue),
      unknown.values.allSatisfy({ $0.isBlank || $0.isValue })
    else { return false }
    let key = unknown.label.map { mapping.folding.key(mapping.texts[$0].text) }
    let cutOff = missing.filter { row in key.map { mapping.folding.key(table.rows[row].label).hasSuffix($0) } ?? false }
    let row: Int
    if cutOff.count == 1 {
      row = cutOff[0]
    } else if isAlone, missing.count == 1,
      key.map({ $0.likeness(to: mapping.folding.key(table.rows[missing[0]].label)) >= Self.smallestLikeness }) ?? true
    {
      row = missing[0]
    } else {
      return false
    }
    mapping.assign(unknown.values, to: columns, table: unknown.table, row: row) { _ in .position }
    return true
  }

  /// The share of common characters, in hundredths, from which a label counts as a changed one rather than another one.
  private static let smallestLikeness = 50

  private mutating func addExtras(_ unknown: UnknownRow) {
    let label = unknown.tokens.first { !$0.isBlank }.map { mapping.texts[$0].text }
    for token in unknown.tokens where token.roles.isEmpty {
      mapping.addExtra(
        token, label: token.isValue ? label ?? "" : "", table: unknown.source.table, row: unknown.source.row)
    }
  }
}

extension LabelRole {
  var namesColumns: Bool {
    switch self {
    case .column, .columnGroup, .stub: true
    case .section, .caption, .row, .rowGroup: false
    }
  }

  var namesRows: Bool {
    switch self {
    case .row, .rowGroup: true
    case .section, .caption, .stub, .column, .columnGroup: false
    }
  }

  /// The table and row that the label names.
  var row: (table: Int, row: Int)? {
    if case .row(let table, let row) = self { (table, row) } else { nil }
  }
}
