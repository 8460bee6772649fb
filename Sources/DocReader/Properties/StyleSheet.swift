internal import Containers
internal import ConverterCore

/// What styles say that matters to the structure ([MS-DOC] 2.9.271 STSH), with all that they inherit.
struct StyleSheet: Sendable {
  /// The properties of one style after its ancestors'.
  struct Style: Hashable, Sendable {
    /// Whether it is the built-in style of titles, or is based on it.
    var isTitle = false

    /// The outline level by the nearest built-in style of headings; it holds where no style states one.
    var headingLevel: Int?
    var paragraph = ParagraphProperties()
    var isHidden = false
    var height = TextHeight.level
  }

  /// In order of their indices; styles that are not there have default properties.
  private let styles: [Style]

  /// Reads the style sheet; one that is missing or damaged has no styles from there on.
  init(_ binary: WordBinary) {
    let range = binary.range(of: .styleSheet)
    let table = binary.table
    guard let headerSize = table.unsigned16(at: range.lowerBound),
      let count = table.unsigned16(at: range.lowerBound + 2), let baseSize = table.unsigned16(at: range.lowerBound + 4),
      range.count > 6
    else {
      styles = []
      return
    }
    var definitions: [Definition?] = []
    var offset = range.lowerBound + 2 + headerSize
    for _ in 0..<min(count, maximumStyleCount) {
      guard offset + 2 <= range.upperBound, let size = table.unsigned16(at: offset) else { break }
      let end = min(offset + 2 + size, range.upperBound)
      definitions.append(Definition(table, (offset + 2)..<max(offset + 2, end), baseSize: baseSize))
      // Definitions begin at even offsets from the first one.
      offset += 2 + size + size & 1
    }
    styles = StyleSheet.resolved(definitions, table)
  }

  /// The style at an index.
  subscript(index: Int) -> Style {
    styles.indices.contains(index) ? styles[index] : Style()
  }

  /// All styles, each made once from the one that it is based on; a chain without end is cut at the limit that Word has for it.
  private static func resolved(_ definitions: [Definition?], _ table: [UInt8]) -> [Style] {
    var styles = [Style?](repeating: nil, count: definitions.count)
    for index in definitions.indices {
      var chain: [(index: Int, definition: Definition)] = []
      var next = index
      while chain.count < maximumInheritance, definitions.indices.contains(next), styles[next] == nil,
        let definition = definitions[next]
      {
        chain.append((next, definition))
        next = definition.base
      }
      var style = styles.indices.contains(next) ? styles[next] ?? Style() : Style()
      for (index, definition) in chain.reversed() {
        style.apply(definition, table.span)
        style.paragraph.style = index
        styles[index] = style
      }
    }
    return styles.map { style in
      // A heading that was derived from a built-in one is known by its outline level; the built-in ones need not say theirs.
      var style = style ?? Style()
      style.paragraph.outlineLevel = style.paragraph.outlineLevel ?? style.headingLevel
      return style
    }
  }
}

extension StyleSheet.Style {
  /// Applies what a style says to what it is based on.
  fileprivate mutating func apply(_ definition: StyleSheet.Definition, _ table: Span<UInt8>) {
    var list = Modifiers(definition.paragraph)
    while let modifier = list.next(in: table) { paragraph.apply(modifier, of: table) }
    if !definition.characters.isEmpty {
      var characters = CharacterProperties()
      characters.apply(Modifiers(definition.characters), of: table)
      isHidden = characters.hidden.isOn(inStyle: isHidden)
      height = characters.height ?? height
    }
    if definition.builtIn == 62 { isTitle = true }
    if (1...9).contains(definition.builtIn) { headingLevel = definition.builtIn - 1 }
  }
}

extension StyleSheet {
  /// One style as it is stored ([MS-DOC] 2.9.258 STD).
  fileprivate struct Definition {
    /// The number of a built-in style: 1 to 9 for the headings, 62 for the title; 0xFFE for a style of the user.
    let builtIn: Int

    /// The index of the style that it is based on; 0xFFF for none.
    let base: Int

    /// The changes to paragraphs and to characters, as ranges of the stream of tables.
    let paragraph: Range<Int>
    let characters: Range<Int>

    init?(_ table: [UInt8], _ range: Range<Int>, baseSize: Int) {
      guard range.count >= 8, let first = table.unsigned16(at: range.lowerBound),
        let second = table.unsigned16(at: range.lowerBound + 2), let third = table.unsigned16(at: range.lowerBound + 4),
        let nameLength = table.unsigned16(at: range.lowerBound + baseSize)
      else { return nil }
      builtIn = first & 0xFFF
      base = second >> 4
      // The lists of changes follow the name and its terminating zero, each with its size before it, at even offsets: a paragraph
      // style's own, which begins with the style's index, before its characters'; a character style's alone.
      let kind = second & 0xF
      var paragraph = 0..<0
      var characters = 0..<0
      var offset = range.lowerBound + baseSize + 2 + (nameLength + 1) * 2
      for position in 0..<min(third & 0xF, 2) {
        guard offset + 2 <= range.upperBound, let size = table.unsigned16(at: offset) else { break }
        let start = min(offset + 2, range.upperBound)
        let list = start..<max(start, min(start + size, range.upperBound))
        if kind == 1, position == 0 { paragraph = list.dropFirst(2) }
        if kind <= 2, position == (kind == 1 ? 1 : 0) { characters = list }
        offset += 2 + size + size & 1
      }
      self.paragraph = paragraph
      self.characters = characters
    }
  }
}

/// [MS-DOC] 2.9.272 STSHIF, cstd.
private let maximumStyleCount = 0x0FFE

/// Word nests styles eleven deep at most; more is a loop.
private let maximumInheritance = 64
