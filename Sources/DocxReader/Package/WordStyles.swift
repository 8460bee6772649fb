internal import ConverterCore
internal import Markup

/// What styles say about paragraphs and runs, with what they inherit (ECMA-376 part 1, 17.7).
struct WordStyles {
  /// One style as the file has it.
  private struct Style {
    var name = ""
    var basedOn: String?
    var paragraph = ParagraphFormat()
    var run = RunFormat()
  }

  /// What a style means after inheritance.
  struct Meaning {
    /// The outline level, 0 to 8; `nil` for body text.
    var outlineLevel: Int?
    var numberingID: Int?
    var numberingLevel: Int?
    var isHidden = false
    var height = TextHeight.level
    var isTitle = false
  }

  private var styles: [String: Style] = [:]
  private var standardParagraphStyle: String?

  /// The languages that text is in where nothing else is said.
  private(set) var languages = Languages()

  init() {}

  /// Reads the part of styles.
  init(_ cursor: consuming XMLCursor) {
    var parser = WordParser(cursor, styles: StyleNames())
    let root = parser.cursor.scope
    guard let scope = parser.cursor.child(of: root, named: .styles) else { return }
    while let name = parser.cursor.child(of: scope) {
      switch name {
      case .style: readStyle(&parser)
      case .documentDefaults: readDefaults(&parser)
      default: break
      }
    }
  }

  /// Reads the defaults of runs (17.7.5.4) for their language (17.3.2.20).
  private mutating func readDefaults(_ parser: inout WordParser) {
    let defaults = parser.cursor.scope
    while let name = parser.cursor.child(of: defaults) {
      guard name == .runDefaults else { continue }
      let scope = parser.cursor.scope
      while let name = parser.cursor.child(of: scope) {
        guard name == .runProperties else { continue }
        let properties = parser.cursor.scope
        while let name = parser.cursor.child(of: properties) {
          guard name == .language else { continue }
          languages = Languages(western: parser.cursor.string(.val), eastAsian: parser.cursor.string(.eastAsia))
        }
      }
    }
  }

  private mutating func readStyle(_ parser: inout WordParser) {
    guard let id = parser.cursor.string(.styleID) else { return }
    let isParagraphStyle = parser.cursor.attribute(.type, is: "paragraph") || !parser.cursor.hasAttribute(.type)
    let isDefault = ["1", "true", "on"].contains(parser.cursor.string(.isDefault))
    var style = Style()
    let scope = parser.cursor.scope
    while let name = parser.cursor.child(of: scope) {
      switch name {
      case .name: style.name = parser.cursor.string(.val)?.lowercased() ?? ""
      case .basedOn: style.basedOn = parser.cursor.string(.val)
      case .paragraphProperties: style.paragraph = parser.paragraphFormat()
      case .runProperties: style.run = parser.runFormat()
      default: break
      }
    }
    if styles[id] == nil { styles[id] = style }
    if isParagraphStyle, isDefault { standardParagraphStyle = id }
  }
}

extension WordStyles {
  /// What a style means; the default paragraph style for `nil`.
  func meaning(of id: String?) -> Meaning {
    var meaning = Meaning()
    var outline: Int8?
    var hidden: Bool?
    var height: TextHeight?
    var next = id ?? standardParagraphStyle
    // Chains that come back to themselves occur in files; each style counts once.
    var seen: Set<String> = []
    while let id = next, let style = styles[id], seen.insert(id).inserted {
      outline = outline ?? style.paragraph.outlineLevel ?? Self.headingLevel(named: style.name)
      hidden = hidden ?? style.run.isHidden
      height = height ?? style.run.height
      meaning.numberingID = meaning.numberingID ?? style.paragraph.numberingID.map(Int.init)
      meaning.numberingLevel = meaning.numberingLevel ?? style.paragraph.numberingLevel.map(Int.init)
      meaning.isTitle = meaning.isTitle || style.name == "title"
      next = style.basedOn
    }
    meaning.outlineLevel = outline.flatMap { $0 < 9 ? Int($0) : nil }
    meaning.isHidden = hidden ?? false
    meaning.height = height ?? .level
    return meaning
  }

  /// The outline level of Word's own heading styles: their stored names are English in every language of Word; some
  /// programs store localized ones.
  private static func headingLevel(named name: String) -> Int8? {
    guard let digit = name.unicodeScalars.last, ("1"..."9").contains(digit) else { return nil }
    let words = String(name.dropLast())
    // Chinese and Japanese programs write the number with and without a space before it.
    guard headingNames.contains(TextJoining.trimmed(words)) else { return nil }
    return Int8(digit.value) - 0x31
  }

  /// What heading styles are called in the languages of Word, in lower case.
  private static let headingNames: Set<String> = [
    "heading", "标题", "標題", "見出し", "见出し", "제목", "überschrift", "titre", "título", "titolo", "kop", "rubrik",
    "overskrift", "otsikko", "nagłówek", "nadpis", "заголовок", "başlık", "επικεφαλίδα", "titlu", "címsor", "naslov",
  ]
}
