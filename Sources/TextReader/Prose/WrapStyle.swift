internal import ConverterCore
internal import FoundationEssentials

/// How the lines of a text relate to its paragraphs.
enum WrapStyle: Hashable, Sendable {
  /// Paragraphs were broken to lines of about this many columns.
  case wrapped(width: Int)
  /// Each line is a paragraph, or a line that stands for itself.
  case lines
}

extension WrapStyle {
  /// Finds out from pairs of lines that follow each other: where lines were broken to a width, most break inside a sentence, and the
  /// first word of the next line would not have fitted behind them.
  ///
  /// - Parameter ranges: the lines that are prose.
  init(_ text: TextLines, in ranges: [Range<Int>]) {
    let pairs = WrapStyle.pairs(text, ranges)
    let widths = pairs.map { text.width($0, atMost: WrapStyle.widest) }
    let sorted = widths.sorted()
    guard let width = sorted.dropLast(sorted.count / 20).last, WrapStyle.narrowest...WrapStyle.widest ~= width else {
      self = .lines
      return
    }
    let forced = zip(pairs, widths).count { index, own in
      !text.areRecords(index) && own + text.firstWordWidth(index + 1) > width - WrapStyle.tolerance
        && !ProseSigns.endsSentence(text.lastScalar(index))
    }
    self = forced * 2 >= pairs.count ? .wrapped(width: width) : .lines
  }

  /// Columns below which lines are short for another reason than a page's width.
  private static let narrowest = 40
  /// Columns above which nobody breaks lines.
  private static let widest = 140
  /// Columns by which breakers differ: closing punctuation that may hang over, a space at the end.
  private static let tolerance = 3
  /// More pairs than this say nothing new.
  private static let sampleSize = 1000

  /// Lines that are followed by another line of the same block, at even distances over the whole text.
  private static func pairs(_ text: TextLines, _ ranges: [Range<Int>]) -> [Int] {
    let total = ranges.reduce(0) { $0 + $1.count }
    let step = max(1, total / sampleSize)
    return ranges.flatMap { range in
      stride(from: range.lowerBound, to: range.upperBound - 1, by: step).filter { index in
        text[index].traits.isDisjoint(with: [.blank, .rule])
          && text[index + 1].traits.isDisjoint(with: [.blank, .rule, .pageBreak])
          && text.number(index + 1) == nil
      }
    }
  }
}

extension WrapStyle {
  /// Whether a line break inside a block only goes back to the width of the page.
  func joins(_ index: Int, in text: TextLines) -> Bool {
    guard case .wrapped(let width) = self else { return false }
    let own = text.width(index, atMost: WrapStyle.widest)
    return !text.areRecords(index) && own + text.firstWordWidth(index + 1) > width - WrapStyle.tolerance
      && own <= WrapStyle.widest
  }
}

extension TextLines {
  /// Whether a line and the next both begin with a digit, as lines of logs and lists do, or both have wide gaps, as lines of
  /// columns do; lines of broken paragraphs hardly ever.
  fileprivate func areRecords(_ index: Int) -> Bool {
    let bytes = utf8.span
    let startWithDigits = [index, index + 1].allSatisfy { line in
      let line = lines[line].bytes
      return !line.isEmpty && (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[line.lowerBound])
    }
    return startWithDigits || hasWideGap(index) && hasWideGap(index + 1)
  }

  /// Whether three columns of space, or a tab, stand between characters of a line: more than justified lines have between words.
  private func hasWideGap(_ index: Int) -> Bool {
    guard lines[index].traits.contains(.gap) else { return false }
    let bytes = utf8.span
    var spaces = 0
    for position in trimmed(lines[index].bytes, in: bytes) {
      switch bytes[position] {
      case 0x20: spaces += 1
      case 0x09: return true
      default: spaces = 0
      }
      if spaces == 3 { return true }
    }
    return false
  }

  /// The columns of the first word of a line and of the space before it: one character where lines may break at any.
  fileprivate func firstWordWidth(_ index: Int) -> Int {
    let bytes = utf8.span
    let line = trimmed(lines[index].bytes, in: bytes)
    var width = 0
    var position = line.lowerBound
    while position < line.upperBound, bytes[position] > 0x20 {
      let (scalar, next) = decoded(bytes, position)
      if scalar >= 0x1100, Unicode.Scalar(scalar).map(TextJoining.isWide) == true { return width == 0 ? 2 : width }
      width += 1
      position = next
    }
    return width + 1
  }
}
