import Testing
@testable import ConverterCore
