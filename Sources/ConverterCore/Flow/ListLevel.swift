/// One level of a list: how its paragraphs are numbered ([MS-DOC] 2.9.150 LVLF, RTF `\listlevel`).
package struct ListLevel: Hashable, Sendable {
  /// A piece of the label's pattern.
  package enum Part: Hashable, Sendable {
    case text(String)
    /// The number of a level, 0 for the outermost.
    case number(level: Int)
  }

  /// The kind of number as Windows programs count them ([MS-OSHARED] 2.2.1.3 MSONFC): 0 for 1, 2, 3; 23 for bullets; 255 for none.
  package var format: Int

  /// The first number.
  package var start: Int

  /// The label as displayed, such as `第`, number, `条`.
  package var pattern: [Part]

  /// Whether the numbers of outer levels show as 1, 2, 3 whatever their own kind.
  package var isLegal: Bool

  /// The level starts anew behind paragraphs of levels below this one; its own number where a file says nothing, 0 for never.
  package var restartLimit: Int

  package init(format: Int, start: Int, pattern: [Part], isLegal: Bool = false, restartLimit: Int) {
    self.format = format
    self.start = start
    self.pattern = pattern
    self.isLegal = isLegal
    self.restartLimit = restartLimit
  }
}

/// A list as paragraphs refer to it: its levels, with the changes that one use of the list makes to them.
package struct ListUse: Hashable, Sendable {
  /// The list that is counted; several uses of one list go on with one another's numbers.
  package var list: Int

  /// At most nine, the outermost first.
  package var levels: [ListLevel]

  /// Per level, the number that this use begins with; `nil` to go on.
  package var starts: [Int?]

  package init(list: Int, levels: [ListLevel], starts: [Int?] = []) {
    self.list = list
    self.levels = levels
    self.starts = starts
  }
}

extension ListLevel {
  /// The pattern of a text in which the numbers of levels stand as characters from U+0000 to U+0008; other control characters are
  /// left out, and bullets of symbol fonts become the characters that they look like.
  ///
  /// A pattern is repeated before every paragraph of the list, so what is longer than Word's own can be is cut.
  package static func parts(of text: String) -> [Part] {
    var parts: [Part] = []
    var run = String.UnicodeScalarView()
    for scalar in text.unicodeScalars.prefix(maximumPatternLength) {
      if scalar.value < 9 {
        if !run.isEmpty { parts.append(.text(String(run))) }
        run = String.UnicodeScalarView()
        parts.append(.number(level: Int(scalar.value)))
      } else if scalar.properties.generalCategory != .control {
        run.append(shown(scalar))
      }
    }
    return run.isEmpty ? parts : parts + [.text(String(run))]
  }
}

extension ListLevel {
  /// A label as a writer computed it, with bullets of symbol fonts as the characters that they look like.
  package static func label(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { bullets[$0] != nil }) else { return text }
    var label = String.UnicodeScalarView()
    label.append(contentsOf: text.unicodeScalars.map(shown))
    return String(label)
  }

  private static func shown(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    bullets[scalar] ?? scalar
  }
}

/// Characters of a pattern: its length is one byte in RTF (`\leveltext`), and Word writes no longer ones elsewhere.
private let maximumPatternLength = 255

/// The bullets that Word offers, in its symbol fonts.
private let bullets: [Unicode.Scalar: Unicode.Scalar] = [
  "\u{F0B7}": "•", "\u{F0A7}": "▪", "\u{F06E}": "■", "\u{F06C}": "●", "\u{F0D8}": "➢", "\u{F0FC}": "✓", "\u{F076}": "❖",
  "\u{F0A8}": "□", "\u{F075}": "◆",
]
