package import ConverterCore

extension TableCandidate {
  /// The candidate as a table of the model, each cell with its text and its place; `nil` where its areas overlap,
  /// which no step makes.
  package func table(on page: Int, text: PageText) -> Table? {
    let hasLeaders = ownWords.contains { text.words[$0].traits.contains(.leader) }
    let cells = grid.areas.indices.map { area in
      let box = grid.box(of: grid.areas[area])
      let inner = inner(inArea: area)
      let blocks = inner.isEmpty ? [] : blocks(of: contents[area], around: inner, on: page, text: text)
      return Cell(
        rows: grid.areas[area].rows, columns: grid.areas[area].columns,
        text: inner.isEmpty ? text.string(ofCell: contents[area], hasLeaders: hasLeaders) : blocks.plainText,
        blocks: blocks,
        origin: Origin(.page(page, box), evidence))
    }
    return try? Table(
      rowCount: grid.rowCount, columnCount: grid.columnCount, cells: cells,
      origin: Origin(.page(page, box), evidence))
  }

  /// What a cell holds that has tables in it: these, and the text above, between and below them.
  private func blocks(of words: [Int], around inner: [TableCandidate], on page: Int, text: PageText) -> [Block] {
    var blocks: [Block] = []
    var rest = words
    func appendText(where isNext: (Int) -> Bool) {
      let next = rest.filter(isNext)
      rest.removeAll(where: isNext)
      guard let box = text.box(of: next) else { return }
      blocks.append(
        .paragraph(
          Paragraph(text: text.string(ofCell: next, hasLeaders: false), origin: Origin(.page(page, box), evidence))))
    }
    for candidate in inner {
      appendText { text.words[$0].box.midY < candidate.box.midY }
      guard let table = candidate.table(on: page, text: text) else { continue }
      blocks.append(.table(HeaderRecognition.withHeaders(table)))
    }
    appendText { _ in true }
    return blocks
  }
}

extension [Block] {
  /// The plain reading of a cell: its paragraphs, one a line.
  fileprivate var plainText: String {
    compactMap { if case .paragraph(let paragraph) = $0 { paragraph.text } else { nil } }.joined(separator: "\n")
  }
}

extension PageText {
  /// The text of a cell, without the leaders that only guide the eye from a label to its figure.
  ///
  /// - Parameter hasLeaders: whether other cells of the table have some: then two dots behind a long label are one, too.
  fileprivate func string(ofCell indices: [Int], hasLeaders: Bool) -> String {
    let said = indices.filter { !words[$0].traits.contains(.leader) }
    let text = string(of: said.isEmpty ? indices : said)
    guard hasLeaders, text.hasSuffix("..") else { return text }
    let label = TextJoining.trimmed(String(text.dropLast(2)))
    return label.isEmpty || label.last == "." ? text : label
  }
}
