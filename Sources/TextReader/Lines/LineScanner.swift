internal import Bytes

/// Collects the traits of the line under way.
struct LineScanner {
  private var traits: LineTraits = []
  /// Columns of white space since the last other character.
  private var spaces = 0
  /// Whether the line has anything but white space so far.
  private var hasInk = false
  /// Whether the line has anything but rule characters and white space so far.
  private var hasText = false
  /// How many rule characters the line has.
  private var ruleMarks = 0
  private var isFirst = true
  private var breaksPage = false

  private mutating func sawPlain() {
    ink()
    hasText = true
  }

  /// Takes most bytes of most texts, in which there is nothing to notice but that they are there: letters and digits, words parted
  /// by one space, runs of characters beyond ASCII.
  ///
  /// - Parameter range: begins with a plain byte.
  /// - Returns: the index behind the last byte taken.
  mutating func sawRun(_ bytes: Span<UInt8>, _ kinds: [ByteKind], _ range: Range<Int>) -> Int {
    sawPlain()
    var (seen, hasDigit) = (UInt8(0), false)
    var index = range.lowerBound
    let end = range.upperBound
    run: while index < end {
      if index + 8 <= end, case let count = wordsCount(bytes, index), count > 0 {
        index += count
        continue
      }
      let byte = bytes[index]
      switch kinds[Int(byte)] {
      case .plain:
        seen |= byte
        index += 1
        guard byte >= 0x80 else { continue }
        while index + 8 <= end {
          let count = plainWideCount(bytes, index)
          index += count
          if count < 8 { break }
        }
      case .digit:
        hasDigit = true
        index += 1
      case .space:
        guard index + 1 < end, kinds[Int(bytes[index + 1])] == .plain else { break run }
        index += 1
      case .lead:
        guard index + 2 < end, !LineScanner.isTelling(byte, bytes[index + 1], bytes[index + 2]) else { break run }
        seen |= byte
        index += 1
      case .tab, .end, .mark, .control: break run
      }
    }
    if hasDigit { traits.insert(.digit) }
    if seen >= 0x80 { traits.insert(.wide) }
    return index
  }

