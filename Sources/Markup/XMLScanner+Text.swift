extension XMLScanner {
  /// Texts are handed over in pieces of about this many bytes.
  private static var pieceLength: Int { 64 << 10 }

  /// Finds the text up to the next markup, or a piece of it that cuts no character or reference.
  ///
  /// - Returns: whether it is told.
  mutating func findText() -> Bool {
    var end = bytes.first(UInt8(ascii: "<"), from: position)
    if end == bytes.end, !input.isComplete {
      guard end - position >= Self.pieceLength else {
        _ = refill()
        return false
      }
      end = endOfPiece(position..<end)
    }
    text = position..<end
    isLiteral = false
    position = end
    return isTold(orBlank: true)
  }

  /// Reads what begins with `<!`: a comment, a CDATA section or a document type.
  ///
  /// - Returns: whether it is a text that is told.
  mutating func declaration() -> Bool {
    if isNext("<!--") {
      pass(4, until: "-->")
    } else if isNext("<![CDATA[") {
      guard let end = find("]]>", from: position + 9) else { return false }
      text = (position + 9)..<end
      isLiteral = true
      position = end + 3
      return isTold(orBlank: false)
    } else if isNext("<!DOCTYPE") {
      refuseDocumentType()
    } else if bytes.end - position < 9 {
      needMore()
    } else {
      fail("a declaration is none that a document has")
    }
    return false
  }

  /// Goes behind the end of a comment or instruction.
  ///
  /// - Parameters:
  ///   - start: the length of what begins it.
  ///   - mark: what ends it.
  mutating func pass(_ start: Int, until mark: StaticString) {
    if let end = find(mark, from: position + start) { position = end + mark.utf8CodeUnitCount }
  }

  private mutating func isTold(orBlank mayBeBlank: Bool) -> Bool {
    guard open.isEmpty else { return open.count <= toldDepth }
    let isBlank = unsafe bytes[text].allSatisfy { $0 <= 0x20 && $0 > 0 }
    if !(mayBeBlank && isBlank) { fail("text stands outside of the document") }
    return false
  }

  /// Where a piece of text may end: between characters and references, and not inside a line end of two characters.
  private func endOfPiece(_ piece: Range<Int>) -> Int {
    let earliest = max(piece.lowerBound, piece.upperBound - 16)
    for place in stride(from: piece.upperBound - 1, through: earliest, by: -1) {
      if bytes[place] == UInt8(ascii: ";") { break }
      if bytes[place] == UInt8(ascii: "&") { return place }
    }
    for place in stride(from: piece.upperBound - 1, through: earliest, by: -1) where bytes[place] & 0xC0 != 0x80 {
      return place
    }
    return piece.upperBound
  }

  private func isNext(_ literal: StaticString) -> Bool {
    guard bytes.end - position >= literal.utf8CodeUnitCount else { return false }
    // A static string is laid out for as long as the program runs.
    let wanted = unsafe UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount)
    return unsafe bytes[position..<(position + wanted.count)].elementsEqual(wanted)
  }

  /// Where a mark stands next; `nil` where more bytes are needed first, or there is none.
  private mutating func find(_ mark: StaticString, from start: Int) -> Int? {
    // As above.
    let wanted = unsafe UnsafeBufferPointer(start: mark.utf8Start, count: mark.utf8CodeUnitCount)
    var place = start
    while place + wanted.count <= bytes.end {
      place = unsafe bytes.first(wanted[0], from: place)
      guard place + wanted.count <= bytes.end else { break }
      if unsafe bytes[place..<(place + wanted.count)].elementsEqual(wanted) { return place }
      place += 1
    }
    needMore()
    return nil
  }
}

extension XMLScanner {
  /// Appends the text found last with its references replaced and its line ends made one character (XML 1.0, 2.11, 4.6).
  ///
  /// - Returns: whether all of it means something; bytes that are no UTF-8 become U+FFFD, references to entities that nobody
  ///   defines stay as they are written.
  func appendText(to target: inout [UInt8]) -> Bool {
    let written = unsafe bytes[text]
    if unsafe XMLText.isPlain(written) {
      unsafe target.append(contentsOf: written)
      return true
    }
    return unsafe XMLText.append(written, isLiteral: isLiteral, to: &target)
  }

  /// The value of an attribute with its references replaced and its line ends and tabs as spaces (3.3.3).
  func string(_ value: Range<Int>) -> String {
    unsafe XMLText.value(bytes[value])
  }
}

extension XMLScanner {
  /// The value of an attribute as a decimal number with an optional sign, blanks around it allowed; `nil` where it is none or
  /// overflows.
  func integer(_ value: Range<Int>) -> Int? {
    var (first, end) = (value.lowerBound, value.upperBound)
    while first < end, isBlank(bytes[first]) { first += 1 }
    while first < end, isBlank(bytes[end - 1]) { end -= 1 }
    guard first < end else { return nil }
    let isNegative = bytes[first] == UInt8(ascii: "-")
    if isNegative || bytes[first] == UInt8(ascii: "+") { first += 1 }
    guard first < end else { return nil }
    var number = 0
    for position in first..<end {
      let byte = bytes[position]
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      let (product, overflowed) = number.multipliedReportingOverflow(by: 10)
      let (sum, carried) = product.addingReportingOverflow(Int(byte - UInt8(ascii: "0")))
      guard !overflowed, !carried else { return nil }
      number = sum
    }
    return isNegative ? -number : number
  }

  private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }
}
