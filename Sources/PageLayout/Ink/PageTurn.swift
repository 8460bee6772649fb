package import ConverterCore

/// How a page has to be turned so that its text runs from left to right: sheets that were scanned or bound sideways, wide tables set
/// across a high page, pages turned over.
///
///     reading up  ┌────┐     ┌───────┐
///                 │ B  │     │ A B C │     u = height - y, v = x
///                 │ A  │ →   └───────┘
///                 └────┘
///
/// Analysis works on the page as read; places in the document are told on the page as displayed.
package struct PageTurn: Hashable, Sendable {
  /// The direction in which the text runs as displayed, never `right`.
  package let direction: Glyph.Direction
  /// The width of the page as displayed, in points.
  package let width: Double
  /// The height of the page as displayed, in points.
  package let height: Double

  /// The turn that a page needs; `nil` where not most of its text runs in one direction other than to the right.
  package init?(_ page: Page, tolerances: Tolerances = .standard) {
    var counts = [0, 0, 0, 0]
    for glyph in page.glyphs where !glyph.traits.contains(.oblique) { counts[Int(glyph.direction.rawValue)] += 1 }
    let all = counts.reduce(0, +)
    guard all >= tolerances.text.leastProseCharacters,
      let direction = [Glyph.Direction.down, .left, .up].first(where: {
        counts[Int($0.rawValue)].isMore(than: tolerances.shares.leastTurned, of: all)
      })
    else { return nil }
    self.direction = direction
    width = page.width
    height = page.height
  }

  /// Whether lines change from level to upright.
  private var isQuarter: Bool { direction != .left }

  /// A box of the page as displayed, on the page as read.
  package func read(_ box: Rectangle) -> Rectangle {
    switch direction {
    case .right: box
    case .down: Rectangle(x0: box.y0, y0: width - box.x1, x1: box.y1, y1: width - box.x0)
    case .left: Rectangle(x0: width - box.x1, y0: height - box.y1, x1: width - box.x0, y1: height - box.y0)
    case .up: Rectangle(x0: height - box.y1, y0: box.x0, x1: height - box.y0, y1: box.x1)
    }
  }

  /// A box of the page as read, on the page as displayed.
  package func displayed(_ box: Rectangle) -> Rectangle {
    switch direction {
    case .right: box
    case .down: Rectangle(x0: width - box.y1, y0: box.x0, x1: width - box.y0, y1: box.x1)
    case .left: read(box)
    case .up: Rectangle(x0: box.y0, y0: height - box.x1, x1: box.y1, y1: height - box.x0)
    }
  }

  /// The page as read.
  package func read(_ page: Page) -> Page {
    var page = page
    if isQuarter { swap(&page.width, &page.height) }
    for index in page.glyphs.indices {
      let glyph = page.glyphs[index]
      page.glyphs[index].box = read(glyph.box)
      page.glyphs[index].baseline = baseline(of: glyph)
      page.glyphs[index].direction = turned(glyph.direction)
    }
    page.rulings = page.rulings?.map(read)
    page.fills = page.fills?.map { Fill(box: read($0.box), color: $0.color) }
    page.images = page.images.map { PageImage(box: read($0.box)) }
    page.comments = page.comments.map { PageComment(text: $0.text, box: read($0.box)) }
    return page
  }

  /// The turn of a picture of the page as displayed, as an attribute of SVG.
  var transform: String {
    switch direction {
    case .right: ""
    case .down: "matrix(0 -1 1 0 0 \(width))"
    case .left: "matrix(-1 0 0 -1 \(width) \(height))"
    case .up: "matrix(0 1 -1 0 \(height) 0)"
    }
  }

  private func turned(_ other: Glyph.Direction) -> Glyph.Direction {
    Glyph.Direction(rawValue: (other.rawValue + 4 - direction.rawValue) % 4) ?? .right
  }

  private func baseline(of glyph: Glyph) -> Double {
    let isLevel = glyph.direction == .right || glyph.direction == .left
    return switch direction {
    case .right: glyph.baseline
    case .down: isLevel ? glyph.baseline : width - glyph.baseline
    case .left: (isLevel ? height : width) - glyph.baseline
    case .up: isLevel ? height - glyph.baseline : glyph.baseline
    }
  }

  private func read(_ ruling: Ruling) -> Ruling {
    let isLevel = ruling.axis == .level
    let box = read(
      isLevel
        ? Rectangle(x0: ruling.start, y0: ruling.position, x1: ruling.end, y1: ruling.position)
        : Rectangle(x0: ruling.position, y0: ruling.start, x1: ruling.position, y1: ruling.end))
    var turned = ruling
    turned.axis = isLevel == isQuarter ? .upright : .level
    (turned.position, turned.start, turned.end) =
      turned.axis == .level ? (box.y0, box.x0, box.x1) : (box.x0, box.y0, box.y1)
    return turned
  }
}

extension Document {
  /// Tells the places on turned pages as displayed.
  ///
  /// - Parameter turns: how pages were turned for reading, by their numbers; others stay.
  mutating func display(_ turns: [Int: PageTurn]) {
    guard !turns.isEmpty else { return }
    for index in blocks.indices { blocks[index].display(turns) }
  }
}

extension Block {
  fileprivate mutating func display(_ turns: [Int: PageTurn]) {
    switch self {
    case .heading(var heading):
      heading.origin.display(turns)
      self = .heading(heading)
    case .paragraph(var paragraph):
      paragraph.origin.display(turns)
      self = .paragraph(paragraph)
    case .listItem(var item):
      item.origin.display(turns)
      self = .listItem(item)
    case .figure(var figure):
      figure.origin.display(turns)
      self = .figure(figure)
    case .aside(var aside):
      aside.origin.display(turns)
      for index in aside.blocks.indices { aside.blocks[index].display(turns) }
      self = .aside(aside)
    case .table(var table):
      table.origin.display(turns)
      self = .table(
        table.mapCells { cell in
          cell.origin.display(turns)
          for index in cell.blocks.indices { cell.blocks[index].display(turns) }
        })
    }
  }
}

extension Origin {
  fileprivate mutating func display(_ turns: [Int: PageTurn]) {
    place = place.displayed(turns)
    continuations = continuations.map { $0.displayed(turns) }
  }
}

extension Place {
  fileprivate func displayed(_ turns: [Int: PageTurn]) -> Place {
    guard case .page(let number, let box?) = self, let turn = turns[number] else { return self }
    return .page(number, turn.displayed(box))
  }
}
