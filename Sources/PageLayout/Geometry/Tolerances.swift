/// Every constant of layout analysis, with its unit and its reason.
///
/// Lengths in *em* are multiples of the font size of the text at hand, lengths in *points* concern drawn lines, whose
/// precision does not grow with the text.
public struct Tolerances: Hashable, Sendable {
  // MARK: Text

  /// Em. A wider gap between two Latin letters separates words. A justified line squeezes its spaces to about 0.15 em;
  /// letter-spaced text stays below 0.1 em.
  package var wordGap = 0.13

  /// Em. A wider gap between two CJK characters ends a word, so that table columns set close together come apart.
  package var wideBreak = 0.3

  /// Em. A wider gap beside a CJK character is read as a space. Justified Chinese lines stretch gaps to about 0.4 em.
  package var wideGap = 0.55

  /// Em. Two equal glyphs closer than this are one, drawn twice to look bold. The narrowest letters advance 0.2 em.
  package var duplicateOffset = 0.15

  /// Em. Baselines closer than this belong to one row of words; sub- and superscripts are farther off.
  package var baselineDrift = 0.12

  /// Em. A gap this wide ends a phrase: a piece of a line that is read in one go. Justified spaces reach 0.8 em.
  package var phraseGap = 1.0

  /// Share of the lower of two heights by which words overlap vertically when they stand in one line.
  package var lineOverlap = 0.5

  /// Em of leading between two lines of one paragraph beyond which a new paragraph begins, added to the pitch of
  /// the lines above.
  package var paragraphGap = 0.35

  /// Em. A first line set in by at least this much begins a paragraph (Chinese paragraphs: 2 em).
  package var indent = 0.8

  // MARK: Drawn lines

  /// Points. Parallel lines closer than this are one: double lines and boxes drawn cell by cell. No text fits between.
  package var ruleMerge = 3.0

  /// Points. Lines that end this close to each other touch: pens of different width, rounding of office programs.
  package var ruleTouch = 3.0

  /// Points. Shorter lines are ornaments, ticks or parts of letters.
  package var shortestRule = 4.0

  /// Number of lines of one axis, after merging, beyond which a page is a drawing (a map, a plan) and no table.
  package var mostRules = 20_000

  /// Number of grid positions beyond which a grid is a raster and no table.
  package var mostPositions = 400_000

  /// Em. Rows and columns without text narrower than this are gaps between double lines.
  package var gapTrack = 0.75

  public init() {}

  /// The values in use.
  public static let standard = Tolerances()
}
