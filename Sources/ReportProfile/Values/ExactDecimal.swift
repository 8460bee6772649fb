/// A decimal number kept exactly: `coefficient` × 10^−`scale`.
///
/// Figures of reports are decimal and must stay so; binary floating point would turn 0.1 + 0.2 into a false alarm. Foundation's
/// `Decimal` keeps 38 digits too, but its operators round or answer NaN without saying so. Here every operation that would
/// leave 38 digits answers `nil`.
package struct ExactDecimal: Hashable, Sendable {
  /// The digits as a whole number; it does not end in 0 unless ``scale`` is 0.
  let coefficient: Int128

  /// The number of digits after the decimal point, 0 to ``maximalScale``.
  let scale: Int

  /// Digits after the point beyond which a number is refused.
  static let maximalScale = 18

  static let zero = ExactDecimal(0)

  package init(_ whole: Int) {
    self.init(coefficient: Int128(whole), scale: 0)
  }

  /// Drops the zeros at the end, so that equal numbers are equal values.
  private init(coefficient: Int128, scale: Int) {
    var coefficient = coefficient
    var scale = scale
    while scale > 0, coefficient % 10 == 0 {
      coefficient /= 10
      scale -= 1
    }
    self.coefficient = coefficient
    self.scale = scale
  }

  /// Reads plain decimal digits with an optional leading `-` and one optional `.`; `nil` for anything else and for more
  /// digits than are kept.
  package init?(_ text: some StringProtocol) {
    var coefficient: Int128 = 0
    var digits = 0
    var scale: Int?
    let isNegative = text.utf8.first == UInt8(ascii: "-")
    for byte in text.utf8.dropFirst(isNegative ? 1 : 0) {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        let (tenfold, overflow) = coefficient.multipliedReportingOverflow(by: 10)
        let (next, further) = tenfold.addingReportingOverflow(Int128(byte - UInt8(ascii: "0")))
        guard !overflow, !further else { return nil }
        coefficient = next
        digits += 1
        if let places = scale { scale = places + 1 }
      case UInt8(ascii: ".") where scale == nil && digits > 0:
        scale = 0
      default: return nil
      }
    }
    guard digits > 0, scale != 0, scale ?? 0 <= Self.maximalScale else { return nil }
    self.init(coefficient: isNegative ? -coefficient : coefficient, scale: scale ?? 0)
  }
}

extension ExactDecimal {
  var isWhole: Bool { scale == 0 }

  var isNegative: Bool { coefficient < 0 }

  /// The sum, or `nil` where it has too many digits.
  static func + (left: ExactDecimal, right: ExactDecimal) -> ExactDecimal? {
    let scale = max(left.scale, right.scale)
    guard let first = left.coefficient(at: scale), let second = right.coefficient(at: scale) else { return nil }
    let (sum, overflow) = first.addingReportingOverflow(second)
    // The least number is refused, so that every coefficient can be negated.
    return overflow || sum == .min ? nil : ExactDecimal(coefficient: sum, scale: scale)
  }

  /// The difference, or `nil` where it has too many digits.
  static func - (left: ExactDecimal, right: ExactDecimal) -> ExactDecimal? {
    left + ExactDecimal(coefficient: -right.coefficient, scale: right.scale)
  }

  /// The product, or `nil` where it has too many digits.
  static func * (left: ExactDecimal, right: ExactDecimal) -> ExactDecimal? {
    let (product, overflow) = left.coefficient.multipliedReportingOverflow(by: right.coefficient)
    let result = ExactDecimal(coefficient: product, scale: left.scale + right.scale)
    return overflow || product == .min || result.scale > maximalScale ? nil : result
  }

  /// The quotient rounded half away from zero to so many decimals; `nil` for a divisor of 0 and for too many digits.
  func divided(by divisor: ExactDecimal, decimals: Int) -> ExactDecimal? {
    // a·10^−s / b·10^−t = (a / b)·10^(t−s); one digit more is computed, and the last one decides the rounding.
    guard divisor.coefficient != 0, let numerator = coefficient(at: decimals + 1 + scale + divisor.scale),
      let denominator = divisor.coefficient(at: scale + divisor.scale)
    else { return nil }
    let scaled = numerator / denominator
    let rounded = (scaled + (scaled < 0 ? -5 : 5)) / 10
    return ExactDecimal(coefficient: rounded, scale: decimals)
  }

  var magnitude: ExactDecimal {
    isNegative ? ExactDecimal(coefficient: -coefficient, scale: scale) : self
  }

  /// The coefficient of the same number with at least as many digits after the point.
  private func coefficient(at scale: Int) -> Int128? {
    var result = coefficient
    for _ in self.scale..<scale {
      let (tenfold, overflow) = result.multipliedReportingOverflow(by: 10)
      guard !overflow else { return nil }
      result = tenfold
    }
    return result
  }
}

extension ExactDecimal: Comparable {
  package static func < (left: ExactDecimal, right: ExactDecimal) -> Bool {
    if left.isNegative != right.isNegative { return left.isNegative }
    guard let difference = left - right else {
      // Only numbers of very different size cannot be subtracted; the whole parts decide.
      return left.coefficient / power(left.scale) < right.coefficient / power(right.scale)
    }
    return difference.isNegative
  }

  private static func power(_ exponent: Int) -> Int128 {
    (0..<exponent).reduce(Int128(1)) { power, _ in power * 10 }
  }
}

extension ExactDecimal: CustomStringConvertible {
  /// Plain decimal digits, such as `-1082.33`.
  package var description: String {
    var digits = String(coefficient.magnitude)
    if scale > 0 {
      digits = String(repeating: "0", count: max(0, scale + 1 - digits.count)) + digits
      digits.insert(".", at: digits.index(digits.endIndex, offsetBy: -scale))
    }
    return isNegative ? "-" + digits : digits
  }
}
