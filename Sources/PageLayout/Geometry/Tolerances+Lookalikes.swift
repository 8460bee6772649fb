/// The constants that tell text in columns from tables.
extension Tolerances {
  /// What is no table.
  package struct Lookalikes: Hashable, Sendable {
    /// Share of filled cells that are figures, below which a few columns without lines are words set apart.
    package var leastValueShare = 0.1

    /// The same for two columns, which entries of lists make as well.
    package var pairValueShare = 0.3

    /// The same for the rest of a table at the top of a page, which has but few rows.
    package var restValueShare = 0.5

    /// Share of filled cells that hold prose, above which columns of prose look like a table.
    package var mostProseShare = 0.35

    /// Share of filled cells that begin with a small letter, above which words without figures are a justified text.
    package var mostRunningShare = 0.5

    /// The same for prose below headings and between lines: cells begin sentences, and lines of columns of prose go on from others.
    package var headedRunningShare = 0.2

    /// Number of letters (CJK characters count twice) above which a cell holds prose.
    package var proseCellLetters = 120

    /// Number of words above which a cell holds prose.
    package var proseCellWords = 14

    /// Number of columns left of the page numbers of a table of contents: numbers of chapters, sections
    /// and paragraphs, titles, and pieces of long ones.
    package var mostContentsLevels = 6

    /// Em. Letters of a font of one width differ by rounding alone.
    package var pitchDrift = 0.01

    /// Widths of a letter. White between words of a typed font up to which it is one blank, and not two.
    package var typedBlank = 1.5

    /// Number of entries that a table of contents has at least; fewer rising figures are chance.
    package var leastContents = 3

    /// The same without leaders.
    package var leastPlainContents = 5

    /// Number of numbered lines that a page of them has at least; tables number few rows.
    package var leastNumberedLines = 8

    /// Number of places and telephones that each of several columns of addresses has at least; one may be a note.
    package var leastAddresses = 2

    /// Em. A line to write on stands no farther from the baseline of its label.
    package var fieldDrop = 0.5

    /// Em. It begins no farther behind its label: a blank.
    package var fieldGap = 0.8

    /// Number of lines that end as statements of a program do, at least, where the page is one.
    package var leastStatements = 4

    /// Number of bars of a chart that end at places of their own, and of figures at their ends, at least: two coloured boxes of
    /// different lengths are heads.
    package var leastBars = 3

    /// Em. A figure at the end of a bar begins nearer to it than this; Excel leaves half of that.
    package var barLabelGap = 1.0

    /// Number of lines of boxes that others join, at most: each is compared with the others, and no chart of offices has more.
    package var mostBoxLines = 256

    /// Em. White above a line to sign on is higher than this; padding of rows is less.
    package var signingRoom = 2.0

    /// Points. An empty frame is the area of a chart where it is as high and wide as this, three lines of text; boxes to tick, which
    /// tables have too, are smaller.
    package var leastFrame = 36.0

    /// Number of figures on drawn lines from which on their line of text is a row above a sum or the sum itself, and none to write on;
    /// one may be the answer in a form.
    package var leastFiguresOnLines = 2
  }
}
