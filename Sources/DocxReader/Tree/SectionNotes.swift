internal import ConverterCore
internal import Markup

/// How the notes of a section are numbered (ECMA-376 part 1, 17.11): what is not stated is `nil`.
struct SectionNotes {
  struct Rule {
    /// The kind of numbers, as in `ListNumber`.
    var format: Int?
    var start: Int?

    /// Whether the section counts from its start again.
    var restarts = false

    /// Whether each page counts from its start again, which only a layout can tell.
    var restartsOnPages = false
  }

  var rules: [NoteReference.Kind: Rule] = [:]

  /// The rules with those of the whole document where the section states none.
  func with(_ standard: SectionNotes) -> SectionNotes {
    SectionNotes(
      rules: standard.rules.merging(rules) { document, section in
        Rule(
          format: section.format ?? document.format, start: section.start ?? document.start,
          restarts: section.restarts || document.restarts,
          restartsOnPages: section.restartsOnPages || document.restartsOnPages)
      })
  }
}

extension WordParser {
  /// Reads the properties of a section (17.6.17) and keeps how it counts notes.
  mutating func section() {
    sections.append(sectionNotes())
  }

  /// Reads the rules of notes of a section, or of the document in its settings (17.15.1.78).
  mutating func sectionNotes() -> SectionNotes {
    var notes = SectionNotes()
    let scope = cursor.scope
    while let name = cursor.child(of: scope) {
      switch name {
      case .footnoteProperties: notes.rules[.footnote] = noteRule()
      case .endnoteProperties: notes.rules[.endnote] = noteRule()
      case .header, .footer: inlineHead(name == .header ? .header : .footer)
      default: break
      }
    }
    return notes
  }

  private mutating func noteRule() -> SectionNotes.Rule {
    var rule = SectionNotes.Rule()
    let scope = cursor.scope
    while let name = cursor.child(of: scope) {
      switch name {
      case .numberFormat: rule.format = cursor.string(.val).map { ListNumber.format(named: camelCased($0)) }
      case .numberStart: rule.start = cursor.integer(.val).map { max(0, min($0, Int(Int32.max))) }
      case .numberRestart:
        rule.restarts = cursor.attribute(.val, is: "eachSect") || cursor.attribute(.val, is: "each-sect")
        rule.restartsOnPages = cursor.attribute(.val, is: "eachPage") || cursor.attribute(.val, is: "each-page")
      default: break
      }
    }
    return rule
  }
}

/// The name of a kind of numbers; Word 2003 XML joins the words of names with hyphens: `lower-roman`.
private func camelCased(_ name: String) -> String {
  let words = name.split(separator: "-")
  return words.dropFirst().reduce(into: String(words.first ?? "")) { name, word in
    name += word.prefix(1).uppercased() + word.dropFirst()
  }
}
