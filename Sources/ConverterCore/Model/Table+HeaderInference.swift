extension Table {
  /// The same table with the header rows that its source states and the stub columns that its values show; where the source states
  /// none, with all headers that its values show.
  package consuming func settingHeaders(statedRows: Int) -> Table {
    guard statedRows > 0 else { return inferringHeaders() }
    let stub = inferredHeaders()?.stubColumns ?? stubColumnCount
    return settingHeaders(rows: min(statedRows, rowCount), stubColumns: stub, evidence: .stated)
  }

  /// The same table with the header rows and stub columns that its values show, where they show them clearly; the evidence
  /// is ``Evidence/computed``. For sources that state cells, but not which of them are headers.
  ///
  ///     Item     │ 2023 │ 2024       header rows: those above the first value,
  ///     ─────────┼──────┼─────         where every row from there on has one;
  ///     requests │    8 │   11       stub columns: those before the first column of values,
  ///     refusals │    0 │    –         where all columns from there on are values.
  ///
  /// Values are those of ``CellMeaning``, but for years in the first row. Tables stacked into one, whose headers come again
  /// further down, get no header rows; a header cell that goes on below the others takes the rows it covers along.
  package consuming func inferringHeaders() -> Table {
    guard let headers = inferredHeaders() else { return self }
    return settingHeaders(rows: headers.rows, stubColumns: headers.stubColumns, evidence: .computed)
  }

  /// How many header rows and stub columns the values show; `nil` where they show none, or some are set.
  private func inferredHeaders() -> TableHeaders? {
    guard headerRowCount == 0, stubColumnCount == 0 else { return nil }
    var meanings: [CellMeaning] = []
    meanings.reserveCapacity(cells.count)
    // By index: taking a cell out would count references to its texts.
    for index in cells.indices {
      let meaning = CellMeaning(cells[index].text, units: .any)
      let headsColumn = cells[index].rows.lowerBound == 0 && meaning == .value && Table.isYear(cells[index].text)
      meanings.append(headsColumn ? .label : meaning)
    }
    return TableHeaders(shownBy: meanings, of: cells, rowCount: rowCount, columnCount: columnCount)
  }

  /// Whether a text is a year in digits, which in the first row heads a column rather than being a value; a remark may follow, as
  /// in `2024 (planned)`.
  private static func isYear(_ text: String) -> Bool {
    let name = String(text.prefix { $0 != "(" && $0 != "（" })
    guard let quantity = Quantity(TextHeight.withoutMark(name).map(String.init) ?? name) else { return false }
    return quantity.unit == nil && quantity.number.utf8.count == 4 && ["1", "2"].contains(quantity.number.first)
  }
}
