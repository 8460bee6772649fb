internal import ConverterCore
internal import FoundationEssentials

/// Some lines of a text with the shapes that stand in them: a text is read window by window, so that a long one is never in memory
/// whole.
struct TextWindow {
  let text: TextLines

  /// In order of lines, none overlapping another.
  let shapes: [ShapeCandidate]

  /// How the lines outside of all shapes relate to paragraphs.
  let wrap: WrapStyle

  init(_ text: TextLines) {
    self.text = text
    shapes = ShapeSelection.choose(in: text)
    wrap = WrapStyle(text, in: TextWindow.gaps(between: shapes, in: text))
  }

  /// The lines outside of all shapes.
  private static func gaps(between shapes: [ShapeCandidate], in text: TextLines) -> [Range<Int>] {
    var gaps: [Range<Int>] = []
    var next = 0
    for shape in shapes {
      gaps.append(next..<shape.lines.lowerBound)
      next = shape.lines.upperBound
    }
    gaps.append(next..<text.count)
    return gaps.filter { !$0.isEmpty }
  }
}

extension TextWindow {
  /// The cells of all tables, positions without one included.
  var cellCount: Int {
    shapes.reduce(0) { count, shape in
      guard case .table(let table) = shape.content else { return count }
      return count + table.rowCount * table.columnCount
    }
  }

  /// Lines before the end of a window that are read again with the lines behind it: they may be the beginning of something.
  private static let overlap = 200

  /// The line before which the window can end and another begin without anything being cut; `nil` where there is none.
  var cut: Int? {
    var line = text.count - min(TextWindow.overlap, text.count / 8)
    if let fence = text.openFence, fence < line, fence > text.count / 2 { line = fence }
    var next = shapes.count - 1
    let lowest = line - TextWindow.overlap
    while line > 0 {
      while next >= 0, shapes[next].lines.lowerBound >= line { next -= 1 }
      if next >= 0, shapes[next].lines.contains(line) {
        line = shapes[next].lines.lowerBound
      } else if let code = text.fences.last(where: { $0.lowerBound < line }), code.contains(line) {
        line = code.lowerBound
      } else if text[line - 1].isBlank || text[line].traits.contains(.pageBreak) {
        return line
      } else if line < lowest, !text[line].traits.contains(.rule), !wrap.joins(line - 1, in: text) {
        // No blank line far and wide: each line is a paragraph, or one is very long.
        return line
      } else {
        line -= 1
      }
    }
    return nil
  }
}
