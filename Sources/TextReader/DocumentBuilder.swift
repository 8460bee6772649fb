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

  /// - Throws: ``ReadingError`` where a shape gave cells that overlap.
  func content() throws(ReadingError) -> Content {
    var content = Content()
    var next = 0
    for shape in shapes {
      content.blocks += Prose.blocks(text, next..<shape.lines.lowerBound)
      switch shape.content {
      case .table(let table, let evidence):
        content.blocks.append(.table(try self.table(table, shape.lines, evidence)))
      case .cellRun: break
      }
      next = shape.lines.upperBound
    }
    content.blocks += Prose.blocks(text, next..<text.count)
    return content
  }

  private func table(
    _ table: TextTable, _ lines: Range<Int>, _ evidence: Evidence
  ) throws(ReadingError) -> Table {
    do throws(TableError) {
      return try table.table(lines: lines.lowerBound...(lines.upperBound - 1), evidence: evidence)
    } catch {
      throw ReadingError(
        .damaged(format: "text", detail: "cells of a table overlap: \(error)"),
        at: .lines(lines.lowerBound...lines.upperBound))
    }
  }
}
