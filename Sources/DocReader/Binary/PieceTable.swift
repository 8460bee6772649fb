internal import Containers
internal import ConverterCore

/// The text of all stories, put together from its pieces ([MS-DOC] 2.8.35 PlcPcd, 2.9.73 FcCompressed).
///
/// Positions count UTF-16 units over all stories. A piece lies somewhere in the stream `WordDocument`, with one byte a
/// character (then of code page 1252) or two; a fast-saved file has many pieces, out of order, and changes of formatting
/// attached to them.
struct PieceTable: Sendable {
  /// One run of characters that lie together in the stream.
  struct Piece: Hashable, Sendable {
    /// Where the piece stands in the text.
    let positions: Range<Int>

    /// The offset of its first character in the stream `WordDocument`.
    let offset: Int

    /// Bytes a character: 1 or 2.
    let width: Int

    /// The change of formatting ([MS-DOC] 2.9.214 Prm); 0 for none.
    let modification: Int

    /// The offset of a position in the stream.
    func offset(of position: Int) -> Int {
      offset + (position - positions.lowerBound) * width
    }
  }

  /// In order of positions, without gaps.
  let pieces: [Piece]

  /// The units of the text; 0 where the stream is cut short.
  let units: [UInt16]

  /// The lists of changes that pieces refer to, as ranges of the stream of tables ([MS-DOC] 2.9.209 PrcData).
  let modifications: [Range<Int>]

  /// Whether all characters of all stories were in the stream, and no others.
  let isComplete: Bool

  /// - Throws: ``ReadingError`` with `damaged` where there is no piece table.
  init(_ binary: WordBinary) throws(ReadingError) {
    let range = binary.range(of: .pieceTable)
    let table = binary.table
    var offset = range.lowerBound
    var modifications: [Range<Int>] = []
    while offset + 3 <= range.upperBound, table.byte(at: offset) == 1, let size = table.unsigned16(at: offset + 1) {
      modifications.append((offset + 3)..<min(offset + 3 + min(size, maximumModificationSize), range.upperBound))
      offset += 3 + size
    }
    guard offset < range.upperBound, table.byte(at: offset) == 2, let size = table.unsigned32(at: offset + 1) else {
      throw .damagedDoc("its piece table is missing")
    }
    let list = PositionTable(
      table, (offset + 5)..<max(offset + 5, min(offset + 5 + size, range.upperBound)), dataSize: 8)
    self.modifications = modifications

    var pieces: [Piece] = []
    var units: [UInt16] = []
    var isComplete = true
    units.reserveCapacity(min(binary.main.count, list.count > 0 ? list.position(list.count) : 0))
    for index in 0..<list.count {
      // Each character takes a byte at least, and none is in two pieces.
      guard let piece = Piece(list, index, table), piece.positions.lowerBound == units.count,
        piece.positions.upperBound <= binary.main.count
      else {
        isComplete = false
        break
      }
      pieces.append(piece)
      if !PieceTable.append(piece, of: binary.main, to: &units) { isComplete = false }
    }
    self.pieces = pieces
    self.units = units
    // Behind the stories one more mark stands where there are others than the main text.
    let stated = binary.information.storyLengths.reduce(0, +)
    self.isComplete = isComplete && (stated...(stated + 1)).contains(units.count)
  }

  /// Appends the units of a piece, zeros for those beyond the end of the stream; says whether there were none of those.
  private static func append(_ piece: Piece, of stream: [UInt8], to units: inout [UInt16]) -> Bool {
    let available = max(0, min(piece.positions.count, (stream.count - piece.offset) / piece.width))
    let stream = stream.span
    units.append(addingCapacity: available) { output in
      for index in 0..<available {
        if piece.width == 1 {
          output.append(windows1252(stream[piece.offset + index]))
        } else {
          let offset = piece.offset + index * 2
          output.append(UInt16(stream[offset]) | UInt16(stream[offset + 1]) << 8)
        }
      }
    }
    units.append(contentsOf: repeatElement(0, count: piece.positions.count - available))
    return available == piece.positions.count
  }
}

extension PieceTable {
  /// The index of the piece that holds a position; `nil` beyond the last.
  func pieceIndex(at position: Int) -> Int? {
    var lower = 0
    var upper = pieces.count
    while lower < upper {
      let middle = (lower + upper) / 2
      if pieces[middle].positions.upperBound <= position { lower = middle + 1 } else { upper = middle }
    }
    return lower < pieces.count && pieces[lower].positions.contains(position) ? lower : nil
  }
}

extension PieceTable.Piece {
  fileprivate init?(_ list: PositionTable, _ index: Int, _ table: [UInt8]) {
    let entry = list.dataOffset(index)
    guard let place = table.unsigned32(at: entry + 2), let modification = table.unsigned16(at: entry + 6) else {
      return nil
    }
    let isCompressed = place & 0x4000_0000 != 0
    positions = list.range(index)
    offset = (place & 0x3FFF_FFFF) / (isCompressed ? 2 : 1)
    width = isCompressed ? 1 : 2
    self.modification = modification
  }
}

/// [MS-DOC] 2.9.209 PrcData, cbGrpprl. Every piece may carry the same list, so a longer one would cost its length times their number.
private let maximumModificationSize = 0x3FA2

/// The character of a byte in code page 1252, to which [MS-DOC] 2.9.73 maps the bytes of compressed pieces.
private func windows1252(_ byte: UInt8) -> UInt16 {
  (0x80...0x9F).contains(byte) ? upperControls[Int(byte) - 0x80] : UInt16(byte)
}

/// Code page 1252 from 0x80 to 0x9F; bytes without a character stay control characters.
private let upperControls: [UInt16] = [
  0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D,
  0x017D,
  0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153,
  0x009D,
  0x017E, 0x0178,
]
