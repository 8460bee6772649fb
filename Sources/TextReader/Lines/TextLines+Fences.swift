extension TextLines {
  /// Blocks of code between fences of three and more backticks or tildes (CommonMark, section 4.5), with their fences; a fence that
  /// nothing closes begins none, and is told apart.
  static func fences(_ lines: [Line], in bytes: Span<UInt8>) -> (closed: [Range<Int>], open: Int?) {
    var found: [Range<Int>] = []
    var open: (line: Int, fence: Fence)?
    for index in lines.indices where !lines[index].isBlank {
      guard let fence = Fence(lines[index].bytes, in: bytes) else { continue }
      guard let opening = open else {
        open = (index, fence)
        continue
      }
      if fence.closes(opening.fence) {
        found.append(opening.line..<(index + 1))
        open = nil
      }
    }
    return (found, open?.line)
  }

  private struct Fence {
    private let mark: UInt8
    private let length: Int
    /// Whether anything but white space follows, such as the name of a language.
    private let hasText: Bool

    /// The fence at the start of a line, behind at most three spaces.
    init?(_ line: Range<Int>, in bytes: Span<UInt8>) {
      var start = line.lowerBound
      while start < line.upperBound, start < line.lowerBound + 3, bytes[start] == UInt8(ascii: " ") { start += 1 }
      guard start < line.upperBound, case let mark = bytes[start],
        mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~")
      else { return nil }
      var end = start
      while end < line.upperBound, bytes[end] == mark { end += 1 }
      guard end - start > 2 else { return nil }
      let rest = end..<line.upperBound
      // Three backticks before and behind a word are code inside a line.
      if mark == UInt8(ascii: "`"), rest.contains(where: { bytes[$0] == mark }) { return nil }
      self.mark = mark
      length = end - start
      hasText = rest.contains { bytes[$0] > 0x20 }
    }

    func closes(_ opening: Fence) -> Bool { mark == opening.mark && length >= opening.length && !hasText }
  }
}
