internal import ConverterCore

/// Rows of which each is folded into the same few lines in most columns.
extension AlignedRows {
  /// Whether lines, shading or white part the body into rows of as many lines each, two or three, and what stands in these lines differs
  /// in kind: a name above a figure, a person above a number of telephone. Groups of rows that are set apart so hold the same in
  /// each line of a column.
  ///
  ///     Unit                Reactor type    Issued
  ///     Location            MWt             Shut down
  ///     ─────────────────────────────────────────────
  ///     Cedar Point 1       BWR             05/01/1964
  ///     Ashton, MI          240             08/29/1997
  ///     ─────────────────────────────────────────────
  ///     Harbor Bluff        PWR             09/28/1959
  ///     Elmore, IL          1,700           10/31/1978
  ///
  /// Where lines or shading part all rows, it is enough that there are no figures at all, or as many lines of headings above.
  var isFoldedInRows: Bool {
    let all = bands
    let bands = all.drop { $0.lowerBound < max(headCount, headEnd ?? 0, 1) }
    guard bands.count >= tolerances.leastBands, let height = bands.first?.count,
      2...tolerances.mostFolds ~= height, bands.allSatisfy({ $0.count == height && isFolded($0) })
    else { return false }
    let isDrawn = zip(bands, bands.dropFirst()).allSatisfy { isRuled(between: $1.lowerBound - 1, and: $1.lowerBound) }
    if isDrawn, columns.firstFigures(text) == nil || isHeadFolded(0..<bands[bands.startIndex].lowerBound, like: bands) {
      return true
    }
    return (0..<columns.count).contains { column in
      let found = bands.map { kinds(of: $0, in: column) }
      let usual = found[0]
      return usual.contains(true) && usual.contains(false) && found.count { $0 == usual }.isMost(of: found.count)
    }
  }

  /// Whether columns with text in all lines of all rows have as many lines of headings, two columns or more.
  private func isHeadFolded(_ head: Range<Int>, like bands: ArraySlice<Range<Int>>) -> Bool {
    let full = (0..<columns.count).filter { column in
      bands.allSatisfy { !kinds(of: $0, in: column).contains(nil) }
    }
    return full.count > 1
      && full.allSatisfy { column in
        head.count { piece(of: $0, in: column) != nil } >= (bands.first?.count ?? 0)
      }
  }

  /// Line by line whether a figure stands in a column, or a text; `nil` for neither.
  private func kinds(of band: Range<Int>, in column: Int) -> [Bool?] {
    band.map { piece(of: $0, in: column)?.isValue }
  }

  /// The lines between which no drawn line and no more white stands than between the lines of a cell.
  private var bands: [Range<Int>] {
    var bands: [Range<Int>] = []
    for line in columns.lines.indices {
      if line > 0, !isRuled(between: line - 1, and: line), !leadings.partsRows(distance(line - 1, line)) {
        bands[bands.count - 1] = bands[bands.count - 1].lowerBound..<line + 1
      } else {
        bands.append(line..<line + 1)
      }
    }
    return bands
  }

  /// Whether some lines all have a name in the first column and text beside it.
  private func isFolded(_ band: Range<Int>) -> Bool {
    band.allSatisfy { line in
      columns.lines[line].pieces.count > 1 && piece(of: line, in: 0)?.isValue == false
    }
  }

  /// What stands in one column of a line alone.
  private func piece(of line: Int, in column: Int) -> AlignedColumns.Piece? {
    columns.lines[line].pieces.first { $0.columns == column..<column + 1 }
  }
}
