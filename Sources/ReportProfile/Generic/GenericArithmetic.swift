package import ConverterCore

/// Checks tables of any kind that name a row or column 合计, 总计, 小计, Total or Subtotal: no profile is needed.
///
/// What a total adds up depends on how a table is made: all rows above it, those since the total before, the subtotals, or,
/// where it stands on top, all rows below. A total that one of these readings explains holds. It fails only where one reading
/// is the natural one: in a table without subtotals, without rows "of which" (其中), with a figure in every row, and nothing
/// beside the figures that could change them. In all other cases nobody can tell from the table alone. Rates, averages and
/// prices are not added up; see ``LineWords``.
package enum GenericArithmetic {
  /// One check per total that has a number, table by table: totals of rows first, then of columns.
  package static func checks(_ document: Document) -> [Check] { checks(document.captionedTables) }

  /// The checks of tables, which have numbers from 1 in this order.
  static func checks(_ tables: [Table]) -> [Check] {
    tables.enumerated().flatMap { index, table -> [Check] in
      guard table.rowCount <= mostLines, table.columnCount <= mostLines else { return [] }
      let figures = FigureGrid(table)
      return figures.checks(table: index + 1) + figures.transposed.checks(table: index + 1)
    }
  }

  /// How names are compared; made once, since it holds a table of all characters.
  static let folding = LabelFolding()

  /// Rows or columns beyond which a table is not looked at.
  private static let mostLines = 5000
}
