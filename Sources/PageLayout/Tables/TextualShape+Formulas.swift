internal import ConverterCore

/// Formulas on lines of their own.
extension TextualShape {
  /// Whether a candidate is formulas with their numbers at the right: `(1)`, `(2)`.
  static func isNumberedDisplay(_ candidate: TableCandidate, text: PageText) -> Bool {
    let last = candidate.grid.columnCount - 1
    var numbers: [Int] = []
    for (area, words) in zip(candidate.grid.areas, candidate.contents)
    where !words.isEmpty && area.columns.contains(last) {
      guard words.count == 1, area.columns.count == 1 else { return false }
      let label = text.string(of: text.words[words[0]])
      guard label.first == "(", label.last == ")",
        let number = label.dropFirst().dropLast().split(separator: ".").last.flatMap({ Int($0) })
      else { return false }
      numbers.append(number)
    }
    return numbers.count >= 2 && zip(numbers, numbers.dropFirst()).allSatisfy { $0 + 1 == $1 }
  }

  /// Whether a candidate is formulas: signs of mathematics, which hardly any table has, in many words.
  ///
  /// Large brackets and sums come from fonts whose letters poppler cannot name: U+FFFD.
  static func isFormulas(_ candidate: TableCandidate, text: PageText, tolerances: Tolerances) -> Bool {
    let words = candidate.words
    let signs = words.count { index in
      text.words[index].glyphs.contains { position in
        guard let scalar = text.glyphs[Int(text.order[position])].text.unicodeScalars.first else { return false }
        return switch scalar {
        case "=", "·", "\u{FFFD}", "\u{2200}"..."\u{2211}", "\u{2213}"..."\u{2263}", "\u{2266}"..."\u{22FF}": true
        default: false
        }
      }
    }
    return signs >= 2 && !signs.isLess(than: tolerances.shares.leastFormula, of: words.count)
  }

  /// Whether what stands at the right are words in brackets, as manuals print the kinds of what they define:
  ///
  ///     void hash_init (struct context *c)      [Function]
  ///     DIGEST_SIZE                             [Constant]
  static func isDefinitions(_ candidate: TableCandidate, text: PageText, tolerances: Tolerances) -> Bool {
    let last = candidate.grid.columnCount - 1
    let ends = zip(candidate.grid.areas, candidate.contents).filter { $0.columns.contains(last) && !$1.isEmpty }.map(
      \.1)
    let kinds = ends.count { words in
      text.begins(text.words[words[0]], with: "[") && text.ends(text.words[words[words.count - 1]], with: "]")
        && words.allSatisfy { text.words[$0].traits.contains(.letter) }
    }
    return kinds >= 2 && !kinds.isLess(than: tolerances.shares.leastDefined, of: ends.count)
  }
}
