internal import ConverterCore

/// Cells below the header that span columns: where upright lines leave them room, and in tables whose parts have fewer columns.
///
///     │         Article 1         │      a part begins with a heading over all columns;
///     │  Item   │  Made │ In force│
///     │         Article 5         │      in the next one, two cells share the width
///     │  Item   │    Decisions    │      of three: the second is centred over two columns
///     │  Permits│       32        │      in every row of the part
struct BodySpans {
  /// Per column, the extent of its text in points.
  let reach: [Interval]
  /// Per column, the extent of its own heading in points; `nil` for those without one.
  let heads: [Interval?]
  /// The upright lines of the region, from left to right.
  let upright: [Ruling]
  /// The x at which the first column begins, in points.
  let left: Double
  /// How many columns at the left hold names of groups of rows; no row spans them from the right.
  let groupColumns: Int
  let text: PageText
  let tolerances: Tolerances

  /// The pieces of a row from left to right.
  typealias Row = [AlignedColumns.Piece]

  /// The rows with their pieces stretched over the columns that they span.
  func stretched(_ rows: [Row]) -> [Row] {
    var result = overLabels(rows.map(betweenLines).map(overWholeRow))
    let isValued = columnsOfFigures(in: rows)
    let headings = result.indices.filter { row in
      guard let columns = columnsOfPart(headedBy: result[row], isValued: isValued) else { return false }
      result[row][result[row].count - 1].columns = columns
      return true
    }
    for (number, heading) in headings.enumerated() {
      let end = number + 1 < headings.count ? headings[number + 1] : result.count
      stretch(&result, in: heading + 1..<end)
    }
    return result
  }

  /// Stretches pieces to the upright lines on both sides of them.
  private func betweenLines(_ row: Row) -> Row {
    // The outer frame alone says nothing of the columns inside.
    guard let first = reach.first, let last = reach.last,
      upright.contains(where: { $0.position > first.middle && $0.position < last.middle })
    else { return row }
    var stretched = row
    for index in row.indices {
      let piece = row[index]
      let y = text.words[piece.words[0]].band.middle
      let walls = upright.filter { $0.start < y && y < $0.end }.map(\.position)
      guard let left = walls.last(where: { $0 <= piece.extent.start + 1 }),
        let right = walls.first(where: { $0 >= piece.extent.end - 1 })
      else { continue }
      let inside = reach.indices.filter { reach[$0].middle > left && reach[$0].middle < right }
      guard let first = inside.first, let last = inside.last else { continue }
      let start = piece.columns.lowerBound < groupColumns ? first : max(first, groupColumns)
      let range = min(start, piece.columns.lowerBound)..<max(last + 1, piece.columns.upperBound)
      if stretched.indices.allSatisfy({ $0 == index || !stretched[$0].columns.overlaps(range) }) {
        stretched[index].columns = range
      }
    }
    return stretched
  }

  /// Stretches the name of a part that runs from the labels over further columns, in which nothing else stands, over all of them.
  private func overWholeRow(_ row: Row) -> Row {
    guard row.count == 1, row[0].columns.lowerBound == 0, row[0].columns.count > 1, !row[0].isValue else { return row }
    var stretched = row
    stretched[0].columns = reach.indices
    return stretched
  }

