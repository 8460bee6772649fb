internal import ConverterCore

/// Collects an equation from its groups and gives it as linear text (Rich Text Format 1.9.1, “Office Math”; the groups are the elements
/// of ECMA-376 part 1, 22.1, with an `m` before their names).
///
///     {\mf{\mnum{\mr a}}{\mden{\mr b}}}  →  a/b
///
/// A group's text is known when it ends; then it becomes a part of the group around it.
struct MathCollector {
  /// A group that is open.
  fileprivate struct Group {
    /// What it is; `nil` for groups that only format.
    var word: ControlWord?
    /// The text of what has no name of its own in it.
    var text = TextCollector()
    var parts: [(word: ControlWord, text: String)] = []
    /// How the text ends so far.
    var endsInDigit = false
    var endsInConstruct = false
  }

  private var groups: [Group] = []

  mutating func openGroup() {
    groups.append(Group())
  }

  /// Takes the word that says what the innermost group is.
  mutating func name(_ word: ControlWord) {
    if let last = groups.indices.last, groups[last].word == nil { groups[last].word = word }
  }

  mutating func append(_ bytes: ArraySlice<UInt8>, in set: CharacterSet) {
    guard let last = groups.indices.last, let byte = bytes.last else { return }
    groups[last].text.append(bytes, in: set)
    groups[last].endsInDigit = (0x30...0x39).contains(byte)
    groups[last].endsInConstruct = false
  }

  mutating func append(unit: UInt16) {
    if let last = groups.indices.last { groups[last].text.append(unit: unit) }
  }

  mutating func append(_ scalar: Unicode.Scalar) {
    if let last = groups.indices.last { groups[last].text.append(scalar) }
  }

  /// Ends the innermost group; the text of the outermost is that of the equation.
  mutating func closeGroup() -> String {
    guard var ended = groups.popLast() else { return "" }
    let word = ended.word
    let text = ended.linearText()
    guard let parent = groups.indices.last else { return text }
    if word?.isMathProperties == true {
      groups[parent].parts += ended.parts
    } else if let word, word.isMathPart {
      groups[parent].parts.append((word, text))
    } else if !text.isEmpty {
      let isConstruct = word?.isMathConstruct == true
      // A figure must not run on into another one: `3 1/2`.
      let isSeparate = isConstruct || groups[parent].endsInConstruct
      if isSeparate, groups[parent].endsInDigit, text.first?.isNumber == true { groups[parent].text.append(" ") }
      for scalar in text.unicodeScalars { groups[parent].text.append(scalar) }
      groups[parent].endsInDigit = text.last?.isNumber == true
      groups[parent].endsInConstruct = isConstruct || ended.endsInConstruct
    }
    return text
  }
}

extension MathCollector.Group {
  /// The text of the construct that the group is, or what it holds.
  fileprivate mutating func linearText() -> String {
    let plain = text.take()
    switch word {
    case .mf:
      return LinearEquation.fraction(part(.mnum), part(.mden), hasBar: part(.mtype) != "noBar")
    case .mrad: return LinearEquation.radical(degree: part(.mdeg), part(.me))
    case .msSub, .msSup, .msSubSup:
      return LinearEquation.scripted(part(.me), lower: part(.msub), upper: part(.msup))
    case .msPre:
      return LinearEquation.scripts(lower: part(.msub), upper: part(.msup)) + LinearEquation.grouped(part(.me))
    case .mnary:
      return LinearEquation.nary(
        part(.mchr, or: "∫"), lower: part(.msub), upper: part(.msup), part(.me))
    case .md:
      let terms = all(.me).joined(separator: part(.msepChr, or: "|"))
      return part(.mbegChr, or: "(") + terms + part(.mendChr, or: ")")
    case .mmr: return all(.me).joined(separator: "&")
    case .mm: return LinearEquation.matrix(all(.mmr).map { [$0] })
    case .meqArr: return LinearEquation.array(all(.me))
    case .mfunc: return LinearEquation.function(part(.mfName), part(.me))
    case .mlimLow, .mlimUpp:
      return LinearEquation.limit(part(.me), part(.mlim), isUpper: word == .mlimUpp)
    case .macc: return LinearEquation.accented(part(.me), part(.mchr, or: "\u{302}"))
    case .mbar: return LinearEquation.accented(part(.me), "\u{305}")
    case .mgroupChr: return LinearEquation.accented(part(.me), part(.mchr))
    // Boxes and the equation itself: their bases one after the other.
    default: return plain + parts.lazy.filter { $0.word == .me }.map(\.text).joined()
    }
  }

  /// The text of a part that stands once; `standard` where the group does not have it.
  private func part(_ word: ControlWord, or standard: String = "") -> String {
    parts.first { $0.word == word }?.text ?? standard
  }

  private func all(_ word: ControlWord) -> [String] {
    parts.filter { $0.word == word }.map(\.text)
  }
}

extension ControlWord {
  /// Whether it names a part that the construct around it puts in its place.
  fileprivate var isMathPart: Bool {
    switch self {
    case .mnum, .mden, .me, .mdeg, .msub, .msup, .mfName, .mlim, .mmr, .mtype, .mchr, .mbegChr, .mendChr, .msepChr:
      true
    default: false
    }
  }

  /// Whether it names a construct that stands in a row with text.
  fileprivate var isMathConstruct: Bool {
    switch self {
    case .mf, .mrad, .msSub, .msSup, .msSubSup, .msPre, .mnary: true
    default: false
    }
  }

  /// Whether its parts are those of the construct around it.
  fileprivate var isMathProperties: Bool {
    switch self {
    case .mfPr, .mnaryPr, .mdPr, .maccPr, .mgroupChrPr: true
    default: false
    }
  }
}
