internal import ConverterCore

/// Finds the cells of a form in running text: what is left where a program wrote every cell of a table on a line of its own.
///
/// Rows, spans and blank cells are gone; what remains is the order. So labels lead: behind the label of a row come its values
/// until the next label. A row with as many values as the form has columns is clear. A row with fewer goes to
/// ``RowSolving``. Empty lines between values are counted on the way, since they are all that a blank cell can leave behind.
struct RunMapping {
  var mapping: Mapping
  /// The mapping's form, kept here because it is looked at for every line and is a large value to copy.
  private let form: Form

  /// The table of the form in which the walk is, `nil` outside of tables.
  private var current: Int?
  private var group: RowGroup?
  private var lastRow: Int?
  /// The row that is being read, with its values so far.
  private var open: OpenRow?

  private struct OpenRow {
    var table: Int
    var row: Int
    var label: RowToken
    var values: [RowToken] = []
    /// Whether the row was found before.
    var isRepetition = false
  }

  /// Whether a row needs a caption or labels of columns before it: where tables of the form were found, the words of its rows also
  /// stand in the text around.
  private let needsTable: Bool

  /// Lines over which a label may be broken.
  private static let longestBreak = 6

  init(_ mapping: Mapping) {
    form = mapping.form
    needsTable = mapping.facts.contains { $0.value.state != .absent }
    self.mapping = mapping
  }
}

extension RunMapping {
  /// Maps the running text of a document.
  mutating func map(_ blocks: [Block]) {
    let lines = blocks.flatMap(lines)
    var index = 0
    while index < lines.count {
      let (token, count) = token(lines[index...])
      take(token)
      index += count
    }
    close(before: nil)
  }

  private struct Line {
    let text: String
    let place: Place
    /// The number of the line, 0 where the source has none.
    let number: Int
  }

  private func lines(_ block: Block) -> [Line] {
    guard let text = block.runningText else { return [] }
    let first: Int? = if case .lines(let lines) = block.origin.place { lines.lowerBound } else { nil }
    return text.splitAtLineFeeds(omittingEmpty: false).enumerated().flatMap { offset, line in
      let place: Place = first.map { .lines(($0 + offset)...($0 + offset)) } ?? block.origin.place
      return LinePieces(form: form, folding: mapping.folding).pieces(of: line)
        .map { Line(text: $0, place: place, number: first.map { $0 + offset } ?? 0) }
    }
  }

  /// The next token and over how many lines it goes: labels may be broken.
  private mutating func token(_ lines: ArraySlice<Line>) -> (RowToken, Int) {
    guard let first = lines.first else { preconditionFailure("there is a line") }
    // Sentences are far longer than labels; they are told by their size, before anything is folded.
    guard first.text.utf8.count <= 8 * form.labels.longest else { return (token(first, first, .other), 1) }
    let content = form.content(of: first.text, folding: mapping.folding)
    guard case .other = content else { return (token(first, first, content), 1) }
    var key = mapping.folding.key(first.text)
    for (count, line) in lines.prefix(Self.longestBreak).enumerated().dropFirst() {
      guard form.labels.begins(with: key) else { break }
      key.scalars += mapping.folding.key(line.text).scalars
      let roles = form.labels.rolesAsPrinted(key)
      if !roles.isEmpty { return (token(first, line, .label(roles)), count + 1) }
    }
    return (token(first, first, .other), 1)
  }

  private mutating func token(_ first: Line, _ last: Line, _ content: RowToken.Content) -> RowToken {
    RowToken(
      text: mapping.texts.add(first.text, at: first.place), columns: 0..<1, line: first.number, endLine: last.number,
      content: content)
  }
}

extension RunMapping {
  private mutating func take(_ token: RowToken) {
    switch token.content {
    case .blank: break
    case .digits, .value: takeValue(token)
    case .label(let roles): takeLabel(token, roles)
    case .other:
      close(before: token)
      if current != nil, mapping.texts[token].text.utf8.count <= 8 * form.labels.longest {
        mapping.addExtra(token, table: nil, row: nil)
      }
    }
  }

  private mutating func takeValue(_ token: RowToken) {
    if let row = open {
      open?.values.append(token)
      // Behind the last table there is nothing more to come.
      if form.tables[row.table].hasUnlabelledRow, row.values.count + 1 == form.tables[row.table].columns.count {
        close(before: nil)
        current = nil
      }
    } else if let table = current, form.tables[table].hasUnlabelledRow {
      open = OpenRow(
        table: table, row: 0, label: token, values: [token], isRepetition: mapping.isFilled(table, 0))
    } else if current != nil {
      mapping.addExtra(token, table: nil, row: nil)
    }
  }

