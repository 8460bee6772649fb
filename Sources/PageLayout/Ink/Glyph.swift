public import ConverterCore

/// One drawn glyph: what it means, where it stands, how it was drawn.
public struct Glyph: Hashable, Sendable {
  /// The direction in which text runs on, clockwise from left to right as displayed.
  public enum Direction: UInt8, Hashable, Sendable {
    case right, down, left, up
  }

  /// How the glyph shows, beyond being painted.
  public struct Traits: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8

    public init(rawValue: UInt8) {
      self.rawValue = rawValue
    }

    /// Drawn with render mode 3 or as good as transparent: text layers under scans.
    public static let invisible = Traits(rawValue: 1 << 0)
    /// Wholly outside of the clip.
    public static let clipped = Traits(rawValue: 1 << 1)
    /// Neither level nor upright: watermarks.
    public static let oblique = Traits(rawValue: 1 << 2)
    /// Written top to bottom by a vertical font.
    public static let vertical = Traits(rawValue: 1 << 3)
    /// Marked as an artifact (ISO 32000-2, 14.8.2.2): running heads, page numbers, ornaments.
    public static let artifact = Traits(rawValue: 1 << 4)
    /// Has no Unicode meaning in the file; ``text`` is a guess or U+FFFD.
    public static let unmapped = Traits(rawValue: 1 << 5)
    /// Made bold by drawing: struck twice with a small shift (the copies are dropped), or filled and outlined.
    public static let emboldened = Traits(rawValue: 1 << 6)
    /// Painted, but below an opaque area or picture that is drawn later: nobody sees it.
    public static let covered = Traits(rawValue: 1 << 7)
  }

  /// One or more scalars (a ligature is one glyph with several), as stated by the file.
  public var text: String

  /// The advance box: as wide as the pen moves, as high as ascent and descent.
  public var box: Rectangle

  /// The y of the baseline for level text, the x for upright text.
  public var baseline: Double

  /// The font size in points as displayed.
  public var size: Double

  /// An index into the page's ``Page/fonts``.
  public var font: Int

  public var color: Color
  public var direction: Direction
  public var traits: Traits

  /// The marked-content id that ties the glyph to the structure tree, or -1.
  public var markedContent: Int32

  /// How sure the glyph is, from 0 to 1; 1 for everything that is not recognised from a picture.
  public var confidence: Float

  public init(
    text: String,
    box: Rectangle,
    baseline: Double,
    size: Double,
    font: Int = 0,
    color: Color = .black,
    direction: Direction = .right,
    traits: Traits = [],
    markedContent: Int32 = -1,
    confidence: Float = 1
  ) {
    self.text = text
    self.box = box
    self.baseline = baseline
    self.size = size
    self.font = font
    self.color = color
    self.direction = direction
    self.traits = traits
    self.markedContent = markedContent
    self.confidence = confidence
  }
}
