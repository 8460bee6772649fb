internal import ConverterCore

/// How the lines of one paragraph or cell become one text.
enum LineJoining {
  /// Appends a line by the rules of ``TextJoining``, after taking back a hyphen that only the end of the line brought.
  ///
  /// A hyphen between two small letters is taken for a break inside of a word, unless it is one of a compound; one before a capital or a
  /// figure is not.
  static func append(line: String, to text: inout String) {
    if let hyphen = text.last, hyphen == "-" || hyphen == "\u{2010}", let next = line.unicodeScalars.first {
      let before = text.unicodeScalars.dropLast().last
      if let before, before.properties.isLowercase, next.properties.isLowercase {
        if !Compound.keepsHyphen(behind: text.dropLast(), before: line) { text.removeLast() }
        text += line
        return
      }
      if before?.properties.isAlphabetic == true, next.properties.isAlphabetic || next.properties.numericType != nil {
        text += line
        return
      }
    }
    TextJoining.append(line: line, to: &text)
  }
}

/// English words that lines part behind a hyphen of their own: `full-time`, `non-profit`, `year-to-date`.
private enum Compound {
  /// Words and prefixes that begin compounds with a hyphen, and hardly a word that a line would part there.
  private static let beginnings: Set<Substring> = [
    "non", "self", "full", "half", "well", "year", "owner", "employer", "one", "two", "three", "four", "five", "six",
    "seven",
    "eight", "nine", "first", "third",
  ]

  /// The few that begin many other words as well, with what they make compounds with.
  private static let pairs: [Substring: Set<Substring>] = [
    "part": ["time"], "long": ["term", "run", "range"], "short": ["term", "run"], "low": ["income", "level"],
    "high": ["income", "level"], "middle": ["income"], "mid": ["year"],
  ]

  /// Endings of words that begin as compounds do: `yearly`, `ownership`, `sixteen`.
  private static let endings: Set<Substring> = [
    "ly", "ness", "er", "ers", "est", "ed", "ing", "ish", "al", "ship", "ships", "teen", "teenth", "een", "eenth", "ty",
    "th",
    "fold", "self",
  ]

  /// Whether the hyphen between what ends one line and what begins the next one belongs to the word.
  static func keepsHyphen(behind text: Substring, before line: String) -> Bool {
    let token = text.suffix(while: { !$0.isWhitespace })
    let beginning = Substring(token.suffix(while: \.isLetter).lowercased())
    let rest = line.prefix(while: \.isLetter)
    // A word with one hyphen has another: “year-to-”.
    if token.dropLast(beginning.count).last == "-" { return true }
    return beginnings.contains(beginning) && !endings.contains(rest) || pairs[beginning]?.contains(rest) == true
  }
}

extension Substring {
  /// The last characters, as long as each is one of those.
  fileprivate func suffix(while isOne: (Character) -> Bool) -> Substring {
    self[(lastIndex { !isOne($0) }.map(index(after:)) ?? startIndex)...]
  }
}
