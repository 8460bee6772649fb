/// The constants of words, lines, paragraphs and columns of prose.
extension Tolerances {
  /// Lengths in em are multiples of the font size.
  package struct Text: Hashable, Sendable {
    // MARK: Words and lines

    /// Em. A wider gap between two Latin letters separates words. A justified line squeezes its spaces to about 0.15 em;
    /// letter-spaced text stays below 0.1 em.
    package var wordGap = 0.13

    /// Em. A wider gap between two CJK characters ends a word, so that table columns set close together come apart.
    package var wideBreak = 0.3

    /// Em. A wider gap beside a CJK character is read as a space. Justified Chinese lines stretch gaps to about 0.4 em.
    package var wideGap = 0.55

    /// Number of dots in a row from which on they lead from a label to its figure; an ellipsis with a full stop has four.
    package var leastLeaderDots = 5

    /// Em. Dots that lead from a label to its figure leave no more white between each other: TeX sets them 0.72 em apart, office
    /// programs up to 1 em.
    package var leaderStep = 1.2

    /// Em. The steps between the dots of one leader differ by less: rounding.
    package var leaderDrift = 0.1

    /// Em. Two equal glyphs closer than this are one, drawn twice to look bold. The narrowest letters advance 0.2 em.
    package var duplicateOffset = 0.15

    /// Em. A glyph begins where the advance of the one before it ends, but for kerning.
    package var glyphEdge = 0.1

    /// Em. Baselines closer than this belong to one row of words; sub- and superscripts are farther off.
    package var baselineDrift = 0.12

    /// Share of the size of a word that the mark of a note on it has at most; office programs use 0.58 to 0.7, browsers 0.83.
    package var markSize = 0.85

    /// Number of characters that the mark of a note has at most: `(12`.
    package var longestMark = 4

    /// Number of marks of notes that a line has at most; more small words are text of their own size.
    package var mostMarks = 24

    /// Em. A wider gap ends a phrase, a piece of a line that is read in one go. Spaces take 0.25 em, in justified lines up
    /// to 0.6 em; columns of tables set tight come down to 0.7 em.
    package var phraseGap = 0.65

    /// Em. The widest gap between the two ideographs of a usual word of forms: up to three blanks, each as wide as an ideograph.
    package var looseGap = 3.2

    /// Em. No more than this stands between two ideographs with one blank typed between, as wide as an ideograph and stretched a
    /// little.
    package var ideographBlank = 1.2

    /// Em. Gaps of a justified line in a narrow column become no wider.
    package var justifiedGap = 1.6

    /// Em. Gaps of a justified line differ by no more, which is rounding of places.
    package var justifiedDrift = 0.06

    /// Em. A wider gap between two figures ends a phrase. Blanks that group digits take up to 0.3 em.
    package var figureGap = 0.36

    /// Share of the lower of two heights by which words overlap vertically when they stand in one line.
    package var lineOverlap = 0.5

    /// Em of leading between two lines of one paragraph beyond which a new paragraph begins, added to the pitch of
    /// the lines above.
    package var paragraphGap = 0.35

    /// Share of the larger size by which two lines of one paragraph may differ: a larger first letter, a note mark.
    package var sizeChange = 0.12

    /// Em. A first line set in by at least this much begins a paragraph (Chinese paragraphs: 2 em).
    package var indent = 0.8
    /// How far in em a line of CJK text is set in at least where it begins a paragraph; two characters are usual.
    package var wideIndent = 1.5
    /// Room in em that the end of a full line may leave beside the first word of the next: a blank.
    package var lineEndRoom = 0.3
    /// Em. Where lines could reach farther than the longest of them by this much, they may be a list of short lines.
    package var listRoom = 6.0
    /// Share of the room that the longest line of a list of short lines takes at most.
    package var listShare = 0.5
    /// Share of the longest line that a line of broken prose takes; lines of a list are of all lengths.
    package var listFill = 0.85
    /// Share of its column's width from which on a line begins far to the right: senders and dates that close a document.
    package var closingStart = 0.5
    /// How much in em the columns of two pages may differ in width where a paragraph goes on: lines are not all filled alike.
    package var columnChange = 3.0

    /// Em by which the middles of the characters of one vertical line differ at most.
    package var verticalDrift = 0.3
    /// Em from one character of a vertical line to the next at most; 1 em where nothing spaces them out.
    package var verticalStep = 1.8

    // MARK: Marks in cells

    /// Number of characters of a mark at most: `Yes`.
    package var longestCheck = 3
    /// Number of marks that a page has at least; fewer may be answers or names of variables.
    package var leastChecks = 4
    /// Em. What stands beside a mark in another column is farther off; blanks of prose are narrower.
    package var checkGap = 1.0

    // MARK: Columns of prose

    /// Number of lines that each of two columns of prose has at least; fewer may be entries of a table.
    package var leastColumnLines = 5

    /// The same where tables are known, the lines are full, and one of them goes on in the next.
    package var leastShortColumnLines = 2

    /// Number of full lines one below the other that show a paragraph in a column with a table; a long label has fewer.
    package var leastParagraphLines = 3

    /// Share of the lines of prose beside a table that its rows are at least: those of a table with labels of many lines are fewer.
    package var leastRowsBeside = 0.6

    /// Number of lines of a running head above columns, at most: a name, an issue and a date.
    package var mostHeadLines = 3

    /// Em. The least width of the strip between columns of prose.
    package var columnGutter = 0.8

    /// Em between a letterhead and what stands flush right beside it.
    package var sideGutter = 8.0

    /// Number of lines that both have at least.
    package var leastSideLines = 3

    /// Points. A shaded box with text of its own is at least as wide and as high as this; less is the ground of a word.
    package var leastBoxWidth = 50.0
    package var leastBoxHeight = 24.0

    /// Number of shaded boxes of a page that are looked at for text of their own; maps and charts have thousands of areas.
    package var mostBoxes = 64

    /// Em that text keeps at most from a box or picture around which it flows.
    package var boxMargin = 1.5

    /// Em between the baselines of lines at the top of columns, of which one may begin above the others: a heading's distance.
    package var columnLeading = 3.0

    /// Share of its column's width that a line of prose takes; only last lines of paragraphs and headings take less.
    package var proseFill = 0.7

    /// Number of lines of several phrases between two drawn lines for each that may look like prose.
    package var linesPerProse = 5

    /// Number of rows of figures one after the other that show a table across the columns of a page.
    package var leastCrossingRows = 3

    /// Number of dashes in a row that make a typed line at least; fewer underline a word or stand for a missing figure.
    package var leastTypedDashes = 8

    /// Number of dashes in a row that make one in the line of a longer one, or alone.
    package var leastFurtherDashes = 3

    /// Number of dashes that make a short line of a column, whatever stands above and below; fewer may stand for a missing figure.
    package var leastColumnDashes = 5

    /// Em. From dash to dash of a font whose letters are of one width it is 0.5 or 0.6, of others 0.33.
    package var typedPitch = 0.45

    /// Em. Strokes of one typed upright line stand below each other up to this.
    package var typedDrift = 0.3

    /// Em. The lines of typed pages follow each other within this.
    package var typedLeading = 1.8

    /// Em. The blanks of one justified line differ by less: letters at their sides have white of their own.
    package var stretchDrift = 0.2

    /// Number of letters (CJK characters count twice) that a line of prose has at least, also in narrow columns.
    package var leastProseCharacters = 20

    /// Share of the width of its zone that a line of prose takes at least.
    package var proseWidth = 0.6

    /// Em. Gaps between words of prose are narrower.
    package var proseGap = 1.3

    /// Number of words that a line of prose has at least, unless its words are long.
    package var leastProseWords = 6

    /// Number of letters (CJK characters count twice) from which on a line of few words may be prose.
    package var leastProseLetters = 40
  }
}
