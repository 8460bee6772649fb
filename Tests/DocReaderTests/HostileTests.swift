import ConverterCore
import ConverterTesting
import FoundationEssentials
import Testing

@testable import DocReader

/// Files whose offsets, counts and chains lie: each is read within bounds, without a trap.
@Suite struct HostileTests {
  @Test(arguments: [0, 1, 8, 0xFFFF, 0x7FFF_FFFF, 0xFFFF_FFFF] as [UInt32])
  func `the size of the piece table is not believed`(size: UInt32) throws {
    var bytes = [UInt8](WordBuilder("Text\r").source.bytes)
    // The piece table ends the stream of tables: a byte 2, its size, then 0 and 5 as the positions of its one piece.
    let pattern: [UInt8] = [2] + UInt32(16).bytes + UInt32(0).bytes + UInt32(5).bytes
    let start = try #require(bytes.indices.first { bytes[$0...].starts(with: pattern) })
    bytes.replaceSubrange((start + 1)..<(start + 5), with: size.bytes)
    let document = try? DocReader().read(Source(name: "a.doc", bytes: Data(bytes), format: "doc"), within: .standard)
    #expect(document?.blocks.map(text).allSatisfy { $0 == "Text" } ?? true)
  }

  @Test(arguments: [1, 2, 3, 4] as [UInt32])
  func `a list of changes that its structure cuts is none`(size: UInt32) throws {
    var bytes = [UInt8](WordBuilder("Text\r").source.bytes)
    let pattern: [UInt8] = [2] + UInt32(16).bytes + UInt32(0).bytes + UInt32(5).bytes
    let table = try #require(bytes.indices.first { bytes[$0...].starts(with: pattern) })
    bytes[table] = 1
    // The sizes of structures: pairs behind the head, the counts and the lengths of stories; the piece table is the 34th.
    let information = try #require(bytes.indices.first { bytes[$0...].starts(with: UInt16(0xA5EC).bytes) })
    let stated = information + 154 + 33 * 8 + 4
    #expect(bytes[stated] == 21)
    bytes.replaceSubrange(stated..<(stated + 4), with: size.bytes)
    #expect(throws: ReadingError.self) {
      try DocReader().read(Source(name: "a.doc", bytes: Data(bytes), format: "doc"), within: .standard)
    }
  }

  @Test func `a piece that promises more text than the file has is left out, and told`() throws {
    var bytes = [UInt8](WordBuilder(Run(text: "One\r"), Run(text: "Two\r")).source.bytes)
    let pattern: [UInt8] = UInt32(0).bytes + UInt32(4).bytes + UInt32(8).bytes
    let start = try #require(bytes.indices.first { bytes[$0...].starts(with: pattern) })
    bytes.replaceSubrange((start + 8)..<(start + 12), with: UInt32(0x7FFF_FFFF).bytes)
    let document = try DocReader().read(Source(name: "a.doc", bytes: Data(bytes), format: "doc"), within: .standard)
    #expect(document.blocks.map(text) == ["One"])
    #expect(document.findings.map(\.code) == ["doc.cut-short"])
  }

  @Test(arguments: [0, 5, 6, 9, 10, 0xFFFF_FFFF] as [UInt32])
  func `a main text that is not as long as the pieces is told`(length: UInt32) throws {
    var bytes = [UInt8](WordBuilder(Run(text: "One\r"), Run(text: "Two\r")).source.bytes)
    let whole = try DocReader().read(Source(name: "a.doc", bytes: Data(bytes), format: "doc"), within: .standard)
    #expect(whole.findings.isEmpty)
    // The counts of the stories follow the head of 32 bytes, the numbers of 16 bits, and three others of 32 bits.
    let start = try #require(bytes.indices.first { bytes[$0...].starts(with: UInt16(0xA5EC).bytes) }) + 64 + 12
    bytes.replaceSubrange(start..<(start + 4), with: length.bytes)
    let document = try DocReader().read(Source(name: "a.doc", bytes: Data(bytes), format: "doc"), within: .standard)
    #expect(document.findings.map(\.code) == ["doc.cut-short"])
  }

  @Test(arguments: [0x3F_FFFF, 0xFFFF_FFFF, 0] as [UInt32])
  func `pages of properties beyond the file are absent`(number: UInt32) throws {
    var builder = WordBuilder(Run(text: "Text\r", paragraph: Change.outline(0)))
    let pages = [0, 100].flatMap { UInt32($0).bytes } + number.bytes
    builder.replacedStructures = [.paragraphPages: pages, .characterPages: pages]
    #expect(try texts(builder) == ["Text"])
  }

  // The last change says that it is longer than what is left, by one byte, by two bytes, as a list of tabs.
  @Test(arguments: [
    [0x2B, 0xD6, 0xFF], [0x08, 0xD6, 0xFF, 0xFF], [0x15, 0xC6, 0xFF, 0xFF], [0x46, 0x66, 1], [0x40],
  ])
  func `a change that is cut ends its list`(change: [UInt8]) throws {
    let builder = WordBuilder(Run(text: "Text\r", paragraph: Change.outline(0) + change))
    let blocks = try DocReader().read(builder.source, within: .standard).blocks
    #expect(blocks == [.heading(Heading(level: 1, text: "Text", origin: origin("body/p[1]")))])
  }

  @Test func `styles that are based on each other end`() throws {
    var builder = WordBuilder(Run(text: "A\r", style: 0), Run(text: "B\r", style: 2))
    builder.structures[.styleSheet] = StyleSheetBuilder.bytes([
      (builtIn: 0xFFE, base: 1, []), (builtIn: 1, base: 0, []), (builtIn: 0xFFE, base: 2, []),
    ])
    let blocks = try DocReader().read(builder.source, within: .standard).blocks
    #expect(blocks.map { block in if case .heading(let heading) = block { heading.level } else { 0 } } == [1, 0])
  }

  @Test func `long styles that many are based on are read once`() throws {
    let long = (0..<10_000).flatMap { _ in Change.outline(9) }
    let chain = (0..<60).map { (builtIn: UInt16(0xFFE), base: UInt16($0 == 0 ? 0xFFF : $0 - 1), paragraph: long) }
    let heirs = (0..<3000).map { _ in (builtIn: UInt16(0xFFE), base: UInt16(59), paragraph: [UInt8]()) }
    var builder = WordBuilder(Run(text: "Text\r", style: 3000))
    builder.structures[.styleSheet] = StyleSheetBuilder.bytes(chain + heirs)
    let source = builder.source
    let (document, time) = try withProcessorTime { try DocReader().read(source, within: .standard) }
    #expect(document.blocks.map(text) == ["Text"])
    // Chain times heirs would be two thousand million changes.
    #expect(time < .seconds(20))
  }

  @Test func `many fields in hidden text cost no more than their number`() throws {
    let count = 60_000
    let builder = WordBuilder(
      Run(text: String(repeating: "\u{13}\u{15}\r", count: count), characters: Change.hidden), Run(text: "end\r"))
    let source = builder.source
    let (document, time) = try withProcessorTime { try DocReader().read(source, within: .standard) }
    #expect(document.blocks.map(text) == ["end"])
    // Each paragraph that looks at all fields before it would be two thousand million steps.
    #expect(time < .seconds(20))
  }

  @Test func `form fields that share a long entry do not repeat all of it`() throws {
    var builder = WordBuilder(
      Run(text: "\u{13} FORMDROPDOWN "), Run(text: "\u{1}", characters: [0x03, 0x6A] + UInt32(0).bytes),
      Run(text: "\u{14}\u{15}\r"))
    let entry = UInt16(9000).bytes + [UInt8](repeating: 0x41, count: 18_000)
    let field = UInt32.max.bytes + UInt16(2).bytes + [0, 0, 0, 0] + UInt16(0).bytes + [0, 0] + UInt16(0).bytes
    let texts = [UInt8](repeating: 0, count: 5 * 4)
    builder.data = UInt32(0).bytes + UInt16(6).bytes + field + texts + [0xFF, 0xFF, 1, 0, 0, 0] + entry
    #expect(try DocReaderTests.texts(builder).map(\.utf16.count) == [255])
  }

  @Test func `changes of pieces outside of their list are none`() throws {
    let builder = WordBuilder(Run(text: "a", modification: 0xFFFF), Run(text: "b\r", modification: 3))
    #expect(try texts(builder) == ["ab"])
  }

  @Test(arguments: [0, 1, 2, 16, 60, 200, 1023]) func `streams that are cut short are read as far as they go`(left: Int)
  {
    for name in ["WordDocument", "1Table", "Data"] {
      var builder = CompoundFileBuilder()
      let whole = sample.file.streams
      for (stream, bytes) in whole {
        builder = builder.adding(stream, stream == name ? Array(bytes.prefix(left)) : bytes)
      }
      let source = Source(name: "a.doc", bytes: Data(builder.bytes), format: "doc")
      let document = try? DocReader().read(source, within: .standard)
      #expect(document?.blocks.map(text).allSatisfy { $0.contains("Text") } ?? true, "\(name)")
    }
  }

  private var sample: WordBuilder {
    var builder = WordBuilder(Run(text: "Text\r", style: 1))
    builder.structures[.styleSheet] = StyleSheetBuilder.bytes([(0, 0xFFF, []), (1, 0, Change.outline(0))])
    return builder
  }
}