  /// The columns of a part of the table that a row is the heading of: one piece, no figure but a year, in the middle of the table and
  /// right of its labels, or in the middle of all columns with figures, over several of them or one; a measure there may stand beside
  /// a label. `nil` for other rows.
  ///
  ///                  2007    2008    2009              1999    2001    2004
  ///                      Million head        Women       Percent of women
  ///     Stocks        301     133     279      Under 20  12.6    15.5    34.7
  ///
  /// - Parameter isValued: per column, whether figures stand there.
  private func columnsOfPart(headedBy row: Row, isValued: [Bool]) -> Range<Int>? {
    guard let heading = row.last, reach.count > 2, heading.extent.start > reach[0].start + 1,
      !heading.isValue || text.isYear(heading.words)
    else { return nil }
    if row.count == 1, isCentred(heading, over: 0..<reach.count) { return 0..<reach.count }
    let isBesideLabel = LabelledSpan.columns(of: row.map(\.columns)) != nil && !row[0].isValue
    guard row.count == 1 || isBesideLabel, heading.columns.lowerBound > 0 else { return nil }
    // Figures stand at the right of their columns, of which nobody sees where the first one begins.
    let areFigures = heading.columns.allSatisfy { isValued[$0] }
    guard row.count == 1 || areFigures && UnitRow.namesMeasure(text.string(ofLine: heading.words)) else { return nil }
    let near = areFigures ? 2 * tolerances.centringDrift : heading.columns.count > 1 ? tolerances.centringDrift : 0
    let isInMiddle = [heads.dropFirst().map(\.self), reach.dropFirst().map(\.self)].contains {
      isCentred(heading, over: $0, within: near)
    }
    return isInMiddle ? 1..<reach.count : nil
  }

  /// Per column, whether most pieces there are figures, so that a text there alone is none of its cells.
  private func columnsOfFigures(in rows: [Row]) -> [Bool] {
    var surplus = [Int](repeating: 0, count: reach.count)
    for piece in rows.joined() where piece.columns.count == 1 {
      surplus[piece.columns.lowerBound] += piece.isValue ? 1 : -1
    }
    return surplus.map { $0 > 0 }
  }

  /// Whether a piece stands in the middle of some texts beside each other, up to a drift in em.
  private func isCentred(_ piece: AlignedColumns.Piece, over texts: [Interval?], within drift: Double) -> Bool {
    guard drift > 0, let first = texts.first ?? nil, let last = texts.last ?? nil else { return false }
    let near = drift * text.words[piece.words[0]].size
    return [(first.start + last.end) / 2, (first.middle + last.middle) / 2].contains {
      abs($0 - piece.extent.middle) <= near
    }
  }

  private func isCentred(_ piece: AlignedColumns.Piece, over columns: Range<Int>) -> Bool {
    isCentred(piece, over: Array(reach[columns]), within: tolerances.centringDrift)
  }

  /// Stretches the pieces of a part that has fewer columns than the table, alike in all its rows.
  private func stretch(_ rows: inout [Row], in part: Range<Int>) {
    guard part.count >= 2 else { return }
    var taken = [Bool](repeating: false, count: reach.count)
    for row in part { for piece in rows[row] { taken[mainColumn(of: piece)] = true } }
    for column in taken.indices where taken[column] {
      let before = taken[..<column].lastIndex(of: true)
      let after = taken[(column + 1)...].firstIndex(of: true) ?? taken.count
      var candidates: [Range<Int>] = []
      for first in (before.map { $0 + 1 } ?? 0)...column {
        for end in column + 1...after where end - first > 1 { candidates.append(first..<end) }
      }
      // The widest range over which all pieces of the column are centred.
      let fitting = candidates.filter { range in
        part.allSatisfy { row in
          rows[row].allSatisfy { mainColumn(of: $0) != column || isCentred($0, over: range) }
        }
      }
      guard let widest = fitting.max(by: { $0.count < $1.count }) else { continue }
      for row in part {
        for index in rows[row].indices
        where mainColumn(of: rows[row][index]) == column
          && rows[row].indices.allSatisfy({
            $0 == index || !rows[row][$0].columns.overlaps(widest)
          })
        {
          rows[row][index].columns = widest
        }
      }
    }
  }

  /// The column in which the middle of a piece stands, or the one of its columns that is nearest.
  private func mainColumn(of piece: AlignedColumns.Piece) -> Int {
    piece.columns.min {
      abs(reach[$0].middle - piece.extent.middle) < abs(reach[$1].middle - piece.extent.middle)
    } ?? piece.columns.lowerBound
  }
}
