internal import ConverterCore

/// How much of a page its lines could use.
enum PageRoom {
  /// How far the lines of a zone could reach: to what stands to their right, be it text, a table or a picture, else to a margin
  /// as wide as the left one, or to the end of the text that reaches farthest.
  ///
  /// - Parameters:
  ///   - zone: the lines, at least one.
  ///   - page: the page on which they stand.
  ///   - text: the text of the page.
  ///   - obstacles: the boxes of tables.
  static func room(for zone: [TextLine], on page: Page, text: PageText, obstacles: [Rectangle]) -> Interval? {
    guard let first = zone.first else { return nil }
    let box = zone.dropFirst().reduce(first.box) { $0.union($1.box) }
    let words = text.words.lazy.filter { $0.direction == .right }.map(\.box)
    var beside = Double.infinity
    func look(at other: Rectangle) {
      if other.x0 > box.x1, other.y0 < box.y1, other.y1 > box.y0 { beside = min(beside, other.x0) }
    }
    words.forEach(look)
    obstacles.forEach(look)
    for image in page.images { look(at: image.box) }
    let reach = words.reduce(Interval(box.x0, box.x1)) { $0.union(Interval($1.x0, $1.x1)) }
    return Interval(box.x0, beside < .infinity ? beside : max(reach.end, page.width - reach.start))
  }
}
