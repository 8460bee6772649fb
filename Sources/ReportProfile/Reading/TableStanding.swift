/// Whether the rows of a physical table can be rows of a form.
///
/// Labels of rows say little alone: a summary in the text names the same things (行政许可 │ 行政处罚) with other figures beside them.
enum TableStanding {
  /// A caption, or a header that has a label of the form's columns, stands in it.
  case named
  /// It has no header: a table may go on in it.
  case headless
  /// Its header is not one of the form's.
  case foreign

  init(_ rows: [TableRow], _ texts: TokenTexts) {
    let isNamed = rows.contains { row in
      row.isHeader || row.onlyFilled?.roles.contains { $0.isCaption } ?? false
    }
    let above = rows.prefix { !$0.hasRowLabel }
    self = isNamed ? .named : above.contains { $0.isUnknownHeader(texts) } ? .foreign : .headless
  }
}

extension TableRow {
  /// Whether several texts stand in it that are neither labels nor values; years are no values here.
  fileprivate func isUnknownHeader(_ texts: TokenTexts) -> Bool {
    let filled = filled
    guard filled.count >= 2, filled.contains(where: \.isOther) else { return false }
    return filled.allSatisfy { $0.isOther || $0.isYear(texts) }
  }
}

extension RowToken {
  fileprivate func isYear(_ texts: TokenTexts) -> Bool {
    guard case .digits(let number) = content else { return false }
    return (1900...2100).contains(number) && texts[self].text.utf8.count == 4
  }
}
