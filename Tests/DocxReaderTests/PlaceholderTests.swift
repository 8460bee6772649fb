import Testing
@testable import DocxReader
