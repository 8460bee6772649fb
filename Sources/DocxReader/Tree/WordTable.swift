internal import ConverterCore

/// A table as the file has it (ECMA-376 part 1, 17.4.37): rows of cells that say how many grid columns they take and
/// whether they go on from the row above.
struct WordTable {
  /// The path of the element.
  var path: String

  /// How many columns the grid states; 0 where it states none.
  var gridColumns = 0

  /// The title that the file gives (17.4.41).
  var caption: String?

  var rows: [WordRow] = []
}

/// A row of a table (17.4.78).
struct WordRow {
  var cells: [WordCell] = []

  /// Grid columns left free before the first cell.
  var gridBefore: Int32 = 0

  /// Grid columns left free after the last cell.
  var gridAfter: Int32 = 0

  /// Whether the row is stated to repeat at the top of each page.
  var isHeader = false

  var revision: Revision = []
}

/// A cell of a table (17.4.65).
struct WordCell {
  /// How a cell goes together with its neighbour above or to its left.
  enum Merge: UInt8 {
    case none, restart, proceed
  }

  var content = WordCellContent.blocks([])

  /// Grid columns that the cell takes.
  var gridSpan: Int32 = 1

  /// Whether it goes on from the cell above.
  var vertical = Merge.none

  /// Whether it goes on from the cell to its left; written by Word 97 and some generators instead of a grid span.
  var horizontal = Merge.none

  /// A tracked change of ``vertical``: before and after.
  var mergeChange: MergeChange?

  var revision: Revision = []
}

/// What stands in a cell.
enum WordCellContent {
  /// One paragraph of plain text, as nearly all cells of large tables are: kept without arrays of its own.
  case line(String, ParagraphFormat)
  case blocks([WordBlock])

  /// The content block by block.
  var blocks: [WordBlock] {
    switch self {
    case .line(let text, let format):
      [.paragraph(WordParagraph(format: format, inlines: text.isEmpty ? [] : [.text(text, RunFormat())], path: ""))]
    case .blocks(let blocks): blocks
    }
  }
}

extension WordCellContent {
  /// Whether anything is lost where the cell is left out: text, equations, drawings, notes, tables.
  var hasContent: Bool {
    switch self {
    case .line(let text, _): text.hasInk
    case .blocks(let blocks): blocks.contains(where: \.hasContent)
    }
  }
}

/// A tracked merge or split of cells (17.13.5.3).
struct MergeChange: Hashable {
  var before: WordCell.Merge
  var after: WordCell.Merge
}
