import Foundation

/// Archives that no library at hand writes, byte by byte.
enum HandmadeArchives {
  /// A RAR archive of version 4 with members that are stored, not packed ([unrar] `technote.txt` of RAR 4).
  static func rar4(_ files: KeyValuePairs<String, String>, isEncrypted: Bool = false) -> Data {
    var bytes = Data([0x52, 0x61, 0x72, 0x21, 0x1A, 0x07, 0x00])
    bytes += rar4Block(0x73, flags: 0, Data(count: 6))
    for (name, text) in files {
      let content = Data(text.utf8)
      var fields = Data()
      fields += little(UInt32(content.count)) + little(UInt32(content.count))
      // Made on Unix; the checksum; a moment; version 2.0; stored.
      fields += Data([3]) + little(checksum(content)) + little(UInt32(0x5A21_0000)) + Data([20, 0x30])
      fields += little(UInt16(name.utf8.count)) + little(UInt32(0o100644)) + Data(name.utf8)
      bytes += rar4Block(0x74, flags: 0x8000 | (isEncrypted ? 0x0004 : 0), fields) + content
    }
    return bytes + rar4Block(0x7B, flags: 0x4000, Data())
  }

  /// A RAR archive of version 5 with members that are stored (RAR 5.0 archive format, 2013).
  static func rar5(_ files: KeyValuePairs<String, String>) -> Data {
    var bytes = Data([0x52, 0x61, 0x72, 0x21, 0x1A, 0x07, 0x01, 0x00])
    bytes += rar5Block(Data([1, 0, 0]))
    for (name, text) in files {
      let content = Data(text.utf8)
      // A file with data behind it; how much; a checksum is there; unpacked size; attributes.
      var fields =
        Data([2, 2]) + variable(content.count) + Data([4]) + variable(content.count) + Data([0xA4, 0x83, 0x02])
      // The checksum; stored; made on Unix; the name.
      fields += little(checksum(content)) + Data([0, 1]) + variable(name.utf8.count) + Data(name.utf8)
      bytes += rar5Block(fields) + content
    }
    return bytes + rar5Block(Data([5, 0, 0]))
  }

  /// A tar archive without a mark, as before POSIX (`tar --format=v7`).
  static func tar7(_ files: KeyValuePairs<String, String>) -> Data {
    var bytes = Data()
    for (name, text) in files { bytes += tarMember(name, Data(text.utf8)) }
    return bytes + Data(count: 1024)
  }

  /// A tar archive with a file that begins with some text and goes on as a hole, without bytes in the archive, to a size that it only
  /// states (old GNU format: type `S`, places and lengths of what is stored at 386, the size at 483), and `z.txt` behind it.
  static func sparseTar(_ text: String, size: Int) -> Data {
    let content = Data(text.utf8)
    let file = tarMember(
      "sparse", content,
      [
        (156, "S"), (257, "ustar  "), (386, octal(0, digits: 11)), (398, octal(content.count, digits: 11)),
        (410, octal(size, digits: 11)), (422, octal(0, digits: 11)), (483, octal(size, digits: 11)),
      ])
    return file + tarMember("z.txt", Data("last".utf8)) + Data(count: 1024)
  }

  /// A tar archive of one member whose header says another size than what follows.
  static func lyingTar(_ text: String, size: Int) -> Data {
    tarMember("lie", Data(text.utf8), [(124, octal(size, digits: 11))])
  }

  /// A header and the content, filled up to blocks of 512 bytes.
  private static func tarMember(_ name: String, _ content: Data, _ fields: [(Int, String)] = []) -> Data {
    var header = Data(count: 512)
    func put(_ field: String, at offset: Int) {
      header.replaceSubrange(offset..<(offset + field.utf8.count), with: field.utf8)
    }
    put(name, at: 0)
    put("000644 ", at: 100)
    put("000000 ", at: 108)
    put("000000 ", at: 116)
    put(octal(content.count, digits: 11) + " ", at: 124)
    put("14524770000 ", at: 136)
    put("        ", at: 148)
    for (offset, field) in fields { put(field, at: offset) }
    put(octal(header.reduce(0) { $0 + Int($1) }, digits: 6) + "\0 ", at: 148)
    return header + content + Data(count: (512 - content.count % 512) % 512)
  }

  /// Says of these members of a ZIP archive that their names are UTF-8 (APPNOTE, bit 11), and of the others that they are not.
  static func flagged(_ zip: Data, _ names: [[UInt8]]) -> Data {
    var zip = zip
    for (mark, flags, name) in [([0x50, 0x4B, 3, 4], 6, 30), ([0x50, 0x4B, 1, 2], 8, 46)] {
      var start = zip.startIndex
      while let found = zip[start...].range(of: Data(mark.map { UInt8($0) })) {
        let header = found.lowerBound
        start = found.upperBound
        let isFlagged = names.contains { zip[(header + name)...].starts(with: $0) }
        zip[header + flags + 1] = zip[header + flags + 1] & ~0x08 | (isFlagged ? 0x08 : 0)
      }
    }
    return zip
  }

  private static func rar4Block(_ type: UInt8, flags: UInt16, _ fields: Data) -> Data {
    let block = Data([type]) + little(flags) + little(UInt16(7 + fields.count)) + fields
    return little(UInt16(truncatingIfNeeded: checksum(block))) + block
  }

  private static func rar5Block(_ fields: Data) -> Data {
    let block = variable(fields.count) + fields
    return little(checksum(block)) + block
  }

  /// Seven bits a byte, the lowest first.
  private static func variable(_ number: Int) -> Data {
    number < 0x80 ? Data([UInt8(number)]) : Data([UInt8(number & 0x7F) | 0x80]) + variable(number >> 7)
  }

  private static func octal(_ number: Int, digits: Int) -> String {
    let text = String(number, radix: 8)
    return String(repeating: "0", count: digits - text.count) + text
  }

  private static func little(_ number: some FixedWidthInteger) -> Data {
    unsafe withUnsafeBytes(of: number.littleEndian) { unsafe Data($0) }
  }

  /// CRC-32 as in ISO 3309.
  static func checksum(_ bytes: Data) -> UInt32 {
    var sum = ~UInt32(0)
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = (sum >> 1) ^ (sum & 1 == 1 ? 0xEDB8_8320 : 0) }
    }
    return ~sum
  }
}
