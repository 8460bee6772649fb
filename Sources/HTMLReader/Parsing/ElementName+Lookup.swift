extension ElementName {
  /// A name as the parser reads it: short enough names as a number, others as a hash.
  ///
  /// Up to eight ASCII letters in lower case fill the number exactly; longer names are mixed into it. Elements of unknown
  /// names are the same where their keys are.
  typealias Key = UInt64

  /// Adds a byte of a name, in lower case, to its key.
  @inline(__always)
  static func extend(_ key: inout Key, with byte: UInt8) {
    key = (key &<< 8 | key &>> 56) ^ UInt64(byte)
  }

  /// The key of a name in lower case.
  static func key(_ name: String) -> Key {
    var key: Key = 0
    for byte in name.utf8 { extend(&key, with: byte) }
    return key
  }

  /// The element of a name, `other` for unknown ones.
  static func named(_ key: Key) -> ElementName {
    var slot = Int(truncatingIfNeeded: mixed(key)) & (slotCount - 1)
    while let entry = slots[slot] {
      if entry.key == key { return entry.name }
      slot = (slot + 1) & (slotCount - 1)
    }
    return .other
  }

  private static let slotCount = 512

  /// Open addressing with less than a third of the places taken.
  private static let slots: [(key: Key, name: ElementName)?] = {
    var slots: [(key: Key, name: ElementName)?] = Array(repeating: nil, count: slotCount)
    for name in allCases where name != .other && name != .text {
      let key = key(name.rawValue)
      var slot = Int(truncatingIfNeeded: mixed(key)) & (slotCount - 1)
      while slots[slot] != nil { slot = (slot + 1) & (slotCount - 1) }
      slots[slot] = (key, name)
    }
    return slots
  }()

  private static func mixed(_ key: Key) -> Key {
    let product = key &* 0x9E37_79B9_7F4A_7C15
    return product &>> 40
  }
}
