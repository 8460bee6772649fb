internal import ConverterCore
internal import Markup

extension Finding {
  static let docxRecovered = Finding(
    .error, "docx.package.recovered", "the file is cut short; what is left of it was read")

  static func docxDuplicatePart(_ name: String) -> Finding {
    Finding(.warning, "docx.package.duplicate-part", "the part \(name) occurs twice; the first one was read")
  }

  static func docxUnreadablePart(_ name: String, _ error: ReadingError) -> Finding {
    Finding(.error, "docx.part.unreadable", "the part \(name) cannot be read: \(error)")
  }

  static func docxBroken(_ name: String, _ failure: XMLFailure) -> Finding {
    switch failure {
    case .malformed(let line, let detail):
      Finding(.error, "docx.part.malformed", "the part \(name) is broken off at line \(line): \(detail)")
    case .documentType:
      Finding(
        .error, "docx.part.document-type", "the part \(name) declares a document type and was read only up to there")
    case .tooDeep(let limit):
      Finding(.error, "docx.part.too-deep", "elements of the part \(name) nested deeper than \(limit) were left out")
    case .illegibleText(let line):
      Finding(
        .error, "docx.part.illegible",
        "text of the part \(name), first at line \(line), has bytes or references that mean nothing; the rest was read")
    case .source(let error):
      Finding(.error, "docx.part.broken", "the part \(name) was read only in part: \(error)")
    }
  }

  static func docxMissingPart(_ name: String) -> Finding {
    Finding(.warning, "docx.part.missing", "the part \(name) is referred to and not in the file")
  }

  static func docxUsualNames(_ part: String) -> Finding {
    let owner = part.isEmpty ? "the package" : "the part \(part)"
    return Finding(
      .warning, "docx.relationships.missing",
      "the relationships of \(owner) are missing or incomplete; its parts were found by their usual names")
  }

  static func docxMissingNotes(_ count: Int) -> Finding {
    let notes = count == 1 ? "1 note or comment is" : "\(count) notes or comments are"
    return Finding(.warning, "docx.notes.missing", "\(notes) referred to and not in the file")
  }

  static func docxUnreferencedNotes(_ count: Int) -> Finding {
    let (notes, verb) = count == 1 ? ("1 note or comment", "is") : ("\(count) notes or comments", "are")
    return Finding(
      .warning, "docx.notes.unreferenced", "\(notes) that nothing in the text refers to \(verb) left out")
  }

  static func docxUnknownElement(_ name: String) -> Finding {
    Finding(.note, "docx.element.unknown", "the element \(name) is not known where it stands and was passed over")
  }

  static func docxUnendedFields(_ count: Int) -> Finding {
    let fields = count == 1 ? "1 field has no end; its" : "\(count) fields have no end; their"
    return Finding(.warning, "docx.field.unended", "\(fields) text is read as it stands")
  }

  static let docxNotesByPage = Finding(
    .note, "docx.notes.by-page",
    "notes are counted anew on each page, which only a layout tells; they are numbered through")

  static func docxTooDeep(_ limit: Int) -> Finding {
    Finding(.error, "docx.nesting.too-deep", "tables or text boxes nested deeper than \(limit) were left out")
  }

  static func docxObject(_ object: EmbeddedObject) -> Finding {
    switch object {
    case .chart: Finding(.warning, "docx.object.chart", "a chart without kept values is not read")
    case .diagram: Finding(.warning, "docx.object.diagram", "a diagram without its data is not read")
    case .ole(let program):
      Finding(
        .warning, "docx.object.embedded", "an embedded object\(program.isEmpty ? "" : " of \(program)") is not read")
    case .other(let name): Finding(.warning, "docx.object.other", "an embedded object (\(name)) is not read")
    }
  }

  static func docxChunkMissing(_ path: String) -> Finding {
    Finding(
      .warning, "docx.altchunk.missing", "a document that is to stand here is not in the file",
      at: .element(ElementPath(path)))
  }

  static func docxChunkSkipped(_ target: String, _ path: String) -> Finding {
    Finding(
      .warning, "docx.altchunk.skipped", "the embedded document \(target) is in another format and is not read",
      at: .element(ElementPath(path)))
  }

  static func docxChunksCut(_ most: Int, _ path: String) -> Finding {
    Finding(
      .warning, "docx.altchunk.cut",
      "more than \(most) embedded documents stand in the text; those from here on are not read",
      at: .element(ElementPath(path)))
  }
}
