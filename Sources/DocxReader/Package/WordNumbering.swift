internal import ConverterCore
internal import Markup

/// The lists of a document (ECMA-376 part 1, 17.9): what paragraphs refer to by number.
struct WordNumbering {
  private struct Abstract {
    var levels: [Int: ListLevel] = [:]
    /// The name of the style that the list stands for, and of the one that it follows.
    var styleLink: String?
    var followedStyle: String?
  }

  private struct Instance {
    var abstract = ""
    var starts: [Int: Int] = [:]
    var levels: [Int: ListLevel] = [:]
  }

  private var abstracts: [String: Abstract] = [:]
  /// The places of lists in the order of the part.
  private var places: [String: Int] = [:]
  /// The first list that stands for each style.
  private var linked: [String: String] = [:]
  private var instances: [Int: Instance] = [:]

  init() {}

  /// Reads the part of numbering definitions.
  init(_ cursor: consuming XMLCursor) {
    let root = cursor.scope
    guard let scope = cursor.child(of: root, named: .numbering) else { return }
    while let name = cursor.child(of: scope) {
      switch name {
      case .abstractNumbering: readAbstract(&cursor)
      case .numberingInstance: readInstance(&cursor)
      default: break
      }
    }
  }

  /// The list that paragraphs of a numbering instance belong to; `nil` for instances that are not there, and for 0, which
  /// takes away the numbering of a style.
  func use(_ id: Int) -> ListUse? {
    guard id != 0, let instance = instances[id] else { return nil }
    var abstractID = instance.abstract
    var abstract = abstracts[abstractID]
    // A list may stand for another one by the name of a style (17.9.21); one step is all that files have.
    if let link = abstract?.followedStyle, let other = linked[link] {
      abstractID = other
      abstract = abstracts[other]
    }
    guard let abstract, let list = places[abstractID] else { return nil }
    let levels = (0..<9).map { number in
      instance.levels[number] ?? abstract.levels[number]
        ?? ListLevel(format: 255, start: 1, pattern: [], restartLimit: number)
    }
    return ListUse(list: list, levels: levels, starts: (0..<9).map { instance.starts[$0] })
  }
}

extension WordNumbering {
  private mutating func readAbstract(_ cursor: inout XMLCursor) {
    guard let id = cursor.string(.abstractNumberingID) else { return }
    var abstract = Abstract()
    let scope = cursor.scope
    while let name = cursor.child(of: scope) {
      switch name {
      case .level:
        if let (number, level) = Self.level(&cursor) { abstract.levels[number] = level }
      case .styleLink: abstract.styleLink = cursor.string(.val)
      case .numberingStyleLink: abstract.followedStyle = cursor.string(.val)
      default: break
      }
    }
    abstracts[id] = abstract
    if places[id] == nil { places[id] = places.count }
    if let link = abstract.styleLink, linked[link] == nil { linked[link] = id }
  }

  private mutating func readInstance(_ cursor: inout XMLCursor) {
    guard let id = cursor.integer(.numberingID) else { return }
    var instance = Instance()
    let scope = cursor.scope
    while let name = cursor.child(of: scope) {
      switch name {
      case .abstractNumberingID: instance.abstract = cursor.string(.val) ?? ""
      case .levelOverride:
        guard let number = cursor.integer(.level), (0..<9).contains(number) else { continue }
        let inner = cursor.scope
        while let name = cursor.child(of: inner) {
          switch name {
          case .startOverride: instance.starts[number] = Self.number(cursor.integer(.val))
          case .level: instance.levels[number] = Self.level(&cursor)?.1
          default: break
          }
        }
      default: break
      }
    }
    instances[id] = instance
  }

  /// Reads a level (17.9.6).
  private static func level(_ cursor: inout XMLCursor) -> (Int, ListLevel)? {
    guard let number = cursor.integer(.level), (0..<9).contains(number) else { return nil }
    var level = ListLevel(format: 0, start: 1, pattern: [], restartLimit: number)
    var text = ""
    var font: SymbolFont?
    var hasPicture = false
    let scope = cursor.scope
    while let name = cursor.child(of: scope) {
      switch name {
      case .start: level.start = Self.number(cursor.integer(.val)) ?? 1
      case .numberFormat: level.format = format(&cursor) ?? 0
      case .alternateContent:
        // Newer kinds of numbers stand in a choice, with a known one as fallback.
        level.format = alternativeFormat(&cursor) ?? level.format
      case .levelText: text = PendingText.cleaned(cursor.string(.val) ?? "")
      case .legalNumbering: level.isLegal = cursor.isOn
      case .levelRestart: level.restartLimit = cursor.integer(.val).map { max(0, min($0, number)) } ?? number
      case .levelPicture: hasPicture = true
      case .runProperties:
        let properties = cursor.scope
        while let name = cursor.child(of: properties) {
          if name == .fonts { font = (cursor.string(.ascii) ?? cursor.string(.highAnsi)).flatMap { SymbolFont($0) } }
        }
      default: break
      }
    }
    level.pattern = hasPicture && text.isEmpty ? [.text("•")] : parts(text, font: font)
    return (number, level)
  }

  /// A number that a list may begin with: counting on from it cannot overflow.
  private static func number(_ stated: Int?) -> Int? {
    stated.map { max(0, min($0, Int(Int32.max))) }
  }

  private static func alternativeFormat(_ cursor: inout XMLCursor) -> Int? {
    var format: Int?
    let scope = cursor.scope
    while let name = cursor.child(of: scope) {
      guard name == .choice || name == .fallback else { continue }
      let branch = cursor.scope
      while let name = cursor.child(of: branch) {
        if name == .numberFormat, let known = Self.format(&cursor) {
          if format == nil || known != 0 { format = known }
        }
      }
    }
    return format
  }

  /// The kind of numbers by its name; Word 2003 XML gives its number, custom kinds of Word their first labels: `001, 002, …`.
  private static func format(_ cursor: inout XMLCursor) -> Int? {
    guard let value = cursor.string(.val) else { return nil }
    if value == "custom", let labels = cursor.string(.customFormat) { return ListNumber.format(labelled: labels) }
    return UInt8(value).map(Int.init) ?? ListNumber.format(named: value)
  }

  /// The pattern of a label: `%1` to `%9` stand for the numbers of levels (17.9.11).
  private static func parts(_ text: String, font: SymbolFont?) -> [ListLevel.Part] {
    var marked = String.UnicodeScalarView()
    var isMark = false
    for scalar in text.unicodeScalars {
      if isMark, ("1"..."9").contains(scalar) {
        // ListLevel takes the numbers of levels as characters from U+0000.
        marked.append(Unicode.Scalar(UInt8(scalar.value - 0x31)))
        isMark = false
        continue
      }
      if isMark { marked.append("%") }
      isMark = scalar == "%"
      if !isMark { marked.append(font.flatMap { $0.scalar(scalar.value) } ?? scalar) }
    }
    if isMark { marked.append("%") }
    return ListLevel.parts(of: String(marked))
  }
}
