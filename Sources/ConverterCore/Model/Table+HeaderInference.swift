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
  /// Values are quantities and the marks that stand for none. Tables stacked into one, whose headers come again further
  /// down, get no header rows; a header cell that goes on below the others takes the rows it covers along.
  package consuming func inferringHeaders() -> Table {
    guard let headers = inferredHeaders() else { return self }
    return settingHeaders(rows: headers.rows, stubColumns: headers.stubColumns, evidence: .computed)
  }

  /// How many header rows and stub columns the values show; `nil` where they show none, or some are set.
  private func inferredHeaders() -> TableHeaders? {
    guard headerRowCount == 0, stubColumnCount == 0 else { return nil }
    var kinds: [CellMeaning] = []
    kinds.reserveCapacity(cells.count)
    // By index: taking a cell out would count references to its texts.
    for index in cells.indices {
      kinds.append(CellMeaning(cells[index].text, isInFirstRow: cells[index].rows.lowerBound == 0))
    }
    return TableHeaders(shownBy: kinds, of: cells, rowCount: rowCount, columnCount: columnCount)
  }
}

extension CellMeaning {
  /// - Parameter isInFirstRow: whether a year heads a column rather than being a value.
  fileprivate init(_ text: String, isInFirstRow: Bool) {
    let utf8 = text.utf8
    guard let first = utf8.first else {
      self = .empty
      return
    }
    if utf8.count <= 40, first != 0x30 || utf8.count <= 3, utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
      // A whole number, told without a look at characters; of the numbers with leading zeros only the short ones.
      let isYear = utf8.count == 4 && first <= 0x32
      self = isYear && isInFirstRow ? .label : .value
    } else if (0x41...0x7A).contains(first) && utf8.count > 3 || utf8.count > 40 {
      self = .label
    } else if utf8.count <= 3 || utf8.count <= 6 && first == 0xE2, CellMeaning.placeholders.contains(text) {
      // The longest begin with a dash; the short labels of two characters need not be looked up.
      self = .value
    } else if let figure = TextHeight.withoutMark(text) {
      // What says more about a figure in a note is no name.
      self = CellMeaning(String(figure), isInFirstRow: isInFirstRow)
    } else if let quantity = Quantity(text), !["年", "月", "日", "季度"].contains(quantity.unit) {
      let isYear =
        quantity.unit == nil && quantity.number.utf8.count == 4 && ["1", "2"].contains(quantity.number.first)
      self = isYear && isInFirstRow ? .label : .value
    } else {
      self = .label
    }
  }

  /// What stands where there is no value.
  private static let placeholders: Set<String> = [
    "/", "／", "-", "－", "–", "—", "——", "--", "−", "*", "无", "無", "N/A", "n/a", "…",
  ]
}
