import Foundation

/// A ZIP archive whose one member is the archive itself, byte for byte, and so on without end.
///
/// The idea is that of "Zip Files All The Way Down" (R. Cox, 2010). DEFLATE (RFC 1951) has two instructions: `L n`, take the next n bytes as
/// they are, and `R n`, repeat the last n bytes that came out. If each takes one unit of five bytes (but the last), this program puts itself out, between the
/// bytes P before it and S behind it in the file (what `L` takes stands behind its dot, counted in units):
///
///     program             output         program              output
///     Lp· P Lp            P Lp           R4                   R4 L4 R4 L4
///     Rp                  P Lp           L4· R4 L0 L0 Ls      R4 L0 L0 Ls
///     L1· Rp              Rp             R4                   R4 L0 L0 Ls
///     L1· L1              L1             L0
///     L4· Rp L1 L1 L4     Rp L1 L1 L4    L0
///     R4                  Rp L1 L1 L4    Ls· Rs S             Rs S
///     L4· R4 L4 R4 L4     R4 L4 R4 L4    Rs                   Rs S
///
/// P and S hold the checksum of the whole. A CRC is a sum modulo 2, so that the one that is right solves 32 equations in 32 bits.
enum QuineArchive {
  /// What each member is called. The distance to repeat P is 65 bytes for 30 characters, which one unit can say.
  static let memberName = "this-archive-inside-itself.zip"

  /// The archive, of some 500 bytes.
  static let bytes: Data = {
    // The moment of the member is free: not every one has a checksum that is right.
    for moment in UInt16(0)... {
      if let checksum = checksum(moment) { return file(moment, checksum) }
    }
    return Data()
  }()

  private static func file(_ moment: UInt16, _ checksum: UInt32) -> Data {
    // Sizes have a fixed number of digits, so that one attempt tells them.
    let draft = file(moment, checksum, whole: 0)
    return file(moment, checksum, whole: UInt32(draft.count))
  }

  private static func file(_ moment: UInt16, _ checksum: UInt32, whole: UInt32) -> Data {
    let name = Data(memberName.utf8)
    let packed = whole == 0 ? 0 : whole - UInt32(30 + name.count + 46 + name.count + 22)
    let sizes = little(checksum) + little(packed) + little(whole)
    // Version 2.0, no flags, DEFLATE; a moment of 2010.
    let about =
      Data([20, 0, 0, 0, 8, 0]) + little(moment) + little(UInt16(0x3C21)) + sizes + little(UInt16(name.count))
    let before = Data([0x50, 0x4B, 3, 4]) + about + Data(count: 2) + name
    let entry = Data([0x50, 0x4B, 1, 2, 20, 0]) + about + Data(count: 16) + name
    let behind =
      entry + Data([0x50, 0x4B, 5, 6, 0, 0, 0, 0, 1, 0, 1, 0]) + little(UInt32(entry.count))
      + little(packed + UInt32(before.count)) + Data(count: 2)
    return before + program(before, behind) + behind
  }

  private static func program(_ before: Data, _ behind: Data) -> Data {
    let (none, one, four, all) = (take(0), take(5), take(20), take(before.count + 5))
    let last = take(behind.count + 4)
    // A match is a length and a distance (RFC 1951, 3.2.5 and 3.2.6). Twice 10 bytes from 20 back: 40 bits with both ends.
    let repeatFour = `repeat`(isLast: false, [.length10, .distance20, .length10, .distance20, .end])
    // 65 bytes from 65 back, and an empty block.
    let repeatBefore = `repeat`(isLast: false, [.length65, .distance65, .end, .block, .end])
    let repeatBehind = `repeat`(isLast: true, [.length102, .distance102, .end])
    var program = all + before + all
    program += repeatBefore
    program += one + repeatBefore
    program += one + one
    program += four + repeatBefore + one + one + four
    program += repeatFour
    program += four + repeatFour + four + repeatFour + four
    program += repeatFour
    program += four + repeatFour + none + none + last
    program += repeatFour + none + none
    program += last + repeatBehind + behind
    return program + repeatBehind
  }

  /// `L`: the head of a block of bytes that are not packed (RFC 1951, 3.2.4).
  private static func take(_ count: Int) -> Data {
    Data([0]) + little(UInt16(count)) + little(~UInt16(count))
  }

  /// A piece of a block with fixed codes: bits in the order in which they are written.
  private enum Piece: String {
    case block = "010"
    case end = "0000000"
    /// Code 264, of 7 bits.
    case length10 = "0001000"
    /// Code 276 (59 bytes) and 6 in three bits, the lowest first.
    case length65 = "0010100011"
    /// Code 279 (99 bytes) and 3 in four bits.
    case length102 = "00101111100"
    /// Code 8 (17 bytes) and 3 in three bits.
    case distance20 = "01000110"
    /// Code 12 (65 bytes) and 0 in five bits.
    case distance65 = "0110000000"
    /// Code 13 (97 bytes) and 5 in five bits.
    case distance102 = "0110110100"
  }

  /// `R`: a block with fixed codes, of five bytes; the last one takes four.
  private static func `repeat`(isLast: Bool, _ pieces: [Piece]) -> Data {
    let bits = Array(((isLast ? "110" : "010") + pieces.map(\.rawValue).joined()).utf8)
    var bytes = Data(count: (bits.count + 7) / 8)
    for (place, bit) in bits.enumerated() where bit == UInt8(ascii: "1") { bytes[place / 8] |= 1 << (place % 8) }
    return bytes
  }

  /// The checksum that the file has when it holds it.
  private static func checksum(_ moment: UInt16) -> UInt32? {
    let constant = HandmadeArchives.checksum(file(moment, 0))
    // One equation for each bit: coefficients of the 32 unknown bits, and the constant at bit 32.
    var equations = [UInt64](repeating: 0, count: 32)
    for bit in 0..<32 {
      let column = HandmadeArchives.checksum(file(moment, 1 << bit)) ^ constant ^ 1 << bit
      for row in 0..<32 where column >> row & 1 == 1 { equations[row] |= 1 << bit }
    }
    for row in 0..<32 where constant >> row & 1 == 1 { equations[row] |= 1 << 32 }
    for bit in 0..<32 {
      guard let pivot = (bit..<32).first(where: { equations[$0] >> bit & 1 == 1 }) else { return nil }
      equations.swapAt(bit, pivot)
      for row in 0..<32 where row != bit && equations[row] >> bit & 1 == 1 { equations[row] ^= equations[bit] }
    }
    return (0..<32).reduce(0) { $0 | UInt32(equations[$1] >> 32) << $1 }
  }

  private static func little(_ number: some FixedWidthInteger) -> Data {
    unsafe withUnsafeBytes(of: number.littleEndian) { unsafe Data($0) }
  }
}