  private mutating func takeLabel(_ token: RowToken, _ roles: [LabelRole]) {
    close(before: token)
    if let table = roles.firstNonNil(\.captionTable) {
      begin(table)
    } else if roles.allSatisfy({ $0 == .section }) {
      current = nil
    } else if current != nil || !needsTable, let row = row(roles) {
      if row.table != current { begin(row.table) }
      lastRow = row.row
      open = OpenRow(table: row.table, row: row.row, label: token)
    } else if let group = roles.firstNonNil({ $0.rowGroup(of: current) }) {
      self.group = group
    } else if let table = roles.first(where: \.namesColumns)?.table,
      !roles.contains(where: { $0.namesColumns && $0.table == current })
    {
      begin(table)
    } else if current != nil, !roles.contains(where: \.namesColumns),
      let row = mapping.repeated(among: roles.compactMap(\.row), current: current, last: lastRow, group: group)
    {
      lastRow = row.row
      open = OpenRow(table: row.table, row: row.row, label: token, isRepetition: true)
    }
  }

  private mutating func begin(_ table: Int) {
    current = table
    group = nil
    lastRow = nil
  }

  /// The row that a label names; before the first row of a table a label that may also name a column does so.
  private func row(_ roles: [LabelRole]) -> (table: Int, row: Int)? {
    if lastRow == nil, roles.contains(where: { $0.namesColumns && $0.table == current }) { return nil }
    return mapping.choose(among: roles.compactMap(\.row), current: current, last: lastRow, group: group)
  }

  /// Ends the row that is being read: it is clear, or kept for solving.
  private mutating func close(before next: RowToken?) {
    guard let row = open else { return }
    open = nil
    let columns = form.tables[row.table].columns.indices
    if row.isRepetition { return closeRepetition(row) }
    let gaps = gaps(of: row, before: next)
    if row.values.count == columns.count {
      mapping.assign(row.values[...], to: Array(columns), table: row.table, row: row.row) { _ in .label }
      if let gaps { mapping.regularGap = max(mapping.regularGap ?? 0, gaps.dropLast().max() ?? 0) }
    } else if !row.values.isEmpty {
      if mapping.shortRows.contains(where: { $0.table == row.table && $0.row == row.row }) {
        mapping.repeatsRows = true
      }
      mapping.shortRows.append(
        ShortRow(
          table: row.table, row: row.row, label: mapping.texts[row.label].text, place: mapping.texts[row.label].place,
          values: row.values, gaps: gaps, placements: nil, source: nil))
    }
  }

  /// Keeps the values of a row that was found before; where they are all there, they are compared with those taken.
  private mutating func closeRepetition(_ row: OpenRow) {
    if row.values.isEmpty { return }
    mapping.repeatsRows = true
    mapping.noteRepetition(table: row.table, row: row.row, at: mapping.texts[row.label].place)
    let table = form.tables[row.table]
    if row.values.count == table.columns.count {
      mapping.compare(
        row.values[...], in: Array(table.columns.indices), table: row.table, row: row.row,
        label: table.hasUnlabelledRow ? table.caption : mapping.texts[row.label].text,
        at: mapping.texts[row.label].place)
    }
    for value in row.values { mapping.addExtra(value, table: nil, row: nil) }
  }

  /// The numbers of empty lines before each value and behind the last one; `nil` where the source has no lines.
  private func gaps(of row: OpenRow, before next: RowToken?) -> [Int]? {
    guard row.label.line > 0 else { return nil }
    let isLabelled = !form.tables[row.table].hasUnlabelledRow
    let starts = row.values.map(\.line) + [next?.line ?? row.values.last?.endLine ?? 0]
    let ends = [isLabelled ? row.label.endLine : row.label.line - 1] + row.values.map(\.endLine)
    return zip(starts, ends).map { max(0, $0 - $1 - 1) }
  }
}

extension LabelRole {
  fileprivate var captionTable: Int? {
    if case .caption(let table) = self { table } else { nil }
  }

  fileprivate func rowGroup(of table: Int?) -> RowGroup? {
    if case .rowGroup(let own, let number) = self, own == table { RowGroup(table: own, number: number) } else { nil }
  }
}

extension Sequence {
  /// The first result that is not `nil`.
  fileprivate func firstNonNil<Result>(_ transform: (Element) -> Result?) -> Result? {
    for element in self {
      if let result = transform(element) { return result }
    }
    return nil
  }
}
