/// Numbers in English words, as Word writes them: up to 999.
enum EnglishNumber {
  /// `1st`, `22nd`.
  static func ordinalFigure(_ number: Int) -> String {
    let ending =
      switch (number % 10, number % 100) {
      case (_, 11...13): "th"
      case (1, _): "st"
      case (2, _): "nd"
      case (3, _): "rd"
      default: "th"
      }
    return "\(number)\(ending)"
  }

  /// `Twenty-one`.
  static func cardinal(_ number: Int) -> String? {
    words(number).map { $0.prefix(1).uppercased() + $0.dropFirst() }
  }

  /// `Twenty-first`.
  static func ordinal(_ number: Int) -> String? {
    guard let cardinal = cardinal(number) else { return nil }
    for (ending, replacement) in irregular where cardinal.lowercased().hasSuffix(ending) {
      let stem = cardinal.dropLast(ending.count)
      return stem.isEmpty ? replacement.prefix(1).uppercased() + replacement.dropFirst() : stem + replacement
    }
    return cardinal.hasSuffix("y") ? cardinal.dropLast() + "ieth" : cardinal + "th"
  }

  private static let irregular = [
    ("one", "first"), ("two", "second"), ("three", "third"), ("five", "fifth"), ("eight", "eighth"), ("nine", "ninth"),
    ("twelve", "twelfth"),
  ]

  private static let small = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
  ]

  private static let tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]

  private static func words(_ number: Int) -> String? {
    switch number {
    case 0..<20: small[number]
    case 20..<100: tens[number / 10 - 2] + (number % 10 == 0 ? "" : "-" + small[number % 10])
    case 100..<1000:
      small[number / 100] + " hundred" + (number % 100 == 0 ? "" : " " + (words(number % 100) ?? ""))
    default: nil
    }
  }
}
