internal import Containers
internal import ConverterCore

/// The file information block at the start of the stream `WordDocument` ([MS-DOC] 2.5.1 Fib): where everything else is.
struct FileInformation: Hashable, Sendable {
  /// The character counts of the stories ([MS-DOC] 2.5.4 FibRgLw97), in their order in the text; see ``Story``.
  let storyLengths: [Int]

  /// Whether the second of the two streams of tables is in use ([MS-DOC] 2.5.1, fWhichTblStm).
  let usesSecondTable: Bool

  /// The offset in the stream `WordDocument` of the pairs of offset and size ([MS-DOC] 2.5.5 FibRgFcLcb).
  private let pairs: Int
  private let pairCount: Int

  /// Reads the block.
  ///
  /// - Throws: ``ReadingError`` where it is none, of a version before Word 97, or says that the file is encrypted.
  init(_ stream: [UInt8]) throws(ReadingError) {
    guard let mark = stream.unsigned16(at: 0), let version = stream.unsigned16(at: 2),
      let flags = stream.unsigned16(at: 10)
    else { throw .damagedDoc("its first block is cut short") }
    // The East Asian editions of Word 6 had marks of their own.
    guard mark != 0xA5DC, !(0xA697...0xA699).contains(mark), version >= 0xC0 || mark != 0xA5EC else {
      throw ReadingError(.unsupported(detail: "a Word 6 or Word 95 document"))
    }
    guard mark == 0xA5EC else { throw .damagedDoc("its first block is not one of Word") }
    guard flags & 0x0100 == 0 else { throw ReadingError(.encrypted(format: "doc")) }
    guard let shortCount = stream.unsigned16(at: 32), let longCount = stream.unsigned16(at: 34 + shortCount * 2),
      let pairCount = stream.unsigned16(at: 36 + shortCount * 2 + longCount * 4), longCount >= 11
    else { throw .damagedDoc("its first block is cut short") }
    let longs = 36 + shortCount * 2
    // The counts in order of the text; the number between them is that of macro text, which is always 0.
    storyLengths = [3, 4, 5, 7, 8, 9, 10].map { max(0, stream.signed32(at: longs + $0 * 4) ?? 0) }
    usesSecondTable = flags & 0x0200 != 0
    pairs = longs + longCount * 4 + 2
    self.pairCount = pairCount
  }

  /// The bytes of a structure in the table stream, clipped to it; empty where the file has none.
  func range(of structure: Structure, in stream: [UInt8], table: [UInt8]) -> Range<Int> {
    guard structure.rawValue < pairCount, let offset = stream.unsigned32(at: pairs + structure.rawValue * 8),
      let size = stream.unsigned32(at: pairs + structure.rawValue * 8 + 4), offset < table.count
    else { return 0..<0 }
    return offset..<min(offset + size, table.count)
  }
}

extension FileInformation {
  /// The structures that are read; raw values are positions in FibRgFcLcb97 ([MS-DOC] 2.5.6).
  enum Structure: Int {
    case styleSheet = 1
    case footnoteReferences = 2
    case footnoteTexts = 3
    case commentReferences = 4
    case commentTexts = 5
    case sections = 6
    case headerTexts = 11
    case characterPages = 12
    case paragraphPages = 13
    case fonts = 15
    case documentProperties = 31
    case pieceTable = 33
    case shapes = 40
    case headerShapes = 41
    case endnoteReferences = 46
    case endnoteTexts = 47
    case drawings = 50
    case textBoxTexts = 56
    case headerTextBoxTexts = 58
    case lists = 73
    case listOverrides = 74
  }
}

extension ReadingError {
  /// A file that is no readable Word document.
  static func damagedDoc(_ detail: String) -> ReadingError {
    ReadingError(.damaged(format: "doc", detail: detail))
  }
}
