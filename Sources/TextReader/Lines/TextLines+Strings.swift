internal import FoundationEssentials

extension TextLines {
  /// The text of a line without white space at its ends and without control characters.
  func text(_ index: Int) -> String {
    let bytes = utf8.span
    let line = lines[index]
    let range = trimmed(line.bytes, in: bytes)
    guard line.traits.contains(.control) else { return string(bytes.extracting(range), line.traits) }
    return string(range, of: index)
  }

  /// Part of a line as text, without control characters.
  ///
  /// - Parameter bytes: offsets into the text that begin and end between characters.
  func string(_ bytes: Range<Int>, of line: Int) -> String { string(bytes, of: line, in: utf8.span) }

  /// The same for callers that have the bytes of the text at hand: see ``trimmed(_:in:)``.
  func string(_ range: Range<Int>, of line: Int, in bytes: Span<UInt8>) -> String {
    let text = string(bytes.extracting(range), lines[line].traits)
    guard lines[line].traits.contains(.control) else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.filter(isKept)))
  }

  /// Whole characters of a line of the text, which was found valid when it was decoded and is not looked at again.
  private func string(_ bytes: Span<UInt8>, _ traits: LineTraits) -> String {
    assert((try? UTF8Span(validating: bytes)) != nil, "a line was cut inside a character")
    return String(copying: unsafe UTF8Span(unchecked: bytes, isKnownASCII: !traits.contains(.wide)))
  }

  /// The range without white space at its ends: ASCII, no-break and ideographic spaces, tabs, control characters.
  func trimmed(_ range: Range<Int>) -> Range<Int> { trimmed(range, in: utf8.span) }

  /// The same for callers that have the bytes of the text at hand: getting at them costs as much as a short line.
  func trimmed(_ range: Range<Int>, in bytes: Span<UInt8>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end {
      if bytes[start] <= 0x20 {
        start += 1
      } else if end - start > 1 && bytes[start] == 0xC2 && bytes[start + 1] == 0xA0 {
        start += 2
      } else if end - start > 2 && bytes[start] == 0xE3 && bytes[start + 1] == 0x80 && bytes[start + 2] == 0x80 {
        start += 3
      } else {
        break
      }
    }
    while start < end {
      if bytes[end - 1] <= 0x20 {
        end -= 1
      } else if end - start > 1 && bytes[end - 2] == 0xC2 && bytes[end - 1] == 0xA0 {
        end -= 2
      } else if end - start > 2 && bytes[end - 3] == 0xE3 && bytes[end - 2] == 0x80 && bytes[end - 1] == 0x80 {
        end -= 3
      } else {
        break
      }
    }
    return start..<end
  }

  /// Text contains no control characters but newline and tab; a tab inside a line is a space like any other.
  private func isKept(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09: true
    case 0..<0x20, 0x7F..<0xA0: false
    default: true
    }
  }
}
