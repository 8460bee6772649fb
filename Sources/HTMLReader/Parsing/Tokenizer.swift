internal import Bytes
internal import ConverterCore

/// Cuts a page into tags and text (HTML standard, section 13.2.5).
///
/// Texts and values are ranges of the page itself; only where references (`&amp;`) are replaced, the text is written behind
/// the page. Comments, document types and processing instructions are passed over.
struct Tokenizer {
  /// The page, and behind ``end`` the texts that came from references.
  private(set) var bytes: [UInt8]

  /// The attributes of all tags so far that ``AttributeName`` knows.
  private(set) var attributes: [HTMLTree.Attribute] = []

  /// Where the next token begins.
  private var position = 0

  /// The length of the page.
  private let end: Int

  /// - Parameter page: UTF-8, at most 2²⁹ bytes, so that all ranges fit.
  init(_ page: [UInt8]) {
    bytes = page
    end = page.count
  }

  /// The next token; `endOfPage` again and again at the end. A tag that the page ends in is dropped.
  mutating func next() -> Token {
    while position < end {
      let start = position
      switch bytes[start] {
      case UInt8(ascii: "<") where isLetter(start + 1):
        position = start + 1
        return tag().map(Token.startTag) ?? .endOfPage
      case UInt8(ascii: "<") where byte(start + 1) == UInt8(ascii: "/") && start + 2 < end:
        guard isLetter(start + 2) else {
          skip(past: UInt8(ascii: ">"))
          continue
        }
        position = start + 2
        return tag().map(Token.endTag) ?? .endOfPage
      case UInt8(ascii: "<") where byte(start + 1) == UInt8(ascii: "!"):
        if byte(start + 2) == UInt8(ascii: "-"), byte(start + 3) == UInt8(ascii: "-") {
          skipComment()
        } else {
          skip(past: UInt8(ascii: ">"))
        }
      case UInt8(ascii: "<") where byte(start + 1) == UInt8(ascii: "?"): skip(past: UInt8(ascii: ">"))
      case UInt8(ascii: "&"):
        guard let reference = CharacterReference(at: start, in: bytes, end: end, inAttribute: false) else {
          return run(from: start)
        }
        position = reference.end
        return .text(write(reference))
      default: return run(from: start)
      }
    }
    return .endOfPage
  }

  private func byte(_ index: Int) -> UInt8? { index < end ? bytes[index] : nil }

  private func isLetter(_ index: Int) -> Bool { index < end && (97...122).contains(bytes[index] | 0x20) }

  /// Text up to the next `<` or `&`; the first byte belongs to it whatever it is.
  private mutating func run(from start: Int) -> Token {
    position = bytes.span.index(of: UInt8(ascii: "<"), or: UInt8(ascii: "&"), from: start + 1, below: end)
    return .text(Int32(start)..<Int32(position))
  }

  private mutating func skip(past byte: UInt8) {
    var index = position
    while index < end, bytes[index] != byte { index += 1 }
    position = min(end, index + 1)
  }

  /// Passes over a comment, which also ends in `--!>`; `<!-->` and `<!--->` are whole.
  private mutating func skipComment() {
    var index = position + 2
    while index + 2 < end {
      if bytes[index] == UInt8(ascii: "-"), bytes[index + 1] == UInt8(ascii: "-") {
        if bytes[index + 2] == UInt8(ascii: ">") {
          position = index + 3
          return
        }
        if index > position + 2, bytes[index + 2] == UInt8(ascii: "!"), byte(index + 3) == UInt8(ascii: ">") {
          position = index + 4
          return
        }
      }
      index += 1
    }
    position = end
  }

  private mutating func write(_ reference: CharacterReference) -> Range<Int32> {
    let start = Int32(bytes.count)
    bytes.append(contentsOf: reference.utf8)
    return start..<Int32(bytes.count)
  }
}

// MARK: - Tags

extension Tokenizer {
  /// Reads a tag from its name on; `nil` where the page ends inside.
  private mutating func tag() -> Tag? {
    let (key, afterName) = name(from: position, isAttribute: false)
    var index = afterName
    var tag = Tag(name: ElementName.named(key), key: key)
    let first = Int32(attributes.count)
    while index < end {
      switch bytes[index] {
      case UInt8(ascii: ">"):
        position = index + 1
        tag.attributes = first..<Int32(attributes.count)
        tag.isSelfClosing = bytes[index - 1] == UInt8(ascii: "/")
        if tag.name.isFormatting { tag.identity = identity(afterName..<index) }
        return tag
      case 0x20, 0x09, 0x0A, 0x0C, 0x0D, UInt8(ascii: "/"): index += 1
      default: index = attribute(from: index)
      }
    }
    position = end
    return nil
  }

  /// Reads one attribute and keeps it if it is looked at.
  ///
  /// - Returns: where reading goes on.
  private mutating func attribute(from start: Int) -> Int {
    let (key, afterName) = name(from: start, isAttribute: true)
    let attribute = AttributeName.named(key)
    var next = afterSpace(afterName)
    guard next < end, bytes[next] == UInt8(ascii: "=") else {
      if let attribute {
        attributes.append(HTMLTree.Attribute(name: attribute, value: 0..<0))
      } else {
        keepOther(start..<afterName, 0..<0)
      }
      return afterName
    }
    next = afterSpace(next + 1)
    guard next < end else { return end }
    let value = value(from: next)
    if let attribute {
      attributes.append(HTMLTree.Attribute(name: attribute, value: withoutReferences(value, inAttribute: true)))
    } else {
      keepOther(start..<afterName, value)
    }
    return value.lowerBound == next ? value.upperBound : min(end, value.upperBound + 1)
  }

