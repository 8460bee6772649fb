internal import ConverterCore
internal import FoundationEssentials

/// Tables of line printers: hyphens as level lines, colons or bars between the columns of the head and behind the labels, white
/// between the figures.
///
///     -------------------------------------------      columns: between the strokes of the head
///                :     Wheat      :    Barley
///       County   :-------------------------------      a level line below some columns makes storeys
///                :  2008 :  2009  :  2008 :  2009
///     -------------------------------------------
///                :        Acres        Bushels         no label: each unit stands over the columns of a group
///     Alder      :   310     305      142     150
///     -------------------------------------------
enum PrintedShape: Shape {
  static let strength = ShapeStrength.marked

  static func candidates(in text: TextLines, free: FreeLines) -> [ShapeCandidate] {
    var found: [ShapeCandidate] = []
    var index = 0
    var tries = 0
    while index < text.count {
      guard free[index], let rule = levelLine(text, index), let parts = parts(text, free, below: index, rule) else {
        index += 1
        continue
      }
      if let table = PrintedTable(head: parts.head, body: parts.body)?.table(text),
        let candidate = ShapeCandidate(index..<parts.end, table)
      {
        found.append(candidate)
        (index, tries) = (parts.end, 0)
      } else if tries < mostTries {
        // The level line may be that of a title above the head.
        (index, tries) = (parts.second, tries + 1)
      } else {
        // Logs have level lines everywhere; each line is looked at a few times only.
        (index, tries) = (parts.end, 0)
      }
    }
    return found
  }

  /// The columns of a line that is one run of hyphens or equal signs, as long as a table is wide; `nil` for other lines.
  private static func levelLine(_ text: TextLines, _ index: Int) -> Range<Int>? {
    let line = text[index]
    guard line.traits.contains(.rule), line.bytes.count <= PrintedLine.widest else { return nil }
    let range = text.trimmed(line.bytes)
    let bytes = text.utf8.span
    guard range.count >= shortestRule, range.allSatisfy({ bytes[$0] == 0x2D || bytes[$0] == 0x3D }) else { return nil }
    let start = range.lowerBound - line.start
    return start..<start + range.count
  }

  private static let shortestRule = 20
  /// Level lines inside of what is no table from which one may begin all the same.
  private static let mostTries = 2
  /// Lines that a head has at most.
  private static let mostHeadLines = 16
  /// Lines that a table has at most.
  private static let mostLines = 2000
  /// Columns by which level lines of one table differ at most.
  private static let ruleDrift = 3

  private struct Parts {
    var head: [PrintedLine]
    var body: [PrintedLine]
    /// The index of the level line below the head.
    var second: Int
    /// The index behind the last line.
    var end: Int
  }

  /// The lines of a head up to the next level line as long, which hold a stroke, and those of the rows up to the last such line.
  private static func parts(_ text: TextLines, _ free: FreeLines, below first: Int, _ rule: Range<Int>) -> Parts? {
    func isRule(_ index: Int) -> Bool {
      guard let other = levelLine(text, index) else { return false }
      return abs(other.lowerBound - rule.lowerBound) <= ruleDrift
        && abs(other.upperBound - rule.upperBound) <= ruleDrift
    }
    func mayBelong(_ index: Int) -> Bool {
      free[index] && text[index].bytes.count <= PrintedLine.widest && !text[index].traits.contains(.pageBreak)
        && text[index].traits.isDisjoint(with: [.innerTab, .leadingTab, .box])
    }
    let last = min(text.count, first + mostLines)
    let reach = first + 1..<min(last, first + 2 + mostHeadLines)
    guard let second = reach.first(where: { !mayBelong($0) || isRule($0) }), isRule(second), second > first + 1,
      (first + 1..<second).contains(where: { text[$0].traits.contains(.colon) || text[$0].traits.contains(.bar) })
    else { return nil }
    var end = second + 1
    var index = second + 1
    // Rows, and further ones below a level line right behind them; white ends the table, unless rows with strokes go on.
    while index < last, mayBelong(index) {
      if isRule(index) {
        end = index + 1
      } else if text[index].isBlank, end == index || end < index && text[index - 1].isBlank {
        break
      }
      index += 1
    }
    guard end > second + 1 else { return nil }
    return Parts(
      head: (first + 1..<second).map { PrintedLine(text, $0) },
      body: (second + 1..<end).filter { !text[$0].isBlank && !isRule($0) }.map { PrintedLine(text, $0) },
      second: second,
      end: end)
  }
}
