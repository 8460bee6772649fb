internal import ConverterCore

/// Tables that a tagged file states (ISO 32000-2, 14.8.4.8.3), checked against the ink.
///
/// The file names the cells of each row with their spans, and so the place of each in the whole table; where the edges
/// between them lie comes from their words. Cells of rows that do not fill all columns are put into those over which their
/// words stand. A table whose words contradict the order of its rows and columns is no candidate: tags are often wrong.
package enum StatedGrid {
  /// The candidates of a page in document order.
  package static func candidates(
    _ structure: StatedStructure, text: PageText, limit: Int = 64
  ) -> [TableCandidate] {
    var words: [Int32: [Int]] = [:]
    for (index, word) in text.words.enumerated() {
      let glyph = text.glyphs[Int(text.order[word.glyphs.lowerBound])]
      if glyph.markedContent >= 0 { words[glyph.markedContent, default: []].append(index) }
    }
    return tables(in: structure.elements, depth: limit).compactMap { table in
      var content: [Int: [Int]] = [:]
      collect(table.children, words: words, into: &content, depth: limit)
      return StatedLayout(table, content: content, text: text)?.candidate()
    }
  }

  /// The outermost tables among elements and what is in them.
  private static func tables(in elements: [StatedElement], depth: Int) -> [StatedElement] {
    guard depth > 0 else { return [] }
    return elements.flatMap { $0.role == "Table" ? [$0] : tables(in: $0.children, depth: depth - 1) }
  }

  /// Notes the words of each cell among elements and what is in them, by the cell's id.
  private static func collect(
    _ elements: [StatedElement], words: [Int32: [Int]], into content: inout [Int: [Int]], depth: Int
  ) {
    guard depth > 0 else { return }
    for element in elements {
      if element.role == "TD" || element.role == "TH" {
        content[element.id, default: []] += markedContent(of: element, depth: depth).flatMap { words[$0] ?? [] }
      } else {
        collect(element.children, words: words, into: &content, depth: depth - 1)
      }
    }
  }

  /// The marked content of an element and all in it.
  private static func markedContent(of element: StatedElement, depth: Int) -> [Int32] {
    guard depth > 0 else { return [] }
    return element.markedContent + element.children.flatMap { markedContent(of: $0, depth: depth - 1) }
  }
}
