/// One straight level or upright line on a page.
///
/// Strokes, thin filled rectangles, the edges of framed rectangles and dashes in a row all arrive as rulings.
public struct Ruling: Hashable, Sendable {
  public enum Axis: UInt8, Hashable, Sendable {
    /// From left to right; ``Ruling/position`` is y.
    case level
    /// From top to bottom; ``Ruling/position`` is x.
    case upright
  }

  public var axis: Axis

  /// The y of a level line, the x of an upright one, at the middle of its thickness, in points.
  public var position: Double

  /// Where the line begins along its axis, in points.
  public var start: Double

  /// Where the line ends along its axis, in points; not below ``start``.
  public var end: Double

  /// The width of the pen in points; 0 for hairlines.
  public var thickness: Double

  public var color: Color

  public init(
    axis: Axis, position: Double, start: Double, end: Double, thickness: Double = 0.5, color: Color = .black
  ) {
    self.axis = axis
    self.position = position
    self.start = start
    self.end = end
    self.thickness = thickness
    self.color = color
  }
}
