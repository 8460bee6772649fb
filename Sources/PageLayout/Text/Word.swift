package import ConverterCore

/// A run of glyphs without a gap: the smallest piece of text that layout moves.
///
/// Words hold no text of their own but a range of the glyph order of their ``PageText``; strings are built once, when a
/// block or cell is written.
package struct Word: Hashable, Sendable {
  /// What the characters of a word are, as far as layout asks.
  package struct Traits: OptionSet, Hashable, Sendable {
    package let rawValue: UInt16

    package init(rawValue: UInt16) {
      self.rawValue = rawValue
    }

    /// Has a digit.
    static let digit = Traits(rawValue: 1 << 0)
    /// Has a letter of an alphabet.
    static let letter = Traits(rawValue: 1 << 1)
    /// Has a CJK character.
    static let wide = Traits(rawValue: 1 << 2)
    /// The first character is CJK.
    static let wideStart = Traits(rawValue: 1 << 3)
    /// The last character is CJK.
    static let wideEnd = Traits(rawValue: 1 << 4)
    /// A blank was drawn before the word in the same line.
    static let spaceBefore = Traits(rawValue: 1 << 5)
    static let bold = Traits(rawValue: 1 << 6)
    static let italic = Traits(rawValue: 1 << 7)
    /// Only dots: leaders of a table of contents or of row labels.
    static let leader = Traits(rawValue: 1 << 8)
    /// Ends with a colon or a full stop.
    static let stopEnd = Traits(rawValue: 1 << 9)
    /// The first character is a small letter.
    static let lowercaseStart = Traits(rawValue: 1 << 10)
    /// Marked as an artifact by the file.
    static let artifact = Traits(rawValue: 1 << 11)
    /// Only dashes, dots, stars and the like, which stand for a missing value, or a sign of currency.
    static let symbol = Traits(rawValue: 1 << 12)
    /// A figure with its measure word, or the character for none: `3件`, `无`.
    static let counted = Traits(rawValue: 1 << 13)
    /// Has a letter of a script that is written from right to left.
    static let rightToLeft = Traits(rawValue: 1 << 14)
    /// A word that says yes or no in a cell by itself: `X`.
    static let check = Traits(rawValue: 1 << 15)
  }

  /// The union of the advance boxes, as displayed.
  package var box: Rectangle

  /// The baseline: y for level text, x for upright text.
  package var baseline: Double

  /// The font size in points.
  package var size: Double

  package var direction: Glyph.Direction
  package var traits: Traits

  /// The glyphs, as a range of ``PageText/order``.
  package var glyphs: Range<Int>

  /// An index into ``Page/fonts``.
  package var font: Int

  /// The word's box in the coordinates of its ``ReadingFrame``.
  package var local: Rectangle { ReadingFrame(direction).local(box) }

  /// The height that the letters take, across the line, in the coordinates of the word's ``ReadingFrame``: from 0.72 em
  /// above the baseline to 0.12 em below. Fonts state all kinds of ascents; what the eye compares is this band.
  package var band: Interval {
    let baseline = ReadingFrame(direction).local(baseline: baseline)
    return Interval(baseline - 0.72 * size, baseline + 0.12 * size)
  }

  /// Whether the word reads as a value: a figure, a sign that stands for a missing one, or a mark.
  package var isValue: Bool {
    traits.contains(.digit) && traits.isDisjoint(with: [.letter, .wide, .rightToLeft])
      || !traits.isDisjoint(with: [.symbol, .counted, .check])
  }
}
