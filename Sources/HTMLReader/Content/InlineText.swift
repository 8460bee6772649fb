internal import ConverterCore

/// Gathers the text of one block by the rules for white space of CSS (CSS Text Module Level 3, section 4.1).
///
/// Runs of white space are one space, none at the ends of lines; a line break of the source between two wide characters
/// is nothing (section 4.1.3); `<br>` is a line feed. Control characters and marks without width are left out.
struct InlineText {
  private var bytes: [UInt8] = []
  private var pending = Space.none
  /// How often the text was taken.
  private var takings = 0

  /// A place between what was gathered and what comes.
  struct Mark {
    fileprivate var size: Int
    fileprivate var takings: Int
  }

  /// White space that has been read and not written.
  private enum Space: Comparable {
    case none, space, sourceLineBreak
  }

  /// The place behind what was gathered.
  var end: Mark { Mark(size: bytes.count, takings: takings) }

  /// Whether there is nothing but white space of the source.
  var isEmpty: Bool { bytes.isEmpty }

  /// Adds text from the page.
  mutating func append(_ text: ArraySlice<UInt8>) {
    var index = text.startIndex
    while index < text.endIndex {
      let byte = text[index]
      switch byte {
      case 0x20, 0x09, 0x0C:
        pending = max(pending, .space)
        index += 1
      case 0x0A, 0x0D:
        pending = .sourceLineBreak
        index += 1
      case 0..<0x20, 0x7F: index += 1
      default:
        let end = min(text.endIndex, index + InlineText.length(lead: byte))
        if InlineText.isLeftOut(text, from: index, to: end) {
          index = end
          continue
        }
        if pending != .none { writeSpace(before: text[index..<end]) }
        // What follows goes with it, up to the next byte that may mean something else.
        let plainEnd = InlineText.endOfPlainText(in: text, from: end)
        bytes.append(contentsOf: text[index..<plainEnd])
        index = plainEnd
      }
    }
  }

  /// Adds text as it stands, with its line breaks and spaces.
  mutating func appendPreformatted(_ text: ArraySlice<UInt8>) {
    pending = .none
    for byte in text where byte >= 0x20 && byte != 0x7F || byte == 0x0A || byte == 0x09 { bytes.append(byte) }
  }

  /// Adds text of the reader's own.
  mutating func append(_ text: String) { append(Array(text.utf8)[...]) }

  /// Begins a new line, as `<br>` does.
  mutating func breakLine() {
    pending = .none
    bytes.append(0x0A)
  }

  /// Begins a new line unless nothing stands in this one.
  mutating func endLine() {
    if let last = bytes.last, last != 0x0A { breakLine() }
    pending = .none
  }

  /// Writes all that was added behind a place with the characters of a height; nothing where the text was taken since, as blocks in it
  /// are.
  mutating func raise(from start: Mark, to height: TextHeight) {
    guard height != .level, start.takings == takings, start.size < bytes.count else { return }
    let written = height.written(String(decoding: bytes[start.size...], as: UTF8.self))
    bytes.replaceSubrange(start.size..., with: written.utf8)
  }

  /// The length in bytes of a character by its first byte.
  private static func length(lead: UInt8) -> Int {
    switch lead {
    case 0xF0...: 4
    case 0xE0...: 3
    case 0xC0...: 2
    default: 1
    }
  }

  /// Whether a character is no text: C1 controls, the zero width space, a byte order mark in the middle.
  private static func isLeftOut(_ text: ArraySlice<UInt8>, from start: Int, to end: Int) -> Bool {
    guard start + 1 < end else { return false }
    let (second, last) = (text[start + 1], text[end - 1])
    return switch text[start] {
    case 0xC2: second < 0xA0
    case 0xE2: second == 0x80 && last == 0x8B
    case 0xEF: second == 0xBB && last == 0xBF
    default: false
    }
  }

  /// The end of the characters from an index on that are neither white space nor controls nor ever left out.
  private static func endOfPlainText(in text: ArraySlice<UInt8>, from start: Int) -> Int {
    var index = start
    while index < text.endIndex {
      if mayMeanSpace(text[index]) { return index }
      index += 1
    }
    return index
  }

  /// Whether a byte is white space, a control, or the first of a character that may be left out.
  static func mayMeanSpace(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x20, 0x7F, 0xC2, 0xE2, 0xEF: true
    default: false
    }
  }

  /// Writes the white space that stands before a character.
  private mutating func writeSpace(before character: ArraySlice<UInt8>) {
    let isLineBreak = pending == .sourceLineBreak
    pending = .none
    guard let last = bytes.last, last != 0x0A else { return }
    if isLineBreak, InlineText.isWide(character), InlineText.isWide(lastCharacter) { return }
    bytes.append(0x20)
  }

  private var lastCharacter: ArraySlice<UInt8> {
    let start = bytes.lastIndex { $0 & 0xC0 != 0x80 } ?? 0
    return bytes[start...]
  }

  private static func isWide(_ character: ArraySlice<UInt8>) -> Bool {
    guard let scalar = String(decoding: character, as: UTF8.self).unicodeScalars.first else { return false }
    return TextJoining.isWide(scalar)
  }
}

