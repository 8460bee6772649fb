/// Finds a set of words in text, in one pass and without decoding it.
struct TellingWords {
  /// The words by the first three bytes they begin with, folded to a slot of ``groups``; 0 for none.
  private let slots: [UInt8]
  private let groups: [[[UInt8]]]

  /// - Parameter words: each at least three bytes long.
  init(_ words: [String]) {
    var slots = [UInt8](repeating: 0, count: 1 << 13)
    var groups: [[[UInt8]]] = [[]]
    for word in words {
      let bytes = Array(word.utf8)
      let slot = TellingWords.slot(bytes[0], bytes[1], bytes[2])
      if slots[slot] == 0, groups.count < 255 {
        groups.append([])
        slots[slot] = UInt8(groups.count - 1)
      }
      groups[Int(slots[slot])].append(bytes)
    }
    self.slots = slots
    self.groups = groups
  }

  /// How many times words begin in a text.
  func count(in text: ArraySlice<UInt8>) -> Int {
    var count = 0
    for index in text.indices where isWord(at: index, in: text) { count += 1 }
    return count
  }

  /// Whether any of the words is in a text.
  func occur(in text: Span<UInt8>) -> Bool {
    var index = 0
    while index + 2 < text.count {
      let group = slots[TellingWords.slot(text[index], text[index + 1], text[index + 2])]
      if group != 0 {
        for word in groups[Int(group)] where TellingWords.stands(word, in: text, at: index) { return true }
      }
      index += 1
    }
    return false
  }

  private static func stands(_ word: [UInt8], in text: Span<UInt8>, at start: Int) -> Bool {
    start + word.count <= text.count && word.indices.allSatisfy { word[$0] == text[start + $0] }
  }

  /// Whether a text begins with one of the words.
  func begin(_ text: ArraySlice<UInt8>) -> Bool { isWord(at: text.startIndex, in: text) }

  private func isWord(at index: Int, in text: ArraySlice<UInt8>) -> Bool {
    guard index + 2 < text.endIndex else { return false }
    let group = slots[TellingWords.slot(text[index], text[index + 1], text[index + 2])]
    return group != 0 && groups[Int(group)].contains { text[index...].starts(with: $0) }
  }

  private static func slot(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Int {
    let mixed = UInt32(first) &* 31 &+ UInt32(second) &* 131 &+ UInt32(third) &* 1031
    return Int(mixed & 0x1FFF)
  }
}
