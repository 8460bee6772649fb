package import ConverterCore

/// Lines that belong together: a paragraph, a heading, an entry of a list, before it is told which.
package struct TextBlock: Hashable, Sendable {
  /// Words as indices into ``PageText/words``, line by line.
  package var lines: [[Int]]

  /// The union of the lines in points.
  package var box: Rectangle

  package var text: String
  package var style: TextStyle

  /// How the lines lie in their column; `nil` for turned text and marks.
  package var shape: BlockShape?
}

/// How a block of text looks, as far as it tells headings from prose.
package struct TextStyle: Hashable, Sendable {
  /// The font size of most characters in points, to half a point.
  package var size: Double

  /// Whether most characters are bold.
  package var isBold: Bool

  /// Whether the block stands in the middle of its column, with white on both sides.
  package var isCentred: Bool

  package var lineCount: Int
}

extension TextBlock {
  /// The block as a paragraph of the model.
  package func paragraph(onPage page: Int) -> Paragraph {
    Paragraph(text: text, origin: Origin(.page(page, box), .aligned))
  }
}
