package import ConverterCore

/// The content of a page in reading order: chosen tables, and the text around them as blocks.
package struct PageContent: Sendable {
  /// The lines of text outside of tables, by zone in reading order.
  package private(set) var zones: [[TextLine]] = []

  /// Tables and text in reading order.
  package private(set) var items: [PageItem] = []

  /// What is missing in the items, which is a mistake of the analysis.
  package private(set) var findings: [Finding] = []

  package init(
    page: Page, text: PageText, rules: DrawnRules, tables: [TableCandidate], tolerances: Tolerances = .standard
  ) {
    var inTable = [Bool](repeating: false, count: text.words.count)
    for table in tables { for word in table.words { inTable[word] = true } }
    let free = text.words.indices.filter { !inTable[$0] }
    let boxes = tables.map(\.box)
    let textBoxes = TextBoxes(
      page, words: free.filter { text.words[$0].direction == .right }, text: text, tables: boxes, tolerances: tolerances
    )
    let lines = text.textLines(of: textBoxes.rest, tolerances: tolerances)
    zones = Zones.zones(
      of: lines, obstacles: boxes, besideTables: true, level: rules.level, text: text, tolerances: tolerances)
    for (box, words) in textBoxes.boxes {
      let inner = Zones.zones(
        of: text.textLines(of: words, tolerances: tolerances), obstacles: boxes, text: text, tolerances: tolerances)
      let beside = zones.firstIndex { $0.contains { $0.band.middle > box.y0 && $0.band.middle < box.y1 } }
      zones.insert(contentsOf: inner, at: beside.map { $0 + 1 } ?? zones.count)
    }
    let besides = textBoxes.boxes.map(\.box) + page.images.map(\.box)
    var conservation = Conservation(text)
    var found: [Table] = []
    for candidate in tables {
      guard let table = candidate.table(on: page.number, text: text) else { continue }
      conservation.use(candidate.words)
      found.append(HeaderRecognition.withHeaders(table))
    }
    let paragraphs = Paragraphs(text, tolerances: tolerances)
    var places = TablePlaces(found, zones: zones)
    for (number, zone) in zones.enumerated() {
      let reach = zone.across
      // A table or a drawn line in the column beside parts nothing here.
      let barriers =
        (boxes.filter { reach.isMostlyCommon(with: Interval($0.x0, $0.x1)) }.map(\.midY)
        + rules.level.filter { reach.isMostlyCommon(with: Interval($0.start, $0.end)) }.map(\.position)).sorted()
      let room = PageRoom.room(for: zone, on: page, text: text, obstacles: boxes)
      for block in paragraphs.blocks(of: zone, barriers: barriers, room: room, besides: besides) {
        items += places.takeTables(above: block, inZone: number).map(PageItem.table)
        for line in block.lines { conservation.use(line) }
        items.append(.text(block))
      }
      items += places.takeTables(atEndOfZone: number).map(PageItem.table)
    }
    items += places.rest.map(PageItem.table)
    items = CaptionsBeside.parted(items, text: text, tolerances: tolerances)
    items = TableSurroundings.attached(items, tolerances: tolerances)
    for direction in [Glyph.Direction.down, .up, .left] {
      let blocks = turnedText(free, direction: direction, text: text, tolerances: tolerances)
      for line in blocks.flatMap(\.lines) { conservation.use(line) }
      items += blocks.map(PageItem.text)
    }
    findings = conservation.findings(onPage: page.number)
    items += page.images.filter { $0.box.width > 20 && $0.box.height > 20 }.map { image in
      .figure(Figure(origin: Origin(.page(page.number, image.box), .stated)))
    }
    if let mark = watermark(text) { items.append(.watermark(mark)) }
  }

  /// Turned and vertical text outside of tables: each turned line one block, vertical lines as paragraphs.
  private func turnedText(
    _ words: [Int], direction: Glyph.Direction, text: PageText, tolerances: Tolerances
  ) -> [TextBlock] {
    let lines = text.lines(of: words, direction: direction)
    var blocks = VerticalLines.blocks(of: lines.filter { text.isVertical($0) }, text: text, tolerances: tolerances)
    for line in lines where !text.isVertical(line) {
      let box = line.dropFirst().reduce(text.words[line[0]].box) { $0.union(text.words[$1].box) }
      let style = TextStyle(size: text.words[line[0]].size, isBold: false, isCentred: false, lineCount: 1)
      blocks.append(TextBlock(lines: [line], box: box, text: text.string(ofLine: line), style: style))
    }
    return blocks
  }

  private func watermark(_ text: PageText) -> TextBlock? {
    guard let first = text.watermark.first else { return nil }
    var box = text.glyphs[Int(first)].box
    var string = ""
    for index in text.watermark {
      box = box.union(text.glyphs[Int(index)].box)
      GlyphText.append(text.glyphs[Int(index)].text, to: &string)
    }
    let style = TextStyle(size: text.glyphs[Int(first)].size, isBold: false, isCentred: true, lineCount: 1)
    return TextBlock(lines: [], box: box, text: string, style: style)
  }
}
