internal import Containers

/// What the properties of a shape say that matters to the text ([MS-ODRAW] 2.2.9 OfficeArtFOPT).
struct ShapeProperties: Hashable, Sendable {
  /// [MS-ODRAW] 2.3.4.44, fHidden.
  private(set) var isHidden = false

  /// The lines of WordArt ([MS-ODRAW] 2.3.22.1, gtextUNICODE); empty for other shapes.
  private(set) var wordArt: [String] = []

  /// Reads all tables of properties of a shape.
  init(of shape: DrawingRecord, _ bytes: [UInt8]) {
    for table in shape.children(bytes) {
      switch table.type {
      case .properties, .secondaryProperties, .tertiaryProperties: read(table, bytes)
      default: break
      }
    }
  }

  /// [MS-ODRAW] 2.3.1 OfficeArtRGFOPTE: six bytes a property, then what found no room there, in the same order.
  private mutating func read(_ table: DrawingRecord, _ bytes: [UInt8]) {
    var long = table.content.lowerBound + table.instance * 6
    for index in 0..<table.instance {
      let entry = table.content.lowerBound + index * 6
      guard entry + 6 <= table.content.upperBound, let property = bytes.unsigned16(at: entry),
        let value = bytes.unsigned32(at: entry + 2)
      else { return }
      let isLong = property & 0x8000 != 0
      switch property & 0x3FFF {
      case 0xC0 where isLong:
        let size = max(0, min(value, table.content.upperBound - long))
        wordArt = ShapeProperties.lines(bytes.utf16(at: long, count: size / 2) ?? "")
      // The upper half says which of the bits in the lower one are stated.
      case 0x3BF where value >> 17 & 1 == 1: isHidden = value >> 1 & 1 == 1
      default: break
      }
      if isLong { long += value }
    }
  }

  /// The lines of a text that ends with a zero.
  private static func lines(_ text: String) -> [String] {
    text.prefix { $0 != "\0" }.split(whereSeparator: \.isNewline).map { line in
      String(
        String.UnicodeScalarView(line.unicodeScalars.filter { $0.value >= 0x20 && !(0x7F..<0xA0).contains($0.value) }))
    }
  }
}
