internal import Containers

/// One record of a drawing: its kind and the bytes of its content ([MS-ODRAW] 2.2.1 OfficeArtRecordHeader).
struct DrawingRecord: Hashable, Sendable {
  /// The kinds that are looked at; raw values are those of the file.
  enum Kind: Int, Hashable, Sendable {
    case allDrawings = 0xF000
    case group = 0xF003
    case shape = 0xF004
    case identity = 0xF00A
    case properties = 0xF00B
    case secondaryProperties = 0xF121
    case tertiaryProperties = 0xF122
  }

  /// `nil` for kinds that are not looked at.
  let type: Kind?

  /// A number whose meaning is the kind's: in tables of properties how many there are.
  let instance: Int

  /// Offsets of the content.
  let content: Range<Int>

  /// Reads the record at an offset; one that reaches beyond an end is clipped to it.
  init?(_ bytes: [UInt8], at offset: Int, before end: Int) {
    guard offset + 8 <= end, let first = bytes.unsigned16(at: offset), let type = bytes.unsigned16(at: offset + 2),
      let size = bytes.unsigned32(at: offset + 4)
    else { return nil }
    self.type = Kind(rawValue: type)
    instance = first >> 4
    content = (offset + 8)..<min(offset + 8 + size, end)
  }

  /// The records in a container.
  func children(_ bytes: [UInt8]) -> [DrawingRecord] {
    var children: [DrawingRecord] = []
    var offset = content.lowerBound
    while let child = DrawingRecord(bytes, at: offset, before: content.upperBound) {
      children.append(child)
      offset = child.content.upperBound
    }
    return children
  }

  /// The identifier of a shape ([MS-ODRAW] 2.2.40 OfficeArtFSP, spid).
  func shapeIdentifier(_ bytes: [UInt8]) -> Int? {
    children(bytes).first { $0.type == .identity }.flatMap { bytes.unsigned32(at: $0.content.lowerBound) }
  }
}
