internal import ConverterCore

/// The column that the lines of a zone fill: where they begin and how far they may reach.
///
/// Columns of right-to-left scripts are looked at in a mirror, so that lines begin at the left in all of them.
struct TextColumn {
  /// The extent in points of all lines.
  let reach: Interval

  /// Where a full line ends. Mostly that is the end of the longest line; lines that are all short, each for itself, end where
  /// the page leaves them room.
  private let end: Double

  /// How far the lines could reach; `nil` where that is not known.
  let room: Interval?

  /// The boxes of pictures and the like beside which lines end.
  private let besides: [Rectangle]

  /// Whether the lines end flush at the right and begin anywhere, as a date and a number beside a letterhead: no prose is set
  /// like that, so that each line stands for itself.
  let isFlushRight: Bool

  /// Whether most words are of scripts that are written from right to left.
  let isRightToLeft: Bool

  /// - Parameters:
  ///   - lines: the lines of the column, at least one.
  ///   - room: how far the lines could reach before something else or the margin; `nil` where that is not known.
  ///   - besides: the boxes of pictures and the like beside which lines end.
  ///   - text: the text of the lines' words.
  ///   - tolerances: the constants of the analysis.
  init(_ lines: [TextLine], room: Interval?, besides: [Rectangle], text: PageText, tolerances: Tolerances) {
    let reach = lines.across
    let turned = lines.reduce(0) { $0 + $1.words.count { text.words[$0].traits.contains(.rightToLeft) } }
    let latin = lines.reduce(0) { $0 + $1.words.count { text.words[$0].traits.contains(.letter) } }
    self.reach = reach
    self.room = room
    self.besides = besides.filter { $0.x0 > reach.start && $0.x0 < reach.end }
    isRightToLeft = turned > latin
    isFlushRight =
      turned <= latin && lines.count > 2
      && lines.allSatisfy { reach.end - $0.box.x1 < tolerances.text.lineEndRoom * $0.size }
      && zip(lines, lines.dropFirst()).allSatisfy {
        abs($0.box.x0 - $1.box.x0) > tolerances.text.lineEndRoom * $0.size
      }
    if let room, !isRightToLeft, Self.isList(lines, within: reach, room: room, text: text, tolerances: tolerances) {
      end = max(reach.end, room.end)
    } else {
      end = reach.end
    }
  }

  /// Whether the lines are short ones, each for itself, rather than prose that a narrow column has broken: most leave much of
  /// the longest free, and none goes on with a small letter.
  private static func isList(
    _ lines: [TextLine], within reach: Interval, room: Interval, text: PageText, tolerances: Tolerances
  ) -> Bool {
    let size = lines.map(\.size).sorted()[lines.count / 2]
    guard lines.count > 1, reach.length < tolerances.text.listShare * room.length,
      room.end - reach.end > tolerances.text.listRoom * size
    else { return false }
    var open = 0
    var hasIdeographs = false
    var full = 0
    for line in lines {
      guard let word = line.words.first.map({ text.words[$0] }), let last = line.words.last else { continue }
      if word.traits.contains(.lowercaseStart) { return false }
      let isWide = word.traits.contains(.wideStart) || text.words[last].traits.contains(.wideEnd)
      hasIdeographs = hasIdeographs || isWide
      let isFull =
        isWide
        ? reach.end - line.box.x1 < tolerances.text.wideIndent * size
        : line.box.x1 - reach.start > tolerances.text.listFill * reach.length
      // What ends a sentence may end a paragraph, and leaves room in prose too.
      if isFull || !SentenceEnd.stands(atEndOf: text.string(ofLine: [last])) { open += 1 }
      if isFull { full += 1 }
    }
    // The longest line fills its own width. CJK text breaks anywhere, so that its lines are full more often.
    return 2 * (full - 1) < (hasIdeographs ? open - 1 : open)
  }

  /// Where a line would end were it full: at the end of the column, or before a picture or box beside it.
  func end(of line: TextLine, tolerances: Tolerances) -> Double {
    let margin = tolerances.text.boxMargin * line.size
    return besides.reduce(end) { end, box in
      let isBeside = box.x0 >= line.box.x1 && box.y0 < line.box.y1 + line.size && box.y1 > line.box.y0 - line.size
      return isBeside ? min(end, box.x0 - margin) : end
    }
  }

  /// The first words of a line in the order of reading, from left to right as seen.
  func first(_ count: Int, of line: TextLine) -> ArraySlice<Int> {
    isRightToLeft ? line.words.suffix(count) : line.words.prefix(count)
  }

  /// The word that ends a line in the order of reading.
  func last(of line: TextLine) -> ArraySlice<Int> {
    isRightToLeft ? line.words.prefix(1) : line.words.suffix(1)
  }

  /// A line as the mirror shows it within the column: its box alone changes.
  func mirrored(_ line: TextLine) -> TextLine {
    var line = line
    (line.box.x0, line.box.x1) = (reach.start + reach.end - line.box.x1, reach.start + reach.end - line.box.x0)
    return line
  }

  /// Whether a line far to the right ends there: sender and date at the end of official documents (GB/T 9704, 7.3.5) stand
  /// flush right or around a middle of their own, each in its line, and what follows begins anew at the left.
  ///
  ///     │                   Water Office │
  ///     │                   3 March 2024 │
  ///     │   (to be published)            │
  func isClosing(_ upper: TextLine, before lower: TextLine, tolerances: Tolerances) -> Bool {
    let shift = upper.box.x0 - lower.box.x0
    if upper.box.x0 - reach.start > tolerances.text.closingStart * reach.length {
      let isFar = lower.box.x0 - reach.start > tolerances.text.closingStart * reach.length
      return !isFar || abs(shift) > tolerances.text.lineEndRoom * upper.size
    }
    return false
  }
}
