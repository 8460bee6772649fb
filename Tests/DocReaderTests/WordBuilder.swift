import ConverterCore
import ConverterTesting
import FoundationEssentials

@testable import DocReader

/// Builds Word 97 documents in memory from runs of text with lists of changes ([MS-DOC] 2.6), so that tests state these alone.
///
/// Each run becomes a piece of its own with its own pages of formatting. A paragraph's changes go with the run that holds its mark.
struct WordBuilder {
  /// One run of text.
  struct Run {
    var text: String
    var story = Story.main
    var style: UInt16 = 0
    var paragraph: [UInt8] = []
    var characters: [UInt8] = []
    var isCompressed = false
    var modification: UInt16 = 0
  }

  var runs: [Run]
  /// Structures of the stream of tables as they are.
  var structures: [FileInformation.Structure: [UInt8]] = [:]
  /// Structures that stand in place of those that the builder makes.
  var replacedStructures: [FileInformation.Structure: [UInt8]] = [:]
  /// Lists that `modification` of runs refers to.
  var modifications: [[UInt8]] = []
  var flags: UInt16 = 0x0200
  /// The stream of binary data.
  var data: [UInt8] = []
  var mark: UInt16 = 0xA5EC
  /// Whether pieces lie in the stream in the opposite order.
  var isReversed = false

  init(_ runs: Run...) {
    self.runs = runs
  }

  init(_ text: String) {
    runs = [Run(text: text)]
  }

  var source: Source { Source(name: "a.doc", bytes: Data(file.bytes), format: "doc") }

  var file: CompoundFileBuilder {
    var text = Data()
    var offsets: [Int] = [Int](repeating: 0, count: runs.count)
    let order = isReversed ? Array(runs.indices.reversed()) : Array(runs.indices)
    for index in order {
      offsets[index] = 2048 + text.count
      text += runs[index].bytes
    }
    text += Data(count: (512 - text.count % 512) % 512)
    let firstPage = (2048 + text.count) / 512
    var pages: [UInt8] = []
    for (run, offset) in zip(runs, offsets) {
      pages += page(offset, run.bytes.count, entrySize: 13, [run.style.bytes + run.paragraph], isParagraph: true)
    }
    for (run, offset) in zip(runs, offsets) {
      pages += page(offset, run.bytes.count, entrySize: 1, [run.characters], isParagraph: false)
    }
    var structures = structures
    structures[.pieceTable] = pieceTable(offsets)
    structures[.paragraphPages] = pageTable(firstPage)
    structures[.characterPages] = pageTable(firstPage + runs.count)
    structures.merge(replacedStructures) { $1 }
    var table: [UInt8] = []
    var pairs = [UInt8](repeating: 0, count: 93 * 8)
    for (structure, bytes) in structures.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      let pair = UInt32(table.count).bytes + UInt32(bytes.count).bytes
      pairs.replaceSubrange((structure.rawValue * 8)..<(structure.rawValue * 8 + 8), with: pair)
      table += bytes
    }
    var main = header + pairs
    main += [UInt8](repeating: 0, count: 2048 - main.count) + text + pages
    return CompoundFileBuilder().adding("WordDocument", main).adding("1Table", table).adding("Data", data)
  }

  private var header: [UInt8] {
    var lengths = [UInt32](repeating: 0, count: 22)
    let fields: [Story: Int] = [
      .main: 3, .footnotes: 4, .headers: 5, .comments: 7, .endnotes: 8, .textBoxes: 9, .headerTextBoxes: 10,
    ]
    for run in runs { lengths[fields[run.story] ?? 3] += UInt32(run.text.utf16.count) }
    var header = mark.bytes + UInt16(0xC1).bytes + [0, 0] + UInt16(0x0409).bytes + [0, 0] + flags.bytes
    header += [UInt8](repeating: 0, count: 20) + UInt16(14).bytes + [UInt8](repeating: 0, count: 28)
    return header + UInt16(22).bytes + lengths.flatMap(\.bytes) + UInt16(93).bytes
  }

  private func pieceTable(_ offsets: [Int]) -> [UInt8] {
    var positions: [UInt32] = [0]
    for run in runs { positions.append((positions.last ?? 0) + UInt32(run.text.utf16.count)) }
    var list = positions.flatMap(\.bytes)
    for (run, offset) in zip(runs, offsets) {
      let place = run.isCompressed ? UInt32(offset * 2) | 0x4000_0000 : UInt32(offset)
      list += [0, 0] + place.bytes + run.modification.bytes
    }
    let changes = modifications.flatMap { (list: [UInt8]) -> [UInt8] in [1] + UInt16(list.count).bytes + list }
    return changes + [2] + UInt32(list.count).bytes + list
  }

  private func pageTable(_ first: Int) -> [UInt8] {
    let positions = [UInt32](repeating: 0, count: runs.count + 1).flatMap(\.bytes)
    return positions + runs.indices.flatMap { UInt32(first + $0).bytes }
  }

  private func page(_ offset: Int, _ size: Int, entrySize: Int, _ lists: [[UInt8]], isParagraph: Bool) -> [UInt8] {
    var page = [UInt8](repeating: 0, count: 512)
    page.replaceSubrange(0..<8, with: UInt32(offset).bytes + UInt32(offset + size).bytes)
    let list = lists[0]
    let start = 510 - (list.count + 2) / 2 * 2
    page[8] = UInt8(start / 2)
    if isParagraph {
      // An even size: a zero, then half of it.
      let padded = list + (list.count % 2 == 0 ? [] : [0])
      page.replaceSubrange(start..<(start + 2 + padded.count), with: [0, UInt8(padded.count / 2)] + padded)
    } else {
      page.replaceSubrange(start..<(start + 1 + list.count), with: [UInt8(list.count)] + list)
    }
    page[511] = 1
    return page
  }
}

