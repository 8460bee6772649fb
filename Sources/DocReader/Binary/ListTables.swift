internal import Containers
internal import ConverterCore

/// The lists of a document and the uses that paragraphs make of them ([MS-DOC] 2.9.183 PlfLst, 2.9.182 PlfLfo).
struct ListTables: Sendable {
  /// The uses in order; paragraphs name them by numbers from 1 on.
  private let uses: [ListUse?]

  init(_ binary: WordBinary, _ fonts: FontTable) {
    let lists = ListTables.lists(binary, fonts)
    uses = ListTables.uses(binary, lists, fonts)
  }

  /// The use of a number; `nil` where the number means no list.
  subscript(number: Int) -> ListUse? {
    number > 0 && number <= uses.count ? uses[number - 1] : nil
  }

  /// The levels of each list by its identifier: all descriptions of lists (28 bytes each) stand before all their levels.
  private static func lists(_ binary: WordBinary, _ fonts: FontTable) -> [Int: [ListLevel]] {
    let table = binary.table
    let range = binary.range(of: .lists)
    guard let count = table.unsigned16(at: range.lowerBound), range.count > 2 else { return [:] }
    var lists: [Int: [ListLevel]] = [:]
    var offset = range.lowerBound + 2 + count * 28
    for index in 0..<min(count, maximumCount) {
      let description = range.lowerBound + 2 + index * 28
      guard let identifier = table.unsigned32(at: description), let flags = table.byte(at: description + 26) else {
        break
      }
      var levels: [ListLevel] = []
      // A simple list has one level.
      for level in 0..<(flags & 1 == 1 ? 1 : 9) {
        guard let (value, end) = ListLevel.read(table, at: offset, level: level, fonts) else { break }
        levels.append(value)
        offset = end
      }
      lists[identifier] = levels
    }
    return lists
  }

  /// The uses (16 bytes each), behind which stand their changes of levels.
  private static func uses(
    _ binary: WordBinary, _ lists: [Int: [ListLevel]], _ fonts: FontTable
  ) -> [ListUse?] {
    let table = binary.table
    let range = binary.range(of: .listOverrides)
    guard let count = table.unsigned32(at: range.lowerBound), range.count > 4 else { return [] }
    var uses: [ListUse?] = []
    var offset = range.lowerBound + 4 + min(count, maximumCount) * 16
    for index in 0..<min(count, maximumCount) {
      let description = range.lowerBound + 4 + index * 16
      guard description + 16 <= range.upperBound, let list = table.unsigned32(at: description),
        let changes = table.byte(at: description + 12)
      else { break }
      var use = lists[list].map { ListUse(list: list, levels: $0, starts: Array(repeating: nil, count: 9)) }
      // Before the changes stand four bytes without meaning.
      offset += 4
      for _ in 0..<changes {
        guard let (change, end) = LevelChange.read(table, at: offset, fonts) else { break }
        use?.apply(change)
        offset = end
      }
      uses.append(use)
    }
    return uses
  }
}

/// A change that a use makes to one level ([MS-DOC] 2.9.132 LFOLVL).
private struct LevelChange {
  var level: Int
  var start: Int?
  var replacement: ListLevel?

  static func read(_ table: [UInt8], at offset: Int, _ fonts: FontTable) -> (LevelChange, end: Int)? {
    guard let start = table.signed32(at: offset), let flags = table.unsigned32(at: offset + 4) else { return nil }
    var change = LevelChange(level: flags & 0xF, start: flags & 0x10 != 0 ? start : nil)
    guard flags & 0x20 != 0 else { return (change, offset + 8) }
    guard let (replacement, end) = ListLevel.read(table, at: offset + 8, level: change.level, fonts) else { return nil }
    change.replacement = replacement
    if change.start != nil { change.start = replacement.start }
    return (change, end)
  }
}

extension ListUse {
  fileprivate mutating func apply(_ change: LevelChange) {
    guard levels.indices.contains(change.level), starts.indices.contains(change.level) else { return }
    if let replacement = change.replacement { levels[change.level] = replacement }
    starts[change.level] = change.start
  }
}

extension ListLevel {
  /// Reads a level ([MS-DOC] 2.9.149 LVL): 28 bytes, two lists of changes of formatting, the pattern, in which the numbers of
  /// levels stand as characters below 9.
  fileprivate static func read(
    _ table: [UInt8], at offset: Int, level: Int, _ fonts: FontTable
  ) -> (ListLevel, end: Int)? {
    guard let start = table.signed32(at: offset), let format = table.byte(at: offset + 4),
      let flags = table.byte(at: offset + 5), let characters = table.byte(at: offset + 24),
      let paragraphs = table.byte(at: offset + 25), let limit = table.byte(at: offset + 26)
    else { return nil }
    let pattern = offset + 28 + characters + paragraphs
    guard let length = table.unsigned16(at: pattern), let text = table.utf16(at: pattern + 2, count: length) else {
      return nil
    }
    var formatting = CharacterProperties()
    let changes = (pattern - characters)..<min(pattern, table.count)
    formatting.apply(Modifiers(changes), of: table.span)
    let shown = formatting.font.flatMap { fonts[$0] }?.shown(text) ?? text
    let restartsLikeNone = flags & 0x08 != 0
    let value = ListLevel(
      format: format, start: start, pattern: ListLevel.parts(of: shown), isLegal: flags & 0x04 != 0,
      restartLimit: restartsLikeNone ? limit : level)
    return (value, pattern + 2 + length * 2)
  }
}

/// [MS-DOC] 2.9.183 PlfLst, cLst: more lists than that are a damaged count.
private let maximumCount = 0x7FFF
