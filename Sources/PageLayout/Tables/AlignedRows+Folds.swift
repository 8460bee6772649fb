internal import ConverterCore

/// Rows of which each is folded into the same few lines in most columns.
extension AlignedRows {
  /// Whether lines, shading or white part the body into rows of as many lines each, two or three, in a column of which what stands in
  /// these lines differs in kind: a name above a figure, a person above a number of telephone. The head names as much: it has as many
  /// lines above each column that is full. Groups of rows mostly hold the same in each line of a column, or have a head of one line.
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
  /// Where there are no figures at all, lines or shading between all rows tell.
  var isFoldedInRows: Bool {
    let all = bands
    let headEnd = max(headCount, headEnd ?? 0, all.first?.count ?? 0)
    let bands = all.drop { $0.lowerBound < headEnd }
    guard bands.count >= tolerances.leastBands, let height = bands.first?.count, height > 1,
      height <= tolerances.mostFolds, bands.allSatisfy({ $0.count == height && isFolded($0) })
    else { return false }
    if firstFigures == nil {
      return zip(bands, bands.dropFirst()).allSatisfy { isRuled(between: $1.lowerBound - 1, and: $1.lowerBound) }
    }
    let full = (0..<columns.count).filter { column in bands.allSatisfy { !kinds(of: $0, in: column).contains(nil) } }
    return full.allSatisfy { names(of: $0, above: headEnd) >= height }
      && full.contains { column in
        let found = bands.map { kinds(of: $0, in: column) }
        return found[0].contains(true) && found[0].contains(false)
          && found.count { $0 == found[0] }.isMost(of: found.count)
      }
  }

  /// How many lines of words a column has in the head.
  private func names(of column: Int, above end: Int) -> Int {
    (0..<end).count { piece(of: $0, in: column)?.isValue == false }
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
