import ConverterCore
import ConverterTesting
import Testing

@testable import TextReader

/// Tables written in each shape and read back are equal where the shape keeps what they hold.
@Suite struct RoundTripTests {
  private static let seeds: [UInt64] = Array(1...60)

  @Test(arguments: seeds)
  func `A drawn table comes back with its spans`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let table = try randomTable(&random, spans: true)
    let back = try onlyTable(TextWriter(tableWidth: 10_000).written(Document(.table(table))).text)
    #expect(spans(back) == spans(table), "seed \(seed)")
    #expect(back.headerRowCount == table.headerRowCount, "seed \(seed)")
  }

  @Test(arguments: seeds)
  func `A table without spans comes back from CSV`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let table = try randomTable(&random, spans: false, hard: true)
    let back = try onlyTable(CSVWriter().written(Document(.table(table))).text, name: "table.csv")
    #expect(spans(back) == spans(table), "seed \(seed)")
  }

  @Test(arguments: seeds)
  func `What CSV cannot say of a table is reported`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let table = try randomTable(&random, spans: true)
    let back = try onlyTable(CSVWriter().written(Document(.table(table))).text, name: "table.csv")
    let isLossy = table.cells.contains { $0.rows.count > 1 || $0.columns.count > 1 }
    #expect(
      CSVWriter().losses(of: Document(.table(table))).map(\.code) == (isLossy ? ["csv.spans.lost"] : []), "seed \(seed)"
    )
    #expect((spans(back) == spans(table)) == !isLossy, "seed \(seed)")
  }

  @Test(arguments: seeds)
  func `A table without spans comes back from Markdown`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let table = try randomTable(&random, spans: false)
    let back = try onlyTable(MarkdownWriter().written(Document(.table(table))).text)
    #expect(spans(back) == spans(table), "seed \(seed)")
    #expect(back.headerRowCount == 1 && back.headerEvidence == .stated, "seed \(seed)")
  }

  @Test(arguments: seeds)
  func `A table comes back from cells one a line with its spans`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let table = try randomForm(&random)
    let back = try onlyTable(tabIndented(table))
    #expect(spans(back) == spans(table), "seed \(seed)\n\(tabIndented(table))")
  }

  @Test(arguments: seeds)
  func `A table without spans comes back from aligned columns`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let table = try randomTable(&random, spans: false, columns: 3...6)
    let back = try onlyTable(alignedText(table))
    #expect(spans(back) == spans(table), "seed \(seed)\n\(alignedText(table))")
  }

  @Test(arguments: seeds)
  func `Lines of cells without rows are reported, never guessed`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let table = try randomForm(&random)
    let text = table.cells.map(\.text).filter { !$0.isEmpty }.joined(separator: "\n")
    let document = try read(text)
    let lines = document.blocks.flatMap { block in
      switch block {
      case .heading(let heading): [heading.text]
      case .paragraph(let paragraph): paragraph.text.split(separator: "\n").map(String.init)
      default: ["?"]
      }
    }
    #expect(lines == text.split(separator: "\n").map(String.init), "seed \(seed)")
    #expect(document.findings.contains { $0.code.hasPrefix("text.table.") }, "seed \(seed)")
  }
}

// MARK: - Tables made at random

private let words = ["码头", "船只", "Quay", "North pier", "渡船公司", "nets", "货", "Old harbour", "进港数量", "rope"]
private let hardWords = ["a,b", "say \"no\"", "two\nlines", " led", "x;y", "", "end "]

