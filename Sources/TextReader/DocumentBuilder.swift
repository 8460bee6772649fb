internal import ConverterCore

/// Puts tables and the prose between them into the order of their lines.
struct DocumentBuilder {
  private let text: TextLines
  private let shapes: [ShapeCandidate]

  /// - Parameter shapes: in order of lines, none overlapping another.
  init(_ text: TextLines, shapes: [ShapeCandidate]) {
    self.text = text
    self.shapes = shapes
  }

  /// What a document is made of.
  struct Content {
    var metadata = Metadata()
    var blocks: [Block] = []
    var findings: [Finding] = []
  }

  func content() -> Content {
    var content = Content()
    if text.pageCount > 1 { content.metadata.pageCount = text.pageCount }
    var prose = ProseReader(text, wrap: WrapStyle(text, in: gaps()))
    var next = 0
    if let title = Title(text, before: shapes.first?.lines.lowerBound ?? text.count) {
      content.metadata.title = title.text
      let lines = (title.lines.lowerBound + 1)...title.lines.upperBound
      content.blocks.append(.heading(Heading(level: 1, text: title.text, origin: Origin(.lines(lines), .computed))))
      next = title.lines.upperBound
    }
    for shape in shapes {
      prose.append(next..<shape.lines.lowerBound, to: &content.blocks)
      switch shape.content {
      case .table(let table):
        content.blocks.append(.table(table))
      case .cellRun(let run):
        prose.append(run, to: &content.blocks)
        let place = Place.lines((shape.lines.lowerBound + 1)...shape.lines.upperBound)
        content.findings.append(run.isDestroyed ? .destroyedTable(at: place) : .flattenedTable(at: place))
      }
      next = shape.lines.upperBound
    }
    prose.append(next..<text.count, to: &content.blocks)
    return content
  }

  /// The lines outside of all shapes.
  private func gaps() -> [Range<Int>] {
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
