internal import CLibXML2

/// From the parser's interned pointers of a name and its namespace to the name's number.
///
/// libxml2 keeps every name once per parser (`xmlDict`), so equal names have equal pointers and one probe of a small
/// table tells a name. Text is compared only when a name is met for the first time.
@safe
struct XMLNameTable {
  private struct Slot {
    var local: UInt = 0
    var namespace: UInt = 0
    var number: UInt16 = 0
  }

  private let vocabulary: XMLVocabulary
  private let names: XMLVocabulary.Names

  /// Open addressing with linear probing; the count is a power of two and at least twice the names in it.
  private var slots = [Slot](repeating: Slot(), count: 256)
  private var used = 0

  /// Spellings of names outside of the vocabulary; their numbers follow those of the vocabulary.
  private var others: [String] = []

  init(_ names: XMLVocabulary.Names, of vocabulary: XMLVocabulary) {
    self.names = names
    self.vocabulary = vocabulary
  }

  func isKnown(_ number: UInt16) -> Bool {
    Int(number) < names.spellings.count
  }

  /// The name as `prefix:local` of the vocabulary.
  func spelling(_ number: UInt16) -> String {
    let index = Int(number)
    if index < names.spellings.count { return names.spellings[index] }
    let other = index - names.spellings.count
    return other < others.count ? others[other] : "?"
  }

  mutating func number(_ local: UnsafePointer<UInt8>, _ namespace: UnsafePointer<UInt8>?) -> UInt16 {
    let localKey = UInt(bitPattern: local)
    let namespaceKey = UInt(bitPattern: namespace)
    var index = slot(localKey, namespaceKey)
    while slots[index].local != 0 {
      if slots[index].local == localKey, slots[index].namespace == namespaceKey { return slots[index].number }
      index = (index + 1) & (slots.count - 1)
    }
    let spelling = unsafe vocabulary.spelling(
      local: String(cString: local), namespace: namespace.map { unsafe String(cString: $0) } ?? "")
    let number = names.numbers[spelling] ?? other(spelling)
    insert(Slot(local: localKey, namespace: namespaceKey, number: number))
    return number
  }

  /// A number for a name outside of the vocabulary; a file with thousands of such names gets one number for the rest.
  private mutating func other(_ spelling: String) -> UInt16 {
    if others.count < 4000 { others.append(spelling) }
    return UInt16(names.spellings.count + others.count - 1)
  }

  private mutating func insert(_ slot: Slot) {
    used += 1
    if used * 2 > slots.count {
      let old = slots
      slots = [Slot](repeating: Slot(), count: old.count * 2)
      for entry in old where entry.local != 0 { place(entry) }
    }
    place(slot)
  }

  private mutating func place(_ slot: Slot) {
    var index = self.slot(slot.local, slot.namespace)
    while slots[index].local != 0 { index = (index + 1) & (slots.count - 1) }
    slots[index] = slot
  }

  private func slot(_ local: UInt, _ namespace: UInt) -> Int {
    Int(truncatingIfNeeded: ((local ^ namespace &<< 7) &* 0x9E37_79B9_7F4A_7C15) &>> 40) & (slots.count - 1)
  }
}
