/// A rectangle in points (1/72 inch), origin at the top left of the page as displayed, y downwards.
///
/// This is the only coordinate system in the program; readers convert at their door.
public struct Rectangle: Hashable, Sendable {
  /// The left edge.
  public var x0: Double

  /// The top edge.
  public var y0: Double

  /// The right edge.
  public var x1: Double

  /// The bottom edge.
  public var y1: Double

  public init(x0: Double, y0: Double, x1: Double, y1: Double) {
    self.x0 = x0
    self.y0 = y0
    self.x1 = x1
    self.y1 = y1
  }
}

extension Rectangle {
  /// The horizontal extent; negative when the edges are swapped.
  public var width: Double { x1 - x0 }

  /// The vertical extent; negative when the edges are swapped.
  public var height: Double { y1 - y0 }

  /// The middle between the left and the right edge.
  public var midX: Double { (x0 + x1) / 2 }

  /// The middle between the top and the bottom edge.
  public var midY: Double { (y0 + y1) / 2 }

  /// The smallest rectangle that covers both.
  public func union(_ other: Rectangle) -> Rectangle {
    Rectangle(x0: min(x0, other.x0), y0: min(y0, other.y0), x1: max(x1, other.x1), y1: max(y1, other.y1))
  }

  /// The area common to both, or `nil` where they do not touch.
  public func intersection(_ other: Rectangle) -> Rectangle? {
    let common = Rectangle(
      x0: max(x0, other.x0), y0: max(y0, other.y0), x1: min(x1, other.x1), y1: min(y1, other.y1))
    return common.width >= 0 && common.height >= 0 ? common : nil
  }

  /// Whether every edge is a number (neither infinite nor NaN) of at most this magnitude.
  public func isWithin(_ bound: Double) -> Bool {
    abs(x0) <= bound && abs(y0) <= bound && abs(x1) <= bound && abs(y1) <= bound
  }

  /// Whether the point lies inside or on an edge.
  public func contains(x: Double, y: Double) -> Bool {
    x0 <= x && x <= x1 && y0 <= y && y <= y1
  }
}
