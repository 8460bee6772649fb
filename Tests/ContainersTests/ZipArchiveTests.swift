import Containers
import ConverterCore
import ConverterTesting
import FoundationEssentials
import Testing

private func archive(_ bytes: [UInt8], _ limits: Limits = .standard) throws(ReadingError) -> ZipArchive {
  try ZipArchive(Source(name: "a.zip", bytes: Data(bytes)), within: limits)
}

private let two = ZipBuilder([("one.txt", "first"), ("two.txt", "second")])

@Test func `Members come in the order of the directory with their bytes`() throws {
  let archive = try archive(two.bytes)
  #expect(archive.members.map(\.name) == ["one.txt", "two.txt"])
  #expect(!archive.isRecovered)
  #expect(try archive.contents(at: 1) == Array("second".utf8))
}

@Test func `Names are handed over as raw bytes`() throws {
  var builder = ZipBuilder([("x", "y")])
  builder.members[0].name = [0xB1, 0xED]
  #expect(try archive(builder.bytes).members[0].rawName == [0xB1, 0xED])
}

@Test func `A name that occurs twice is two members`() throws {
  let archive = try archive(ZipBuilder([("a", "1"), ("a", "2")]).bytes)
  #expect(try archive.members.indices.map { try archive.contents(at: $0) } == [[0x31], [0x32]])
}

@Test func `An encrypted member says so and is not opened`() throws {
  var builder = two
  builder.members[0].flags = 1
  let archive = try archive(builder.bytes)
  #expect(archive.members[0].isEncrypted)
  #expect(throws: ReadingError(.encrypted(format: "ZIP"))) { try archive.contents(at: 0) }
}

@Test func `A wrong checksum is an error after the bytes`() throws {
  var builder = two
  builder.members[0].statedChecksum = 7
  let stream = try archive(builder.bytes).stream(at: 0)
  var chunk: [UInt8] = []
  var read: [UInt8] = []
  let error = #expect(throws: ReadingError.self) {
    repeat {
      try stream.read(into: &chunk)
      read += chunk
    } while !chunk.isEmpty
  }
  #expect(error?.code == "damaged")
}

@Test func `More unpacked bytes than granted end the reading`() throws {
  let archive = try archive(two.bytes, Limits(unpackedBytes: 8))
  _ = try archive.contents(at: 0)
  #expect(throws: ReadingError(.limit(name: "unpacked bytes", asked: 11, granted: 8))) { try archive.contents(at: 1) }
}

@Test func `Too many members are refused`() {
  #expect(throws: ReadingError(.limit(name: "entries", asked: 2, granted: 1))) {
    try archive(two.bytes, Limits(entries: 1))
  }
}

@Test func `An archive without its directory gives its members by their own headers`() throws {
  let bytes = two.bytes
  let directory = try #require(bytes.firstRange(of: [0x50, 0x4B, 1, 2]))
  let archive = try archive(Array(bytes[..<directory.lowerBound]))
  #expect(archive.isRecovered)
  #expect(archive.members.map(\.name) == ["one.txt", "two.txt"])
  #expect(try archive.contents(at: 1) == Array("second".utf8))
}

@Test func `A member that is cut gives what is left of it and then an error`() throws {
  let archive = try archive(Array(two.bytes.prefix(30 + 7 + 5 + 30 + 7 + 3)))
  let stream = try archive.stream(at: 1)
  var chunk: [UInt8] = []
  try stream.read(into: &chunk)
  #expect(chunk == Array("sec".utf8))
  #expect(throws: ReadingError.self) { try stream.read(into: &chunk) }
}

@Test func `Bytes that are no archive give no names`() {
  #expect(ZipArchive.memberNames(of: Source(name: "x", bytes: Data("plain words".utf8))) == nil)
}

@Test func `No cut of an archive traps`() {
  let bytes = two.bytes
  for count in 0..<bytes.count {
    guard let archive = try? archive(Array(bytes.prefix(count))) else { continue }
    for index in archive.members.indices { _ = try? archive.contents(at: index) }
  }
}

@Test func `A deflated member is inflated, and told as broken where it is cut`() throws {
  var builder = two
  // “again and ” three times, as zlib deflates it.
  let packed: [UInt8] = [75, 76, 79, 204, 204, 83, 72, 204, 75, 81, 72, 196, 194, 2, 0]
  builder.members[0].bytes = packed
  builder.members[0].statedChecksum = 0x702fbb0f
  var bytes = builder.bytes
  let entry = try #require(bytes.firstRange(of: [0x50, 0x4B, 1, 2])).lowerBound
  bytes[entry + 10] = 8
  #expect(try archive(bytes).contents(at: 0) == Array("again and again and again and ".utf8))
  bytes[entry + 20] -= 4
  #expect(throws: ReadingError(.damaged(format: "ZIP", detail: "the bytes of a member are broken or end too early"))) {
    try archive(bytes).contents(at: 0)
  }
}

@Test func `The numbers of ZIP64 stand for those that are too large`() throws {
  var bytes = two.bytes
  let end = bytes.count - 22
  let (size, offset) = (Array(bytes[(end + 12)..<(end + 16)]), Array(bytes[(end + 16)..<(end + 20)]))
  let zeros: (Int) -> [UInt8] = { [UInt8](repeating: 0, count: $0) }
  let record =
    [0x50, 0x4B, 6, 6] + zeros(28) + [2] + zeros(7) + size + zeros(4) + offset + zeros(4)
  let locator = [0x50, 0x4B, 6, 7] + zeros(4) + [UInt8(end)] + zeros(7) + zeros(4)
  bytes.replaceSubrange((end + 8)..<(end + 20), with: [UInt8](repeating: 0xFF, count: 12))
  bytes.insert(contentsOf: record + locator, at: end)
  #expect(try archive(bytes).contents(at: 1) == Array("second".utf8))
}

@Test func `The directory is found before a comment, and a false end in the comment is not taken`() throws {
  var bytes = two.bytes
  bytes[bytes.count - 2] = 40
  bytes += [0x50, 0x4B, 5, 6, 0, 0, 0, 0, 9, 0, 9, 0, 9, 9, 0, 0, 9, 9, 0, 0, 0, 0]
  bytes += [UInt8](repeating: 0x20, count: 18)
  let archive = try archive(bytes)
  #expect(!archive.isRecovered)
  #expect(archive.members.count == 2)
}

@Test func `A directory that leads outside is an error of the member, not of the archive`() throws {
  var bytes = two.bytes
  let entry = try #require(bytes.firstRange(of: [0x50, 0x4B, 1, 2])).lowerBound
  bytes.replaceSubrange((entry + 42)..<(entry + 46), with: [0xFE, 0xFF, 0xFF, 0xFF])
  let archive = try archive(bytes)
  #expect(throws: ReadingError.self) { try archive.contents(at: 0) }
  #expect(try archive.contents(at: 1) == Array("second".utf8))
}
