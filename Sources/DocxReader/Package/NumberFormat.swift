internal import ConverterCore

/// What a number is shown as by a format code of a spreadsheet (ECMA-376 part 1, 18.8.31), which charts keep beside their values.
///
///     0.1234      0.0%             12.3%          a code has up to three sections: for numbers above, below and at 0
///     1234.5      #,##0.00_ ;(0)   1,234.50
///     45292       yyyy"年"m"月"    2024年1月
///
/// Codes with anything else (fractions, exponents, conditions, weekdays, digits of other scripts) leave the number as it is kept; so
/// does one that would show nothing.
struct NumberFormat {
  /// What one section shows.
  enum Section: Hashable {
    case general
    case number(Pattern)
    case date([DateField])
  }

  /// How the digits of a number are shown.
  struct Pattern: Hashable {
    var before = ""
    var after = ""
    var leastWholeDigits = 0
    var leastFraction = 0
    var mostFraction = 0
    var isGrouped = false

    /// The power of ten by which the number is multiplied first: 2 for percent, -3 for each comma behind the digits.
    var scale = 0

    /// Without digits only the text around them is shown.
    var hasDigits = false
  }

  /// A part of a date.
  enum DateField: Hashable {
    case year(digits: Int)
    case month(digits: Int)
    case day(digits: Int)
    case hour(digits: Int)
    case minute(digits: Int)
    case second(digits: Int)
    case literal(String)
  }

  /// Sections in the order of the code, `nil` for those that are not understood.
  let sections: [Section?]

  private let countsFrom1904: Bool

  /// - Parameter countsFrom1904: whether days are counted from 1 January 1904 and not from the end of 1899 (18.17.4.1).
  init(_ code: String, countsFrom1904: Bool = false) {
    sections = Self.sections(of: code)
    self.countsFrom1904 = countsFrom1904
  }

  /// The number as it is shown; as it is kept where it is none or the code is not understood.
  func text(of kept: String) -> String {
    guard let value = Double(TextJoining.trimmed(kept)), let digits = DecimalDigits(value.magnitude) else {
      return kept
    }
    let own = value > 0 ? 0 : value < 0 ? 1 : 2
    let index = own < sections.count ? own : 0
    guard index < sections.count, let section = sections[index] else { return kept }
    let shown =
      switch section {
      case .general: digits.plain
      case .number(let pattern): digits.text(by: pattern)
      case .date(let fields): SerialDate(value, countsFrom1904: countsFrom1904)?.text(by: fields)
      }
    guard let shown, shown.hasInk else { return kept }
    // A section for negative numbers brings the sign along where it wants one.
    return (value < 0 && index == 0 ? "-" : "") + TextJoining.trimmed(shown)
  }
}
