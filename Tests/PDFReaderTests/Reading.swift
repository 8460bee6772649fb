import ConverterCore
import FoundationEssentials
import PDFReader
import PageLayout

/// A page of a file made by a test.
func page(_ number: Int = 1, of pdf: PDFBuilder) throws -> Page {
  try page(number, of: pdf.bytes)
}

func page(_ number: Int = 1, of bytes: Data, password: String? = nil) throws -> Page {
  let source = Source(name: "test.pdf", bytes: bytes)
  return try PDFReader(password: password).withPages(of: source, within: .standard) {
    pages throws(ReadingError) in try pages.page(number)
  }
}

/// A page with this content and Helvetica as F1.
func page(drawing content: String) throws -> Page {
  var pdf = PDFBuilder()
  pdf.addPage(content)
  return try page(of: pdf)
}

extension Page {
  /// The texts of all glyphs in drawing order.
  var text: String { glyphs.map(\.text).joined() }
}
