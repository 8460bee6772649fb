/// A line of text with places for what is to be found in it: `{agency}{year}年*政府信息公开*报告`.
///
/// `{year}` takes four digits (or four Chinese ones, 二〇二一), `{count}` any digits, `{agency}` one character or more, `*` any
/// number of characters; everything else stands for itself, folded as labels are. A star at the start or end lets the
/// pattern begin or end anywhere.
struct TitlePattern: Hashable, Sendable {
  private enum Piece: Hashable, Sendable {
    case text([Unicode.Scalar])
    case any
    case agency
    case year
    case count
  }

  /// What was found, as offsets in scalars of the folded text.
  struct Match: Hashable, Sendable {
    var agency: Range<Int>?
    var year: Range<Int>?
    var count: Range<Int>?
  }

  private let pieces: [Piece]

  /// - Returns: `nil` for a text with an unknown name in braces, or with a brace that is not closed.
  init?(_ text: String, folding: LabelFolding) {
    var pieces: [Piece] = []
    var rest = Substring(text)
    while let start = rest.firstIndex(where: { $0 == "*" || $0 == "{" }) {
      pieces.append(.text(folding.key(String(rest[..<start])).scalars))
      if rest[start] == "*" {
        pieces.append(.any)
        rest = rest[rest.index(after: start)...]
        continue
      }
      guard let end = rest[start...].firstIndex(of: "}") else { return nil }
      switch rest[rest.index(after: start)..<end] {
      case "agency": pieces.append(.agency)
      case "year": pieces.append(.year)
      case "count": pieces.append(.count)
      default: return nil
      }
      rest = rest[rest.index(after: end)...]
    }
    pieces.append(.text(folding.key(String(rest)).scalars))
    self.pieces = pieces.filter { $0 != .text([]) }
  }
}

extension TitlePattern {
  /// Whether there is a place for digits.
  var hasCount: Bool { pieces.contains(.count) }

  /// Whether the agency stands at the end, where other words may stand as well.
  var endsWithAgency: Bool {
    pieces.last == .agency || pieces.count > 1 && pieces.last == .text([")"]) && pieces[pieces.count - 2] == .agency
  }

  /// Compares the whole of a folded text with the pattern.
  ///
  /// - Complexity: for texts of *n* scalars and *p* pieces O(*n*·*p*), each pair being tried at most once.
  func match(_ key: LabelKey) -> Match? {
    var failures = Set<Int>()
    return match(key.scalars, at: 0, piece: 0, Match(), failures: &failures)
  }

  /// All disjoint places in a folded text where the pattern is found, from the left.
  func matches(in key: LabelKey) -> [Match] {
    // The pattern stands between two stars; what a star took is of no interest.
    var found: [Match] = []
    var start = 0
    let open = TitlePattern(pieces: pieces + [.any])
    while start < key.scalars.count {
      var failures = Set<Int>()
      if let match = open.match(key.scalars, at: start, piece: 0, Match(), failures: &failures) {
        found.append(match)
        start = max(start + 1, match.count?.upperBound ?? match.year?.upperBound ?? start + 1)
      } else {
        start += 1
      }
    }
    return found
  }

  private init(pieces: [Piece]) {
    self.pieces = pieces
  }

  private func match(
    _ scalars: [Unicode.Scalar], at start: Int, piece index: Int, _ found: Match, failures: inout Set<Int>
  ) -> Match? {
    guard index < pieces.count else { return start == scalars.count ? found : nil }
    let state = index * (scalars.count + 1) + start
    guard !failures.contains(state) else { return nil }
    var result: Match?
    switch pieces[index] {
    case .text(let text):
      if scalars[start...].starts(with: text) {
        result = match(scalars, at: start + text.count, piece: index + 1, found, failures: &failures)
      }
    case .year:
      if let end = Self.year(in: scalars, at: start) {
        var found = found
        found.year = start..<end
        result = match(scalars, at: end, piece: index + 1, found, failures: &failures)
      }
    case .count:
      let end = start + scalars[start...].prefix { $0.properties.numericType == .decimal && $0.isASCII }.count
      if end > start {
        var found = found
        found.count = start..<end
        result = match(scalars, at: end, piece: index + 1, found, failures: &failures)
      }
    case .any, .agency:
      let isName = pieces[index] == .agency
      var end = isName ? start + 1 : start
      while result == nil, end <= scalars.count {
        var found = found
        if isName { found.agency = start..<end }
        result = match(scalars, at: end, piece: index + 1, found, failures: &failures)
        end += 1
      }
    }
    if result == nil { failures.insert(state) }
    return result
  }

  /// Where a year that begins here ends: four digits from 1900 to 2099 that no digit follows.
  private static func year(in scalars: [Unicode.Scalar], at start: Int) -> Int? {
    guard let year = Self.year(scalars[start...].prefix(4)), (1900...2099).contains(year) else { return nil }
    let end = start + 4
    return end < scalars.count && digit(scalars[end]) != nil ? nil : end
  }

  /// The number that four digits stand for.
  static func year(_ scalars: ArraySlice<Unicode.Scalar>) -> Int? {
    guard scalars.count == 4 else { return nil }
    var year = 0
    for scalar in scalars {
      guard let digit = digit(scalar) else { return nil }
      year = 10 * year + digit
    }
    return year
  }

  private static func digit(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar {
    case "0"..."9": Int(scalar.value) - 0x30
    case "〇", "○", "零", "Ｏ": 0
    case "一": 1
    case "二": 2
    case "三": 3
    case "四": 4
    case "五": 5
    case "六": 6
    case "七": 7
    case "八": 8
    case "九": 9
    default: nil
    }
  }
}
