/// Numbers in the kinds that Windows programs number by ([MS-OSHARED] 2.2.1.3 MSONFC; the same kinds by name in ECMA-376
/// part 1, 17.18.59 ST_NumberFormat).
package enum ListNumber {
  /// A number as displayed; what a kind cannot show, and kinds that are not known, show as 1, 2, 3.
  package static func text(_ number: Int, format: Int) -> String {
    switch format {
    case 1: roman(number) ?? "\(number)"
    case 2: roman(number)?.lowercased() ?? "\(number)"
    case 3: letters(number) ?? "\(number)"
    case 4: letters(number)?.lowercased() ?? "\(number)"
    case 5: EnglishNumber.ordinalFigure(number)
    case 6: EnglishNumber.cardinal(number) ?? "\(number)"
    case 7: EnglishNumber.ordinal(number) ?? "\(number)"
    case 8: number < 0 ? "\(number)" : String(number, radix: 16, uppercase: true)
    case 9: marks(number) ?? "\(number)"
    case 14, 19: digits(number, "０１２３４５６７８９")
    case 22: padded(number, width: 2)
    case 23, 255: ""
    case 26: enclosed(number, from: 0x2488, count: 20) ?? "\(number)"
    case 27: enclosed(number, from: 0x2474, count: 20) ?? "\(number)"
    case 18, 28: circled(number) ?? "\(number)"
    case 51: digits(number, "०१२३४५६७८९")
    case 54: digits(number, "๐๑๒๓๔๕๖๗๘๙")
    case 57: "- \(number) -"
    case 62, 63, 64: padded(number, width: format - 59)
    default: EastAsianNumber.text(number, format: format) ?? sequence(number, format) ?? "\(number)"
    }
  }

  /// The kind by its name in Office Open XML; 0 for names that are not known, 255 for none.
  package static func format(named name: String) -> Int {
    name == "none" ? 255 : names.firstIndex(of: name) ?? 0
  }

  /// The kind by its first labels, such as `001, 002, 003, ...` (ECMA-376 part 1, 17.9.17); 0 for others than zeros before numbers.
  package static func format(labelled labels: String) -> Int {
    let first = labels.prefix { $0 != "," }
    guard first.last == "1", first.dropLast().allSatisfy({ $0 == "0" }) else { return 0 }
    return switch first.count {
    case 2: 22
    case 3...5: first.count + 59
    default: 0
    }
  }

  /// A number with zeros before it (RTF 1.9.1, `\levelnfc` 22 and 62 to 64).
  private static func padded(_ number: Int, width: Int) -> String {
    let digits = "\(number)"
    return number < 0 ? digits : String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  /// The names in the order of the numbers.
  private static let names = [
    "decimal", "upperRoman", "lowerRoman", "upperLetter", "lowerLetter", "ordinal", "cardinalText", "ordinalText",
    "hex",
    "chicago", "ideographDigital", "japaneseCounting", "aiueo", "iroha", "decimalFullWidth", "decimalHalfWidth",
    "japaneseLegal", "japaneseDigitalTenThousand", "decimalEnclosedCircle", "decimalFullWidth2", "aiueoFullWidth",
    "irohaFullWidth", "decimalZero", "bullet", "ganada", "chosung", "decimalEnclosedFullstop", "decimalEnclosedParen",
    "decimalEnclosedCircleChinese", "ideographEnclosedCircle", "ideographTraditional", "ideographZodiac",
    "ideographZodiacTraditional", "taiwaneseCounting", "ideographLegalTraditional", "taiwaneseCountingThousand",
    "taiwaneseDigital", "chineseCounting", "chineseLegalSimplified", "chineseCountingThousand", "", "koreanDigital",
    "koreanCounting", "koreanLegal", "koreanDigital2", "hebrew1", "arabicAlpha", "hebrew2", "arabicAbjad",
    "hindiVowels",
    "hindiConsonants", "hindiNumbers", "hindiCounting", "thaiLetters", "thaiNumbers", "thaiCounting",
    "vietnameseCounting", "numberInDash", "russianLower", "russianUpper",
  ]
}

extension ListNumber {
  private static func roman(_ number: Int) -> String? {
    guard (1...3999).contains(number) else { return nil }
    let digits: [(Int, String)] = [
      (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
      (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ]
    var rest = number
    return digits.reduce(into: "") { text, digit in
      while rest >= digit.0 {
        text += digit.1
        rest -= digit.0
      }
    }
  }

  /// A to Z, then AA to ZZ and so on.
  private static func letters(_ number: Int) -> String? {
    guard (1...780).contains(number) else { return nil }
    let scalar = Unicode.Scalar(UInt8(0x41 + (number - 1) % 26))
    return String(repeating: Character(scalar), count: (number - 1) / 26 + 1)
  }

  /// The marks of footnotes by the Chicago Manual of Style: * † ‡ §, then each twice.
  private static func marks(_ number: Int) -> String? {
    guard (1...400).contains(number) else { return nil }
    let marks: [Character] = ["*", "†", "‡", "§"]
    return String(repeating: marks[(number - 1) % 4], count: (number - 1) / 4 + 1)
  }

  private static func digits(_ number: Int, _ digits: String) -> String {
    let digits = Array(digits)
    return String("\(number)".map { $0.wholeNumberValue.map { digits[$0] } ?? $0 })
  }

  private static func enclosed(_ number: Int, from first: UInt32, count: Int) -> String? {
    guard (1...count).contains(number) else { return nil }
    return Unicode.Scalar(first + UInt32(number - 1)).map { String($0) }
  }

  /// ① to ㊿, which stand in three ranges.
  private static func circled(_ number: Int) -> String? {
    switch number {
    case 0: "⓪"
    case 1...20: enclosed(number, from: 0x2460, count: 20)
    case 21...35: enclosed(number - 20, from: 0x3251, count: 15)
    case 36...50: enclosed(number - 35, from: 0x32B1, count: 15)
    default: nil
    }
  }

  /// Kinds that count by the signs of a row, each once.
  private static func sequence(_ number: Int, _ format: Int) -> String? {
    let signs: String
    switch format {
    case 12, 20: signs = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"
    case 13, 21: signs = "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン"
    case 24: signs = "가나다라마바사아자차카타파하"
    case 25: signs = "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ"
    case 58: signs = "абвгдежзиклмнопрстуфхцчшщыэюя"
    case 59: signs = "АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЫЭЮЯ"
    default: return nil
    }
    let row = Array(signs)
    return number > 0 && number <= row.count ? String(row[number - 1]) : nil
  }
}
