internal import Containers
internal import ConverterCore

/// The fonts of signs among the fonts of a document ([MS-DOC] 2.9.275 SttbfFfn, 2.9.83 FFN).
struct FontTable: Sendable {
  /// By the index of the font; `nil` for fonts of letters.
  private let symbols: [SymbolFont?]

  /// Reads the table: a count, the size of extra data, then for each font its size less one and its description, in which
  /// the name, ending with a zero, begins at byte 40.
  init(_ binary: WordBinary) {
    let table = binary.table
    let range = binary.range(of: .fonts)
    var symbols: [SymbolFont?] = []
    var offset = range.lowerBound + 4
    while offset < range.upperBound, let size = table.byte(at: offset) {
      let units = max(0, min(size + 1, range.upperBound - offset) - 40) / 2
      let name = table.utf16(at: offset + 40, count: units) ?? ""
      symbols.append(SymbolFont(String(name.prefix { $0 != "\0" })))
      offset += size + 1
    }
    self.symbols = symbols
  }

  /// The font of signs at an index.
  subscript(index: Int) -> SymbolFont? {
    symbols.indices.contains(index) ? symbols[index] : nil
  }
}
