package import ConverterCore

/// Coordinates in which text of one direction runs from left to right: *u* along the line, *v* from line to line.
///
///     right  u =  x, v =  y      down  u =  y, v = -x
///     left   u = -x, v = -y      up    u = -y, v =  x
///
/// Words and lines of turned text are made in their frame, so that there is one algorithm for all four directions.
package struct ReadingFrame: Hashable, Sendable {
  package var direction: Glyph.Direction

  package init(_ direction: Glyph.Direction) {
    self.direction = direction
  }

  /// The box in frame coordinates.
  package func local(_ box: Rectangle) -> Rectangle {
    switch direction {
    case .right: box
    case .down: Rectangle(x0: box.y0, y0: -box.x1, x1: box.y1, y1: -box.x0)
    case .left: Rectangle(x0: -box.x1, y0: -box.y1, x1: -box.x0, y1: -box.y0)
    case .up: Rectangle(x0: -box.y1, y0: box.x0, x1: -box.y0, y1: box.x1)
    }
  }

  /// A baseline in frame coordinates.
  package func local(baseline: Double) -> Double {
    switch direction {
    case .right, .up: baseline
    case .down, .left: -baseline
    }
  }
}
