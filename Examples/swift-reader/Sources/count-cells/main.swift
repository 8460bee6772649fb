import ConverterCore
import Foundation
import TextReader

let readers: [any Reader] = [TextReader()]
let converter = Converter(readers: readers, detector: FormatDetector(formats: readers.flatMap(\.formats)))
let source = Source(
  name: CommandLine.arguments[1], bytes: try Data(contentsOf: URL(filePath: CommandLine.arguments[1])))
let document = try await converter.document(from: source)
print(document.tables.map(\.cells.count))
