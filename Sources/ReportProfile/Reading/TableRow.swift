internal import ConverterCore

/// One row of a physical table as tokens, with what it may be.
struct TableRow {
  /// The row in the table, counted from 0.
  let number: Int

  private(set) var tokens: [RowToken]

  /// Whether it names columns: two labels of columns at least, or one where nothing could be the label of a row.
  let isHeader: Bool

  /// Whether any token is a value.
  let hasValues: Bool

  /// Whether at least two labels name columns, whatever stands beside them.
  let namesColumns: Bool

  /// Whether nothing but the alignment of text says that this is a row.
  let isAligned: Bool

  /// Whether a label names a row of the form.
  private(set) var hasRowLabel: Bool

  init(number: Int, tokens: [RowToken], isAligned: Bool) {
    self.number = number
    self.isAligned = isAligned
    self.tokens = tokens
    var hasValues = false
    var columnLabels = 0
    var hasRowLabel = false
    var hasGroupLabel = false
    for (index, token) in tokens.enumerated() {
      switch token.content {
      case .digits, .value: hasValues = true
      case .label(let roles):
        if roles.contains(where: \.namesColumns) { columnLabels += 1 }
        let isGroup = roles.contains(where: \.isRowGroup)
        if isGroup { hasGroupLabel = true }
        if roles.contains(where: { $0.row != nil }) {
          hasRowLabel = hasRowLabel || !isGroup || !Self.hasText(tokens[(index + 1)...])
        }
      case .blank, .other: break
      }
    }
    self.hasValues = hasValues
    namesColumns = columnLabels >= 2
    self.hasRowLabel = hasRowLabel
    isHeader = !hasValues && (columnLabels >= 2 || columnLabels == 1 && !hasRowLabel && !hasGroupLabel)
  }
}

extension TableRow {
  /// The tokens that are not blank.
  var filled: [RowToken] { tokens.filter { !$0.isBlank } }

  /// The only token that is not blank; `nil` where there are more, or none.
  var onlyFilled: RowToken? {
    var only: RowToken?
    for token in tokens where !token.isBlank {
      if only != nil { return nil }
      only = token
    }
    return only
  }

  /// Whether there are values and no label that names their row.
  var needsLabel: Bool { hasValues && !hasRowLabel }

  /// Whether unknown text stands before the values: behind the label of a group that may also be one row, the label of a row inside.
  static func hasText(_ tokens: ArraySlice<RowToken>) -> Bool {
    tokens.prefix { !$0.isValue }.contains(where: \.isOther)
  }

  /// All text before the values.
  func labelText(_ texts: TokenTexts) -> String { labels.map { texts[$0].text }.joined() }

  /// The text before the values without labels of groups.
  func innermostLabelText(_ texts: TokenTexts) -> String {
    labels.filter { token in !token.roles.contains { $0.isRowGroup } }.map { texts[$0].text }.joined()
  }

  private var labels: ArraySlice<RowToken> { tokens.prefix { !$0.isValue } }

  /// The text of a row that may be a piece of a neighbour's label: all of it where there are no values, in a header row what is
  /// no header; `nil` for rows that stand for themselves.
  func fragment(_ texts: TokenTexts) -> String? {
    if isHeader {
      return tokens.filter { token in
        token.roles.contains { $0.row != nil } && !token.roles.contains(where: \.namesColumns)
      }
      .map { texts[$0].text }.joined()
    }
    let standsAlone = tokens.contains { token in
      token.isValue || token.roles.contains { $0.isCaption || $0 == .section }
    }
    return standsAlone ? nil : filled.map { texts[$0].text }.joined()
  }

  /// Puts one token in the place of all labels; values keep theirs.
  mutating func replaceLabel(_ text: String, _ roles: [LabelRole], zone: LabelZone, _ texts: inout TokenTexts) {
    let end = zone.end(in: self)
    let own = tokens.prefix { $0.columns.lowerBound < end }
    guard let first = own.first(where: { !$0.isBlank }) ?? own.first ?? tokens.first else { return }
    let label = RowToken(
      text: texts.add(text, at: texts[first].place),
      columns: first.columns.lowerBound..<max(end, first.columns.upperBound), content: .label(roles))
    tokens = [label] + tokens.dropFirst(own.count)
    hasRowLabel = true
  }
}

/// The columns of a physical table in which labels of rows stand.
struct LabelZone {
  /// The first column behind the labels of rows that have known ones; 0 where there is none.
  private let usual: Int

  init(_ rows: [TableRow]) {
    usual =
      rows.compactMap { row -> Int? in
        guard row.hasValues, row.hasRowLabel else { return nil }
        return row.tokens.last { token in token.roles.contains { $0.row != nil } }?.columns.upperBound
      }.min() ?? 0
  }

  /// The first column of values in a row: behind its text, and where labels usually end at least.
  func end(in row: TableRow) -> Int {
    let firstValue = row.tokens.first(where: \.isValue)?.columns.lowerBound ?? usual
    let lastText = row.tokens.prefix { !$0.isValue }.last { !$0.isBlank }?.columns.upperBound ?? 0
    return min(firstValue, max(usual, lastText))
  }
}

extension LabelRole {
  var isRowGroup: Bool { if case .rowGroup = self { true } else { false } }
  var isCaption: Bool { if case .caption = self { true } else { false } }
}
