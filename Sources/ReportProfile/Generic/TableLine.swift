internal import ConverterCore

/// A row or column of a table by its names, and what it does in sums.
struct TableLine {
  /// The label nearest to the figures, on one line.
  var label = ""

  /// All that names the line: its label, those of groups over it, the heading of its section.
  var names: [String] = []

  /// The code before the label, empty where there is none; `208` is the group of `20805`.
  var code = ""

  /// Whether its numbers may name the lines of the other direction, as years and ages do.
  var mayBeNames = false

  /// How a line adds up others.
  enum Role {
    case item, subtotal, total

    /// The total of some lines, such as “Total revenue”; it is not checked itself.
    case partialTotal

    /// A part of the line above.
    case share

    /// May be taken off the others.
    case deduction

    /// Perhaps no addend at all: a rate, an average, a price, or the names of the other lines.
    case doubtful
  }
}

extension TableLine {
  var role: Role {
    let role = TableLine.role(of: label)
    return role == .item && (mayBeNames || isRate) ? .doubtful : role
  }

  /// Whether its names say that its figures do not add up: rates, averages, prices.
  var isRate: Bool { names.contains(where: TableLine.namesRate) }

  /// Whether its label announces parts of itself: “Exports, of which:”.
  var mentionsParts: Bool {
    let text = GenericArithmetic.folding.key(label).description
    return LineWords.partPieces.contains(where: text.contains)
  }

  /// What a label says of its line.
  static func role(of label: String) -> Role {
    let key = GenericArithmetic.folding.key(label).withoutOrdinal
    let text = key.withoutNotes.description
    if LineWords.totals.contains(text) { return .total }
    if LineWords.subtotals.contains(text) { return .subtotal }
    let whole = key.description
    if LineWords.shares.contains(where: whole.hasPrefix) { return .share }
    if LineWords.deductions.contains(where: whole.hasPrefix) { return .deduction }
    if LineWords.totalEndings.contains(where: text.hasSuffix) { return .partialTotal }
    return words(of: label).contains(where: LineWords.totalWords.contains) ? .partialTotal : .item
  }

  /// Whether a name says that figures are rates, averages or prices.
  static func namesRate(_ name: String) -> Bool {
    let key = GenericArithmetic.folding.key(name)
    let text = key.description
    if LineWords.ratePieces.contains(where: text.contains) { return true }
    let bare = key.withoutNotes.description
    if LineWords.rateEndings.contains(where: bare.hasSuffix) { return true }
    return words(of: name).contains(where: LineWords.rateWords.contains)
  }

  /// Whether a name heads codes and serial numbers.
  static func namesCodes(_ name: String) -> Bool {
    let key = GenericArithmetic.folding.key(name).description
    return LineWords.codes.contains { key == $0 || key.hasSuffix($0) && $0.count > 1 }
  }

  /// Whether a name heads years and the like, which name rows.
  static func namesPeriods(_ name: String) -> Bool {
    LineWords.periods.contains(GenericArithmetic.folding.key(name).description)
  }

  /// The words of a text in Latin letters, small.
  private static func words(of text: String) -> [String] {
    text.lowercased().split { !$0.isLetter }.map(String.init)
  }
}
