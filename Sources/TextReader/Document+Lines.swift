internal import ConverterCore

extension Document {
  /// Makes places that count from the first line of a window count from the first line of the text.
  mutating func moveLines(by count: Int) {
    for index in blocks.indices { blocks[index].moveLines(by: count) }
    for index in findings.indices { findings[index].place?.moveLines(by: count) }
  }
}

extension Block {
  /// Moves the places of the blocks that plain text has.
  fileprivate mutating func moveLines(by count: Int) {
    switch consume self {
    case .heading(var heading):
      heading.origin.place.moveLines(by: count)
      self = .heading(heading)
    case .paragraph(var paragraph):
      paragraph.origin.place.moveLines(by: count)
      self = .paragraph(paragraph)
    case .listItem(var item):
      item.origin.place.moveLines(by: count)
      self = .listItem(item)
    case .table(let table):
      var moved = (consume table).mapCells { $0.moveLines(by: count) }
      moved.origin.place.moveLines(by: count)
      self = .table(moved)
    case .figure(var figure):
      figure.origin.place.moveLines(by: count)
      self = .figure(figure)
    case .aside(var aside):
      aside.origin.place.moveLines(by: count)
      for index in aside.blocks.indices { aside.blocks[index].moveLines(by: count) }
      self = .aside(aside)
    }
  }
}

extension Cell {
  fileprivate mutating func moveLines(by count: Int) {
    var origin = origin
    origin.place.moveLines(by: count)
    self.origin = origin
  }
}

extension Place {
  fileprivate mutating func moveLines(by count: Int) {
    if case .lines(let lines) = self {
      self = .lines((lines.lowerBound + count)...(lines.upperBound + count))
    }
  }
}
