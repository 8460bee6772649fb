internal import ConverterCore

/// The figures of a table by position, with the names of its rows and columns.
///
///     Item    Fund  2008  2009      lines     Gain, Cost, Total, with their names
///     Gain    01      10    11      columns   Item, Fund, 2008, 2009
///     Cost    02     (D)     4      contents  of Cost: blank, blank (a code), unreadable, figure
///     Total           18    15
struct FigureGrid {
  /// Line by line, one entry per column.
  var contents: [[Content]]

  var lines: [TableLine]
  var columns: [TableLine]

  /// The line of years over the columns, where it may as well hold figures.
  var yearLine: YearLine?

  /// Whether the caption or the unit of the table says that it holds rates, averages or prices, and no column says that it
  /// alone does.
  var mayHoldRates = false

  /// Whether lines are columns.
  var isTransposed = false

  /// A line that was taken for a header.
  struct YearLine {
    var line: Int
    /// One entry per column.
    var contents: [Content]
  }

  /// What stands where a line and a column meet.
  enum Content {
    case figure(Fact, Addend.Figure)

    /// A text among figures, such as `(D)`.
    case unreadable(Fact)

    /// A figure that is kept back, in a column without figures.
    case withheld(Fact)

    case placeholder(Fact)

    /// Nothing, or what is no figure: a label, a code, a header.
    case blank
  }
}

extension FigureGrid.Content {
  var figure: Addend.Figure? { if case .figure(_, let figure) = self { figure } else { nil } }

  var isUnreadable: Bool { if case .unreadable = self { true } else { false } }

  var isBlank: Bool { if case .blank = self { true } else { false } }

  /// What is printed; `nil` where nothing is.
  var fact: Fact? {
    switch self {
    case .figure(let fact, _), .unreadable(let fact), .withheld(let fact), .placeholder(let fact): fact
    case .blank: nil
    }
  }
}

extension FigureGrid {
  /// The same grid with columns for lines.
  var transposed: FigureGrid {
    FigureGrid(
      contents: columns.indices.map { column in lines.indices.map { contents[$0][column] } }, lines: columns,
      columns: lines, mayHoldRates: mayHoldRates, isTransposed: true)
  }
}
