internal import Bytes

extension Unicode.Scalar {
  /// The property White_Space of Unicode (PropList.txt), which is stable: told by value, since the look into Unicode's
  /// tables is most of the cost of trimming short texts.
  var isWhiteSpace: Bool {
    switch value {
    case 0x20, 0x09...0x0D: true
    case 0..<0x85: false
    case 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }
}

extension String {
  /// Whether anything but white space is in the text.
  package var hasInk: Bool { unicodeScalars.contains { !$0.isWhiteSpace } }
}

extension Span<UInt8> {
  /// The places from the first to the last scalar of a text that is no white space; empty where there is none.
  var ink: Range<Int> {
    var start = 0
    var next = 0
    while start < count, scalar(at: &next).isWhiteSpace { start = next }
    var end = count
    while end > start {
      var last = end - 1
      while last > start, self[last] & 0xC0 == 0x80 { last -= 1 }
      next = last
      guard scalar(at: &next).isWhiteSpace else { break }
      end = last
    }
    return start..<end
  }
}
