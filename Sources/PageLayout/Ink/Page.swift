public import ConverterCore

/// The ink of one page: arrays of plain structs, in the order in which they were drawn.
///
/// Coordinates are points, origin at the top left of the page as displayed (rotation and crop applied), y downwards.
/// A page is a value: layout tests build pages by hand, and every format with fixed pages meets here.
public struct Page: Hashable, Sendable {
  /// The number of the page, counted from 1.
  public var number: Int

  /// The displayed width in points.
  public var width: Double

  /// The displayed height in points.
  public var height: Double

  /// The glyphs in drawing order.
  public var glyphs: [Glyph]

  /// The names and sizes of fonts; ``Glyph/font`` is an index into it.
  public var fonts: [Font]

  /// Straight drawn lines; `nil` where the source cannot tell, which is not the same as a page without lines.
  public var rulings: [Ruling]?

  /// Filled rectangles that are not lines; `nil` where the source cannot tell.
  public var fills: [Fill]?

  /// Pictures.
  public var images: [PageImage]

  /// What somebody noted on the page.
  public var comments: [PageComment]

  /// What was noticed while the ink was taken.
  public var findings: [Finding]

  public init(
    number: Int,
    width: Double,
    height: Double,
    glyphs: [Glyph] = [],
    fonts: [Font] = [],
    rulings: [Ruling]? = [],
    fills: [Fill]? = [],
    images: [PageImage] = [],
    comments: [PageComment] = [],
    findings: [Finding] = []
  ) {
    self.number = number
    self.width = width
    self.height = height
    self.glyphs = glyphs
    self.fonts = fonts
    self.rulings = rulings
    self.fills = fills
    self.images = images
    self.comments = comments
    self.findings = findings
  }
}

/// A font as named by the page.
public struct Font: Hashable, Sendable {
  /// The PostScript name without subset prefix; empty where the font has none (Type 3).
  public var name: String
  public var isBold: Bool
  public var isItalic: Bool

  public init(name: String, isBold: Bool = false, isItalic: Bool = false) {
    self.name = name
    self.isBold = isBold
    self.isItalic = isItalic
  }
}

/// A filled area that is not a line.
public struct Fill: Hashable, Sendable {
  public var box: Rectangle
  public var color: Color

  public init(box: Rectangle, color: Color) {
    self.box = box
    self.color = color
  }
}

/// A picture on a page.
public struct PageImage: Hashable, Sendable {
  public var box: Rectangle

  public init(box: Rectangle) {
    self.box = box
  }
}

/// A comment that is attached to a place of a page without being drawn on it.
public struct PageComment: Hashable, Sendable {
  public var text: String
  public var box: Rectangle

  public init(text: String, box: Rectangle) {
    self.text = text
    self.box = box
  }
}

/// A device colour, each part from 0 to 255.
public struct Color: Hashable, Sendable {
  public var red: UInt8
  public var green: UInt8
  public var blue: UInt8

  public init(red: UInt8, green: UInt8, blue: UInt8) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  public static let black = Color(red: 0, green: 0, blue: 0)
  public static let white = Color(red: 255, green: 255, blue: 255)
}