/// Labels in the first row and column, numbers elsewhere; with spans, some numbers give way to wide labels.
private func randomTable(
  _ random: inout SeededGenerator, spans: Bool, hard: Bool = false, columns: ClosedRange<Int> = 2...6
) throws -> Table {
  let (rows, columns) = (Int.random(in: 3...8, using: &random), Int.random(in: columns, using: &random))
  var taken = Set<[Int]>()
  var cells: [Cell] = []
  for row in 0..<rows {
    for column in 0..<columns where !taken.contains([row, column]) {
      var (height, width) = (1, 1)
      // The first row and column stay whole, so that each row and column of the grid shows.
      if spans, row > 0, column > 0, Int.random(in: 0..<5, using: &random) == 0 {
        width = Int.random(in: 1...min(2, columns - column), using: &random)
        height = Int.random(in: 1...min(2, rows - row), using: &random)
        while (column..<(column + width)).contains(where: { taken.contains([row, $0]) }) { width -= 1 }
      }
      for y in row..<(row + height) { for x in column..<(column + width) { taken.insert([y, x]) } }
      let isLabel = row == 0 || column == 0
      var text =
        isLabel
        ? "\(words.randomElement(using: &random) ?? "")\(row)\(column)" : "\(Int.random(in: 0..<5000, using: &random))"
      if hard, !isLabel, Int.random(in: 0..<4, using: &random) == 0 {
        text = hardWords.randomElement(using: &random) ?? ""
      }
      cells.append(
        Cell(
          rows: row..<(row + height), columns: column..<(column + width), text: text,
          origin: Origin(.lines(1...1), .stated)))
    }
  }
  return try Table(
    rowCount: rows, columnCount: columns, cells: cells, headerRowCount: 1, headerEvidence: .stated,
    origin: Origin(.lines(1...1), .stated))
}

/// A form: a head of two rows (a corner, groups of columns of the same names, a total), then rows with one or two levels of labels.
private func randomForm(_ random: inout SeededGenerator) throws -> Table {
  var cells: [Cell] = []
  func add(_ row: Range<Int>, _ columns: Range<Int>, _ text: String) {
    cells.append(Cell(rows: row, columns: columns, text: text, origin: Origin(.lines(1...1), .stated)))
  }
  let groups = Int.random(in: 1...3, using: &random)
  let size = Int.random(in: 2...4, using: &random)
  let values = groups * size + 1
  let width = 2 + values
  add(0..<2, 0..<2, "项目")
  for group in 0..<groups { add(0..<1, (2 + group * size)..<(2 + (group + 1) * size), "第\(group)组") }
  add(0..<2, (width - 1)..<width, "合计")
  for column in 2..<(width - 1) { add(1..<2, column..<(column + 1), "指标" + ["甲", "乙", "丙", "丁"][(column - 2) % size]) }
  var row = 2
  for section in 0..<Int.random(in: 2...4, using: &random) {
    let height = Int.random(in: 0...3, using: &random)
    if height < 2 {
      add(row..<(row + 1), 0..<2, "单项\(section)")
    } else {
      add(row..<(row + height), 0..<1, "大类\(section)")
      for line in 0..<height { add((row + line)..<(row + line + 1), 1..<2, "小类\(section)之\(line)") }
    }
    for line in row..<(row + max(1, height)) {
      for column in 2..<width {
        add(line..<(line + 1), column..<(column + 1), "\(Int.random(in: 0..<3, using: &random))")
      }
    }
    row += max(1, height)
  }
  // One row shows all columns.
  add(row..<(row + 1), 0..<1, "末类")
  add(row..<(row + 1), 1..<2, "末项")
  for column in 2..<width { add(row..<(row + 1), column..<(column + 1), "0") }
  return try Table(rowCount: row + 1, columnCount: width, cells: cells, origin: Origin(.lines(1...1), .stated))
}

// MARK: - Shapes

/// Tika's shape: continued merges are tabs alone.
private func tabIndented(_ table: Table) -> String {
  let grid = table.grid
  return flattened(
    (0..<table.rowCount).map { row in
      var cells: [String] = []
      var column = 0
      while column < table.columnCount, let cell = grid[row, column] {
        cells.append(cell.rows.lowerBound == row ? cell.text : "")
        column = cell.columns.upperBound
      }
      return cells
    })
}

/// Columns two spaces apart, in a fixed-width font.
private func alignedText(_ table: Table) -> String {
  func width(_ text: String) -> Int { text.unicodeScalars.reduce(0) { $0 + (TextJoining.isWide($1) ? 2 : 1) } }
  let widths = (0..<table.columnCount).map { column in
    table.cells.filter { $0.columns.lowerBound == column }.map { width($0.text) }.max() ?? 0
  }
  return (0..<table.rowCount).map { row in
    table.cells.filter { $0.rows.lowerBound == row }.map { cell in
      cell.text + String(repeating: " ", count: widths[cell.columns.lowerBound] - width(cell.text) + 2)
    }.joined()
  }.joined(separator: "\n")
}
