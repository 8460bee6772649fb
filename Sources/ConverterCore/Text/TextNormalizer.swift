internal import Bytes

/// Makes text regular, step by step; every step can be switched on and off by name.
///
/// The standard steps change nothing that a person sees on paper. A text that a step changes keeps what it was in
/// `original`, so nothing is lost; a text that no step changes is returned as it is, and costs one look at its bytes.
public struct TextNormalizer: Hashable, Sendable {
  /// One kind of change. Raw values are the names on the command line.
  public enum Step: String, Hashable, Sendable, CaseIterable {
    /// Characters in the composed form of Unicode (NFC, Annex 15).
    case unicode
    /// Control characters, byte order marks and other invisible marks go; U+000B, U+000C and U+2028 become newlines.
    case controls
    /// What text extractors leave in text, such as `[bookmark: _GoBack]`, goes.
    case artefacts
    /// Full-width digits, letters and signs become ASCII where they form a number: `１２．５％` → `12.5%`.
    case widths
    /// Kinds of spaces become the plain one, runs of spaces one, spaces at the ends of lines none; indents go too, but for those of
    /// code.
    case spaces
    /// Line breaks inside a text are undone: nothing between CJK characters, a space between Latin words.
    case lines

    /// What the step does, in a few words for help.
    public var summary: String {
      switch self {
      case .unicode: "composed characters (NFC)"
      case .controls: "no control characters"
      case .artefacts: "no marks of text extractors"
      case .widths: "full-width numbers to ASCII"
      case .spaces: "plain single spaces"
      case .lines: "no line breaks inside a text"
      }
    }
  }

  /// The steps that are on; they are taken in the order of their declaration.
  public let steps: Set<Step>

  // Asked for each character that may be full-width: looking into a set there costs more than all else.
  private let changesWidths: Bool
  private let changesLines: Bool

  /// The steps for code, whose blanks and line breaks stay.
  private static let codeSteps: Set<Step> = [.unicode, .controls, .artefacts]

  /// The steps that nobody needs to ask for.
  public static let standardSteps: Set<Step> = [.unicode, .controls, .artefacts, .spaces]

  public init(steps: Set<Step> = standardSteps) {
    self.steps = steps
    changesWidths = steps.contains(.widths)
    changesLines = steps.contains(.lines)
  }
}

extension TextNormalizer {
  /// A text after all steps that are on.
  public func normalized(_ text: String) -> String {
    guard mayChange(text) else { return text }
    var text = text
    if steps.contains(.unicode) { text = ComposedForm.of(text) }
    if steps.contains(.controls) { text = InvisibleMarks.removed(from: text) }
    if steps.contains(.artefacts) { text = ExtractionMarks.removed(from: text) }
    if steps.contains(.widths) { text = FullWidthNumbers.narrowed(in: text) }
    if steps.contains(.spaces) { text = Spaces.regular(in: text) }
    if steps.contains(.lines) { text = TextJoining.oneLine(text) }
    return text
  }

  /// Whether any step could change the text, from one look at its bytes: texts of ASCII words and everyday CJK
  /// characters, which are nearly all, need no further look.
  private func mayChange(_ text: String) -> Bool {
    let bytes = text.utf8.span
    guard bytes.count > 0 else { return false }
    if bytes[bytes.count - 1] == 0x20 || tellingBytes[Int(bytes[0])] && mayChange(bytes, at: 0) { return true }
    var index = 1
    while index + 8 <= bytes.count {
      // Eight bytes, and the eight that begin one before, are inside.
      var telling = ByteWord(bytes, at: index).telling(after: ByteWord(bytes, at: index - 1))
      while telling != 0 {
        if mayChange(bytes, at: index + ByteWord.count(before: telling)) { return true }
        telling &= telling - 1
      }
      index += 8
    }
    let isTelling = tellingBytes
    while index < bytes.count {
      if isTelling[Int(bytes[index])] && mayChange(bytes, at: index) { return true }
      index += 1
    }
    return false
  }

