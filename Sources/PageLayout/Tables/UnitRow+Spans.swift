internal import ConverterCore

/// The columns that units stand for, told by the headings above them.
extension UnitRow {
  /// The columns of the groups whose headings two lines above the units stand in the middle of the same columns as these; `nil` where
  /// there are none.
  ///
  ///               Acres          Yield
  ///     State   1998  1999    1998  1999
  ///                1,000         Bushels
  static func groups(
    under units: AlignedColumns.Line, in lines: ArraySlice<AlignedColumns.Line>, reach: [Interval], labelColumns: Int,
    tolerances: Tolerances
  ) -> [Range<Int>]? {
    guard let names = lines.dropLast().last?.pieces(after: labelColumns), names.count == units.pieces.count,
      names.count > 1,
      let heads = lines.last?.pieces(after: labelColumns), heads.count == reach.count - labelColumns
    else { return nil }
    let tilings = [names, units.pieces].map {
      HeaderStoreys.tiling(
        of: $0, above: heads.map(\.extent), reach: reach, size: units.size, tolerances: tolerances)
    }
    return tilings[0]?.columns == tilings[1]?.columns ? tilings[0]?.columns : nil
  }

  /// The columns that units share out, where some stand below the middle of several headings, and each of the others below its own;
  /// `nil` elsewhere. What stands in line with the middle one of three may be the second line of that, if it is no measure.
  ///
  ///               Planted    Harvested     Yield
  ///     State          1,000 acres        Bushels
  static func shared(
    by units: AlignedColumns.Line, under headings: [AlignedColumns.Piece], reach: [Interval], labelColumns: Int,
    text: PageText, tolerances: Tolerances
  ) -> [Range<Int>]? {
    var heads = [Interval?](repeating: nil, count: reach.count)
    for heading in headings where heading.columns.count == 1 { heads[heading.columns.lowerBound] = heading.extent }
    let headed = heads[labelColumns...].compactMap(\.self)
    guard headed.count == reach.count - labelColumns, units.pieces.count > 1, units.pieces.count < headed.count else {
      return nil
    }
    let pitch = (headed[headed.count - 1].middle - headed[0].middle) / Double(headed.count - 1)
    let most = max(tolerances.centringDrift * units.size, tolerances.unitShift * pitch)
    let isMeasure = units.pieces.map { namesMeasure(text.string(ofLine: $0.words)) }
    func drift(of number: Int, from columns: Range<Int>) -> Double? {
      let unit = units.pieces[number].extent
      let under = headed[(columns.lowerBound - labelColumns)..<(columns.upperBound - labelColumns)]
      let own = under.contains { unit.isInLine(with: $0, drift: tolerances.unitDrift * units.size) }
      guard let first = under.first, let last = under.last, columns.count == 1 || !own || isMeasure[number] else {
        return nil
      }
      let middles = [
        (first.start + last.end) / 2, (first.middle + last.middle) / 2,
        (reach[columns.lowerBound].start + reach[columns.upperBound - 1].end) / 2,
      ]
      let drift = columns.count == 1 && own ? 0 : middles.map { abs($0 - unit.middle) }.min() ?? .infinity
      return drift <= most ? drift : nil
    }
    // The best way to share out the columns up to each end.
    var ways: [Int: (drift: Double, columns: [Range<Int>])] = [labelColumns: (0, [])]
    for (number, unit) in units.pieces.enumerated() {
      let isLast = number + 1 == units.pieces.count
      let limit = isLast ? reach.count : units.pieces[number + 1].columns.lowerBound
      var next: [Int: (drift: Double, columns: [Range<Int>])] = [:]
      for (start, way) in ways.sorted(by: { $0.key < $1.key })
      where start <= unit.columns.lowerBound && unit.columns.upperBound <= limit {
        for end in (isLast ? limit : max(unit.columns.upperBound, start + 1))...limit {
          guard let drift = drift(of: number, from: start..<end),
            way.drift + drift < next[end]?.drift ?? .infinity
          else { continue }
          next[end] = (way.drift + drift, way.columns + [start..<end])
        }
      }
      ways = next
    }
    return ways[reach.count]?.columns
  }
}
