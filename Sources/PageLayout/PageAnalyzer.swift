public import ConverterCore

/// STAND-IN until the analyzer of the layout branch lands: lines of text as paragraphs, no tables.
public struct PageAnalyzer {
  public init() {}

  public func document(
    from pages: borrowing some PageSource & ~Copyable, within limits: Limits
  ) throws(ReadingError) -> Document {
    var document = Document()
    for number in 1...pages.pageCount {
      do {
        let page = try pages.page(number)
        document.blocks += lines(of: page)
        document.findings += page.findings
      } catch {
        document.findings.append(Finding(.error, "page.unreadable", error.description, at: .page(number, nil)))
      }
    }
    return document
  }

  private func lines(of page: Page) -> [Block] {
    var blocks: [Block] = []
    var text = ""
    var box: Rectangle?
    var previous: Glyph?
    func flush() {
      if let box, !text.isEmpty {
        blocks.append(.paragraph(Paragraph(text: text, origin: Origin(.page(page.number, box), .aligned))))
      }
      (text, box) = ("", nil)
    }
    for glyph in page.glyphs where !glyph.traits.contains(.clipped) {
      if let previous, abs(previous.baseline - glyph.baseline) > glyph.size / 2 { flush() }
      text += glyph.text
      box = box?.union(glyph.box) ?? glyph.box
      previous = glyph
    }
    flush()
    return blocks
  }
}
