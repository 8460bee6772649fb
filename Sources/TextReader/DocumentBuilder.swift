internal import ConverterCore

/// Puts tables and the prose between them into the order of their lines, for one window of a text after the other.
struct DocumentBuilder {
  /// What the windows so far leave open; `nil` before the first.
  private var outline: ProseReader.Outline?

  /// How many lines stand above the next window.
  private var linesAbove = 0
}

extension DocumentBuilder {
  /// The piece of the document that a window of the text is.
  ///
  /// - Parameter end: the line before which the piece ends; no shape goes over it. The next window begins with it.
  mutating func piece(_ window: TextWindow, before end: Int) -> Document {
    let text = window.text
    let shapes = window.shapes.prefix { $0.lines.lowerBound < end }
    var piece = Document()
    var prose = ProseReader(text, wrap: window.wrap, behind: outline)
    var next = 0
    if outline == nil, let title = Title(text, before: window.shapes.first?.lines.lowerBound ?? text.count) {
      piece.metadata.title = title.text
      let lines = (title.lines.lowerBound + 1)...title.lines.upperBound
      piece.blocks.append(.heading(Heading(level: 1, text: title.text, origin: Origin(.lines(lines), .computed))))
      next = title.lines.upperBound
    }
    for shape in shapes {
      prose.append(next..<shape.lines.lowerBound, to: &piece.blocks)
      switch shape.content {
      case .table(let table):
        piece.blocks.append(naming: table)
      case .cellRun(let run):
        prose.append(run, to: &piece.blocks)
        let place = Place.lines((shape.lines.lowerBound + 1)...shape.lines.upperBound)
        piece.findings.append(run.isDestroyed ? .destroyedTable(at: place) : .flattenedTable(at: place))
      }
      next = shape.lines.upperBound
    }
    let gapEnd = shapes.count < window.shapes.count ? window.shapes[shapes.count].lines.lowerBound : text.count
    prose.append(next..<gapEnd, before: end, to: &piece.blocks)
    if linesAbove > 0 { piece.moveLines(by: linesAbove) }
    outline = prose.outline
    linesAbove += end
    return piece
  }
}
