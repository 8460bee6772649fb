/// The number, letter or bullet with which a line may begin.
///
///     一、 （一） 1. 1） (a) • ① 第一章
package struct LineLabel: Hashable, Sendable {
  /// What kind of label it is, from outer to inner in Chinese official documents (GB/T 9704 on their layout).
  package enum Kind: Int, Hashable, Sendable, CaseIterable {
    /// `第一章`, `第二条`
    case chapter
    /// `一、`
    case ideographic
    /// `（一）`
    case bracketedIdeographic
    /// `1.` `1、` `2.1` `3)`
    case decimal
    /// `（1）`
    case bracketedDecimal
    /// `①`
    case circled
    /// `a)` `(iv)`
    case letter
    /// `•` `–`
    case bullet
  }

  package var kind: Kind

  /// The label as printed.
  package var text: String

  /// The number of the line's characters that the label takes, blanks after it included.
  package var length: Int

  /// The label at the beginning of a line, if there is one.
  package init?(_ line: String) {
    // Most lines begin with a word, which is seen without taking them apart.
    if Self.beginsWithWord(line.utf8) { return nil }
    let characters = Array(line.prefix(16))
    guard let first = characters.first else { return nil }
    var end = 0
    switch first {
    case "•", "●", "■", "▪", "◦", "○", "□", "►", "➢", "✓", "◆", "\u{F0B7}", "\u{F0A7}", "–", "—", "-":
      guard characters.count > 1, characters[1].isWhitespace || !"–—-".contains(first) else { return nil }
      guard !"–—-".contains(first) || characters.count > 2 else { return nil }
      kind = .bullet
      end = 1
    case "①"..."⑳":
      kind = .circled
      end = 1
    case "(", "（":
      var inner = 1
      while inner < characters.count, characters[inner] != ")", characters[inner] != "）" { inner += 1 }
      guard inner < characters.count, inner > 1, inner <= 5 else { return nil }
      let content = characters[1..<inner]
      if content.allSatisfy(Self.isIdeographicNumber) {
        kind = .bracketedIdeographic
      } else if content.allSatisfy({ $0.isNumber }) {
        kind = .bracketedDecimal
      } else if content.count == 1 && content.allSatisfy({ $0.isASCII && $0.isLowercase })
        || content.allSatisfy({ "ivx".contains($0) })
      {
        kind = .letter
      } else {
        return nil
      }
      end = inner + 1
    case "第":
      var inner = 1
      while inner < characters.count, Self.isIdeographicNumber(characters[inner]) || characters[inner].isNumber {
        inner += 1
      }
      guard inner > 1, inner < characters.count, "章节条部编".contains(characters[inner]) else { return nil }
      kind = .chapter
      end = inner + 1
    default:
      var inner = 0
      while inner < characters.count, Self.isIdeographicNumber(characters[inner]) { inner += 1 }
      if inner > 0 {
        guard inner < characters.count, "、.．，".contains(characters[inner]) else { return nil }
        kind = .ideographic
        end = inner + 1
      } else if first.isASCII, first.isNumber {
        while inner < characters.count, characters[inner].isASCII,
          characters[inner].isNumber
            || characters[inner] == "." && inner + 1 < characters.count
              && characters[inner + 1].isNumber
        {
          inner += 1
        }
        let isDotted = characters[..<inner].contains(".")
        if inner < characters.count, ".、．)）".contains(characters[inner]) {
          inner += 1
        } else if !isDotted || inner >= characters.count || !characters[inner].isWhitespace {
          return nil
        }
        // `1.5` is a figure; `1. Scope` and `1、范围` are labels.
        guard inner <= 8, inner < characters.count, !characters[inner].isNumber else { return nil }
        kind = .decimal
        end = inner
      } else if first.isASCII, first.isLetter, characters.count > 2, characters[1] == ")" || characters[1] == "." {
        guard first.isLowercase || characters[1] == ")", characters[2].isWhitespace else { return nil }
        kind = .letter
        end = 2
      } else {
        return nil
      }
    }
    text = String(characters[..<end])
    while end < characters.count, characters[end].isWhitespace { end += 1 }
    length = end
  }

  /// Whether the label is the next of the same kind: `2.` after `1.`, `b)` after `a)`, `二、` after `一、`.
  ///
  /// - Parameter other: the label of an entry before; `nil` is followed by none.
  package func follows(_ other: LineLabel?) -> Bool {
    guard let other, other.kind == kind, let number, let before = other.number else { return false }
    return number == before + 1
  }

  /// The number that the label ends with; of letters, the place in the alphabet.
  private var number: Int? {
    switch kind {
    case .decimal, .bracketedDecimal:
      return text.split { !$0.isASCII || !$0.isNumber }.last.flatMap { Int($0) }
    case .ideographic, .bracketedIdeographic:
      let digits = text.filter(Self.isIdeographicNumber)
      return digits.count == 1 ? digits.first.flatMap { Array("一二三四五六七八九十").firstIndex(of: $0) } : nil
    case .circled: return text.unicodeScalars.first.map { Int($0.value) }
    case .letter:
      let letters = text.unicodeScalars.filter { (0x61...0x7A).contains($0.value) }
      return letters.count == 1 ? letters.first.map { Int($0.value) } : nil
    case .chapter, .bullet: return nil
    }
  }

  /// Whether a Latin letter without a bracket or dot behind it comes first.
  private static func beginsWithWord(_ line: String.UTF8View) -> Bool {
    guard let first = line.first, let second = line.dropFirst().first else { return false }
    return (0x61...0x7A).contains(first | 0x20) && second != UInt8(ascii: ")") && second != UInt8(ascii: ".")
  }

  private static func isIdeographicNumber(_ character: Character) -> Bool {
    !character.isASCII && "〇零一二三四五六七八九十百".contains(character)
  }
}
