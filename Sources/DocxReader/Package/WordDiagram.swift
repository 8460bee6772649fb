internal import ConverterCore
internal import Markup

/// The text of a diagram (SmartArt; ECMA-376 part 1, 21.4.2): the texts of its points in the order of its tree.
struct WordDiagram {
  private struct Point {
    var id = ""
    /// The paragraphs, one text each.
    var texts: [String] = []
  }

  /// A connection from a point to one below it, with its place among the others.
  private struct Connection {
    var parent: String
    var child: String
    var order: Int
  }

  private var points: [Point] = []
  private var connections: [Connection] = []
  private let part: String

  /// Reads a data part.
  ///
  /// - Parameter part: its name, with which places begin.
  init(_ cursor: consuming XMLCursor, named part: String) {
    self.part = part
    let root = cursor.scope
    while let name = cursor.child(of: root) {
      guard name == .diagramModel else { continue }
      let model = cursor.scope
      while let name = cursor.child(of: model) {
        let list = cursor.scope
        switch name {
        case .diagramPoints:
          while let name = cursor.child(of: list) {
            if name == .diagramPoint { points.append(Self.point(&cursor)) }
          }
        case .diagramConnections:
          while let name = cursor.child(of: list) {
            if name == .diagramConnection { connect(&cursor) }
          }
        default: break
        }
      }
    }
  }

  /// The texts as a story, those of a point before those of the points below it.
  var story: [WordBlock] {
    order.flatMap { number in
      points[number].texts.map { text in
        .paragraph(WordParagraph(inlines: [.text(text, RunFormat())], path: "\(part)/ptLst/pt[\(number + 1)]"))
      }
    }
  }

  /// Points with text by index: down the tree from those without parents, each once, whatever the connections say.
  private var order: [Int] {
    let numbers = Dictionary(zip(points.map(\.id), 0...), uniquingKeysWith: { first, _ in first })
    let below = Dictionary(grouping: connections, by: \.parent)
    let children = Set(connections.map(\.child))
    var order: [Int] = []
    var seen: Set<Int> = []
    for start in points.indices.filter({ !children.contains(points[$0].id) }) + Array(points.indices) {
      var open = [start]
      while let number = open.popLast() {
        guard seen.insert(number).inserted else { continue }
        order.append(number)
        let next = (below[points[number].id] ?? []).enumerated().sorted {
          ($0.element.order, $0.offset) > ($1.element.order, $1.offset)
        }
        open += next.compactMap { numbers[$0.element.child] }
      }
    }
    return order
  }

  private mutating func connect(_ cursor: inout XMLCursor) {
    guard let parent = cursor.string(.sourceID), let child = cursor.string(.destinationID) else { return }
    // Other kinds of connections tie points to how they are drawn.
    guard !cursor.hasAttribute(.objectType) || cursor.attribute(.objectType, is: "parOf") else { return }
    connections.append(Connection(parent: parent, child: child, order: cursor.integer(.sourceOrder) ?? 0))
  }

  private static func point(_ cursor: inout XMLCursor) -> Point {
    var point = Point(id: cursor.string(.modelID) ?? "")
    let scope = cursor.scope
    while let name = cursor.child(of: scope) {
      guard name == .diagramText else { continue }
      let body = cursor.scope
      while let name = cursor.child(of: body) {
        guard name == .drawingParagraph else { continue }
        let text = DrawingText.paragraph(&cursor)
        if text.hasInk { point.texts.append(text) }
      }
    }
    return point
  }
}
