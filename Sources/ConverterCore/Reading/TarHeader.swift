/// The header of the first member of a tar archive, which older programs wrote without a mark (`tar --format=v7`).
package enum TarHeader {
  private static let size = 512
  private static let checksum = 148..<156

  /// Whether bytes begin with such a header: at its place stands the sum of all its bytes in octal digits, its own place counted
  /// as spaces (IEEE 1003.1, pax, “ustar interchange format”; the older form has the same field).
  package static func begins(_ bytes: [UInt8]) -> Bool {
    guard bytes.count >= size, bytes[0] != 0, let stated = octal(bytes[checksum]) else { return false }
    var sum = checksum.count * Int(UInt8(ascii: " "))
    for index in 0..<size where !checksum.contains(index) { sum += Int(bytes[index]) }
    return sum == stated
  }

  /// A number of at least four digits, with spaces or zeros around it; `nil` where something else stands there.
  private static func octal(_ field: ArraySlice<UInt8>) -> Int? {
    let digits = field.drop { $0 == UInt8(ascii: " ") }.prefix { (UInt8(ascii: "0")...UInt8(ascii: "7")).contains($0) }
    guard digits.count >= 4, field[digits.endIndex...].allSatisfy({ $0 == 0 || $0 == UInt8(ascii: " ") }) else {
      return nil
    }
    return digits.reduce(0) { $0 * 8 + Int($1 - UInt8(ascii: "0")) }
  }
}
