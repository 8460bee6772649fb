internal import ConverterCore
internal import FoundationEssentials

/// Reads the text between tables: headings, paragraphs, list items, page numbers.
struct ProseReader {
  let text: TextLines
  /// How lines relate to paragraphs, found out once for the whole text.
  let wrap: WrapStyle
  /// Whether nothing stands before the first line.
  let isFirst: Bool
  /// What headings and lists go on from.
  var outline: Outline
  /// How many blocks of code stand above the line that is read next.
  private var fencesAbove = 0

  /// - Parameter outline: what stands before the text; `nil` where it begins here.
  init(_ text: TextLines, wrap: WrapStyle, behind outline: Outline? = nil) {
    self.text = text
    self.wrap = wrap
    isFirst = outline == nil
    self.outline = outline ?? Outline()
  }

  /// What headings and lists go on from.
  struct Outline {
    var lists = ListLevels()
    /// The number of the last Chinese heading of the first level, by which rows of tables and headings are told apart.
    var lastSection = 0
  }

  /// Appends the blocks of a range of lines, in order.
  ///
  /// - Parameter end: the line before which to stop; the lines behind it are only looked at.
  mutating func append(_ lines: Range<Int>, before end: Int = .max, to blocks: inout [Block]) {
    var index = lines.lowerBound
    let end = min(end, lines.upperBound)
    while index < end {
      if let code = fence(from: index) {
        blocks.append(.paragraph(Paragraph(text: code.text, isCode: true, origin: origin(code.lines))))
        index = code.lines.upperBound
        continue
      }
      if text[index].isBlank || isSeparator(index) {
        index += 1
        continue
      }
      let limit = fencesAbove < text.fences.count ? text.fences[fencesAbove].lowerBound : text.count
      let bound = max(index + 1, min(limit, end))
      let next = (index + 1..<bound).first { isBreak($0) } ?? bound
      append(group: index..<next, of: lines, to: &blocks)
      index = next
    }
  }

  /// The block of code that begins at a line, with its lines and indentation as they are, without its fences.
  private mutating func fence(from index: Int) -> (text: String, lines: Range<Int>)? {
    while fencesAbove < text.fences.count, text.fences[fencesAbove].lowerBound < index { fencesAbove += 1 }
    guard fencesAbove < text.fences.count, text.fences[fencesAbove].lowerBound == index else { return nil }
    let lines = text.fences[fencesAbove]
    return (lines.dropFirst().dropLast().map(verbatimLine).joined(separator: "\n"), lines)
  }

  private func isBreak(_ index: Int) -> Bool {
    !text[index].traits.isDisjoint(with: [.blank, .pageBreak]) || isSeparator(index)
  }

  /// Whether a line is a rule that parts what stands above and below; rules with corners or bars are pieces of drawings.
  private func isSeparator(_ index: Int) -> Bool {
    text[index].traits.contains(.rule) && !text[index].traits.contains(.box)
      && !text.text(index).utf8.contains { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "|") }
  }

  /// Lines without a blank one between them.
  private mutating func append(group: Range<Int>, of lines: Range<Int>, to blocks: inout [Block]) {
    if let verbatim = verbatim(group) { return blocks.append(verbatim) }
    var index = group.lowerBound
    while index < group.upperBound {
      let line = text.text(index)
      let number = text.mayBeNumbered(index) ? OutlineNumber(line) : nil
      if let heading = heading(line, number, index, group, lines) {
        outline.lists = ListLevels()
        blocks.append(.heading(heading))
        index += 1
      } else if let pageNumber = pageNumber(line, index) {
        blocks.append(pageNumber)
        index += 1
      } else {
        let end = paragraphEnd(index, group)
        blocks.append(paragraph(line, number, index..<end))
        index = end
      }
    }
  }

  /// Behind the last line that a paragraph goes on to.
  private func paragraphEnd(_ start: Int, _ group: Range<Int>) -> Int {
    var end = start + 1
    while end < group.upperBound, wrap.joins(end - 1, in: text), text.number(end) == nil { end += 1 }
    return end
  }

  private mutating func paragraph(_ first: String, _ number: OutlineNumber?, _ lines: Range<Int>) -> Block {
    let origin = origin(lines)
    if let number, let level = outline.lists.level(of: number, indent: indent(lines.lowerBound)) {
      return .listItem(
        ListItem(label: number.label, level: level, text: joined(number.text, lines.dropFirst()), origin: origin))
    }
    return .paragraph(Paragraph(text: joined(first, lines.dropFirst()), origin: origin))
  }

  private func joined(_ first: String, _ rest: Range<Int>) -> String {
    var joined = first
    for index in rest { TextJoining.append(line: text.text(index), to: &joined) }
    return joined
  }

  /// Where lines stand, their numbers counted from 1.
  func origin(_ lines: Range<Int>, _ evidence: Evidence = .stated) -> Origin {
    Origin(.lines((lines.lowerBound + 1)...max(lines.lowerBound + 1, lines.upperBound)), evidence)
  }

  private func indent(_ index: Int) -> Int {
    let line = text[index]
    return text.trimmed(line.bytes).lowerBound - line.start
  }
}
