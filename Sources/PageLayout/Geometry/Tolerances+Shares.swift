/// The constants that weigh cells, words and lines of candidate tables against each other.
extension Tolerances {
  /// Shares and least numbers; a plain majority, more than half, is none of them.
  package struct Shares: Hashable, Sendable {
    // MARK: Pages

    /// Share of glyphs that run in one direction where the page is turned for reading; others are running heads and names of axes.
    package var leastTurned = 2.0 / 3

    /// Share of a page's height that its lower margin takes at most; where the text of all pages ends higher, no page is full.
    package var largestMargin = 0.25

    /// Share of a page's height that may be white below a table whose header the next page repeats: groups of rows are kept
    /// together.
    package var keptTogether = 0.4

    // MARK: Grids of lines

    /// Number of filled cells from which on lines are a table; two are boxes of a diagram, joined by their lines.
    package var leastFilledCells = 3

    /// Share of filled cells below which a grid may be the ground of a chart.
    package var leastGridFill = 0.25

    /// Number of filled cells from which on a sparse grid is no chart: its title and names are fewer.
    package var leastSparseCells = 6

    /// Share of words that lines may run through; more of them are struck out, or text over a ruled sheet.
    package var mostStruck = 0.25

    /// Number of figures of several rows or columns that a cell holds at least where it is crowded, and of such cells that a grid
    /// has where it has to be divided.
    package var leastCrowded = 2

    /// Number of figures that stand below each other in a cell, and as many lines in another cell of its row, where rows have no
    /// lines between them: two may be an amount with its share.
    package var leastStackedFigures = 3

    /// Number of filled cells of a grid, at most, that are asked whether they touch each other; diagrams have fewer boxes.
    package var mostBoxes = 32

    // MARK: Aligned text

    /// Share of filled cells below which figures without any name are those at the lines of a chart.
    package var leastNamelessFill = 2.0 / 3

    /// Share of positions that a table has text in; what is emptier is text with pieces beside it.
    package var leastFill = 0.4

    /// Number of columns of the rest of a table that a page shows, at least, where it has fewer rows than a table of its own.
    package var leastRestColumns = 4

    /// Number of rows of a table of its own, without lines and caption.
    package var leastRows = 3

    /// Share of rows in which a column has text that is one of the table rather than a remark here and there.
    package var denseColumn = 0.75

    /// Number of characters of the longest number or key of a list: `(xviii`, `[Doe+2015]`.
    package var longestListLabel = 12

    /// Number of figures of a scale, at least; three fall at equal steps by chance.
    package var leastTicks = 4

    /// Share of rows that the figures of a scale stand in; others are names of bars.
    package var leastTickShare = 0.6

    /// Share of letters of one width from which on text is a listing; a running head may stand above it.
    package var leastFixed = 0.9

    /// Letters of other fonts for each letter of one width outside of a candidate, from which on the page is one of other text.
    package var leastOther = 0.25

    /// Share of words with signs of programs from which on text is one; tables have brackets and strokes in fewer.
    package var leastProgram = 0.25

    /// Share of words with signs of mathematics from which on text is formulas; numbers of cases, `n = 20`, are fewer.
    package var leastFormula = 0.2

    /// Share of the cells at the right that name the kind of what is defined.
    package var leastDefined = 0.8

    /// Share of neighbours in the order of the alphabet in an index; words of one letter and signs go astray.
    package var leastSorted = 0.75

    // MARK: Candidates side by side

    /// Share of a stack's words in good grids from which on these explain it.
    package var explained = 2.0 / 3

    /// Share of lines with figures in which an outer column of labels has text at most where it names groups.
    package var mostGroupNames = 0.6

    /// Number of labels that begin at one place where they are a column: two are chance.
    package var leastIndented = 3

    // MARK: Level lines

    /// Share of the width of text that the line below a header takes at least; those below headings of headings are shorter.
    package var headRule = 0.95

    /// Number of characters of the number of a column, or of the second line of a span of years: `12`, `85`.
    package var longestColumnNumber = 2

    /// Number of groups of lines, in order of their ends, among which one of the same width is sought: more lie side by side on no
    /// page of text.
    package var stackLookback = 64

    /// Number of rows above a bold line, at most, whose font is asked: most of them show how rows of the table are set.
    package var mostTitledRows = 64

    /// Number of groups of lines around another one, at most: a table in a cell has few frames around it.
    package var mostNesting = 16

    /// Share of words between level lines that may stand beyond the ends of these: notes in the margin.
    package var mostBeyond = 0.125

    /// Share of lines of several phrases between two level lines from which on these may hold a row; labels of many lines take the
    /// others.
    package var leastTabular = 1.0 / 3

    /// Number of phrases of a line that shows a row, however many lines of labels stand with it.
    package var leastRowPhrases = 4

    /// Number of phrases of a line that names the columns of a further table, at least.
    package var leastHeadPhrases = 3

    /// Number of lines of a heading alone between two level lines.
    package var mostBandHeadings = 2

    /// Share of rows of words that hold nothing but their names, at most.
    package var mostBareRows = 0.25

    /// Share of words of a line that are figures at most where it is prose.
    package var mostProseFigures = 1.0 / 3
  }
}

extension Int {
  /// Whether the count is more than half of another one.
  func isMost(of whole: Int) -> Bool { 2 * self > whole }

  /// Whether the count is more than a share of another one; equality, whatever it rounds to, is not more.
  func isMore(than share: Double, of whole: Int) -> Bool { Double(self) > share * Double(whole) + 1e-9 }

  /// Whether the count is less than a share of another one; equality, whatever it rounds to, is not less.
  func isLess(than share: Double, of whole: Int) -> Bool { Double(self) < share * Double(whole) - 1e-9 }
}
