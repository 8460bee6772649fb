internal import ConverterCore

/// How title, agency and year of a report are found.
struct Identification: Sendable {
  /// Over how many lines a title may run.
  var titleLineCount = 3

  /// What titles look like; the first pattern that fits any lines decides, so the more telling ones come first.
  var titles: [TitlePattern] = []

  /// How the text states the reported year where the title does not, such as `*统计期限自{year}年1月1日*`.
  var periods: [TitlePattern] = []

  /// Characters that no agency's name contains: they end a name found in running text.
  var nameBreaks: Set<Unicode.Scalar> = []
}

/// What was found out about a report as a whole.
package struct ReportIdentity: Hashable, Sendable {
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

  /// Bytes of UTF-8 beyond which a line is running text and no title: 80 Chinese characters, 240 Latin ones.
  private static let longestTitle = 240

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
    let lines = texts.flatMap { $0.split(separator: "\n").map(String.init) }.filter { !folding.key($0).isEmpty }
    let head = Array(lines.prefix(Self.headCount))
    for pattern in titles {
      for count in 1...max(1, titleLineCount) {
        for start in head.indices where start + count <= head.count {
          let joined = Self.joined(head[start..<(start + count)])
          if let found = identity(of: joined, by: pattern, folding: folding) { return found }
        }
      }
    }
    guard let stated else { return ReportIdentity() }
    return titles.lazy.compactMap { identity(of: stated, by: $0, folding: folding) }.first ?? ReportIdentity()
  }

  private func identity(of line: String, by pattern: TitlePattern, folding: LabelFolding) -> ReportIdentity? {
    guard line.utf8.count <= Self.longestTitle else { return nil }
    let scalars = Array(line.unicodeScalars)
    let (key, offsets) = folding.alignedKey(line)
    guard let match = pattern.match(key) else { return nil }
    var identity = ReportIdentity(title: line)
    if let agency = match.agency, let first = agency.first, let last = agency.last {
      let printed = String(String.UnicodeScalarView(scalars[offsets[first]...offsets[last]]))
      identity.agency = printed
      identity.agencyPrinted = printed
    }
    identity.year = match.year.flatMap { TitlePattern.year(key.scalars[$0]) }
    return identity
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

  private static func joined(_ lines: ArraySlice<String>) -> String {
    lines.dropFirst().reduce(trimmed(lines.first ?? "")) { TextJoining.lines($0, trimmed($1)) }
  }

  private static func trimmed(_ text: String) -> String {
    let scalars = text.unicodeScalars.drop { $0.properties.isWhitespace }
    let end = scalars.lastIndex { !$0.properties.isWhitespace }.map(scalars.index(after:)) ?? scalars.startIndex
    return String(scalars[..<end])
  }
}

extension Identification {
  /// A longer name in the text of which the printed one is an abbreviation: 砚坪新区审计局 for 砚坪审计局.
  ///
  /// A name counts where it begins a clause (at its start, or behind a year), contains all characters of the printed name in
  /// order, ends with the same one and holds no character that names do not have. The first one behind the title decides.
  private func fullName(of printed: String, in texts: [String], titled title: String) -> String? {
    let short = Array(printed.unicodeScalars.filter { !$0.properties.isWhitespace })
    guard short.count >= 3 else { return nil }
    for text in texts {
      let scalars = Array(text.unicodeScalars)
      guard scalars.count > short.count, !title.contains(Self.trimmed(text)) else { continue }
      for clause in clauses(of: scalars) {
        if let name = name(at: clause, abbreviatedAs: short) { return String(String.UnicodeScalarView(name)) }
      }
    }
    return nil
  }

  /// The text cut where a name can begin: behind punctuation, brackets, white space and years.
  private func clauses(of scalars: [Unicode.Scalar]) -> [ArraySlice<Unicode.Scalar>] {
    scalars.split { scalar in
      nameBreaks.contains(scalar) || scalar.properties.isWhitespace || ("0"..."9").contains(scalar) || scalar == "年"
        || !(scalar.properties.isAlphabetic || scalar.properties.isIdeographic)
    }
  }

  private func name(
    at clause: ArraySlice<Unicode.Scalar>, abbreviatedAs short: [Unicode.Scalar]
  ) -> ArraySlice<Unicode.Scalar>? {
    var next = 0
    for index in clause.indices.prefix(Self.longestName) {
      if clause[index] == short[next] { next += 1 }
      if next == short.count { return clause[...index] }
    }
    return nil
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
