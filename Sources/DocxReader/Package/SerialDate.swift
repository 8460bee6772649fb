/// A day and time as spreadsheets count them: days since the end of 1899 or since 1 January 1904, the time as a fraction
/// (ECMA-376 part 1, 18.17.4).
struct SerialDate {
  private let year: Int
  private let month: Int
  private let day: Int
  private let second: Int

  /// - Returns: `nil` before the first day and after the year 9999, and for 29 February 1900, which only spreadsheets have.
  init?(_ value: Double, countsFrom1904: Bool) {
    guard (0..<2_958_466).contains(value) else { return nil }
    let seconds = Int((value * 86_400).rounded())
    let serial = seconds / 86_400
    guard countsFrom1904 || serial != 60 else { return nil }
    second = seconds % 86_400
    // Days since 1 March of the year 0; 1 January 1970 is 25,569 and lies 719,468 of them later.
    let shift = countsFrom1904 ? 1462 : serial < 60 ? 1 : 0
    let days = serial + shift - 25_569 + 719_468
    // Howard Hinnant, “chrono-Compatible Low-Level Date Algorithms”, civil_from_days.
    let era = days / 146_097
    let dayOfEra = days % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shifted + 2) / 5 + 1
    month = shifted < 10 ? shifted + 3 : shifted - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// The date in the fields of a format code.
  func text(by fields: [NumberFormat.DateField]) -> String {
    fields.map { field in
      switch field {
      case .year(let digits): digits == 2 ? Self.padded(year % 100, 2) : Self.padded(year, digits)
      case .month(let digits): Self.padded(month, digits)
      case .day(let digits): Self.padded(day, digits)
      case .hour(let digits): Self.padded(second / 3600, digits)
      case .minute(let digits): Self.padded(second / 60 % 60, digits)
      case .second(let digits): Self.padded(second % 60, digits)
      case .literal(let text): text
      }
    }.joined()
  }

  private static func padded(_ number: Int, _ digits: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
  }
}
