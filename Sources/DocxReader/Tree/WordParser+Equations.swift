internal import ConverterCore
internal import Markup

/// Equations as linear text; see `LinearEquation`. As an equation becomes text at once, what is seen of it is decided here, and
/// not, as for all other text, when the tree gets its meaning.
extension WordParser {
  /// Reads an equation of a paragraph, or a paragraph of equations (22.1.2.78) with a line for each.
  mutating func equation(_ name: WordName, to inlines: inout [WordInline]) {
    let text = name == .equationParagraph ? equationLines() : equation()
    flushText(to: &inlines)
    if text.hasInk { inlines.append(.equation(text, revision)) }
  }

  private mutating func equationLines() -> String {
    var lines: [String] = []
    let scope = cursor.scope
    while let name = cursor.child(of: scope) {
      let line = TextJoining.trimmed(name == .equation ? equation() : equationPart(name))
      if line.hasInk { lines.append(line) }
    }
    return lines.joined(separator: "\n")
  }

  /// Reads an equation (ECMA-376 part 1, 22.1) or one part of it.
  mutating func equation() -> String {
    var text = ""
    var isBehindRun = false
    let scope = cursor.scope
    while let name = cursor.child(of: scope) {
      let isRun = name == .mathRun || name == .run
      LinearEquation.append(equationPart(name), to: &text, isSeparate: !(isRun && isBehindRun))
      isBehindRun = isRun
    }
    return text
  }

  private mutating func equationPart(_ name: WordName) -> String {
    switch name {
    case .mathText, .text, .deletedText: return PendingText.cleaned(cursor.text())
    case .mathRun, .run: return mathRun()
    case .phantom: return phantom()
    case .fraction: return fraction()
    case .radical:
      let parts = parts([.degree, .base])
      return LinearEquation.radical(degree: parts[.degree] ?? "", parts[.base] ?? "")
    case .subscripted, .superscripted, .subSuperscripted:
      let parts = parts([.base, .subscriptPart, .superscriptPart])
      return LinearEquation.scripted(
        parts[.base] ?? "", lower: parts[.subscriptPart] ?? "", upper: parts[.superscriptPart] ?? "")
    case .preScripted:
      let parts = parts([.base, .subscriptPart, .superscriptPart])
      return LinearEquation.scripts(
        lower: parts[.subscriptPart] ?? "", upper: parts[.superscriptPart] ?? "")
        + LinearEquation.grouped(parts[.base] ?? "")
    case .nary: return nary()
    case .delimiters: return delimiters()
    case .matrix: return LinearEquation.matrix(rows())
    case .equationArray: return LinearEquation.array(rows().flatMap(\.self))
    case .function:
      let parts = parts([.functionName, .base])
      return LinearEquation.function(parts[.functionName] ?? "", parts[.base] ?? "")
    case .lowerLimit, .upperLimit:
      let parts = parts([.base, .limitPart])
      return LinearEquation.limit(parts[.base] ?? "", parts[.limitPart] ?? "", isUpper: name == .upperLimit)
    case .accent: return accented(.accentProperties, standard: "\u{302}")
    case .groupCharacter: return accented(.groupCharacterProperties, standard: "")
    case .bar: return accented(.other, standard: "\u{305}")
    case .inserted, .movedTo: return within(.inserted) { $0.equation() }
    case .deleted, .movedFrom: return within(.deleted) { $0.equation() }
    default: return equation()
    }
  }

  /// A run; empty where it is hidden or a tracked change leaves it out.
  private mutating func mathRun() -> String {
    var format = RunFormat()
    var text = ""
    let scope = cursor.scope
    while let name = cursor.child(of: scope) {
      switch name {
      case .runProperties: format = runFormat()
      case .lineBreak: text += "\n"
      default: text += equationPart(name)
      }
    }
    let change = format.revision.union(revision)
    guard options.shows(isInserted: change.contains(.inserted), isDeleted: change.contains(.deleted)) else {
      if text.hasInk { equationOmissions.changed += 1 }
      return ""
    }
    return format.isHidden == true ? hidden(text) : text
  }