// MARK: - Taking the text

extension InlineText {
  /// The paragraphs gathered, and a new beginning.
  ///
  /// Lines are without white space and indents at their ends. A blank line ends a paragraph, and so does a line break
  /// before an indent of two wide characters, with which pages without `<p>` begin theirs.
  mutating func takeParagraphs() -> [String] {
    defer { clear() }
    guard bytes.contains(0x0A) else {
      let line = bytes[...].trimmedOfIndent
      return line.isEmpty ? [] : [String(decoding: line, as: UTF8.self)]
    }
    var paragraphs: [[UInt8]] = []
    var isNew = true
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let content = line.trimmedOfIndent
      if content.isEmpty {
        isNew = true
      } else if isNew || line.beginsWithIndent {
        paragraphs.append(Array(content))
        isNew = false
      } else {
        paragraphs[paragraphs.count - 1].append(0x0A)
        paragraphs[paragraphs.count - 1].append(contentsOf: content)
      }
    }
    return paragraphs.map { String(decoding: $0, as: UTF8.self) }
  }

  /// All lines that are not blank, and a new beginning.
  mutating func takeLines() -> String {
    defer { clear() }
    let all = bytes.firstIndex { $0 != 0x0A }.map { bytes[$0...(bytes.lastIndex { $0 != 0x0A } ?? $0)] } ?? []
    guard all.contains(0x0A) else { return String(decoding: all.trimmedOfIndent, as: UTF8.self) }
    var lines: [UInt8] = []
    for line in all.split(separator: 0x0A) {
      let content = line.trimmedOfIndent
      if content.isEmpty { continue }
      if !lines.isEmpty { lines.append(0x0A) }
      lines.append(contentsOf: content)
    }
    return String(decoding: lines, as: UTF8.self)
  }

  /// The text as it stands but for blank lines at its ends, and a new beginning; `nil` where all is blank.
  mutating func takePreformatted() -> String? {
    defer { clear() }
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)[...]
    while let first = lines.first, first.trimmedOfIndent.isEmpty { lines = lines.dropFirst() }
    while let last = lines.last, last.trimmedOfIndent.isEmpty { lines = lines.dropLast() }
    return lines.isEmpty ? nil : String(decoding: Array(lines.joined(separator: [0x0A])), as: UTF8.self)
  }

  private mutating func clear() {
    takings += 1
    bytes.removeAll(keepingCapacity: true)
    pending = .none
  }
}

extension ArraySlice<UInt8> {
  /// The text without spaces of any width at its ends: U+0020, U+00A0, U+3000, and what lies between in width.
  var trimmedOfIndent: ArraySlice<UInt8> {
    var slice = self
    while let width = slice.leadingSpace { slice = slice.dropFirst(width) }
    while let last = slice.last {
      if last == 0x20 || last == 0x09 {
        slice = slice.dropLast()
      } else if last >= 0x80, slice.count > 1, slice.suffix(2).leadingSpace == 2 {
        slice = slice.dropLast(2)
      } else if last >= 0x80, slice.count > 2, slice.suffix(3).leadingSpace == 3 {
        slice = slice.dropLast(3)
      } else {
        break
      }
    }
    return slice
  }

  /// Whether there is nothing but spaces of any width.
  var isBlank: Bool {
    guard let first else { return true }
    return (first <= 0x20 || first >= 0xC2) && trimmedASCII.trimmedOfIndent.isEmpty
  }

  /// Whether at least two wide spaces, or four others without break, stand before the text.
  fileprivate var beginsWithIndent: Bool {
    var columns = 0
    var slice = self
    while let width = slice.leadingSpace {
      columns += width == 3 ? 2 : width == 2 ? 1 : 0
      slice = slice.dropFirst(width)
    }
    return columns >= 4
  }

  /// How many bytes the space at the start takes, or `nil` where there is none.
  private var leadingSpace: Int? {
    guard let first else { return nil }
    if first == 0x20 || first == 0x09 { return 1 }
    guard first >= 0xC2, count > 1 else { return nil }
    let second = self[index(after: startIndex)]
    if first == 0xC2 && second == 0xA0 { return 2 }
    guard count > 2 else { return nil }
    let third = self[index(startIndex, offsetBy: 2)]
    switch (first, second, third) {
    case (0xE3, 0x80, 0x80), (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F): return 3
    default: return nil
    }
  }
}
