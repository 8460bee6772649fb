internal import ConverterCore

/// Where the tables of a page are read among its zones.
///
///     ┌ zone 1 ┐ ┌ zone 2 ┐      zone 1, its table, zone 2: a table stands in the column whose width it has, also at the
///     │ ~~~~~~ │ │ ~~~~~~ │      end of that
///     │ ▦▦▦▦▦▦ │ │ ~~~~~~ │
///     └────────┘ └────────┘
struct TablePlaces {
  /// The tables that are not read yet, from top to bottom.
  private(set) var rest: [Table]

  /// The extent of each zone across, in points.
  private let reaches: [Interval]

  init(_ tables: [Table], zones: [[TextLine]]) {
    rest = tables.sorted {
      ($0.origin.place.box.y0, $0.origin.place.box.x0) < ($1.origin.place.box.y0, $1.origin.place.box.x0)
    }
    reaches = zones.map(\.across)
  }

  /// Takes the tables of a zone's width whose top is above that of a block of the zone.
  mutating func takeTables(above block: TextBlock, inZone zone: Int) -> [Table] {
    take(rest.indices.filter { rest[$0].origin.place.box.y0 < block.box.y0 && stands(rest[$0], inZone: zone) })
  }

  /// Takes the tables at the end of a column: those that fill most of it, where no later zone is as wide.
  mutating func takeTables(atEndOfZone zone: Int) -> [Table] {
    take(
      rest.indices.filter { index in
        let table = rest[index]
        return stands(table, inZone: zone) && 2 * table.across.overlap(reaches[zone]) > reaches[zone].length
          && !reaches.indices.dropFirst(zone + 1).contains { stands(table, inZone: $0) }
      })
  }

  private mutating func take(_ indices: [Int]) -> [Table] {
    let taken = indices.map { rest[$0] }
    for index in indices.reversed() { rest.remove(at: index) }
    return taken
  }

  /// Whether a table stands in the width of a zone; one beside it may reach into it by the white around its text.
  private func stands(_ table: Table, inZone zone: Int) -> Bool {
    let isAnywhere = reaches.contains { $0.isMostlyCommon(with: table.across) }
    return isAnywhere ? reaches[zone].isMostlyCommon(with: table.across) : reaches[zone].overlap(table.across) > 0
  }
}

extension Table {
  /// The extent across in points.
  fileprivate var across: Interval { Interval(origin.place.box.x0, origin.place.box.x1) }
}
