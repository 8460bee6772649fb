/// What one pass over the bytes of a line notices; shapes look at traits before they look at bytes.
struct LineTraits: OptionSet, Hashable, Sendable {
  let rawValue: UInt32

  /// Nothing but white space.
  static let blank = LineTraits(rawValue: 1 << 0)
  /// The first byte is a tab.
  static let leadingTab = LineTraits(rawValue: 1 << 1)
  /// A tab stands behind something else than tabs.
  static let innerTab = LineTraits(rawValue: 1 << 2)
  /// There is a `|`, a full-width bar or a vertical box drawing line.
  static let bar = LineTraits(rawValue: 1 << 3)
  static let comma = LineTraits(rawValue: 1 << 4)
  static let semicolon = LineTraits(rawValue: 1 << 5)
  static let quote = LineTraits(rawValue: 1 << 6)
  /// Two or more columns of white space stand between other characters.
  static let gap = LineTraits(rawValue: 1 << 7)
  /// There is a colon, plain or full-width.
  static let colon = LineTraits(rawValue: 1 << 8)
  /// There are box drawing characters (U+2500 to U+257F).
  static let box = LineTraits(rawValue: 1 << 9)
  /// There are control characters that a text must not keep.
  static let control = LineTraits(rawValue: 1 << 10)
  /// There are bytes from 0x80 on.
  static let wide = LineTraits(rawValue: 1 << 11)
  /// A form feed stands before the line.
  static let pageBreak = LineTraits(rawValue: 1 << 12)
  /// The line begins with a space or an ideographic space.
  static let leadingSpace = LineTraits(rawValue: 1 << 13)
  /// There is a digit.
  static let digit = LineTraits(rawValue: 1 << 14)
  /// The line holds nothing but `-`, `=`, `+`, `|`, `:`, `_`, `*`, `~`, `#`, box drawing and white space, and one of them at
  /// least twice.
  static let rule = LineTraits(rawValue: 1 << 15)
  /// There is one of `{`, `}`, `=`, `<`, `>`, `\`, `&`, `;`, of which programs are full.
  static let code = LineTraits(rawValue: 1 << 16)
}

/// One line of a text: its bytes without their terminator, and what they show.
///
/// Sixteen bytes a line: a text of short lines has many.
struct Line: Hashable, Sendable {
  /// Offset of the first byte in the text.
  let start: Int
  private let length: UInt32
  let traits: LineTraits

  /// - Precondition: the line is not longer than ``longest``.
  init(start: Int, end: Int, traits: LineTraits) {
    self.start = start
    length = UInt32(end - start)
    self.traits = traits
  }

  /// Bytes above which a line is cut.
  static let longest = 1 << 30

  /// Offset behind the last byte, before the line's terminator.
  var end: Int { start + Int(length) }

  var bytes: Range<Int> { start..<end }
  var isBlank: Bool { traits.contains(.blank) }
}
