package import ConverterCore

/// Every intermediate value of the analysis of one page, for drawings and tests.
///
/// Boxes are in points, origin at the top left of the page as read (see ``turn``), y downwards.
public struct LayoutTrace: Sendable {
  /// The ink.
  package var page: Page

  /// How the page as displayed was turned for reading; `nil` for nearly all pages.
  package var turn: PageTurn?

  /// Words and what was left out of them.
  package var text: PageText

  /// The lines as seen, after joining.
  package var rules: DrawnRules

  /// All tables that were considered, with what became of them, in the order in which they were found.
  package var candidates: [JudgedCandidate]

  /// The lines of text outside of tables, by zone in reading order.
  package var zones: [[TextLine]]

  /// What the page holds, in reading order.
  package var content: [PageItem]
}

/// A candidate table and the decision on it.
package struct JudgedCandidate: Hashable, Sendable {
  package var candidate: TableCandidate
  package var isChosen: Bool

  /// The criterion that decided, as a short name such as `prose` or `inside-another`.
  package var reason: String
}

/// One piece of a page's content.
package enum PageItem: Hashable, Sendable {
  case text(TextBlock)
  case table(Table)
  case figure(Figure)
  case watermark(TextBlock)

  /// The place on the page in points.
  package var box: Rectangle {
    switch self {
    case .text(let block), .watermark(let block): return block.box
    case .table(let table): return table.origin.place.box
    case .figure(let figure): return figure.origin.place.box
    }
  }
}

extension Place {
  /// The box on a page; empty for other places.
  var box: Rectangle {
    if case .page(_, let box?) = self { return box }
    return Rectangle(x0: 0, y0: 0, x1: 0, y1: 0)
  }
}
