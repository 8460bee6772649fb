/// A font whose characters stand for pictures instead of letters.
enum SymbolFont: String, Hashable {
  case symbol = "symbol"
  case wingdings = "wingdings"
  case wingdings2 = "wingdings 2"
  case wingdings3 = "wingdings 3"
  case webdings = "webdings"

  init?(_ name: String) {
    self.init(rawValue: name.lowercased())
  }
}

extension SymbolFont {
  /// The character that a number of a font shows.
  ///
  /// Numbers of symbol fonts lie at U+F000 in files; numbers of other fonts are Unicode.
  static func scalar(_ code: UInt32, font name: String) -> Unicode.Scalar? {
    guard let font = SymbolFont(name) else { return Unicode.Scalar(code) }
    return font.scalar(code)
  }

  /// The character that a number shows; the number itself, as a private character, where it is not known.
  func scalar(_ code: UInt32) -> Unicode.Scalar? {
    let index = code & 0xF000 == 0xF000 ? code & 0xFFF : code
    return signs[index] ?? Unicode.Scalar(code)
  }

  /// Text of a run in this font: private characters become what they show, anything else stays.
  func shown(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { (0xF020...0xF0FF).contains($0.value) }) else { return text }
    var shown = String.UnicodeScalarView()
    shown.append(
      contentsOf: text.unicodeScalars.map { scalar in
        (0xF020...0xF0FF).contains(scalar.value) ? self.scalar(scalar.value) ?? scalar : scalar
      })
    return String(shown)
  }

  private var signs: [UInt32: Unicode.Scalar] {
    switch self {
    case .symbol: Self.symbolSigns
    case .wingdings: Self.wingdingsSigns
    case .wingdings2: Self.wingdings2Signs
    case .wingdings3: Self.wingdings3Signs
    case .webdings: Self.webdingsSigns
    }
  }
}

/// The tables follow the names of the signs in Unicode, which took over the repertoires of these fonts; where several
/// characters look alike the one that most fonts have is taken (☑, ✓, □).
extension SymbolFont {
  /// Adobe's encoding of the font Symbol.
  private static let symbolSigns = table([
    (0x20, " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"),
    (0xA0, "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪"),
    (0xF1, "〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭"),
  ])

  private static let wingdingsSigns = table([
    (0x20, " 🖉✂✁👓🕭🕮🕯🕿✆🖂🖃📪📫📬📭🗀🗁🗎🗏🗐🗄⏳🖮🖰🖲🖳🖴🖫🖬✇✍🖎✌👌👍👎☜☞☝☟🖐☺😐☹💣☠🏳🏱✈☼💧❄🕆✞🕈✠✡☪☯ॐ☸♈♉♊♋♌♍♎♏♐♑♒♓🙰🙵●🔾■□🞐❑❒⬧⧫◆❖⬥⌧⮹⌘🏵🏶🙶🙷"),
    (0x80, "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿🙢🙠🙡🙣🙞🙜🙝🙟·•"),
    (0xA1, "○🞆🞈🞊◎🔿▪□🟀🟁★🟋🟏🟓🟑⯐⌖⯎⯏⯑✪✰🕐🕑🕒🕓🕔🕕🕖🕗🕘🕙🕚🕛⮰⮱⮲⮳⮴⮵⮶⮷🙪🙫🙕🙔🙗🙖🙐🙑🙒🙓⌫⌦⮘➢⮙⮛⮈⮊⮉⮋"),
    (0xDF, "←→↑↓↖↗↙↘🡸🡺🡹🡻🡼🡽🡿🡾⇦⇨⇧⇩⬄⇳⬁⬀⬃⬂🢬🢭✗✓☒☑"),
  ])

  private static let wingdings2Signs = table([
    (0x4F, "✗✓☒☑☒☒"), (0x69, "⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿"), (0x97, "●"), (0xA2, "■□"),
  ])

  private static let wingdings3Signs = table([(0x70, "▲▼△▽◀▶◁▷"), (0x7C, "◀▶")])

  private static let webdingsSigns = table([
    (0x33, "◀▶▲▼"), (0x59, "♥"), (0x61, "✔"), (0x63, "□"), (0x67, "■"), (0x6E, "●"), (0x72, "✖"),
  ])

  /// A table from runs of signs, each with the number of its first sign.
  private static func table(_ runs: [(first: UInt32, signs: String)]) -> [UInt32: Unicode.Scalar] {
    var table: [UInt32: Unicode.Scalar] = [:]
    for run in runs {
      for (number, sign) in zip(run.first..., run.signs.unicodeScalars) { table[number] = sign }
    }
    return table
  }
}
