internal import ConverterCore
internal import FoundationEssentials

/// How lines are read whose columns are not known yet.
struct FigureReading {
  /// The columns of wide characters: two on a terminal, one where programs count characters.
  var wide: Int
  /// Whether tabs move to tab stops; else lines with tabs are of no table, since tabs may part fields.
  var hasTabStops: Bool
}

/// A line as a table of figures sees it.
struct FigureLine {
  /// What a line may be to a table of figures.
  enum Kind: Hashable {
    case blank
    /// Strokes under lines of a head, above a total, around the table; or marks of columns (`<S>`, `<C>`).
    case rule
    /// A label, which may be missing, and figures behind it.
    case figures
    /// One piece: a label without figures, a name over columns, a title.
    case text
    /// Several pieces, not all of which are figures: names of columns.
    case names
    /// Nothing that tables of figures have.
    case other
  }

  /// Index of the line.
  let line: Int
  let kind: Kind
  /// The pieces of the line; of a rule its strokes.
  let pieces: [LineSegment]
  /// One entry per piece; empty for blank lines and rules.
  let texts: [String]

  /// Lines of more bytes are no rows.
  private static let widest = 400

  init(_ text: TextLines, _ index: Int, _ reading: FigureReading) {
    let traits = text[index].traits
    line = index
    if traits.contains(.blank) {
      (kind, pieces, texts) = (.blank, [], [])
      return
    }
    guard text[index].bytes.count <= Self.widest,
      traits.isDisjoint(with: [.bar, .box, .control]),
      reading.hasTabStops || traits.isDisjoint(with: [.innerTab, .leadingTab])
    else {
      (kind, pieces, texts) = (.other, [], [])
      return
    }
    if traits.contains(.code), text.isColumnMarks(index) {
      pieces = [LineSegment(columns: 0..<Self.widest, bytes: text[index].bytes)]
      (kind, texts) = (.rule, [])
      return
    }
    if traits.contains(.rule) {
      pieces = text.segments(index, gap: 2, wide: reading.wide)
      (kind, texts) = (text.isStroke(index) ? .rule : .other, [])
      return
    }
    pieces = text.pieces(index, wide: reading.wide)
    let texts = pieces.map { text.cellText($0, of: index) }
    self.texts = texts
    if texts.count < 2 {
      kind = .text
    } else {
      let isRow = texts.dropFirst().allSatisfy(FigureLine.areFigures) && !texts.contains(where: FigureLine.isStroke)
      kind = isRow ? .figures : .names
    }
  }
}

extension FigureLine {
  /// Whether a text is a figure, with the marks of notes that print has behind it, or what stands where one is missing.
  static func isFigure(_ text: String) -> Bool {
    guard text.utf8.count <= 24, text != "\\" else { return false }
    if CellMeaning(text) == .value || placeholders.contains(text) { return true }
    var (digits, letters) = (0, 0)
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39: digits += 1
      case 0x41...0x5A, 0x61...0x7A: letters += 1
      case UInt8(ascii: "$"), UInt8(ascii: "%"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "/"),
        UInt8(ascii: "."),
        UInt8(ascii: ","), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "*"), UInt8(ascii: "\\"), 0x20:
        break
      default: return false
      }
    }
    return digits > 0 && letters <= 1 && letters < digits
  }

  /// Whether all words of a text are figures: large ones may have only one blank between them.
  private static func areFigures(_ text: String) -> Bool {
    isFigure(text) || text.contains(" ") && text.split(separator: " ").allSatisfy { isFigure(String($0)) }
  }

  /// Whether a text is a stroke below a name or above a total.
  static func isStroke(_ text: String) -> Bool {
    text.utf8.count >= shortestStroke && text.utf8.allSatisfy { [0x2D, 0x3D, 0x5F].contains($0) }
  }

  private static let shortestStroke = 5

  /// What stands where a figure is missing, withheld or too small.
  private static let placeholders: Set<String> = [
    "n.a.", "n.a", "NA", "(NA)", "(na)", "N.A.", "(D)", "(X)", "(Z)", "(S)", "(*)", "*", "..", "...", "x", "X", "nil",
  ]

  /// Whether all pieces but a name at the left are years, as those that head columns.
  var isOfYears: Bool {
    kind == .figures && texts.dropFirst().allSatisfy(Self.isYear)
      && (Self.isYear(texts[0]) || !Self.isFigure(texts[0]) || texts.count > 2)
  }

  /// Whether a text is a year or several, with the mark of a note or not: `1996`, `1996-97`, `2009 (p)`.
  private static func isYear(_ text: String) -> Bool {
    let digits = text.prefix(4)
    guard digits.count == 4, let year = Int(digits), (1500...2199).contains(year) else { return false }
    let rest = text.dropFirst(4)
    if let next = rest.first, next.isNumber || ".,".contains(next) { return false }
    return rest.count <= 8
  }
}

extension TextLines {
  /// Whether a line has nothing but hyphens, equal signs and underlines.
  func isStroke(_ index: Int) -> Bool {
    let bytes = utf8.span
    return lines[index].traits.contains(.rule)
      && lines[index].bytes.allSatisfy { bytes[$0] <= 0x20 || [0x2D, 0x3D, 0x5F].contains(bytes[$0]) }
  }
}
