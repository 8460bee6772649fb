/// Whether rules hold on the screen of a desk, where pages are read (Media Queries 4; CSS Conditional Rules 3). Those for paper, for
/// speech and for narrow screens do not.
extension Certainty {
  /// Reads a list of media queries, one of which has to hold.
  init(queries: String) {
    self =
      queries.split(separator: ",", omittingEmptySubsequences: false).map(Certainty.init(query:)).max() ?? .yes
  }

  /// Reads what stands before the block of a rule; `nil` where such a block holds no rules.
  init?(rule prelude: String) {
    if prelude.hasPrefix("@media") {
      self.init(queries: String(prelude.dropFirst(6)))
    } else if prelude.hasPrefix("@supports") {
      self = prelude.contains("not") ? .maybe : .yes
    } else if prelude.hasPrefix("@layer") {
      self = .yes
    } else {
      return nil
    }
  }

  private init(query: Substring) {
    var parts = query.split(whereSeparator: \.isWhitespace).filter { $0 != "and" }
    if parts.first == "only" { parts.removeFirst() }
    if parts == ["not", "print"] {
      self = .yes
    } else if parts.first == "not" {
      self = .maybe
    } else {
      self = parts.joined(separator: " ").split(separator: ")").map(Certainty.init(part:)).min() ?? .yes
    }
  }

  /// Reads media types, and one feature behind them without its closing parenthesis.
  private init(part: Substring) {
    let pieces = part.split(separator: "(", maxSplits: 1, omittingEmptySubsequences: false)
    let type = pieces[0].filter { !$0.isWhitespace }
    let isOther = ["print", "speech", "aural", "braille", "embossed", "handheld", "projection", "tty", "tv"].contains(
      type)
    let isScreen = ["", "all", "screen"].contains(type)
    let ofType: Certainty = isOther ? .no : isScreen ? .yes : .maybe
    self = min(ofType, pieces.count > 1 ? Certainty(feature: pieces[1].filter { !$0.isWhitespace }) : .yes)
  }

  private init(feature: String) {
    let parts = feature.split(separator: ":", maxSplits: 1)
    let digits = parts.count > 1 ? parts[1].prefix { $0.isASCII && $0.isNumber } : ""
    guard let number = Int(digits), let name = parts.first else {
      self = .maybe
      return
    }
    let unit = parts[1].drop { $0.isASCII && ($0.isNumber || $0 == ".") }
    let pixels = min(number, 1_000_000) * (unit.hasSuffix("em") ? 16 : 1)
    switch name {
    case "min-width": self = pixels <= narrowestDesk ? .yes : .maybe
    case "max-width", "max-device-width": self = pixels < narrowestDesk ? .no : .maybe
    default: self = .maybe
    }
  }
}

/// How wide windows on a desk are at least, in CSS pixels: what style sheets for them ask for at most.
private let narrowestDesk = 1200
