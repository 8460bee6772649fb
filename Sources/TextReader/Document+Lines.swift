internal import ConverterCore

extension Document {
  /// Makes places that count from the first line of a window count from the first line of the text.
  mutating func moveLines(by count: Int) {
    for index in blocks.indices { blocks[index].moveLines(by: count) }
    for index in findings.indices { findings[index].place?.moveLines(by: count) }
  }
}

extension Block {
  /// Moves the places of a block and of what it holds.
  fileprivate mutating func moveLines(by count: Int) {
    origin.place.moveLines(by: count)
    switch consume self {
    case .table(let table):
      self = .table((consume table).mapCells { $0.origin.place.moveLines(by: count) })
    case .aside(var aside):
      for index in aside.blocks.indices { aside.blocks[index].moveLines(by: count) }
      self = .aside(aside)
    case let other: self = other
    }
  }
}

extension Place {
  fileprivate mutating func moveLines(by count: Int) {
    if case .lines(let lines) = self {
      self = .lines((lines.lowerBound + count)...(lines.upperBound + count))
    }
  }
}