  /// A part that takes its room and may not be shown (22.1.2.81).
  private mutating func phantom() -> String {
    var isShown = true
    var text = ""
    let scope = cursor.scope
    while let name = cursor.child(of: scope) {
      switch name {
      case .phantomProperties: isShown = !["0", "off", "false"].contains(properties()[.phantomShow])
      case .base: text += equation()
      default: break
      }
    }
    return isShown ? text : hidden(text)
  }

  /// Hidden text of an equation as the options want it.
  private mutating func hidden(_ text: String) -> String {
    guard !options.includesHiddenText else { return text }
    if text.hasInk { equationOmissions.hidden += 1 }
    return ""
  }

  /// The texts of the parts of an element, by their names.
  private mutating func parts(_ names: Set<WordName>) -> [WordName: String] {
    var parts: [WordName: String] = [:]
    let scope = cursor.scope
    while let name = cursor.child(of: scope) {
      if names.contains(name) { parts[name, default: ""] += equation() }
    }
    return parts
  }

  private mutating func fraction() -> String {
    var kind = ""
    var numerator = ""
    var denominator = ""
    let scope = cursor.scope
    while let name = cursor.child(of: scope) {
      switch name {
      case .fractionProperties: kind = properties()[.fractionType] ?? ""
      case .numerator: numerator = equation()
      case .denominator: denominator = equation()
      default: break
      }
    }
    return LinearEquation.fraction(numerator, denominator, hasBar: kind != "noBar")
  }

  private mutating func nary() -> String {
    var character = "∫"
    var parts: [WordName: String] = [:]
    let scope = cursor.scope
    while let name = cursor.child(of: scope) {
      switch name {
      case .naryProperties: character = properties()[.mathCharacter] ?? character
      case .subscriptPart, .superscriptPart, .base: parts[name] = equation()
      default: break
      }
    }
    return LinearEquation.nary(
      character, lower: parts[.subscriptPart] ?? "", upper: parts[.superscriptPart] ?? "", parts[.base] ?? "")
  }

  private mutating func delimiters() -> String {
    var signs: [WordName: String] = [:]
    var terms: [String] = []
    let scope = cursor.scope
    while let name = cursor.child(of: scope) {
      switch name {
      case .delimiterProperties: signs = properties()
      case .base: terms.append(equation())
      default: break
      }
    }
    let inner = terms.joined(separator: signs[.separatorCharacter] ?? "|")
    return (signs[.beginCharacter] ?? "(") + inner + (signs[.endCharacter] ?? ")")
  }

  /// The rows of a matrix, or of an array of equations, which has one column.
  private mutating func rows() -> [[String]] {
    var rows: [[String]] = []
    let scope = cursor.scope
    while let name = cursor.child(of: scope) {
      switch name {
      case .matrixRow:
        var cells: [String] = []
        let row = cursor.scope
        while let name = cursor.child(of: row) {
          if name == .base { cells.append(equation()) }
        }
        rows.append(cells)
      case .base: rows.append([equation()])
      default: break
      }
    }
    return rows
  }

  /// A base with a sign over or under it.
  private mutating func accented(_ properties: WordName, standard: String) -> String {
    var sign = standard
    var base = ""
    let scope = cursor.scope
    while let name = cursor.child(of: scope) {
      if name == .base {
        base = equation()
      } else if name == properties, let character = self.properties()[.mathCharacter] {
        sign = character
      }
    }
    return LinearEquation.accented(base, sign)
  }

  /// The values of properties that hold a sign or a kind.
  private mutating func properties() -> [WordName: String] {
    var values: [WordName: String] = [:]
    let scope = cursor.scope
    while let name = cursor.child(of: scope) {
      if let value = cursor.string(.mathVal) { values[name] = PendingText.cleaned(value) }
    }
    return values
  }
}