  /// Whether a sequence that begins with C2, E2, E3 or EF is white space, a mark or box drawing, or may be: see `lead`.
  private static func isTelling(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Bool {
    switch first {
    case 0xE3: second == 0x80 && third == 0x80
    case 0xEF: (second, third) == (0xBC, 0x9A) || (second, third) == (0xBD, 0x9C)
    case 0xE2: second == 0x80 && third <= 0x8A || second == 0x94 || second == 0x95
    default: true
    }
  }

  private mutating func ink() {
    if spaces > 1 && hasInk { traits.insert(.gap) }
    spaces = 0
    hasInk = true
    isFirst = false
  }

  private mutating func space(_ columns: Int) {
    if isFirst { traits.insert(.leadingSpace) }
    isFirst = false
    spaces += columns
  }

  mutating func breakPage() { breaksPage = true }

  /// Takes a byte that is not plain; returns how many more bytes were taken with it.
  mutating func saw(_ kind: ByteKind, _ byte: UInt8, _ bytes: borrowing Span<UInt8>, _ index: Int) -> Int {
    switch kind {
    case .digit:
      sawPlain()
      traits.insert(.digit)
    case .space: space(1)
    case .tab:
      if isFirst {
        traits.insert(.leadingTab)
        isFirst = false
      } else if hasInk {
        traits.insert(.innerTab)
      }
      spaces = 0
    case .mark: mark(byte)
    case .control: traits.insert(.control)
    case .lead: return lead(byte, bytes, index)
    case .plain, .end: break
    }
    return 0
  }

  private mutating func mark(_ byte: UInt8) {
    ink()
    switch byte {
    case UInt8(ascii: "|"): traits.insert(.bar)
    case UInt8(ascii: ":"): traits.insert(.colon)
    case UInt8(ascii: "="): traits.insert(.code)
    case UInt8(ascii: ","): noteText(.comma)
    case UInt8(ascii: ";"): noteText([.semicolon, .code])
    case UInt8(ascii: "\""): noteText(.quote)
    case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\\"),
      UInt8(ascii: "&"):
      noteText(.code)
    default: break
    }
    ruleMarks += 1
  }

  private mutating func noteText(_ trait: LineTraits) {
    traits.insert(trait)
    hasText = true
  }

  /// The first byte of a sequence among which white space, full-width marks and box drawing are.
  private mutating func lead(_ byte: UInt8, _ bytes: borrowing Span<UInt8>, _ index: Int) -> Int {
    let second = index + 1 < bytes.count ? bytes[index + 1] : 0
    let third = index + 2 < bytes.count ? bytes[index + 2] : 0
    traits.insert(.wide)
    switch (byte, second, third) {
    case (0xC2, 0xA0, _):
      space(1)
      return 1
    case (0xC2, 0x80..<0xA0, _):
      traits.insert(.control)
      return 1
    case (0xE3, 0x80, 0x80):
      space(2)
      return 2
    case (0xE2, 0x80, 0x80...0x8A):
      space(1)
      return 2
    case (0xE2, 0x94, _), (0xE2, 0x95, 0x80..<0xC0):
      ink()
      traits.insert(.box)
      // U+2502 and U+2503, U+2551: the vertical lines.
      if (second, third) == (0x94, 0x82) || (second, third) == (0x94, 0x83) || (second, third) == (0x95, 0x91) {
        traits.insert(.bar)
      }
      ruleMarks += 1
      return 2
    case (0xEF, 0xBC, 0x9A): traits.insert(.colon)
    case (0xEF, 0xBD, 0x9C): traits.insert(.bar)
    default: break
    }
    sawPlain()
    return 0
  }

  /// The traits of the line that ends here; the next one begins.
  mutating func finish() -> LineTraits {
    var result = traits
    if !hasInk { result.insert(.blank) }
    if hasInk && !hasText && ruleMarks > 1 { result.insert(.rule) }
    if breaksPage { result.insert(.pageBreak) }
    self = LineScanner()
    return result
  }
}

/// What a byte means to the scanner.
enum ByteKind: UInt8 {
  case plain, digit, space, tab, end, mark, lead, control
}

let byteKinds: [ByteKind] = (0..<256).map { byte in
  switch UInt8(byte) {
  case 0x20: .space
  case 0x09: .tab
  case 0x0A, 0x0B, 0x0C, 0x0D: .end
  case 0x30...0x39: .digit
  case UInt8(ascii: "|"), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\""), UInt8(ascii: ":"),
    UInt8(ascii: "-"), UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "_"), UInt8(ascii: "*"), UInt8(ascii: "~"),
    UInt8(ascii: "#"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "<"), UInt8(ascii: ">"),
    UInt8(ascii: "\\"), UInt8(ascii: "&"):
    .mark
  case 0..<0x20, 0x7F: .control
  case 0xC2, 0xE2, 0xE3, 0xEF: .lead
  default: .plain
  }
}

/// How many of the eight bytes from an index on come before the first that is ASCII or may begin a character that means
/// something to the scanner (C2, E2, E3, EF).
///
/// - Precondition: eight bytes are left.
@inline(__always)
private func plainWideCount(_ bytes: Span<UInt8>, _ index: Int) -> Int {
  let word = ByteWord(bytes, at: index)
  // E2 and E3 differ in their lowest bit.
  let leads = word.first(0xC2) | word.first(0xE2, ignoring: 1) | word.first(0xEF)
  return ByteWord.count(before: leads | ~word.wide & ByteWord.all)
}

/// How many of the eight bytes from an index on are Latin letters and single spaces that a letter follows: all, all but a space at
/// the end, or 0 where there is anything else.
///
/// - Precondition: eight bytes are left, and if a space stands before them the first is none.
@inline(__always)
private func wordsCount(_ bytes: Span<UInt8>, _ index: Int) -> Int {
  let word = ByteWord(bytes, at: index)
  let letters = word.low(atLeast: 0x61, setting: 0x20) & ~word.low(atLeast: 0x7B, setting: 0x20) & ~word.wide
  let spaces = word.equal(0x20)
  guard letters | spaces == ByteWord.all, spaces & (spaces << 8) == 0 else { return 0 }
  return 8 - Int(spaces >> 63)
}
