internal import ConverterCore

/// A numbering that a paragraph carries itself, as Word 6 and Word 95 write it (Rich Text Format 1.9.1, “Bullets and Numbering”).
///
///     {\*\pn\pnlvlbody\pndec\pnstart1{\pntxtb (}{\pntxta )}}   (1) (2) (3)
struct ParagraphNumbering: Hashable, Sendable {
  /// What the paragraph is numbered with.
  enum Kind: Hashable, Sendable {
    /// The paragraphs around it.
    case body
    /// The headings of a level, 0 for the outermost.
    case level(Int)
    /// The paragraphs around it, which it does not interrupt; it shows no number and does not count.
    case unnumbered
  }

  var kind = Kind.body

  /// The kind of number ([MS-OSHARED] 2.2.1.3 MSONFC).
  var format = 0
  var start = 1

  /// Whether the label begins with that of the level around it.
  var includesOuter = false

  /// The texts before and after the number; a bullet is the text before none.
  var before = ""
  var after = ""

  /// Applies a word of the group.
  mutating func apply(_ word: ControlWord, _ number: Int?) {
    switch word {
    case .pnlvl: kind = .level(max(0, min((number ?? 1) - 1, 8)))
    case .pnlvlbody: kind = .body
    case .pnlvlblt: (kind, format) = (.body, ParagraphNumbering.bullet)
    case .pnlvlcont: kind = .unnumbered
    case .pnstart: start = number ?? 1
    case .pnprev: includesOuter = true
    default: format = ParagraphNumbering.formats.first { $0.word == word }?.format ?? format
    }
  }

  /// The kind of number that is a bullet.
  fileprivate static let bullet = 23

  private static let formats: [(word: ControlWord, format: Int)] = [
    (.pndec, 0), (.pnucrm, 1), (.pnlcrm, 2), (.pnucltr, 3), (.pnlcltr, 4), (.pnord, 5), (.pncard, 6), (.pnordt, 7),
    (.pndbnum, 10), (.pndbnumd, 11), (.pnaiueo, 12), (.pniroha, 13), (.pndbnuml, 16), (.pndbnumk, 17), (.pncnum, 18),
    (.pndecd, 19), (.pnaiueod, 20), (.pnirohad, 21), (.pnganada, 24), (.pnchosung, 25), (.pngbnum, 26),
    (.pngbnumd, 27), (.pngbnuml, 28), (.pngbnumk, 29), (.pnzodiac, 30), (.pnzodiacd, 31), (.pnzodiacl, 32),
  ]
}

/// Counts the paragraphs that carry their numbering themselves.
///
/// Paragraphs of a body follow each other: one without a number ends their row, and the next begins anew; in tables the cells
/// between them do not. Headings are counted by level through the whole text.
struct NumberedParagraphs: Sendable {
  /// What was last said of each level of headings.
  private var levels = (0..<9).map { ListLevel(format: 0, start: 1, pattern: [.number(level: $0)], restartLimit: $0) }
  private var counters = ListCounters()

  /// The number of the row of body paragraphs that is open or comes next; 0 is the list of headings.
  private var row = 1
  private var isOpen = false

  /// The place of a paragraph, which is counted.
  mutating func place(_ numbering: ParagraphNumbering) -> FlowParagraph.ListPlace {
    switch numbering.kind {
    case .unnumbered:
      return FlowParagraph.ListPlace(label: nil, level: 0)
    case .body where numbering.format == ParagraphNumbering.bullet:
      // Bullets between numbers are none of them.
      let label = numbering.before + numbering.after
      return FlowParagraph.ListPlace(label: label.isEmpty ? nil : label, level: 0)
    case .body:
      isOpen = true
      let use = ListUse(list: row, levels: [numbering.listLevel(0, inside: [])])
      return FlowParagraph.ListPlace(label: counters.label(of: use, number: row, level: 0), level: 0)
    case .level(let level):
      levels[level] = numbering.listLevel(level, inside: level > 0 ? levels[level - 1].pattern : [])
      let use = ListUse(list: 0, levels: levels)
      return FlowParagraph.ListPlace(label: counters.label(of: use, number: 0, level: level), level: level)
    }
  }

  /// Takes a paragraph without a number.
  mutating func takeOther(isInTable: Bool) {
    guard isOpen, !isInTable else { return }
    isOpen = false
    row += 1
  }
}

extension ParagraphNumbering {
  /// The numbering as a level of a list.
  fileprivate func listLevel(_ level: Int, inside outer: [ListLevel.Part]) -> ListLevel {
    let own = ListLevel.parts(of: before) + [.number(level: level)] + ListLevel.parts(of: after)
    return ListLevel(format: format, start: start, pattern: (includesOuter ? outer : []) + own, restartLimit: level)
  }
}
