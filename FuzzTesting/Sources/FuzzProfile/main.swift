@testable import ConverterCore
import FoundationEssentials
import FuzzSupport
@testable import ReportProfile

/// A small report that profiles may find something in: labels, numbers.
private let document: Document = {
  let origin = Origin(.lines(1...1), .stated)
  let cells = (0..<16).map { index in
    let (row, column) = index.quotientAndRemainder(dividingBy: 4)
    let text = row == 0 ? "column \(column)" : column == 0 ? "row \(row)" : "\(row * column)"
    return Cell(rows: row..<row + 1, columns: column..<column + 1, text: text, origin: origin)
  }
  guard let table = try? Table(rowCount: 4, columnCount: 4, cells: cells, origin: origin) else {
    fatalError("sixteen cells fill four rows and columns")
  }
  return Document(blocks: [.table(table)])
}()

/// A profile; one that is right is used.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOne(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  if let profile = try? Profile(json: bytes) { _ = Report(document, profile).checks(profile, document) }
  return 0
}
