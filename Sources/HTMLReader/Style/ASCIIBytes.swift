/// Bytes of markup compared as HTML and CSS compare names: ASCII letters without regard to case.
extension ArraySlice<UInt8> {
  /// The bytes without white space at their ends.
  var trimmedASCII: ArraySlice<UInt8> {
    var slice = self
    while let first = slice.first, isASCIISpace(first) { slice = slice.dropFirst() }
    while let last = slice.last, isASCIISpace(last) { slice = slice.dropLast() }
    return slice
  }

  /// The text with ASCII letters in lower case.
  var lowercasedASCII: String {
    String(decoding: lazy.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }, as: UTF8.self)
  }

  /// Whether the bytes are a name, given in lower case.
  func equals(_ name: StaticString) -> Bool {
    guard count == name.utf8CodeUnitCount else { return false }
    return name.withUTF8Buffer { wanted in
      unsafe zip(self, wanted).allSatisfy { ($0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0) == $1 }
    }
  }

  /// The number that the text begins with, in the manner of HTML: white space, digits, then anything; `nil` without digits.
  /// Numbers above a bound are the bound.
  func leadingNumber(atMost bound: Int) -> Int? {
    let digits = trimmedASCII.drop { $0 == UInt8(ascii: "+") }.prefix { $0 >= 0x30 && $0 <= 0x39 }
    guard !digits.isEmpty else { return nil }
    var value = 0
    for digit in digits {
      value = Swift.min(bound, value * 10 + Int(digit) - 0x30)
      if value == bound { break }
    }
    return value
  }

  /// Calls a function with the words between white space.
  func forEachASCIIWord(_ body: (ArraySlice<UInt8>) -> Void) {
    var index = startIndex
    while index < endIndex {
      while index < endIndex, isASCIISpace(self[index]) { index += 1 }
      let start = index
      while index < endIndex, !isASCIISpace(self[index]) { index += 1 }
      if index > start { body(self[start..<index]) }
    }
  }

  /// Whether one of the words between white space is the one given.
  func holdsASCIIWord(_ word: [UInt8]) -> Bool {
    var isFound = false
    forEachASCIIWord { if !isFound { isFound = $0.elementsEqual(word) } }
    return isFound
  }
}

extension Span<UInt8> {
  /// A range of bytes without white space at its ends.
  func trimmedASCII(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, isASCIISpace(self[start]) { start += 1 }
    while start < end, isASCIISpace(self[end - 1]) { end -= 1 }
    return start..<end
  }
}

/// Whether a byte is white space in HTML.
func isASCIISpace(_ byte: UInt8) -> Bool {
  byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D || byte == 0x0C
}
