import Testing
@testable import PDFReader
