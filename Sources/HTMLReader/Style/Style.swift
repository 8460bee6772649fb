internal import Bytes
internal import ConverterCore

/// What the reader looks at in a `style` attribute or in a rule of a style sheet; `nil` where nothing is said.
struct Style: Hashable, Sendable {
  /// What `display` asks for; ``Display/none`` also where Word's `mso-hide` hides the text.
  var display: Declared<Display>?

  /// What `visibility` says; those inside inherit it.
  var visibility: Declared<Visibility>?

  /// Whether `white-space` keeps line breaks and spaces as they stand.
  var preservesSpace: Bool?

  /// What `vertical-align` says about superscripts and subscripts.
  var height: TextHeight?

  /// The keyword of `list-style-type`.
  var listType: ListNumbering?

  /// Word's numbered or bulleted paragraphs (`mso-list: l0 level2 lfo1`): the level from 0.
  var officeListLevel: Int?

  /// Whether the text is the number or bullet of such a paragraph (`mso-list: Ignore`).
  var isOfficeListLabel = false

  /// What Word says an element is: `header`, `footer`, `footnote`, `endnote`, `comment` and others.
  var officeElement: String?

  /// Word's level of an outline, from 1.
  var outlineLevel: Int?

  /// How an element takes its place.
  enum Display: Hashable, Sendable {
    case none
    /// On lines of its own.
    case block
    case inline
  }

  enum Visibility: Hashable, Sendable {
    case visible
    /// Keeps its place without content.
    case hidden
    /// As hidden, but rows of tables give up their place.
    case collapsed
  }

  /// Nothing said.
  init() {}

  /// Reads declarations, such as `display: none; color: red`; `nil` where all are about looks, as most are.
  init?(_ declarations: ArraySlice<UInt8>) {
    let (text, separator) = (declarations.span, UInt8(ascii: ";"))
    var start = 0
    var isEmpty = true
    while start < text.count {
      let end = text.index(of: separator, or: separator, from: start, below: text.count)
      if let name = Style.nameStart(text, from: start, to: end) {
        read(declarations[(declarations.startIndex + name)..<(declarations.startIndex + end)])
        isEmpty = false
      }
      start = end + 1
    }
    if isEmpty { return nil }
  }

  /// Where the name of a declaration begins, or `nil` where its first three letters are of no property looked at.
  private static func nameStart(_ text: Span<UInt8>, from start: Int, to end: Int) -> Int? {
    var index = start
    while index < end, isASCIISpace(text[index]) { index += 1 }
    guard index + 2 < end else { return nil }
    switch (text[index] | 0x20, text[index + 1] | 0x20, text[index + 2] | 0x20) {
    case (UInt8(ascii: "d"), UInt8(ascii: "i"), UInt8(ascii: "s")),
      (UInt8(ascii: "v"), UInt8(ascii: "i"), UInt8(ascii: "s")),
      (UInt8(ascii: "v"), UInt8(ascii: "e"), UInt8(ascii: "r")),
      (UInt8(ascii: "w"), UInt8(ascii: "h"), UInt8(ascii: "i")),
      (UInt8(ascii: "l"), UInt8(ascii: "i"), UInt8(ascii: "s")),
      (UInt8(ascii: "m"), UInt8(ascii: "s"), UInt8(ascii: "o")):
      return index
    default: return nil
    }
  }

  private mutating func read(_ declaration: ArraySlice<UInt8>) {
    guard let colon = declaration.firstIndex(of: UInt8(ascii: ":")) else { return }
    let property = declaration[..<colon].trimmedASCII
    func value() -> String { declaration[(colon + 1)...].trimmedASCII.lowercasedASCII }
    if property.equals("display") {
      let display = Declared(value(), read: Style.display)
      Declared.replace(&self.display, with: display)
    } else if property.equals("visibility") {
      let visibility = Declared(value(), read: Style.visibility)
      Declared.replace(&self.visibility, with: visibility)
    } else if property.equals("vertical-align") {
      height = Style.height(value())
    } else if property.equals("white-space") {
      preservesSpace = ["pre", "pre-wrap", "break-spaces"].contains(value())
    } else if property.equals("list-style-type") || property.equals("list-style") {
      listType = value().split(separator: " ").lazy.compactMap { ListNumbering(css: $0) }.first
    } else if property.equals("mso-hide") {
      let display = Declared(value()) { $0 == "none" ? Display.inline : .none }
      Declared.replace(&self.display, with: display)
    } else if property.equals("mso-list") {
      readOfficeList(value())
    } else if property.equals("mso-element") {
      officeElement = value()
    } else if property.equals("mso-outline-level") {
      outlineLevel = Int(value())
    }
  }

  private static func display(_ keyword: Substring) -> Display {
    switch keyword {
    case "none": .none
    case "block", "flex", "grid", "table", "list-item", "flow-root", "-webkit-box", "table-row", "table-caption": .block
    default: .inline
    }
  }

  /// The places of cells and pictures, such as `middle`, say nothing about text.
  private static func height(_ keyword: String) -> TextHeight? {
    switch keyword {
    case "super": .raised
    case "sub": .lowered
    case "baseline": .level
    default: nil
    }
  }

  private static func visibility(_ keyword: Substring) -> Visibility {
    switch keyword {
    case "hidden": .hidden
    case "collapse": .collapsed
    default: .visible
    }
  }

  private mutating func readOfficeList(_ value: String) {
    isOfficeListLabel = value == "ignore"
    for word in value.split(separator: " ") where word.hasPrefix("level") {
      officeListLevel = Int(word.dropFirst(5)).map { min(max($0, 1), 9) - 1 }
    }
  }
}
