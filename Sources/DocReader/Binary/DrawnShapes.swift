internal import Containers

/// The shapes of a drawing ([MS-DOC] 2.9.172 OfficeArtContent, [MS-ODRAW] 2.2.16 OfficeArtSpgrContainer): which group each lies in,
/// and what its properties say.
///
/// Only a whole group is tied to a position of the text, by the identifier of its first shape, which stands for the group itself; text
/// boxes name the shape inside of it.
///
///     drawing ─ group (the page) ┬ shape 1024   the page itself
///                                ├ shape 1025   in no group: tied to a position
///                                └ group ┬ shape 1026   the group itself: tied to a position
///                                        ├ shape 1027   1027 → 1026
///                                        └ group ┬ shape 1028   1028 → 1026
///                                                └ shape 1029   1029 → 1026
struct DrawnShapes: Hashable, Sendable {
  /// The outermost group's own shape, by the identifier of a shape in it.
  private(set) var group: [Int: Int] = [:]

  /// The shapes that are hidden, or lie in an outermost group that is.
  private(set) var hidden: Set<Int> = []

  /// The shapes that show a text of their properties, in order of the file.
  private(set) var wordArt: [WordArt] = []

  /// A shape with its text.
  struct WordArt: Hashable, Sendable {
    var shape: Int
    var lines: [String]
  }

  /// Reads a drawing in the table stream; a damaged one as far as its records go.
  ///
  /// - Parameters:
  ///   - binary: the streams.
  ///   - isOfHeaders: whether it is the drawing of the headers, else that of the main text.
  init(_ binary: WordBinary, ofHeaders isOfHeaders: Bool) {
    let table = binary.table
    let range = binary.range(of: .drawings)
    guard let all = DrawingRecord(table, at: range.lowerBound, before: range.upperBound), all.type == .allDrawings
    else {
      return
    }
    // Drawings follow what they share, each behind a byte that says whether it is the main text's or the headers'.
    var offset = all.content.upperBound
    while let drawing = DrawingRecord(table, at: offset + 1, before: range.upperBound) {
      if table.byte(at: offset) == (isOfHeaders ? 1 : 0),
        let page = drawing.children(table).first(where: { $0.type == .group })
      {
        for child in page.children(table) { add(child, table) }
      }
      offset = drawing.content.upperBound
    }
  }

  /// Notes a shape of the page, or all those of an outermost group. Groups in it are visited without recursion: their depth is the
  /// file's.
  private mutating func add(_ outermost: DrawingRecord, _ table: [UInt8]) {
    guard outermost.type == .group else { return note(outermost, table, in: nil) }
    var open = [outermost]
    var tied: Int?
    while let next = open.popLast() {
      for child in next.children(table) {
        if child.type == .group {
          open.append(child)
        } else if child.type == .shape, let identifier = child.shapeIdentifier(table) {
          note(child, table, in: tied)
          // The first shape of the outermost group comes first of all.
          if let tied { group[identifier] = tied } else { tied = identifier }
        }
      }
    }
  }

  private mutating func note(_ shape: DrawingRecord, _ table: [UInt8], in group: Int?) {
    guard shape.type == .shape, let identifier = shape.shapeIdentifier(table) else { return }
    let properties = ShapeProperties(of: shape, table)
    if properties.isHidden || group.map(hidden.contains) == true { hidden.insert(identifier) }
    if !properties.wordArt.isEmpty { wordArt.append(WordArt(shape: identifier, lines: properties.wordArt)) }
  }
}
