import ConverterCore
import Testing

@Suite struct `A cell` {
  @Test func `is small, since documents have millions`() {
    #expect(MemoryLayout<Cell>.stride <= 96)
  }

  @Test func `gives back all its parts`() {
    #expect(full.rows == 0..<2)
    #expect(full.columns == 1..<3)
    #expect(full.kind == .rowHeader)
    #expect(full.label == "1.")
    #expect(full.text == "Lamps")
    #expect(full.original == "Ｌamps")
    #expect(full.blocks == [block])
    #expect(full.origin == origin)
  }

  @Test func `equals one that never had the parts that were taken from it`() {
    let plain = Cell(rows: 0..<2, columns: 1..<3, kind: .rowHeader, text: "Lamps", origin: Origin(.byte(7), .ruled))
    var cell = full
    cell.label = nil
    cell.original = nil
    cell.blocks = []
    #expect(cell != plain)
    cell.origin.continuations = []
    #expect(cell == plain)
    #expect(cell.hashValue == plain.hashValue)
    cell.label = nil
    #expect(cell == plain)
  }

  @Test func `changes alone where it was copied`() {
    var copy = full
    copy.label = "2."
    copy.blocks.append(block)
    copy.origin.continuations.append(.byte(30))
    #expect(full.label == "1.")
    #expect(full.blocks == [block])
    #expect(full.origin == origin)
    #expect(copy.label == "2.")
    #expect(copy.blocks == [block, block])
    #expect(copy.origin.continuations == [.byte(20), .byte(30)])
    #expect(copy.original == "Ｌamps")
  }

  private let origin = Origin(.byte(7), .ruled, continuations: [.byte(20)])
  private let block = Block.paragraph(Paragraph(text: "Lamps", origin: Origin(.byte(7), .stated)))
  private var full: Cell {
    Cell(
      rows: 0..<2, columns: 1..<3, kind: .rowHeader, label: "1.", text: "Lamps", original: "Ｌamps", blocks: [block],
      origin: origin)
  }
}
