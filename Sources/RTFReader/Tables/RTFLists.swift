internal import ConverterCore

/// The lists of a document and the uses that paragraphs make of them, as the groups `\listtable` and `\listoverridetable` build them
/// up; then counts the paragraphs.
struct RTFLists: Sendable {
  /// What a group within the tables describes.
  private enum Part {
    case list, level, use, change, other
  }

  private var lists: [Int: [ListLevel]] = [:]
  private var uses: [Int: ListUse] = [:]
  private var counters = ListCounters()

  /// What paragraphs carry themselves, in order of the file.
  private var numberings: [ParagraphNumbering] = []
  /// Of the text and of each note, box or header that is open in it: they do not interrupt each other's rows.
  private var numberedParagraphs = [NumberedParagraphs()]

  /// The groups that are open.
  private var parts: [Part] = []

  /// What is being described.
  private var identifier = 0
  private var levels: [ListLevel] = []
  private var level = RTFLists.newLevel(0)
  private var pattern = ""
  private var patternText = TextCollector()
  private var isPatternBegun = false
  private var useNumber = 0
  private var changes: [Change] = []
  private var changesStart = false

  /// A change of one level; the position among the changes is the level's number.
  private struct Change {
    var start: Int?
    var level: ListLevel?
  }

  private static func newLevel(_ number: Int) -> ListLevel {
    ListLevel(format: 0, start: 1, pattern: [], restartLimit: number)
  }
}

extension RTFLists {
  mutating func openGroup() {
    parts.append(.other)
  }

  /// Takes a word of the tables; some say what their group describes.
  mutating func apply(_ word: ControlWord, _ number: Int) {
    switch word {
    case .list:
      begin(.list)
      levels = []
    case .listlevel:
      begin(.level)
      level = RTFLists.newLevel(parts.contains(.change) ? max(0, changes.count - 1) : levels.count)
    case .listid: identifier = number
    case .listoverride:
      begin(.use)
      changes = []
    case .lfolevel:
      begin(.change)
      changes.append(Change())
      changesStart = false
    case .listoverridestartat: changesStart = true
    case .levelnfc, .levelnfcn: level.format = number
    case .levelstartat:
      level.start = number
      // Without `\listoverrideformat` the number stands in the change itself.
      if parts.last == .change, changesStart, !changes.isEmpty { changes[changes.count - 1].start = number }
    case .levelnorestart: if number != 0 { level.restartLimit = 0 }
    case .levellegal: level.isLegal = number != 0
    case .leveltext:
      pattern = ""
      isPatternBegun = false
    default: break
    }
  }

  mutating func setOverrideNumber(_ number: Int) {
    useNumber = number
  }

  private mutating func begin(_ part: Part) {
    if !parts.isEmpty { parts[parts.count - 1] = part }
  }

  mutating func closeGroup() {
    switch parts.popLast() {
    case .level where parts.contains(.change):
      // A use within the level has begun changes of its own.
      guard let last = changes.indices.last else { break }
      if changesStart { changes[last].start = level.start }
      changes[last].level = level
    case .level: if levels.count < 9 { levels.append(level) }
    case .list: lists[identifier] = levels
    case .use: endUse()
    default: break
    }
  }

  private mutating func endUse() {
    guard let levels = lists[identifier] else { return }
    var use = ListUse(list: identifier, levels: levels, starts: changes.map(\.start))
    for (index, change) in changes.enumerated() where use.levels.indices.contains(index) {
      if let level = change.level { use.levels[index] = level }
    }
    uses[useNumber] = use
  }
}

extension RTFLists {
  /// Takes a byte of a pattern: the first is its length, those below 9 are numbers of levels.
  mutating func append(_ byte: UInt8, in set: CharacterSet) {
    guard byte < 0x20 else { return patternText.append(byte, in: set) }
    guard isPatternBegun else {
      isPatternBegun = true
      return
    }
    pattern += patternText.take()
    pattern.unicodeScalars.append(Unicode.Scalar(byte))
  }

  mutating func append(unit: UInt16) {
    patternText.append(unit: unit)
  }

  /// Ends the pattern of a level; it ends with a semicolon that is not part of it.
  mutating func endLevelText() {
    pattern += patternText.take()
    if pattern.hasSuffix(";") { pattern.removeLast() }
    level.pattern = ListLevel.parts(of: pattern)
    parts.removeLast(parts.isEmpty ? 0 : 1)
  }
}

extension RTFLists {
  /// Takes a numbering that paragraphs carry themselves.
  ///
  /// - Returns: its number, counted from 1.
  mutating func add(_ numbering: ParagraphNumbering) -> Int {
    if numberings.last != numbering { numberings.append(numbering) }
    return numberings.count
  }

  /// Begins a text apart from the one around it.
  mutating func beginText() { numberedParagraphs.append(NumberedParagraphs()) }

  /// Goes on in the text around.
  mutating func endText() {
    if numberedParagraphs.count > 1 { numberedParagraphs.removeLast() }
  }

  /// A paragraph's place in a list, which is counted; `nil` where it is in none.
  ///
  /// - Parameter statedLabel: the label that the writer computed. It holds where there is one: LibreOffice, for one, writes
  ///   `?` for characters beyond ASCII in the patterns of levels, but not there.
  mutating func place(_ paragraph: ParagraphState, statedLabel: String) -> FlowParagraph.ListPlace? {
    let stated = ListLevel.label(statedLabel)
    if uses[paragraph.list] == nil, paragraph.numbering > 0, paragraph.numbering <= numberings.count {
      let place = numberedParagraphs[numberedParagraphs.count - 1].place(numberings[paragraph.numbering - 1])
      return FlowParagraph.ListPlace(label: stated.isEmpty ? place.label : stated, level: place.level)
    }
    numberedParagraphs[numberedParagraphs.count - 1].takeOther(isInTable: paragraph.depth > 0)
    guard let use = uses[paragraph.list] else {
      guard paragraph.list > 0 || !stated.isEmpty else { return nil }
      return FlowParagraph.ListPlace(label: stated.isEmpty ? nil : stated, level: paragraph.listLevel)
    }
    let label = counters.label(of: use, number: paragraph.list, level: paragraph.listLevel)
    return FlowParagraph.ListPlace(label: stated.isEmpty ? label : stated, level: paragraph.listLevel)
  }
}
