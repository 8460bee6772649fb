internal import ConverterCore

/// The columns of the form in which values stand.
extension TableMapping {
  /// The column of the form for each value; `nil` where that cannot be told.
  ///
  /// - Parameter label: what stands before the values; a label in the place of a value says that the row is shifted against others.
  mutating func columns(of values: ArraySlice<RowToken>, table: Int, behind label: RowToken?) -> [Int?]? {
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
    guard valueColumns.shareGrid(withRowEndingAt: values.last?.columns.upperBound ?? 0, count: count) else {
      return values.count == count ? printed : nil
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

  /// The columns of values below a header of which some labels are not known, where those that are stand elsewhere than in the form:
  /// then the form's order says nothing about the others, which are no column's.
  func columns(of values: ArraySlice<RowToken>, byPartOf resolved: ResolvedHeader) -> [Int?]? {
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
  mutating func separated(_ values: ArraySlice<RowToken>, table: Int) -> ArraySlice<RowToken> {
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
  static func columns(of values: ArraySlice<RowToken>, byGrid: GridColumns) -> [Int?]? {
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
