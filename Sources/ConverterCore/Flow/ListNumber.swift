/// Numbers in the kinds that Windows programs number by ([MS-OSHARED] 2.2.1.3 MSONFC).
package enum ListNumber {
  /// A number as displayed; kinds that are not known show as 1, 2, 3.
  package static func text(_ number: Int, format: Int) -> String {
    switch format {
    case 1: roman(number)
    case 2: roman(number).lowercased()
    case 3: letters(number)
    case 4: letters(number).lowercased()
    case 10, 11, 33, 35, 37, 39: chinese(number)
    case 22: number < 10 ? "0\(number)" : "\(number)"
    case 23, 255: ""
    default: "\(number)"
    }
  }

  private static func roman(_ number: Int) -> String {
    guard (1...3999).contains(number) else { return "\(number)" }
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
  private static func letters(_ number: Int) -> String {
    guard (1...780).contains(number) else { return "\(number)" }
    let scalar = Unicode.Scalar(UInt8(0x41 + (number - 1) % 26))
    return String(repeating: Character(scalar), count: (number - 1) / 26 + 1)
  }

  private static func chinese(_ number: Int) -> String {
    let digits = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
    guard (0...99).contains(number) else { return "\(number)" }
    guard number >= 10 else { return digits[number] }
    return (number < 20 ? "" : digits[number / 10]) + "十" + (number % 10 == 0 ? "" : digits[number % 10])
  }
}