  /// Whether the character that begins at a telling byte may change, or is a space that goes.
  private func mayChange(_ bytes: Span<UInt8>, at index: Int) -> Bool {
    let byte = bytes[index]
    let previous = index > 0 ? bytes[index - 1] : UInt8(ascii: " ")
    switch byte {
    case 0x20: return previous == 0x20 || previous == 0x0A
    case 0x0A: return previous == 0x20 || changesLines
    // Leads of two bytes (Latin with accents, combining marks, Greek …), and of three up to U+2FFF: spaces, marks, jamo.
    case 0xC2..<0xE3:
      // Quotation marks, dashes and the ellipsis, U+2010–2027, are everyday.
      let isEveryday =
        byte == 0xE2 && index + 2 < bytes.count && bytes[index + 1] == 0x80
        && (0x90...0xA7).contains(bytes[index + 2])
      return !isEveryday
    // U+3000 is a space, U+3099 and U+309A combine; the rest of U+3000–3FFF is everyday.
    case 0xE3:
      guard index + 2 < bytes.count else { return true }
      if bytes[index + 1] == 0x80 && bytes[index + 2] == 0x80 { return true }
      return bytes[index + 1] == 0x82 && (0x99...0x9A).contains(bytes[index + 2])
    // Compatibility forms, full-width characters, marks; and everything beyond the basic plane. The comma, colon,
    // parentheses and their kin in U+FF00–FFEF are everyday unless widths are changed.
    case 0xEF:
      guard index + 1 < bytes.count, bytes[index + 1] == 0xBC || bytes[index + 1] == 0xBD else { return true }
      return changesWidths
    default: return true
    }
  }
}

/// By byte, whether it asks for a closer look: all but printing ASCII, the leads of ideographs and Hangul, and bytes inside
/// characters.
private let tellingBytes: [Bool] = (0..<256).map { byte in
  switch UInt8(byte) {
  case 0x00...0x20, 0x7F, UInt8(ascii: "["), 0xC2...0xE3, 0xEF...0xFF: true
  default: false
  }
}

extension ByteWord {
  /// The telling bytes but for spaces behind anything else than white space.
  ///
  /// - Parameter before: the bytes before each.
  fileprivate func telling(after before: ByteWord) -> UInt64 {
    let leads = wide & (low(atLeast: 0x42) & ~low(atLeast: 0x64) | low(atLeast: 0x6F))
    // No ASCII, as in most of Chinese text.
    guard wide != ByteWord.all else { return leads }
    let white = below(0x21)
    let ascii = white & ~(equal(0x20) & ~before.below(0x21)) | equal(0x7F) | equal(UInt8(ascii: "["))
    return ascii | leads
  }
}

extension TextNormalizer {
  /// A document whose texts went through all steps; where a text changed, `original` keeps what it was.
  public func normalize(_ document: consuming Document) -> Document {
    normalize(&document.blocks)
    return document
  }

  /// The same for blocks of a document.
  public func normalize(_ blocks: inout [Block]) {
    guard !steps.isEmpty else { return }
    for index in blocks.indices { normalize(&blocks[index]) }
  }

  /// Normalizes in place: the block is taken apart and put together again, so that its table is held only once.
  private func normalize(_ block: inout Block) {
    switch consume block {
    case .heading(var heading):
      normalize(&heading.text, &heading.original)
      block = .heading(heading)
    case .paragraph(var paragraph):
      let normalizer = paragraph.isCode ? TextNormalizer(steps: steps.intersection(Self.codeSteps)) : self
      normalizer.normalize(&paragraph.text, &paragraph.original)
      block = .paragraph(paragraph)
    case .listItem(var item):
      normalize(&item.text, &item.original)
      block = .listItem(item)
    case .table(let table):
      block = .table(mayChange(table) ? normalize(consume table) : table)
    case .figure(var figure):
      figure.text = normalized(figure.text)
      block = .figure(figure)
    case .aside(var aside):
      for index in aside.blocks.indices { normalize(&aside.blocks[index]) }
      block = .aside(aside)
    }
  }

  private func normalize(_ table: consuming Table) -> Table {
    var table = (consume table).mapCells { cell in
      var original = cell.original
      normalize(&cell.text, &original)
      cell.original = original
      guard !cell.blocks.isEmpty else { return }
      // Taken out, so that they are changed in place.
      var blocks = cell.blocks
      cell.blocks = []
      for index in blocks.indices { normalize(&blocks[index]) }
      cell.blocks = blocks
    }
    table.caption = table.caption.map(normalized)
    return table
  }

  /// Whether any step could change some text of a table: a table that none changes is not copied.
  private func mayChange(_ table: Table) -> Bool {
    if let caption = table.caption, mayChange(caption) { return true }
    return table.cells.indices.contains { mayChange(table.cells[$0].text) || !table.cells[$0].blocks.isEmpty }
  }

  private func normalize(_ text: inout String, _ original: inout String?) {
    guard mayChange(text) else { return }
    let changed = normalized(text)
    // Compared as bytes: canonically equivalent strings are equal to Swift.
    guard !changed.utf8.elementsEqual(text.utf8) else { return }
    original = original ?? text
    text = changed
  }
}
