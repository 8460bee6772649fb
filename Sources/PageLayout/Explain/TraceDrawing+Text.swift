internal import ConverterCore

/// The layers of the text: words, lines, what was read, blocks in their order.
extension TraceDrawing {
  func appendWords(to output: inout OutputBuffer) {
    for word in trace.text.words {
      output.append(box: word.box, class: word.isValue ? "word value" : "word", note: note(on: word))
    }
  }

  private func note(on word: Word) -> String {
    let font = trace.page.fonts.indices.contains(word.font) ? trace.page.fonts[word.font].name : ""
    let count = word.glyphs.count == 1 ? "1 glyph" : "\(word.glyphs.count) glyphs"
    let direction = word.direction == .right ? "" : ", runs \(word.direction)"
    return "word “\(trace.text.string(of: word))”, \(word.size.brief) pt \(font), \(count), "
      + "baseline \(word.baseline.brief)\(direction)\(word.isValue ? ", a value" : "")"
  }

  /// The lines outside of tables with their phrases, zone by zone.
  func appendLines(to output: inout OutputBuffer) {
    for (index, zone) in trace.zones.enumerated() {
      guard let first = zone.first else { continue }
      let box = zone.dropFirst().reduce(first.box) { $0.union($1.box) }
      let lines = zone.count == 1 ? "1 line" : "\(zone.count) lines"
      output.append(box: box.insetBy(-2), class: "zone", note: "zone \(index + 1), \(lines)")
      for line in zone {
        for phrase in line.phrases {
          let extent = Rectangle(x0: phrase.extent.start, y0: line.box.y0, x1: phrase.extent.end, y1: line.box.y1)
          let words = phrase.words.map { line.words[$0] }
          output.append(box: extent, class: "line", note: "phrase “\(trace.text.string(ofLine: words))”")
        }
      }
    }
  }

  /// What was read, word by word, as wide as it stands on the page.
  func appendText(to output: inout OutputBuffer) {
    for word in trace.text.words {
      let extent = word.local
      output.append("<text class=\"read\"")
      switch word.direction {
      case .right:
        output.append("x", points: word.box.x0)
        output.append("y", points: word.baseline)
      case .down where isVertical(word):
        output.append("x", points: word.box.midX)
        output.append("y", points: word.box.y0)
        output.append(" writing-mode=\"vertical-rl\"")
      case .down: append(turn: 90, x: word.baseline, y: word.box.y0, to: &output)
      case .left: append(turn: 180, x: word.box.x1, y: word.baseline, to: &output)
      case .up: append(turn: 270, x: word.baseline, y: word.box.y1, to: &output)
      }
      output.append("font-size", points: word.size)
      output.append("textLength", points: max(extent.width, 0.5))
      output.append(" lengthAdjust=\"spacingAndGlyphs\">")
      output.append(xml: trace.text.string(of: word))
      output.append("</text>\n")
    }
  }

  private func isVertical(_ word: Word) -> Bool {
    guard let first = word.glyphs.first else { return false }
    return trace.text.glyphs[Int(trace.text.order[first])].traits.contains(.vertical)
  }

  private func append(turn degrees: Int, x: Double, y: Double, to output: inout OutputBuffer) {
    output.append(" transform=\"translate(")
    output.append(points: x)
    output.append(" ")
    output.append(points: y)
    output.append(") rotate(")
    output.append(degrees)
    output.append(")\"")
  }

  /// What the page holds besides tables, numbered in reading order.
  func appendBlocks(to output: inout OutputBuffer) {
    for (index, item) in trace.content.enumerated() {
      let box = item.box.insetBy(-1.5)
      if case .table = item {} else { output.append(box: box, class: "block", note: "\(index + 1). \(item.summary)") }
      output.append(badge: "\(index + 1)", x: box.x0 - 2, y: box.y0, class: "order")
    }
  }
}

extension OutputBuffer {
  /// Appends a small label whose right edge stands at a point.
  mutating func append(badge text: String, x: Double, y: Double, class name: String) {
    let width = 3.4 * Double(text.count) + 4
    append(box: Rectangle(x0: x - width, y0: y, x1: x, y1: y + 8), class: "badge \(name)")
    append(text: text, x: x - width + 2, y: y + 6, class: "badge-text")
  }
}

extension Rectangle {
  /// The rectangle with each side moved inwards by so many points.
  func insetBy(_ margin: Double) -> Rectangle {
    Rectangle(x0: x0 + margin, y0: y0 + margin, x1: x1 - margin, y1: y1 - margin)
  }
}

extension PageItem {
  /// What the item is, in one line.
  var summary: String {
    switch self {
    case .text(let block):
      "text “\(block.text.opening)”, \(block.style.size.brief) pt\(block.style.isBold ? " bold" : "")"
        + (block.style.isCentred ? ", centred" : "")
    case .watermark(let block): "watermark “\(block.text.opening)”"
    case .figure: "picture"
    case .table(let table): table.summary
    }
  }
}

extension Table {
  /// What the table is, in one line.
  var summary: String {
    var parts = ["table \(rowCount) × \(columnCount), \(origin.evidence.name)"]
    if headerRowCount > 0 { parts.append(headerRowCount == 1 ? "1 header row" : "\(headerRowCount) header rows") }
    if stubColumnCount > 0 { parts.append(stubColumnCount == 1 ? "1 stub column" : "\(stubColumnCount) stub columns") }
    if let caption { parts.append("“\(caption.opening)”") }
    if let unit { parts.append("unit \(unit)") }
    return parts.joined(separator: ", ")
  }
}

extension String {
  /// The first characters of a text.
  var opening: String { count <= 60 ? self : prefix(60) + "…" }
}

extension Evidence {
  /// The word for it.
  var name: String {
    switch self {
    case .stated: "stated"
    case .ruled: "ruled"
    case .aligned: "aligned"
    case .recognised: "recognised"
    case .computed: "computed"
    }
  }
}
