/// From the spelling of a name, as it stands in the document, to its number in the vocabulary.
///
/// A name is compared by two words of its first sixteen bytes, which most names are; text is looked up only when a name is
/// met for the first time. What a prefix stands for may change from element to element: a name counts as known only where its
/// prefix still stands for the same namespace.
struct XMLNameTable {
  /// A name of the document: `w:tbl`.
  struct Spelling: Equatable {
    /// The first eight bytes and the next eight, zeros behind the end.
    var low: UInt64
    var high: UInt64
    /// The bytes.
    var count: Int
  }

  private struct Entry {
    var spelling: Spelling
    var prefix: Int
    var namespace: Int
    var number: UInt16
    /// Where the bytes behind the first sixteen are among `tails`.
    var tail: Int
  }

  /// Where the number of a name is kept; `nil` where it could not be kept.
  typealias Index = Int32

  private let names: XMLVocabulary.Names

  /// Whether a name without prefix is in the default namespace, as those of elements are and those of attributes are not.
  private let hasDefault: Bool

  /// Open addressing with linear probing: indices of entries, -1 where free. The count is a power of two.
  private var slots = [Index](repeating: -1, count: 512)
  private var entries: [Entry] = []
  private var tails: [UInt8] = []

  /// A document with more names, or names made to collide, is read at the price of looking them up each time.
  private static let mostEntries = 4096
  private static let mostProbes = 64

  /// Spellings of names outside of the vocabulary; their numbers follow those of the vocabulary.
  private var others: [String] = []

  init(_ names: XMLVocabulary.Names, hasDefault: Bool) {
    self.names = names
    self.hasDefault = hasDefault
  }

  /// The name as `prefix:local` of the vocabulary.
  func spelling(_ number: UInt16) -> String {
    let index = Int(number)
    if index < names.spellings.count { return names.spellings[index] }
    let other = index - names.spellings.count
    return other < others.count ? others[other] : "?"
  }
}

extension XMLNameTable {
  /// The number of the name in a range of the input, and its entry where it has one.
  mutating func number(
    of range: Range<Int>, in bytes: XMLBytes, _ namespaces: inout XMLNamespaces
  ) -> (number: UInt16, entry: Index?) {
    let spelling = Spelling(range, in: bytes)
    var slot = spelling.hash & (slots.count - 1)
    for _ in 0..<Self.mostProbes {
      let index = Int(slots[slot])
      guard index >= 0 else { break }
      if entries[index].spelling == spelling, namespaces[entries[index].prefix] == entries[index].namespace,
        spelling.count <= 16 || hasTail(index, range, bytes)
      {
        return (entries[index].number, Index(index))
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return add(spelling, range, bytes, &namespaces)
  }

  /// Whether the name in a range of the input is that of an entry.
  func isName(_ index: Index, _ range: Range<Int>, in bytes: XMLBytes) -> Bool {
    let spelling = Spelling(range, in: bytes)
    return entries[Int(index)].spelling == spelling && (spelling.count <= 16 || hasTail(Int(index), range, bytes))
  }

  /// The length of the name of an entry, in bytes.
  func length(_ index: Index) -> Int { entries[Int(index)].spelling.count }

  private func hasTail(_ index: Int, _ range: Range<Int>, _ bytes: XMLBytes) -> Bool {
    unsafe bytes[(range.lowerBound + 16)..<range.upperBound].elementsEqual(
      tails[entries[index].tail..<(entries[index].tail + range.count - 16)])
  }
}

extension XMLNameTable {
  private mutating func add(
    _ spelling: Spelling, _ range: Range<Int>, _ bytes: XMLBytes, _ namespaces: inout XMLNamespaces
  ) -> (number: UInt16, entry: Index?) {
    let written = unsafe bytes[range]
    let colon = unsafe written.firstIndex(of: UInt8(ascii: ":"))
    let stated = colon.map { unsafe String(decoding: written[..<$0], as: UTF8.self) }
    let local = unsafe String(decoding: written[(colon.map { $0 + 1 } ?? 0)...], as: UTF8.self)
    let prefix = namespaces.prefix(stated ?? "")
    // A prefix that nothing declares is read as what it is mostly meant to be.
    let namespace = stated == nil && !hasDefault ? 0 : namespaces[prefix]
    let known =
      if let stated, namespace == 0 { stated + ":" + local } else {
        names.spelling(local: local, namespace: namespaces.name(of: namespace))
      }
    let number = names.numbers[known] ?? other(known)
    guard entries.count < Self.mostEntries else { return (number, nil) }
    if entries.count * 2 >= slots.count { grow() }
    let entry = Entry(
      spelling: spelling, prefix: prefix, namespace: namespaces[prefix], number: number, tail: tails.count)
    guard place(spelling, entries.count) else { return (number, nil) }
    entries.append(entry)
    if spelling.count > 16 { unsafe tails.append(contentsOf: written[16...]) }
    return (number, Index(entries.count - 1))
  }

  /// A number for a name outside of the vocabulary; a file with thousands of such names gets one number for the rest.
  private mutating func other(_ spelling: String) -> UInt16 {
    if others.count < 4000 { others.append(spelling) }
    return UInt16(names.spellings.count + others.count - 1)
  }

  /// Takes in the names of the vocabulary, as if a document had them whose prefixes are bound now.
  mutating func learn(_ namespaces: inout XMLNamespaces) {
    for spelling in names.spellings {
      let count = spelling.utf8.count
      let written = Array(spelling.utf8) + [UInt8](repeating: 0, count: XMLBytes.padding)
      unsafe written.withUnsafeBufferPointer { written in
        guard let start = written.baseAddress else { return }
        _ = number(of: 0..<count, in: unsafe XMLBytes(start, count: count), &namespaces)
      }
    }
  }

  private mutating func grow() {
    slots = [Index](repeating: -1, count: slots.count * 2)
    for index in entries.indices { _ = place(entries[index].spelling, index) }
  }

  /// - Returns: whether a free slot was near enough.
  private mutating func place(_ spelling: Spelling, _ index: Int) -> Bool {
    var slot = spelling.hash & (slots.count - 1)
    for _ in 0..<Self.mostProbes {
      if slots[slot] < 0 {
        slots[slot] = Index(index)
        return true
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return false
  }
}

extension XMLNameTable.Spelling {
  @inline(__always)
  init(_ range: Range<Int>, in bytes: XMLBytes) {
    count = range.count
    low = bytes.word(at: range.lowerBound)
    if count < 8 {
      low &= (1 << UInt64(8 * count)) - 1
      high = 0
    } else {
      high = bytes.word(at: range.lowerBound + 8)
      if count < 16 { high &= (1 << UInt64(8 * (count - 8))) - 1 }
    }
  }

  var hash: Int {
    Int(truncatingIfNeeded: ((low ^ high &* 0x9E37_79B9_7F4A_7C15 ^ UInt64(count)) &* 0xD6E8_FEB8_6659_FD93) &>> 32)
  }
}
