import ConverterCore
import ConverterTesting
import FoundationEssentials
import Testing

@testable import Containers

@Suite struct CompoundFileTests {
  let small: [UInt8] = Array("a few bytes".utf8)
  let large: [UInt8] = (0..<10_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }

  var sample: [UInt8] {
    CompoundFileBuilder().adding("Large", large).adding("\u{5}Small", small).adding("Empty", []).bytes
  }

  @Test func `streams of all sizes come back`() throws {
    let file = try CompoundFile(Data(sample))
    #expect(file.names == ["Empty", "Large", "\u{5}Small"])
    #expect(file.stream(named: "Large")?.bytes == large)
    #expect(file.stream(named: "\u{5}Small")?.bytes == small)
    #expect(file.stream(named: "Empty")?.bytes == [])
    #expect(file.stream(named: "Absent") == nil)
  }

  @Test func `bytes may start anywhere in memory`() throws {
    let file = try CompoundFile(Data([1, 2, 3] + sample).dropFirst(3))
    #expect(file.stream(named: "Large")?.bytes == large)
  }

  @Test func `a stream of a cut file says that it is incomplete`() throws {
    // Table sectors stand at the end of the sample: move the cut into the middle of the large stream instead.
    let file = try CompoundFile(Data(sample))
    var bytes = sample
    let table = try #require(bytes.unsigned32(at: 76)).advanced(by: 1) * 512
    let start = try #require(file.entries.first { $0.name == "Large" }).firstSector
    bytes[table + Int(start + 4) * 4] = 0xFE
    for index in 1...3 { bytes[table + Int(start + 4) * 4 + index] = 0xFF }
    let stream = try #require(try CompoundFile(Data(bytes)).stream(named: "Large"))
    #expect(!stream.isComplete)
    #expect(stream.bytes == Array(large.prefix(5 * 512)))
  }

  @Test func `a chain that leads back to itself ends`() throws {
    let file = try CompoundFile(Data(sample))
    var bytes = sample
    let table = try #require(bytes.unsigned32(at: 76)).advanced(by: 1) * 512
    let start = try #require(file.entries.first { $0.name == "Large" }).firstSector
    bytes[table + Int(start) * 4] = UInt8(start)
    for sector in 1..<4 { bytes[table + Int(start) * 4 + sector] = 0 }
    let directory = try #require(bytes.unsigned32(at: 48))
    bytes[table + directory * 4] = UInt8(directory)
    for index in 1..<4 { bytes[table + directory * 4 + index] = 0 }
    let looping = try CompoundFile(Data(bytes))
    #expect(looping.entries.count <= bytes.count / 128)
    #expect(looping.names == file.names)
    #expect(try #require(looping.stream(named: "Large")).bytes.count <= bytes.count)
  }

  @Test func `a list of table sectors that leads back to itself ends`() throws {
    var bytes = sample
    // The list's first sector is the one behind the end of the sample: all its entries name the first table sector, the last itself.
    let number = UInt32(bytes.count / 512 - 1)
    let table = try #require(bytes.unsigned32(at: 76))
    bytes += (0..<127).flatMap { _ in UInt32(table).bytes } + number.bytes
    bytes.replaceSubrange(68..<76, with: number.bytes + UInt32.max.bytes)
    let file = try CompoundFile(Data(bytes))
    #expect(file.allocation.count <= bytes.count / 512)
    #expect(file.stream(named: "Large")?.bytes == large)
  }

  @Test func `a chain of small pieces that leads back to itself ends`() throws {
    let file = try CompoundFile(Data(sample))
    var bytes = sample
    let first = Int(file.header.firstSmallTableSector + 1) * 512
    let start = try #require(file.entries.first { $0.name == "\u{5}Small" }).firstSector
    bytes.replaceSubrange((first + Int(start) * 4)..<(first + Int(start) * 4 + 4), with: start.bytes)
    let stream = try #require(try CompoundFile(Data(bytes)).stream(named: "\u{5}Small"))
    #expect(stream.bytes == small)
  }

  @Test(arguments: [0xFFFF_FFFE, 0x00FF_FFFF, 0xFFFF_FFF9] as [UInt32])
  func `sectors beyond the file are absent`(sector: UInt32) throws {
    for field in [60, 68, 80] {
      var bytes = sample
      bytes.replaceSubrange(field..<(field + 4), with: sector.bytes)
      let file = try CompoundFile(Data(bytes))
      #expect(file.stream(named: "Large")?.bytes == large)
    }
  }

  @Test func `what is no compound file is damaged`() {
    for bytes in [[], Array(sample.prefix(511)), [UInt8](repeating: 0, count: 1024), Array(sample.prefix(512))] {
      #expect(throws: ReadingError.self) { try CompoundFile(Data(bytes)) }
    }
  }

  @Test(arguments: 0..<4) func `flipped bytes never trap`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<200 {
      var bytes = sample
      for _ in 0..<Int.random(in: 1...8, using: &random) {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      if Bool.random(using: &random) { bytes.removeLast(Int.random(in: 0..<bytes.count, using: &random)) }
      guard let file = try? CompoundFile(Data(bytes)) else { continue }
      for entry in file.entries where entry.kind == .stream {
        #expect(file.contents(of: entry).bytes.count <= bytes.count * 2, "seed \(seed)")
      }
      #expect(file.names.count <= file.entries.count)
    }
  }
}

extension UInt32 {
  /// The number's bytes, the lowest first.
  fileprivate var bytes: [UInt8] { (0..<4).map { UInt8(truncatingIfNeeded: self >> ($0 * 8)) } }
}
