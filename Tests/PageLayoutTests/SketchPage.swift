import ConverterCore
import PageLayout

/// A page drawn by hand: letters half as wide as high, CJK characters square, in points from the top left.
struct SketchPage {
  var page: Page

  init(number: Int = 1, width: Double = 600, height: Double = 800) {
    page = Page(
      number: number, width: width, height: height,
      fonts: [Font(name: "Plain"), Font(name: "Bold", isBold: true)])
  }

  /// Writes text from `x` on, its baseline at `y`.
  mutating func write(
    _ text: String, _ x: Double, _ y: Double, size: Double = 10, bold: Bool = false, traits: Glyph.Traits = [],
    content: Int32 = -1
  ) {
    var pen = x
    for character in text {
      let width = Self.width(of: character) * size
      page.glyphs.append(
        Glyph(
          text: String(character), box: Rectangle(x0: pen, y0: y - 0.8 * size, x1: pen + width, y1: y + 0.2 * size),
          baseline: y, size: size, font: bold ? 1 : 0, traits: traits, markedContent: content))
      pen += width
    }
  }

  /// Writes text that ends at `x`.
  mutating func write(_ text: String, endingAt x: Double, _ y: Double, size: Double = 10) {
    write(text, x - Self.width(of: text, size: size), y, size: size)
  }

  /// Writes rows with a label at 100 and figures that end at 300, 400…, 14 points apart from `y` on.
  mutating func writeRows(_ rows: [[String]], from y: Double) {
    for (row, line) in rows.enumerated() {
      for (column, text) in line.enumerated() where !text.isEmpty {
        let baseline = y + 14 * Double(row)
        if column == 0 {
          write(text, 100, baseline)
        } else {
          write(text, endingAt: 200 + 100 * Double(column), baseline)
        }
      }
    }
  }

  /// Writes a table whose third row has a label of two lines, with figures beside the second one.
  mutating func writeWrappedLabel(_ first: String, _ second: String) {
    writeRows(
      [
        ["Item", "2008", "2007"], ["Rent", "48,212", "51,004"], [first], [second, "54,542", "58,050"],
        ["Heat of all the offices", "18,004", "22,310"],
      ], from: 100)
  }

  /// Writes a head with a line below it and labels without white between them, 12 points apart; beside the first line of each, or
  /// beside its `last` one, figures that end at `x` and 400.
  ///
  /// - Parameters:
  ///   - isDotted: whether dots lead to the figures.
  ///   - start: the x at which a line of a label begins.
  mutating func writeLabels(
    _ labels: [[String]], figuresAt x: Double, besideLast: Bool, isDotted: Bool = false,
    start: (_ label: Int, _ line: Int) -> Double
  ) {
    writeRows([["Program", "2007", "2008"]], from: 100)
    level(104, 100, 400)
    var y = 116.0
    for (label, lines) in labels.enumerated() {
      for (number, line) in lines.enumerated() {
        let start = start(label, number)
        let hasFigures = number == (besideLast ? lines.count - 1 : 0)
        let dots = hasFigures && isDotted ? max(4, 28 - line.count - Int(start - 100) / 5) : 0
        write(line + (dots > 0 ? " " : "") + String(repeating: ".", count: dots), start, y)
        if hasFigures {
          write("\(label + 1),204", endingAt: x, y)
          write("\(label + 2),317", endingAt: 400, y)
        }
        y += 12
      }
    }
  }

  /// Writes text whose middle stands at `x`.
  mutating func write(_ text: String, around x: Double, _ y: Double, size: Double = 10, bold: Bool = false) {
    write(text, x - Self.width(of: text, size: size) / 2, y, size: size, bold: bold)
  }

  /// Writes text that runs upwards from `y` on, its baseline at `x`.
  mutating func writeUpwards(_ text: String, _ x: Double, _ y: Double, size: Double = 10) {
    var pen = y
    for character in text {
      let width = Self.width(of: character) * size
      page.glyphs.append(
        Glyph(
          text: String(character), box: Rectangle(x0: x - 0.8 * size, y0: pen - width, x1: x + 0.2 * size, y1: pen),
          baseline: x, size: size, direction: .up))
      pen -= width
    }
  }

  mutating func level(_ y: Double, _ start: Double, _ end: Double) {
    page.rulings?.append(Ruling(axis: .level, position: y, start: start, end: end))
  }

  mutating func upright(_ x: Double, _ start: Double, _ end: Double) {
    page.rulings?.append(Ruling(axis: .upright, position: x, start: start, end: end))
  }

  /// Draws the four sides of a box.
  mutating func box(_ x0: Double, _ y0: Double, _ x1: Double, _ y1: Double) {
    level(y0, x0, x1)
    level(y1, x0, x1)
    upright(x0, y0, y1)
    upright(x1, y0, y1)
  }

  /// Draws a grid with all its lines.
  mutating func grid(xs: [Double], ys: [Double]) {
    guard let left = xs.first, let right = xs.last, let top = ys.first, let bottom = ys.last else { return }
    for y in ys { level(y, left, right) }
    for x in xs { upright(x, top, bottom) }
  }

  static func width(of text: String, size: Double) -> Double {
    text.reduce(0) { $0 + width(of: $1) * size }
  }

  private static func width(of character: Character) -> Double {
    if character == " " { return 0.25 }
    return character.unicodeScalars.first.map(TextJoining.isWide) == true ? 1 : 0.5
  }
}

extension SketchPage {
  var trace: LayoutTrace { PageAnalyzer().trace(of: page) }

  /// The tables that the analyzer finds.
  var tables: [Table] {
    trace.content.compactMap { item in
      if case .table(let table) = item { table } else { nil }
    }
  }

  /// The texts of the first column of the first table, below its first row.
  var labelTexts: [String] {
    tables.first?.cells.filter { $0.columns == 0..<1 && $0.rows.lowerBound > 0 }.map(\.text) ?? []
  }

  /// The blocks of text outside of tables.
  var texts: [String] {
    trace.content.compactMap { item in
      if case .text(let block) = item { block.text } else { nil }
    }
  }
}

/// Positions and texts of a table, to compare it with another.
func shape(_ table: Table?) -> [String] {
  (table?.cells ?? []).map { "\($0.rows) \($0.columns) \($0.text)" }
}

/// Pages given as an array.
struct SketchSource: PageSource {
  var pages: [Page]
  var pageCount: Int { pages.count }

  func page(_ number: Int) throws(ReadingError) -> Page {
    guard pages[number - 1].width > 0 else { throw ReadingError(.damaged(format: "sketch", detail: "no page")) }
    return pages[number - 1]
  }
}
