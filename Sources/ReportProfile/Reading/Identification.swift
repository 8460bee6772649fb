internal import ConverterCore

/// How title, agency and year of a report are found.
struct Identification: Sendable {
  /// Over how many lines a title may run.
  var titleLineCount = 3

  /// What titles look like; the first pattern that fits any lines decides, so the more telling ones come first.
  var titles: [TitlePattern] = []

  /// The longest text of each pattern of a title, each once.
  var tellingTexts: [[Unicode.Scalar]] = []

  /// How the text states the reported year where the title does not, such as `*统计期限自{year}年1月1日*`.
  var periods: [TitlePattern] = []

  /// Characters that no agency's name contains: they end a name found in running text.
  var nameBreaks: [Unicode.Scalar] = []

  /// How names of agencies end, folded. A name behind the words of a title must end so; one before them may end in any way.
  var nameEnds: [[Unicode.Scalar]] = []

  /// How names of places end, folded: a line that ends so over the line of the agency belongs to its name.
  var placeEnds: [[Unicode.Scalar]] = []

  /// Words that end like names of places and are none, folded: 专区, 社区, 城乡.
  var notPlaces: [[Unicode.Scalar]] = []

  /// Words that may stand before or behind a name in a title and are no part of it, folded: 附件, 关于, 公示.
  var besideNames: [[Unicode.Scalar]] = []
}

/// What was found out about a report as a whole.
package struct ReportIdentity: Hashable, Codable, Sendable {
  /// The lines of the title joined.
  package var title: String?

  /// The agency by its full name, where the text gives one for the name in the title.
  package var agency: String?

  /// The agency as the title prints it.
  package var agencyPrinted: String?

  /// The year reported on, which is not the year of writing.
  package var year: Int?
}

extension Identification {
  /// Blocks from the start in which a title is looked for.
  private static let headCount = 8

  /// Scalars that an abbreviation leaves out at one place: 市场监督管理局 is 市监局. More are those of a sentence.
  private static let longestGap = 5

  /// Scalars that the name of a place may have on a line of its own.
  private static let longestPlace = 20

  /// Scalars that a full name may have.
  private static let longestName = 40

  func identify(_ document: Document, folding: LabelFolding) -> ReportIdentity {
    let texts = document.blocks.prefix { if case .table = $0 { false } else { true } }.compactMap(\.runningText)
    var identity = title(in: texts, or: document.metadata.title, folding: folding)
    if identity.year == nil { identity.year = period(in: document, folding: folding) }
    if let printed = identity.agencyPrinted {
      identity.agency = fullName(of: printed, in: texts, titled: identity.title ?? "") ?? printed
    }
    return identity
  }

  private func title(in texts: [String], or stated: String?, folding: LabelFolding) -> ReportIdentity {
    var head: [String] = []
    for text in texts.prefix(Self.headCount) where head.count < Self.headCount {
      for line in text.splitAtLineFeeds() where !line.allSatisfy(\.isWhitespace) {
        head.append(TextJoining.trimmed(String(line)))
      }
    }
    let keys = head.map { $0.utf8.count <= TitleLine.longest ? folding.key($0) : LabelKey(scalars: []) }
    var candidates: [(start: Int, line: TitleLine)] = []
    for count in 1...max(1, titleLineCount) {
      for start in head.indices where start + count <= head.count {
        let lines = head[start..<(start + count)]
        guard lines.reduce(0, { $0 + $1.utf8.count }) <= TitleLine.longest,
          mayBeTitle(folding.joined(keys[start..<(start + count)]))
        else { continue }
        if let line = TitleLine(Self.joined(lines), folding: folding) { candidates.append((start, line)) }
      }
    }
    for pattern in titles {
      for (start, line) in candidates {
        if let found = identity(line, by: pattern) {
          return withPlace(found, above: head[..<start], folding: folding).identity
        }
      }
    }
    guard let line = stated.flatMap({ TitleLine($0, folding: folding) }) else { return ReportIdentity() }
    return titles.lazy.compactMap({ identity(line, by: $0) }).first ?? ReportIdentity()
  }

  /// Whether the longest text of some pattern occurs in a folded line; most lines are refused by that.
  func mayBeTitle(_ key: LabelKey) -> Bool {
    tellingTexts.contains(where: key.contains)
  }

