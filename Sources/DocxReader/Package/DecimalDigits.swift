/// A number that is not negative, by its decimal digits.
///
///     1234.5 is digits 1 2 3 4 5 with 4 before the point, 0.05 is the digit 5 with -1 before the point
struct DecimalDigits {
  /// Values 0 to 9, without zeros at either end; empty for 0.
  private var digits: [UInt8]

  /// How many digits stand before the point: more than there are where zeros follow, below 0 where zeros stand behind the point.
  private var point: Int

  /// Spreadsheets keep and show so many digits; those behind come from binary fractions.
  private static let precision = 15

  /// - Returns: `nil` for what is no finite number from 0 on.
  init?(_ value: Double) {
    guard value.isFinite, value >= 0 else { return nil }
    // The shortest digits that mean this number: “1234.5”, “1.2e-07”.
    let parts = value.description.split(separator: "e")
    guard let mantissa = parts.first, let exponent = parts.count > 1 ? Int(parts[1]) : 0 else { return nil }
    digits = mantissa.utf8.filter { $0 != UInt8(ascii: ".") }.map { $0 &- UInt8(ascii: "0") }
    point = mantissa.prefix { $0 != "." }.count + exponent
    let leadingZeros = digits.prefix { $0 == 0 }.count
    digits.removeFirst(leadingZeros)
    point -= leadingZeros
    round(to: Self.precision)
  }

  /// Keeps so many digits from the first one on, rounded up from 5 on.
  private mutating func round(to count: Int) {
    if count < digits.count {
      let goesUp = count >= 0 && digits[count] >= 5
      digits.removeLast(digits.count - max(0, count))
      if goesUp {
        while digits.last == 9 { digits.removeLast() }
        if let last = digits.popLast() {
          digits.append(last + 1)
        } else {
          digits = [1]
          point += 1
        }
      }
    }
    while digits.last == 0 { digits.removeLast() }
    if digits.isEmpty { point = 0 }
  }
}

extension DecimalDigits {
  /// The number in as many digits as it has; `nil` where a spreadsheet shows it with an exponent.
  var plain: String? {
    guard (-4...11).contains(point) else { return nil }
    let fraction = fraction
    return (whole.isEmpty ? "0" : whole) + (fraction.isEmpty ? "" : "." + fraction)
  }

  /// The number as a section of a format code shows it.
  func text(by pattern: NumberFormat.Pattern) -> String {
    guard pattern.hasDigits else { return pattern.before + pattern.after }
    var scaled = self
    if !digits.isEmpty { scaled.point += pattern.scale }
    scaled.round(to: scaled.point + pattern.mostFraction)
    let zeros = max(0, pattern.leastWholeDigits - scaled.whole.utf8.count)
    let whole = String(repeating: "0", count: zeros) + scaled.whole
    let missing = max(0, pattern.leastFraction - scaled.fraction.utf8.count)
    let fraction = scaled.fraction + String(repeating: "0", count: missing)
    let number = (pattern.isGrouped ? Self.grouped(whole) : whole) + (pattern.mostFraction > 0 ? "." + fraction : "")
    return pattern.before + number + pattern.after
  }

  /// The digits before the point; empty below 1.
  private var whole: String {
    guard point > 0 else { return "" }
    return Self.text(digits.prefix(point)) + String(repeating: "0", count: max(0, point - digits.count))
  }

  /// The digits behind the point, without zeros at the end.
  private var fraction: String {
    guard point < digits.count else { return "" }
    return String(repeating: "0", count: max(0, -point)) + Self.text(digits.dropFirst(max(0, point)))
  }

  private static func text(_ digits: ArraySlice<UInt8>) -> String {
    String(decoding: digits.map { $0 + UInt8(ascii: "0") }, as: UTF8.self)
  }

  private static func grouped(_ whole: String) -> String {
    var text = ""
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.utf8.count - index) % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return text
  }
}
