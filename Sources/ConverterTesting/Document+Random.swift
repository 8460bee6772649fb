public import ConverterCore

extension Document {
  /// A document with everything that the model can express, determined by the generator's seed.
  ///
  /// Numbers have the precision of the JSON form (boxes two decimals, confidences four), so that reading back what was
  /// written gives an equal document.
  public static func random(using generator: inout SeededGenerator) -> Document {
    Document(
      source: SourceDescription(
        name: generator.text(), format: "f", byteCount: Int.random(in: 0...1 << 40, using: &generator),
        sha256: generator.maybe(oneIn: 2) { _ in String(repeating: "0a", count: 32) },
        encoding: generator.maybe(oneIn: 2) { _ in "gb18030" }, replacementCount: generator.maybe(oneIn: 2) { _ in 7 }),
      metadata: Metadata(
        title: generator.maybe(oneIn: 2) { $0.text() }, author: generator.maybe(oneIn: 2) { $0.text() },
        created: generator.maybe(oneIn: 2) { _ in "2024-01-05T10:00:00Z" },
        modified: generator.maybe(oneIn: 2) { _ in "2024-01-05" }, pageCount: generator.maybe(oneIn: 2) { _ in 12 },
        language: generator.maybe(oneIn: 2) { _ in "zh" }),
      blocks: generator.blocks(atMost: 6, depth: 2),
      findings: (0..<Int.random(in: 0...2, using: &generator)).map { _ in
        Finding(
          generator.pick(Finding.Severity.allCases), "a.b.c", generator.text(),
          at: generator.maybe(oneIn: 2) { $0.place() })
      })
  }
}

extension Table {
  /// A table with random spans, holes and headers, determined by the generator's seed.
  public static func random(using generator: inout SeededGenerator) -> Table {
    generator.table(depth: 0)
  }
}

extension SeededGenerator {
  /// A few words of several scripts, with what output formats must escape.
  fileprivate mutating func text() -> String {
    let words = [
      "", "office", "本年新收", "１，２３４", "-3.50", "0", "/", "=1+1", "\"quoted\"", "back\\slash", "a,b", "x|y", "[ ]{ }",
      "two\nlines", "tab\there", "e\u{301}", "👩‍👩‍👧", "\u{2028}", "\u{FEFF}", "（件）", "\u{A0}",
    ]
    return (0..<Int.random(in: 0...3, using: &self)).map { _ in pick(words) }.joined(separator: pick(["", " ", "，"]))
  }

  fileprivate mutating func blocks(atMost count: Int, depth: Int) -> [Block] {
    (0..<Int.random(in: 0...count, using: &self)).map { _ in block(depth: depth) }
  }

  private mutating func block(depth: Int) -> Block {
    switch Int.random(in: 0..<(depth > 0 ? 6 : 4), using: &self) {
    case 0:
      .heading(
        Heading(
          level: Int.random(in: 1...7, using: &self), label: maybe(oneIn: 2) { $0.text() }, text: text(),
          original: maybe(oneIn: 4) { $0.text() }, origin: origin()))
    case 1:
      .paragraph(
        Paragraph(
          text: text(), isCode: Int.random(in: 0..<8, using: &self) == 0, original: maybe(oneIn: 4) { $0.text() },
          origin: origin()))
    case 2:
      .listItem(
        ListItem(
          label: maybe(oneIn: 2) { $0.text() }, level: Int.random(in: 0...4, using: &self), text: text(),
          original: maybe(oneIn: 4) { $0.text() }, origin: origin()))
    case 3: .figure(Figure(text: text(), origin: origin()))
    case 4:
      .aside(
        Aside(
          role: pick(Aside.Role.allCases), label: maybe(oneIn: 2) { $0.text() },
          blocks: blocks(atMost: 2, depth: depth - 1), origin: origin()))
    default: .table(table(depth: depth - 1))
    }
  }

  /// Tiles a grid position by position: each free one becomes a hole or the corner of a cell as large as is free.
  fileprivate mutating func table(depth: Int) -> Table {
    let rowCount = Int.random(in: 0...5, using: &self)
    let columnCount = Int.random(in: 0...5, using: &self)
    var taken = Array(repeating: Array(repeating: false, count: columnCount), count: rowCount)
    var cells: [Cell] = []
    for row in 0..<rowCount {
      for column in 0..<columnCount where !taken[row][column] && !chance(oneIn: 12) {
        let free = taken[row][column...].prefix { !$0 }.count
        let width = chance(oneIn: 4) ? Int.random(in: 1...free, using: &self) : 1
        let height = chance(oneIn: 4) ? Int.random(in: 1...(rowCount - row), using: &self) : 1
        for row in row..<(row + height) {
          for column in column..<(column + width) { taken[row][column] = true }
        }
        cells.append(
          Cell(
            rows: row..<(row + height), columns: column..<(column + width), label: maybe(oneIn: 6) { $0.text() },
            text: text(), original: maybe(oneIn: 6) { $0.text() },
            blocks: chance(oneIn: 8) ? blocks(atMost: 2, depth: depth) : [], origin: origin()))
      }
    }
    do {
      let table = try Table(
        rowCount: rowCount, columnCount: columnCount, cells: cells, caption: maybe(oneIn: 3) { $0.text() },
        unit: maybe(oneIn: 3) { _ in "件" }, origin: origin())
      return table.settingHeaders(
        rows: Int.random(in: 0...rowCount, using: &self), stubColumns: Int.random(in: 0...columnCount, using: &self),
        evidence: maybe(oneIn: 2) { $0.evidence() })
    } catch {
      preconditionFailure("the generator made no table: \(error)")
    }
  }

  private mutating func origin() -> Origin {
    Origin(place(), evidence(), continuations: chance(oneIn: 6) ? [place(), place()] : [])
  }

  private mutating func evidence() -> Evidence {
    let confidence = Float(Double(Int.random(in: 0...10_000, using: &self)) / 10_000)
    return pick([.stated, .ruled, .aligned, .recognised(confidence: confidence), .computed])
  }

  fileprivate mutating func place() -> Place {
    let first = Int.random(in: 1...99, using: &self)
    switch Int.random(in: 0..<5, using: &self) {
    case 0: return .page(first, nil)
    case 1:
      let edges = (0..<4).map { _ in Double(Int.random(in: -1_000...99_999, using: &self)) / 100 }
      return .page(
        first,
        Rectangle(
          x0: min(edges[0], edges[1]), y0: min(edges[2], edges[3]), x1: max(edges[0], edges[1]),
          y1: max(edges[2], edges[3])))
    case 2: return .lines(first...first + Int.random(in: 0...3, using: &self))
    case 3:
      let row = Int32.random(in: 0...9, using: &self)
      return .element(ElementPath("part.xml/body/t[\(first)]", row: row, cell: Int32.random(in: 0...2, using: &self)))
    default: return .byte(first)
    }
  }
}
