internal import ConverterCore
internal import Markup

extension WordParser {
  /// Reads a drawing, a VML picture or an embedded object with all text boxes inside, however deep the shapes nest.
  mutating func drawing() -> WordDrawing {
    // The boxes are stories of their own; text of the paragraph around them must not get into them.
    let outer = pending
    pending = PendingText()
    defer { pending = outer }
    var drawing = WordDrawing()
    collect(into: &drawing)
    return drawing
  }

  private mutating func collect(into drawing: inout WordDrawing) {
    let scope = cursor.scope
    while let name = cursor.child(of: scope) {
      switch name {
      case .textBoxContent:
        drawing.textBoxes.append(blocks(at: ElementPath("txbxContent")))
      case .drawingProperties:
        note(cursor.string(.description) ?? cursor.string(.title), in: &drawing)
      case .pictureShape:
        drawing.hasPicture = true
        collect(into: &drawing)
      case .shapeImage:
        drawing.hasPicture = true
        note(cursor.string(.title), in: &drawing)
      case .textPath:
        note(cursor.string(.string), in: &drawing)
      case .chart, .extendedChart:
        drawing.objects.append(.chart(part: target(.relationship)))
      case .diagram:
        drawing.objects.append(.diagram(part: target(.dataRelationship)))
      case .oleObject:
        drawing.objects.append(.ole(program: cursor.string(.programID) ?? ""))
      case .control:
        drawing.objects.append(.other("a form control"))
      case .alternateContent:
        collectAlternative(into: &drawing)
      default:
        collect(into: &drawing)
      }
    }
  }

  /// Reads the first branch of alternative content that has any.
  private mutating func collectAlternative(into drawing: inout WordDrawing) {
    let scope = cursor.scope
    var hasContent = false
    while let name = cursor.child(of: scope) {
      guard name == .choice || name == .fallback, !hasContent else { continue }
      let before = (drawing.textBoxes.count, drawing.objects.count, drawing.hasPicture)
      collect(into: &drawing)
      hasContent = before != (drawing.textBoxes.count, drawing.objects.count, drawing.hasPicture)
    }
  }

  /// Keeps the first description that says anything.
  private func note(_ description: String?, in drawing: inout WordDrawing) {
    if drawing.description.isEmpty, let description { drawing.description = description }
  }
}
