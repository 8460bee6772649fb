internal import Containers
internal import ConverterCore

/// The fonts of signs among the fonts of a document ([MS-DOC] 2.9.275 SttbfFfn, 2.9.83 FFN).
struct FontTable: Sendable {
  private let table: [UInt8]

  /// Where the names of the fonts are, by index; read when they are asked for, since few documents have signs.
  private let names: [Range<Int>]

  /// Reads the table: a count, the size of extra data, then for each font its size less one and its description, in which
  /// the name, ending with a zero, begins at byte 40.
  init(_ binary: WordBinary) {
    table = binary.table
    let range = binary.range(of: .fonts)
    var names: [Range<Int>] = []
    var offset = range.lowerBound + 4
    while offset < range.upperBound, let size = table.byte(at: offset) {
      let length = max(0, min(size + 1, range.upperBound - offset) - 40)
      names.append((offset + 40)..<(offset + 40 + length))
      offset += size + 1
    }
    self.names = names
  }

  /// The font of signs at an index; `nil` for fonts of letters.
  subscript(index: Int) -> SymbolFont? {
    guard names.indices.contains(index) else { return nil }
    let name = table.utf16(at: names[index].lowerBound, count: names[index].count / 2) ?? ""
    return SymbolFont(String(name.prefix { $0 != "\0" }))
  }
}