  /// What a title says; `nil` where the pattern does not fit, or what would be the name of the agency is none.
  func identity(_ line: TitleLine, by pattern: TitlePattern) -> ReportIdentity? {
    guard let match = pattern.match(line.key) else { return nil }
    var identity = ReportIdentity(title: line.text)
    if let range = match.agency {
      guard let name = name(in: line.key.scalars, range, isBehind: pattern.endsWithAgency) else { return nil }
      identity.agency = line.printed(name)
      identity.agencyPrinted = identity.agency
    }
    identity.year = match.year.flatMap { TitlePattern.year(line.key.scalars[$0]) }
    return identity
  }

  /// The part of a piece of a title that is the name of an agency: what stands beside names is taken off at both ends.
  private func name(in scalars: [Unicode.Scalar], _ range: Range<Int>, isBehind: Bool) -> Range<Int>? {
    var name = scalars[range]
    var count: Int
    repeat {
      count = name.count
      if let word = besideNames.first(where: { name.starts(with: $0) }) {
        name.removeFirst(word.count)
        // The number of an annex, and no year.
        let digits = name.prefix { $0.properties.numericType == .decimal }
        if digits.count <= 2 { name.removeFirst(digits.count) }
      }
      if let word = besideNames.first(where: { name.reversed().starts(with: $0.reversed()) }) {
        name.removeLast(word.count)
      }
      // A bracket that closes belongs to the name, and so does its partner before.
      while let first = name.first, !first.properties.isAlphabetic, first.properties.numericType == nil,
        first != "(" || besideNames.contains(where: { name.dropFirst().starts(with: $0) })
      {
        name.removeFirst()
      }
      while let last = name.last, !last.properties.isAlphabetic, last.properties.numericType == nil, last != ")" {
        name.removeLast()
      }
    } while name.count < count && !name.isEmpty
    guard name.contains(where: \.properties.isAlphabetic) else { return nil }
    if isBehind {
      let isName = name.allSatisfy { $0.properties.isAlphabetic || $0.properties.numericType != nil }
      guard isName, nameEnds.contains(where: { name.reversed().starts(with: $0.reversed()) }) else { return nil }
    }
    return name.indices
  }

  /// A title whose agency, which names no place, begins on the lines above: `云溪省砚坪市` over `档案局` over the rest.
  ///
  /// - Parameter above: the lines before the title.
  /// - Returns: what the title says with them, and how many they are.
  func withPlace(
    _ identity: ReportIdentity, above: ArraySlice<String>, folding: LabelFolding
  ) -> (identity: ReportIdentity, lineCount: Int) {
    var identity = identity
    var count = 0
    guard identity.agency.map({ !hasPlace(folding.key($0).scalars) }) == true else { return (identity, 0) }
    while count + 1 < titleLineCount, let line = above.dropLast(count).last, let agency = identity.agency,
      let title = identity.title, title.hasPrefix(agency), namesPlace(line, of: agency, folding: folding)
    {
      count += 1
      identity.title = line + title
      identity.agency = line + agency
      identity.agencyPrinted = identity.agency
    }
    return (identity, count)
  }

  /// Whether a line is the name of a place, and the name below does not begin with that place itself, as under the name of a site.
  private func namesPlace(_ line: String, of agency: String, folding: LabelFolding) -> Bool {
    let scalars = folding.key(line).scalars
    guard scalars.count <= Self.longestPlace, scalars.allSatisfy(\.properties.isAlphabetic),
      endsAsPlace(scalars[...])
    else { return false }
    return !besideNames.contains { scalars.firstIndex(of: $0) != nil }
      && !folding.key(agency).scalars.starts(with: scalars.prefix(2))
  }

  /// Whether a name begins with that of a place: 云溪县档案局, but not 城乡建设局.
  private func hasPlace(_ name: [Unicode.Scalar]) -> Bool {
    name.indices.dropFirst().contains { endsAsPlace(name[...$0]) }
  }

  /// Whether scalars end as the name of a place, of two at least before the word for its kind.
  private func endsAsPlace(_ name: ArraySlice<Unicode.Scalar>) -> Bool {
    func ends(with word: [Unicode.Scalar]) -> Bool { name.suffix(word.count).elementsEqual(word) }
    return placeEnds.contains { name.count > $0.count + 1 && ends(with: $0) } && !notPlaces.contains(where: ends)
  }

  /// The year of the first statement of a period in the text.
  private func period(in document: Document, folding: LabelFolding) -> Int? {
    guard !periods.isEmpty else { return nil }
    for text in document.blocks.lazy.compactMap(\.runningText) {
      let key = folding.key(text)
      for pattern in periods {
        if let year = pattern.match(key)?.year { return TitlePattern.year(key.scalars[year]) }
      }
    }
    return nil
  }

