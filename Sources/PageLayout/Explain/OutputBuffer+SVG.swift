package import ConverterCore

/// The pieces of which drawings consist (Scalable Vector Graphics 1.1, as XML 1.0).
extension OutputBuffer {
  /// Appends text in which nothing is markup; scalars that XML 1.0 forbids (section 2.2) become U+FFFD.
  package mutating func append(xml text: String) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\t", "\n", "\r": append(byte: UInt8(ascii: " "))
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{FFFE}", "\u{FFFF}": append("\u{FFFD}")
      default:
        for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
          if let entity = MarkupText.entity(of: byte) { append(entity) } else { append(byte: byte) }
        }
      }
    }
  }

  /// Appends a number of points to a hundredth; what is no number, or beyond any page, is drawn at the edge of the world.
  package mutating func append(points number: Double) {
    let bound = 1_000_000.0
    append(number.isNaN ? 0 : min(max(number, -bound), bound), decimals: 2)
  }

  /// Appends an attribute with a number of points.
  package mutating func append(_ attribute: StaticString, points number: Double) {
    append(" ")
    append(attribute)
    append("=\"")
    append(points: number)
    append("\"")
  }

  /// Appends an attribute with a text.
  package mutating func append(_ attribute: StaticString, xml text: String) {
    append(" ")
    append(attribute)
    append("=\"")
    append(xml: text)
    append("\"")
  }

  /// Appends a rectangle of a class, with what a pointer on it is told.
  package mutating func append(box: Rectangle, class name: String, note: String? = nil) {
    append("<rect")
    append("class", xml: name)
    append("x", points: box.x0)
    append("y", points: box.y0)
    append("width", points: max(0, box.width))
    append("height", points: max(0, box.height))
    append(note: note, closing: "rect")
  }

  /// Appends a straight line of a class.
  package mutating func append(
    lineFrom start: (x: Double, y: Double), to end: (x: Double, y: Double), class name: String, note: String? = nil
  ) {
    append("<line")
    append("class", xml: name)
    append("x1", points: start.x)
    append("y1", points: start.y)
    append("x2", points: end.x)
    append("y2", points: end.y)
    append(note: note, closing: "line")
  }

  /// Appends a text that begins at a point on its baseline.
  package mutating func append(text: String, x: Double, y: Double, class name: String) {
    append("<text")
    append("class", xml: name)
    append("x", points: x)
    append("y", points: y)
    append(">")
    append(xml: text)
    append("</text>\n")
  }

  /// Ends a start tag, with a title that programs show where the pointer rests.
  private mutating func append(note: String?, closing element: StaticString) {
    guard let note else {
      append("/>\n")
      return
    }
    append("><title>")
    append(xml: note)
    append("</title></")
    append(element)
    append(">\n")
  }

  /// Appends a rectangle as a piece of a path.
  package mutating func append(pathOf box: Rectangle) {
    append("M")
    append(points: box.x0)
    append(" ")
    append(points: box.y0)
    append("H")
    append(points: box.x1)
    append("V")
    append(points: box.y1)
    append("H")
    append(points: box.x0)
    append("Z")
  }
}
