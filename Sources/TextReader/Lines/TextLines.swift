internal import ConverterCore
internal import FoundationEssentials

/// A text cut into lines, the first step of everything.
///
/// Lines end at LF, CR LF or CR, at a vertical tab (a forced break in dumps of word processors) and at a form feed, which
/// begins a new page.
struct TextLines: Sendable {
  /// Valid UTF-8.
  let utf8: Data

  /// The lines in order; a terminator at the very end begins no further line.
  let lines: [Line]

  /// Whether the text that the lines are from has pages.
  let hasPages: Bool

  /// Blocks of code between fences, in order: no table, whatever they hold.
  let fences: [Range<Int>]

  /// The line of a fence that nothing closes in these lines.
  let openFence: Int?

  /// Whether the name of the source promises separated values, so that less evidence is enough.
  let isNamedDelimited: Bool

  /// - Parameter beginsPage: whether a form feed stands before the first line.
  init(utf8: Data, isNamedDelimited: Bool = false, hasPages: Bool = false, beginsPage: Bool = false) {
    self.utf8 = utf8
    self.isNamedDelimited = isNamedDelimited
    self.hasPages = hasPages
    let lines = TextLines.split(utf8.span, beginsPage: beginsPage)
    self.lines = lines
    (fences, openFence) = TextLines.fences(lines, in: utf8.span)
  }

  var count: Int { lines.count }

  subscript(index: Int) -> Line { lines[index] }

  /// About how many lines there are, judged by the beginning: room in time is cheaper than an array that grows.
  private static func lineCount(_ bytes: Span<UInt8>) -> Int {
    let sample = min(bytes.count, 1 << 16)
    var count = 1
    for index in 0..<sample where bytes[index] == 0x0A { count += 1 }
    return sample < bytes.count ? bytes.count / sample * count : count
  }

  private static func split(_ bytes: Span<UInt8>, beginsPage: Bool) -> [Line] {
    var lines: [Line] = []
    lines.reserveCapacity(lineCount(bytes))
    let kinds = byteKinds
    var scanner = LineScanner()
    if beginsPage { scanner.breakPage() }
    var index = 0
    var start = 0
    let count = bytes.count
    while index < count {
      let byte = bytes[index]
      if index - start >= Line.longest && byte & 0xC0 != 0x80 {
        lines.append(Line(start: start, end: index, traits: scanner.finish()))
        start = index
      }
      let kind = kinds[Int(byte)]
      if kind == .plain {
        index = scanner.sawRun(bytes, kinds, index..<max(index + 1, min(count, start + Line.longest))) - 1
      } else if kind == .end {
        lines.append(Line(start: start, end: index, traits: scanner.finish()))
        if byte == 0x0D && index + 1 < count && bytes[index + 1] == 0x0A { index += 1 }
        if byte == 0x0C { scanner.breakPage() }
        start = index + 1
      } else {
        index += scanner.saw(kind, byte, bytes, index)
      }
      index += 1
    }
    if start < count { lines.append(Line(start: start, end: count, traits: scanner.finish())) }
    return lines
  }
}
