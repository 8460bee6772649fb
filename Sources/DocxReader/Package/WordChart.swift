internal import ConverterCore
internal import Markup

/// The text of a chart (ECMA-376 part 1, 21.2): its title, and the values that the file keeps of its series, as a table with a
/// column for each series.
///
///     Requests per year │ new │ old         the caption is the title of the chart, the header row has the
///     ──────────────────┼─────┼────         names of the series, the first column the categories; numbers
///     2023              │   8 │  11         are shown by the format that is kept with them
struct WordChart {
  /// Texts by the numbers of their points, in ascending order.
  private typealias Points = [(index: Int, text: String)]

  private struct Series {
    var name = ""
    var categories: Points = []
    /// One list of values, or several such as the heights and sizes of bubbles.
    var values: [Points] = []
  }

  private var title = ""
  private var axisTitles: [String] = []
  private var series: [Series] = []
  private let part: String

  /// Whether days are counted from 1904 (21.2.2.38).
  private var countsFrom1904 = false

  /// Reads a chart part.
  ///
  /// - Parameter part: its name, with which places begin.
  init(_ cursor: consuming XMLCursor, named part: String) {
    self.part = part
    let root = cursor.scope
    while let name = cursor.child(of: root) {
      guard name == .chartSpace else { continue }
      let space = cursor.scope
      while let name = cursor.child(of: space) {
        if name == .countsFrom1904 {
          countsFrom1904 = !["0", "false"].contains(cursor.string(.chartVal))
        } else if name == .chart {
          readChart(&cursor)
        }
      }
    }
  }

  private mutating func readChart(_ cursor: inout XMLCursor) {
    let chart = cursor.scope
    while let name = cursor.child(of: chart) {
      switch name {
      case .chartTitle: title = Self.text(&cursor)
      case .plotArea:
        // Kinds of charts, each with its series, and axes.
        let area = cursor.scope
        while cursor.child(of: area) != nil {
          let inner = cursor.scope
          while let name = cursor.child(of: inner) {
            if name == .series { readSeries(&cursor) }
            if name == .chartTitle { axisTitles.append(Self.text(&cursor)) }
          }
        }
      default: break
      }
    }
  }

  private mutating func readSeries(_ cursor: inout XMLCursor) {
    var read = Series()
    let scope = cursor.scope
    while let name = cursor.child(of: scope) {
      switch name {
      case .seriesText: read.name = Self.text(&cursor)
      case .categories, .xValues: read.categories = points(&cursor)
      case .values, .yValues, .bubbleSizes: read.values.append(points(&cursor))
      default: break
      }
    }
    series.append(read)
  }

  /// All text inside of an element, paragraphs and cached values apart by spaces.
  private static func text(_ cursor: inout XMLCursor) -> String {
    var texts: [String] = []
    collect(&cursor, into: &texts)
    return TextJoining.trimmed(texts.filter(\.hasInk).joined(separator: " "))
  }

  private static func collect(_ cursor: inout XMLCursor, into texts: inout [String]) {
    let scope = cursor.scope
    while let name = cursor.child(of: scope) {
      switch name {
      case .drawingParagraph: texts.append(DrawingText.paragraph(&cursor))
      case .cachedValue: texts.append(cursor.text())
      default: collect(&cursor, into: &texts)
      }
    }
  }

  /// The points of categories or values. Categories of several levels have their inner level first; an outer text holds up to
  /// the next one.
  private func points(_ cursor: inout XMLCursor) -> Points {
    var levels: [Points] = [[]]
    collectPoints(&cursor, into: &levels)
    levels = levels.map { $0.sorted { $0.index < $1.index } }.filter { !$0.isEmpty }
    guard let inner = levels.first, levels.count > 1 else { return levels.first ?? [] }
    return inner.map { point in
      let outer = levels.dropFirst().reversed().compactMap { level in level.last { $0.index <= point.index }?.text }
      return (point.index, (outer + [point.text]).joined(separator: " "))
    }
  }

  private func collectPoints(_ cursor: inout XMLCursor, into levels: inout [Points]) {
    // Stands before the points that it is for (21.2.2.71).
    var format: NumberFormat?
    let scope = cursor.scope
    while let name = cursor.child(of: scope) {
      switch name {
      case .formatCode: format = NumberFormat(cursor.text(), countsFrom1904: countsFrom1904)
      case .cachedLevel:
        levels.append([])
        collectPoints(&cursor, into: &levels)
      case .cachedPoint:
        let index = cursor.integer(.pointIndex) ?? levels[levels.count - 1].count
        let own = cursor.string(.pointFormat).map { NumberFormat($0, countsFrom1904: countsFrom1904) }
        let kept = Self.text(&cursor)
        let text = (own ?? format)?.text(of: kept) ?? kept
        if text.hasInk { levels[levels.count - 1].append((index, text)) }
      default: collectPoints(&cursor, into: &levels)
      }
    }
  }
}

extension WordChart {
  /// The chart as a story: a table for all series with the same categories, then the titles of axes. Empty where the file keeps no
  /// text of it.
  var story: [WordBlock] {
    var tables: [[Series]] = []
    for series in series where !series.values.allSatisfy(\.isEmpty) {
      if let last = tables.last?.last, last.categories.elementsEqual(series.categories, by: ==) {
        tables[tables.count - 1].append(series)
      } else {
        tables.append([series])
      }
    }
    var story = tables.indices.map { WordBlock.table(table(tables[$0], number: $0 + 1)) }
    if tables.isEmpty, title.hasInk { story.append(paragraph(title, "title")) }
    return story + axisTitles.filter(\.hasInk).map { paragraph($0, "plotArea/title") }
  }

  private func paragraph(_ text: String, _ step: String) -> WordBlock {
    .paragraph(WordParagraph(inlines: [.text(text, RunFormat())], path: "\(part)/\(step)"))
  }

  private func table(_ series: [Series], number: Int) -> WordTable {
    let columns = series.flatMap { series in series.values.map { (series.name, $0) } }
    let categories = series.first?.categories ?? []
    let numbers = Set(categories.map(\.index) + columns.flatMap { $0.1.map(\.index) }).sorted()
    var table = WordTable(path: "\(part)/chart[\(number)]", caption: title.hasInk ? title : nil)
    table.rows.append(Self.row([""] + columns.map(\.0), isHeader: true))
    let texts = ([categories] + columns.map(\.1)).map { points in
      Dictionary(points.map { ($0.index, $0.text) }, uniquingKeysWith: { first, _ in first })
    }
    for number in numbers {
      var row = texts.map { $0[number] ?? "" }
      // Where the file has no categories, Word counts from 1.
      if categories.isEmpty { row[0] = String(number.addingReportingOverflow(1).partialValue) }
      table.rows.append(Self.row(row, isHeader: false))
    }
    return table
  }

  private static func row(_ texts: [String], isHeader: Bool) -> WordRow {
    let cells = texts.map { WordCell(content: .line($0, ParagraphFormat())) }
    return WordRow(cells: cells, isHeader: isHeader)
  }
}