  /// Keeps the name and the value, as they stand, of an attribute that is not looked at itself, but by style sheets.
  private mutating func keepOther(_ name: Range<Int>, _ value: Range<Int>) {
    guard name.count > 5, bytes[name.lowerBound + 4] == UInt8(ascii: "-"), AttributeName.isKeptByName(bytes[name])
    else { return }
    attributes.append(HTMLTree.Attribute(name: .otherName, value: Int32(name.lowerBound)..<Int32(name.upperBound)))
    attributes.append(HTMLTree.Attribute(name: .otherValue, value: Int32(value.lowerBound)..<Int32(value.upperBound)))
  }

  /// The name of a tag or an attribute, which is at least one byte long, and where it ends.
  private func name(from start: Int, isAttribute: Bool) -> (key: ElementName.Key, end: Int) {
    let page = bytes.span
    var key: ElementName.Key = 0
    var index = start
    repeat {
      ElementName.extend(&key, with: Tokenizer.lowercased(page[index]))
      index += 1
    } while index < end && !Tokenizer.endsName(page[index]) && !(isAttribute && page[index] == UInt8(ascii: "="))
    return (key, index)
  }

  /// The value of an attribute, between quotation marks or up to the next white space.
  private func value(from start: Int) -> Range<Int> {
    let quote = bytes[start]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      return (start + 1)..<bytes.span.index(of: quote, or: quote, from: start + 1, below: end)
    }
    var index = start
    while index < end, bytes[index] != UInt8(ascii: ">"), !Tokenizer.isSpace(bytes[index]) { index += 1 }
    return start..<index
  }

  private func afterSpace(_ start: Int) -> Int {
    var index = start
    while index < end, Tokenizer.isSpace(bytes[index]) { index += 1 }
    return index
  }

  /// FNV-1a.
  private func identity(_ range: Range<Int>) -> UInt32 {
    var hash: UInt32 = 2_166_136_261
    for index in range { hash = (hash ^ UInt32(bytes[index])) &* 16_777_619 }
    return hash
  }

  private static func endsName(_ byte: UInt8) -> Bool {
    isSpace(byte) || byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/")
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D || byte == 0x0C
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 {
    byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
  }
}

// MARK: - Text without markup

extension Tokenizer {
  /// The text up to the end tag of an element in which nothing else is markup (`style`, `textarea`); goes on behind that
  /// tag, or at the end of the page where there is none.
  mutating func rawText(until name: ElementName) -> Range<Int32> {
    let start = position
    let closing = name == .script ? endOfScript() : endTag(name, from: start)
    position = closing ?? end
    if closing != nil { skip(past: UInt8(ascii: ">")) }
    return Int32(start)..<Int32(closing ?? end)
  }

  /// All text that is left.
  mutating func rest() -> Range<Int32> {
    defer { position = end }
    return Int32(position)..<Int32(end)
  }

  /// The same text with its references replaced; the same range where there are none.
  mutating func decoded(_ range: Range<Int32>) -> Range<Int32> {
    withoutReferences(Int(range.lowerBound)..<Int(range.upperBound), inAttribute: false)
  }

  private mutating func withoutReferences(_ range: Range<Int>, inAttribute: Bool) -> Range<Int32> {
    let ampersand = UInt8(ascii: "&")
    guard
      bytes.span.index(of: ampersand, or: ampersand, from: range.lowerBound, below: range.upperBound) < range.upperBound
    else { return Int32(range.lowerBound)..<Int32(range.upperBound) }
    let start = Int32(bytes.count)
    var index = range.lowerBound
    while index < range.upperBound {
      if bytes[index] == UInt8(ascii: "&"),
        let reference = CharacterReference(at: index, in: bytes, end: range.upperBound, inAttribute: inAttribute)
      {
        bytes.append(contentsOf: reference.utf8)
        index = reference.end
      } else {
        bytes.append(bytes[index])
        index += 1
      }
    }
    return start..<Int32(bytes.count)
  }

  /// Where the end tag of an element begins.
  private func endTag(_ name: ElementName, from start: Int) -> Int? {
    var index = start
    while index + 2 < end {
      if bytes[index] == UInt8(ascii: "<"), bytes[index + 1] == UInt8(ascii: "/"), has(name, at: index + 2) {
        return index
      }
      index += 1
    }
    return nil
  }

  /// Where the end tag of a script begins, which does not end it between `<!-- <script>` and `-->` (the script data double
  /// escaped state).
  private func endOfScript() -> Int? {
    var isEscaped = false
    var isDoubleEscaped = false
    var index = position
    while index < end {
      switch bytes[index] {
      case UInt8(ascii: "<"):
        if byte(index + 1) == UInt8(ascii: "/"), has(.script, at: index + 2) {
          if !isDoubleEscaped { return index }
          isDoubleEscaped = false
        } else if byte(index + 1) == UInt8(ascii: "!"), byte(index + 2) == UInt8(ascii: "-"),
          byte(index + 3) == UInt8(ascii: "-")
        {
          isEscaped = true
          index += 1
        } else if isEscaped, has(.script, at: index + 1) {
          isDoubleEscaped = true
        }
      case UInt8(ascii: "-") where byte(index + 1) == UInt8(ascii: "-") && byte(index + 2) == UInt8(ascii: ">"):
        isEscaped = false
        isDoubleEscaped = false
      default: break
      }
      index += 1
    }
    return nil
  }

  /// Whether a name in any case stands at an index, and ends there.
  private func has(_ name: ElementName, at start: Int) -> Bool {
    var index = start
    for byte in name.rawValue.utf8 {
      guard index < end, Tokenizer.lowercased(bytes[index]) == byte else { return false }
      index += 1
    }
    return index < end && Tokenizer.endsName(bytes[index])
  }
}