extension WordBuilder.Run {
  /// The text as it lies in the stream.
  fileprivate var bytes: [UInt8] {
    isCompressed ? text.utf16.map { UInt8(truncatingIfNeeded: $0) } : text.utf16.flatMap(\.bytes)
  }
}

extension FixedWidthInteger {
  /// The number's bytes, the lowest first.
  var bytes: [UInt8] {
    (0..<(Self.bitWidth / 8)).map { UInt8(truncatingIfNeeded: self >> ($0 * 8)) }
  }
}

/// Lists of changes that tests state by name.
enum Change {
  static let inTable: [UInt8] = [0x16, 0x24, 1]
  static let rowEnd: [UInt8] = [0x17, 0x24, 1]
  static let innerCellEnd: [UInt8] = [0x4B, 0x24, 1]
  static let innerRowEnd: [UInt8] = [0x4C, 0x24, 1]
  static let headerRow: [UInt8] = [0x04, 0x34, 1]
  static let hidden: [UInt8] = [0x3C, 0x08, 1]
  static let deleted: [UInt8] = [0x00, 0x08, 1]
  static let inserted: [UInt8] = [0x01, 0x08, 1]
  static let raised: [UInt8] = [0x48, 0x2A, 1]
  static let lowered: [UInt8] = [0x48, 0x2A, 2]
  static let special: [UInt8] = [0x55, 0x08, 1]

  static func depth(_ depth: UInt32) -> [UInt8] { [0x49, 0x66] + depth.bytes }
  static func outline(_ level: UInt8) -> [UInt8] { [0x40, 0x26, level] }

  /// The definition of a row: edges in twips, and flags for each cell.
  static func cells(_ edges: [Int16], flags: [UInt16] = []) -> [UInt8] {
    let count = edges.count - 1
    let descriptions = (0..<count).flatMap { index in
      (flags.indices.contains(index) ? flags[index] : 0).bytes + [UInt8](repeating: 0, count: 18)
    }
    let operand = [UInt8(count)] + edges.flatMap(\.bytes) + descriptions
    return [0x08, 0xD6] + UInt16(operand.count + 1).bytes + operand
  }
}
