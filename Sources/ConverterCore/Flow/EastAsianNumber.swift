/// Numbers in the writing of China, Japan and Korea.
enum EastAsianNumber {
  /// A number of one of the East Asian kinds of ``ListNumber``; `nil` for other kinds and for numbers that the kind cannot show.
  static func text(_ number: Int, format: Int) -> String? {
    switch format {
    case 10, 17, 36: digits(number, plain, zero: "〇")
    case 11, 33: counted(number, plain, plainUnits, zero: "〇")
    case 37: number < 100 ? counted(number, plain, plainUnits, zero: "〇") : digits(number, plain, zero: "〇")
    case 35, 39: counted(number, plain, plainUnits, zero: "零")
    case 16: counted(number, Array("壱弐参四伍六七八九"), Array("拾百阡萬"), zero: "零", namesFirstTen: true)
    case 34: counted(number, Array("壹貳參肆伍陸柒捌玖"), Array("拾佰仟萬"), zero: "零", namesFirstTen: true)
    case 38: counted(number, Array("壹贰叁肆伍陆柒捌玖"), Array("拾佰仟万"), zero: "零", namesFirstTen: true)
    case 29: (1...10).contains(number) ? Unicode.Scalar(0x3280 + UInt32(number - 1)).map { String($0) } : nil
    case 30: sign(number, stems)
    case 31: sign(number, branches)
    case 32: (1...60).contains(number) ? "\(stems[(number - 1) % 10])\(branches[(number - 1) % 12])" : nil
    case 41, 44: digits(number, Array("일이삼사오육칠팔구"), zero: "영")
    case 42: counted(number, Array("일이삼사오육칠팔구"), Array("십백천만"), zero: "영")
    default: nil
    }
  }

  private static let plain = Array("一二三四五六七八九")
  private static let plainUnits = Array("十百千万")
  private static let stems = Array("甲乙丙丁戊己庚辛壬癸")
  private static let branches = Array("子丑寅卯辰巳午未申酉戌亥")

  private static func sign(_ number: Int, _ signs: [Character]) -> String? {
    number > 0 && number <= signs.count ? String(signs[number - 1]) : nil
  }

  /// Digit by digit: 二〇二三.
  private static func digits(_ number: Int, _ digits: [Character], zero: Character) -> String? {
    guard number >= 0 else { return nil }
    return String("\(number)".compactMap(\.wholeNumberValue).map { $0 == 0 ? zero : digits[$0 - 1] })
  }

  /// With units: 一百零五, 十二; gaps between units are read as one zero.
  ///
  /// - Parameter namesFirstTen: whether ten is one ten (壹拾) and not just ten (十).
  private static func counted(
    _ number: Int, _ digits: [Character], _ units: [Character], zero: Character, namesFirstTen: Bool = false
  ) -> String? {
    guard (0...99_999).contains(number) else { return nil }
    guard number > 0 else { return String(zero) }
    var text = ""
    var hasGap = false
    for (power, divisor) in [(4, 10_000), (3, 1000), (2, 100), (1, 10), (0, 1)] {
      let digit = number / divisor % 10
      guard digit > 0 else {
        hasGap = !text.isEmpty
        continue
      }
      if hasGap { text.append(zero) }
      hasGap = false
      if digit > 1 || power != 1 || !text.isEmpty || namesFirstTen { text.append(digits[digit - 1]) }
      if power > 0 { text.append(units[power - 1]) }
    }
    return text
  }
}