  static func joined(_ lines: ArraySlice<String>) -> String {
    lines.dropFirst().reduce(lines.first ?? "") { TextJoining.lines($0, $1) }
  }
}

extension Identification {
  /// A longer name in the text of which the printed one is an abbreviation: 砚坪新区审计局 for 砚坪审计局.
  ///
  /// A name counts where it begins a clause (at its start, or behind a year), contains all characters of the printed name in
  /// order with few others between two of them, ends with the same one and holds no character that names do not have. The first one
  /// behind the title decides.
  private func fullName(of printed: String, in texts: [String], titled title: String) -> String? {
    let short = Array(printed.unicodeScalars.filter { !$0.properties.isWhitespace })
    guard short.count >= 3 else { return nil }
    for text in texts where !isPart(text, of: title) {
      if let name = name(in: text, abbreviatedAs: short) { return name }
    }
    return nil
  }

  private func isPart(_ text: String, of title: String) -> Bool {
    guard text.utf8.count <= title.utf8.count else { return false }
    let piece = Array(TextJoining.trimmed(text).utf8)
    let whole = Array(title.utf8)
    return piece.count <= whole.count
      && (0...(whole.count - piece.count)).contains { whole[$0..<($0 + piece.count)].elementsEqual(piece) }
  }

  /// Goes over the text once; whatever can be no part of a name (punctuation, white space, digits, 年, characters said to break
  /// names) begins a new clause.
  private func name(in text: String, abbreviatedAs short: [Unicode.Scalar]) -> String? {
    guard text.utf8.span.holds(short) else { return nil }
    let scalars = text.unicodeScalars
    var start = scalars.startIndex
    // Of the clause so far: how many scalars it has, how many of the name are found in it, and how many others stand since the last.
    var (length, found, gap) = (0, 0, 0)
    for index in scalars.indices {
      let scalar = scalars[index]
      guard isPartOfName(scalar) else {
        start = scalars.index(after: index)
        (length, found, gap) = (0, 0, 0)
        continue
      }
      guard length < Self.longestName else { continue }
      length += 1
      guard scalar == short[found] else {
        gap += 1
        if found > 0, gap > Self.longestGap { length = Self.longestName }
        continue
      }
      found += 1
      gap = 0
      if found == short.count { return String(scalars[start...index]) }
    }
    return nil
  }

  private func isPartOfName(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x4E00...0x9FFF: scalar != "年" && !nameBreaks.contains(scalar)
    case 0x41...0x5A, 0x61...0x7A, 0x3400...0x4DBF, 0x20000...0x3FFFD: true
    default: false
    }
  }
}

/// Lines that may be a title, folded once for all patterns.
struct TitleLine {
  let text: String
  let key: LabelKey
  private let scalars: [Unicode.Scalar]
  private let offsets: [Int]

  /// Bytes of UTF-8 beyond which a line is running text and no title: 80 Chinese characters, 240 Latin ones.
  static let longest = 240

  init?(_ text: String, folding: LabelFolding) {
    guard text.utf8.count <= Self.longest else { return nil }
    self.text = text
    scalars = Array(text.unicodeScalars)
    (key, offsets) = folding.alignedKey(text)
  }

  /// The text of scalars of the key as it is printed.
  func printed(_ range: Range<Int>) -> String {
    guard let first = range.first, let last = range.last, offsets.indices.contains(last) else { return "" }
    return String(String.UnicodeScalarView(scalars[offsets[first]...offsets[last]]))
  }
}

extension Span<UInt8> {
  /// Whether scalars occur in the UTF-8 of a text in this order; most texts are refused by the first one.
  fileprivate func holds(_ scalars: [Unicode.Scalar]) -> Bool {
    var index = 0
    for scalar in scalars {
      let piece = Array(String(scalar).utf8)
      while index < count, self[index] != piece[0] || !holds(piece, at: index) { index += 1 }
      guard index < count else { return false }
      index += piece.count
    }
    return true
  }

  private func holds(_ piece: [UInt8], at start: Int) -> Bool {
    piece.count <= count - start && piece.indices.allSatisfy { self[start + $0] == piece[$0] }
  }
}

extension Block {
  /// The text of a block that is no table and stands in the main flow, with its label; `nil` for others.
  var runningText: String? {
    switch self {
    case .heading(let heading): heading.label.map { TextJoining.label($0, heading.text) } ?? heading.text
    case .paragraph(let paragraph): paragraph.text
    case .listItem(let item): item.label.map { TextJoining.label($0, item.text) } ?? item.text
    case .table, .figure, .aside: nil
    }
  }
}
