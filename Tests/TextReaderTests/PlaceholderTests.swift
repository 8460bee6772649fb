import Testing
@testable import TextReader
