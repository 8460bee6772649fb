internal import Containers

/// Which group each shape of a drawing lies in ([MS-DOC] 2.9.172 OfficeArtContent, [MS-ODRAW] 2.2.16
/// OfficeArtSpgrContainer).
///
/// Only a whole group is tied to a position of the text, by the identifier of its first shape, which stands for the group itself; text
/// boxes name the shape inside of it.
///
///     drawing ─ group (the page) ┬ shape 1025
///                                └ group ┬ shape 1026   the group itself: tied to a position
///                                        ├ shape 1027   1027 → 1026
///                                        └ group ┬ shape 1028   1028 → 1026
///                                                └ shape 1029   1029 → 1026
struct DrawingGroups: Hashable, Sendable {
  /// The outermost group's own shape, by the identifier of a shape in it.
  private(set) var group: [Int: Int] = [:]

  /// Reads a drawing in the table stream; a damaged one as far as its records go.
  ///
  /// - Parameters:
  ///   - binary: the streams.
  ///   - isOfHeaders: whether it is the drawing of the headers, else that of the main text.
  init(_ binary: WordBinary, ofHeaders isOfHeaders: Bool) {
    let table = binary.table
    let range = binary.range(of: .drawings)
    guard let all = Record(table, at: range.lowerBound, before: range.upperBound), all.type == Record.allDrawings else {
      return
    }
    // Drawings follow what they share, each behind a byte that says whether it is the main text's or the headers'.
    var offset = all.content.upperBound
    while let drawing = Record(table, at: offset + 1, before: range.upperBound) {
      if table.byte(at: offset) == (isOfHeaders ? 1 : 0),
        let page = drawing.children(table).first(where: { $0.type == Record.group })
      {
        for child in page.children(table) where child.type == Record.group { add(child, table) }
      }
      offset = drawing.content.upperBound
    }
  }

  /// Notes all shapes of an outermost group. Groups in it are visited without recursion: their depth is the file's.
  private mutating func add(_ outermost: Record, _ table: [UInt8]) {
    var open = [outermost]
    var tied: Int?
    while let next = open.popLast() {
      for child in next.children(table) {
        if child.type == Record.group {
          open.append(child)
        } else if child.type == Record.shape, let identifier = child.shapeIdentifier(table) {
          // The first shape of the outermost group comes first of all.
          if let tied { group[identifier] = tied } else { tied = identifier }
        }
      }
    }
  }
}

/// One record: its type and the bytes of its content ([MS-ODRAW] 2.2.1 OfficeArtRecordHeader).
private struct Record {
  static let allDrawings = 0xF000
  static let group = 0xF003
  static let shape = 0xF004
  static let shapeProperties = 0xF00A

  let type: Int
  let content: Range<Int>

  /// Reads the record at an offset; one that reaches beyond an end is clipped to it.
  init?(_ bytes: [UInt8], at offset: Int, before end: Int) {
    guard offset + 8 <= end, let type = bytes.unsigned16(at: offset + 2), let size = bytes.unsigned32(at: offset + 4)
    else { return nil }
    self.type = type
    content = (offset + 8)..<min(offset + 8 + size, end)
  }

  /// The records in a container.
  func children(_ bytes: [UInt8]) -> [Record] {
    var children: [Record] = []
    var offset = content.lowerBound
    while let child = Record(bytes, at: offset, before: content.upperBound) {
      children.append(child)
      offset = child.content.upperBound
    }
    return children
  }

  /// The identifier of a shape ([MS-ODRAW] 2.2.40 OfficeArtFSP, spid).
  func shapeIdentifier(_ bytes: [UInt8]) -> Int? {
    children(bytes).first { $0.type == Record.shapeProperties }.flatMap { bytes.unsigned32(at: $0.content.lowerBound) }
  }
}
