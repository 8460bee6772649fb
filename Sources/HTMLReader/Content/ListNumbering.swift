internal import ConverterCore

/// How the items of a list are numbered or marked (HTML standard, section 15.3.7; CSS Counter Styles Level 3).
enum ListNumbering: Hashable, Sendable {
  case decimal, lowerAlpha, upperAlpha, lowerRoman, upperRoman, cjk, disc, circle, square, none

  /// The keyword of `list-style-type`; `nil` for others.
  init?(css keyword: Substring) {
    switch keyword {
    case "decimal", "decimal-leading-zero": self = .decimal
    case "lower-alpha", "lower-latin": self = .lowerAlpha
    case "upper-alpha", "upper-latin": self = .upperAlpha
    case "lower-roman": self = .lowerRoman
    case "upper-roman": self = .upperRoman
    case "cjk-ideographic", "cjk-decimal", "simp-chinese-informal", "simp-chinese-formal", "trad-chinese-informal",
      "trad-chinese-formal", "japanese-informal":
      self = .cjk
    case "disc": self = .disc
    case "circle": self = .circle
    case "square": self = .square
    case "none": self = .none
    default: return nil
    }
  }

  /// The value of the attribute `type`, in which case matters; `nil` for others.
  init?(attribute value: String) {
    switch value {
    case "1": self = .decimal
    case "a": self = .lowerAlpha
    case "A": self = .upperAlpha
    case "i": self = .lowerRoman
    case "I": self = .upperRoman
    default: self.init(css: value.lowercased()[...])
    }
  }

  /// How bulleted lists are marked, by how many lists are around them.
  static func bullets(depth: Int) -> ListNumbering {
    switch depth {
    case 0: .disc
    case 1: .circle
    default: .square
    }
  }
}

extension ListNumbering {
  /// The label of an item as displayed; `nil` for none.
  func label(_ number: Int) -> String? {
    switch self {
    case .none: nil
    case .disc: "•"
    case .circle: "◦"
    case .square: "▪"
    case .cjk: ListNumber.text(number, format: ListNumbering.chineseFormat) + "、"
    case .lowerAlpha: (ListNumbering.letters(number)?.lowercased() ?? "\(number)") + "."
    case .upperAlpha: (ListNumbering.letters(number) ?? "\(number)") + "."
    case .lowerRoman: ListNumber.text(number, format: ListNumbering.romanFormat).lowercased() + "."
    case .upperRoman: ListNumber.text(number, format: ListNumbering.romanFormat) + "."
    case .decimal: "\(number)."
    }
  }

  private static let chineseFormat = ListNumber.format(named: "chineseCountingThousand")
  private static let romanFormat = ListNumber.format(named: "upperRoman")

  /// A to Z, AA, AB and so on; Word counts AA, BB.
  private static func letters(_ number: Int) -> String? {
    guard number > 0 else { return nil }
    var letters = ""
    var rest = number
    while rest > 0 {
      letters = String(Character(Unicode.Scalar(UInt8(65 + (rest - 1) % 26)))) + letters
      rest = (rest - 1) / 26
    }
    return letters
  }
}
