/// Every constant of layout analysis, with its unit and its reason.
///
/// Lengths in *em* are multiples of the font size of the text at hand, lengths in *points* concern drawn lines, whose
/// precision does not grow with the text.
public struct Tolerances: Hashable, Sendable {
  // MARK: Aligned tables

  /// Times. Text larger by this than the text above is a heading of what follows, not a row of a table.
  package var headingGrowth = 1.15

  /// Number of lines of one phrase above a run that may belong to its header.
  package var mostHeads = 3

  /// Share of the width of a run by which headings over its figures begin right of its labels.
  package var headOffset = 0.25

  /// Em. A line whose middle is no farther off that of the run is its title.
  package var titleDrift = 1.5

  /// Share of the size by which lines of one label may differ.
  package var labelSizeDrift = 0.1

  /// Em. White between two lines of one label is narrower.
  package var labelGap = 0.8

  /// Em. Lines of one label begin no farther apart.
  package var labelDrift = 0.5

  /// Em. A unit stands in line with its heading, at the left, in the middle or at the right, where it is no farther off.
  package var unitDrift = 0.25

  /// Em. The least width of a white strip that parts columns of a table, measured over all its lines.
  package var tableGutter = 0.3

  /// Points. Starts, middles or ends of texts that are set alike agree within this, and edges told by centred texts from the left end
  /// of level lines meet the right end: widths of letters are rounded.
  package var closingDrift = 1.5

  /// Em. White between tables beside each other is wider; columns of one table may stand as far apart, so that rows have to tell.
  package var tableStrip = 1.5

  /// Number of rows of one table, at least, that stand off those of the table beside it; one may be set off by a tall cell.
  package var leastOffsetRows = 2

  /// Number of labels close behind figures that begin flush below each other at least where they make a column: fewer are chance.
  package var leastFlushLabels = 3

  /// Em. The least white on both sides of a heading above a blank column.
  package var blankGutter = 1.5

  /// Number of lines among which one may cross a strip: long labels that run into an empty column.
  package var linesPerCrossing = 8

  /// Em. Lines closer than this stand beside each other: a label of two lines and its figure centred between them.
  package var besideDistance = 0.8

  /// Em. Lines farther apart than this belong to different rows, whatever they say. Text is set with up to 1.5 em.
  package var rowDistance = 1.9

  /// Em. Lines of one cell stand no farther apart where nothing else tells: fonts ask for 1.15 to 1.2 em.
  package var solidLeading = 1.22

  /// Em. Lines of one cell stand no farther apart in nearly all settings.
  package var closeLeading = 1.36

  /// Em. Lines farther apart by this than others of their table are set apart for a reason: cells have a padding of a point or
  /// more on both sides, while the lines of one cell differ by rounding.
  package var pitchChange = 0.1

  /// Em. Lines farther apart by this than others of their table stand in different rows, even where the upper one is full; lines
  /// of one cell differ by less where fonts change.
  package var rowGap = 0.3

  /// Em. Labels of rows that begin farther right by this than the heading of their group are set in.
  package var leastIndent = 0.5

  /// Number of lines of one phrase in a row within a table without lines: a label set in a narrow column.
  package var mostSingleLines = 5

  /// Number of rows, each between drawn lines of its own, from which on lines part all rows of a table.
  package var leastBands = 3

  /// Em. A cell whose lines are shorter than this does not run on beside cells that do.
  package var runningWidth = 8.0

  /// Share of the distance of two columns by which a unit may be off the middle of those that it is for: one column more or less shifts
  /// that by half.
  package var unitShift = 0.25

  /// Em. How far a heading may be off the middle of the columns that it spans.
  package var centringDrift = 0.8

  /// Em. How far headings side by side may be off the middles of the columns that they share out, beyond what all are.
  package var tilingDrift = 0.5

  /// Number of headings that a head has at most: forty columns of twenty lines are fewer.
  package var mostHeadings = 1_500

  /// Number of ways to share out columns among headings beyond which none is sought.
  package var mostTilings = 4096

  /// Em. White between the heading of a column and text below it is narrower where no text stands right below it.
  package var headingOffset = 5.0

  /// Em. Labels of one column that begin no farther right than the first are flush left, be some of them set in.
  package var flushDrift = 2.5

  /// Room in em that a full line of a cell may leave beside the first word of the next: less than a blank.
  package var cellEndRoom = 0.2

  /// Share of the width of a table that a line takes at least where it parts rows rather than headings.
  package var fullRule = 0.6

  /// Em. How far the first and the last line of text may reach beyond the outer lines of their table: bands are estimates.
  package var edgeOverlap = 0.3

  /// Em. The outer lines of a table stand no farther from its text.
  package var edgeReach = 2.0

  /// Em. The white that a table has around its text where no line is drawn.
  package var edgeMargin = 0.25

  /// Number of lines between the head of a table and its first row of figures, at most: the name of a part, units.
  package var mostNames = 2

  /// Number of words that each column has in a line of prose in columns, at least.
  package var leastProseWords = 4

  /// Em. A line below a heading, which shows the columns that it spans, stands no farther from it.
  package var headRuleReach = 1.2

  /// Em. Labels that begin no farther apart stand in one column of labels.
  package var stubDrift = 0.4

  /// Number of rows of words without a name beside them that show names of groups, at least; one may lack its name.
  package var leastUnnamedRows = 2

  /// Share of the height of a line by which its middle is off that of another one beside it, at most: fonts differ.
  package var sameLineDrift = 0.25

  /// Share of the height of its first line by which the name of a group reaches below a row, at least, where it is of several rows.
  package var tallerName = 0.5

  /// Em. White between two lines of the name of a group is narrower.
  package var stackedLabelGap = 0.9

  /// Share of a heading's width over which a drawn line parts it from the one below.
  package var partingShare = 0.5

  /// Em. A heading stands in the middle of all free storeys where it is no farther off: half a line of text.
  package var storeyDrift = 0.4

  /// Em. A heading takes each storey that it overlaps by more: a quarter of a letter's height is rounding.
  package var storeyOverlap = 0.25

  /// Share of the height of a group that the labels of its rows fill; those filling more are a column of text of their own.
  package var mostLabelFill = 0.9

  /// Em. How far text may reach into the white strip between columns: sidebearings of letters.
  package var gutterOverlap = 0.1

  /// Em. The white left of labels that are set in, where these make a column of their own.
  package var indentStrip = 0.2

  /// Em. A CJK label stands in each column that it reaches into by more, half a character and its white.
  package var wideReach = 0.6

  /// Em. Texts that begin no farther apart stand flush.
  package var flushStart = 0.3

  /// Em. A line nearer to the top or foot of letters underlines or frames them and does not strike them out.
  package var strikeMargin = 0.2

  /// Em. Two lines of text, a heading alone, take less height between two drawn lines.
  package var headingBand = 3.5

  /// Em. The first row of a table, with the names of its columns, stands no farther below the lines of headings of groups.
  package var rowsBelowGroups = 6.0

  /// Points. The ends of level lines of one table differ by no more.
  package var stackEdge = 6.0

  /// Em. The longest label left of a frame ends no farther from it: columns of labels are as wide as a third of a page, and one of the
  /// labels fills most of it.
  package var labelReach = 8.0

  /// Em. Headings above the first of the level lines of a table stand no farther from it, nor from each other: padding
  /// on both sides takes up to 0.7 em each.
  package var headingReach = 1.5

  /// Em. Labels leave as much room for dots in their last line at least.
  package var leastLeader = 2.0

  /// Share of the width of its column that the first line of a label takes at least whose second one begins with a capital.
  package var fullLabel = 0.85

  /// Em. Columns of labels end so far from the figures at least.
  package var labelRoom = 3.0

  /// Number of capital letters that a heading set in capitals has at least; fewer are abbreviations.
  package var leastCapitals = 5

  /// Em. The names of columns that are turned by a quarter are no longer.
  package var turnedHeadReach = 20.0

  /// Number of lines into which the rows of a table are folded at most; more are groups of rows.
  package var mostFolds = 3

  /// Times. A row beyond the outer lines of a table has no more lines than the tallest one between them so many times, and its head.
  package var bandGrowth = 3

  /// Number of lines of headings that a table has above the first of its level lines.
  package var mostHeadingLines = 8

  /// Points. Text that stands no farther beside level lines of one width belongs with what is between them.
  package var stackSurround = 30.0

  /// Em. Wider white between lines ends a table that no lines hold together.
  package var runGap = 2.2

  /// Em. White between two parts of one table, whose figures stand below each other, is narrower: a blank row.
  package var partGap = 4.5

  /// Em. Figures set right below each other end no farther apart: rounding, a bracket, a note mark.
  package var figureDrift = 0.45

  /// Em. A caption or unit stands no farther above its table.
  package var captionDistance = 2.5

  // MARK: Drawn lines

  /// Points. Parallel lines closer than this are one: double lines and boxes drawn cell by cell. No text fits between.
  package var ruleMerge = 3.0

  /// Points. Lines that end this close to each other touch: pens of different width, rounding of office programs.
  package var ruleTouch = 3.0

  /// Points. Shorter lines are ornaments, ticks or parts of letters.
  package var shortestRule = 4.0

  /// Points. Lines between the rows of a group stand no farther apart: the height of one row.
  package var stepReach = 80.0

  /// Points. Boxes of which one covers the other may reach out by this: pens of different width.
  package var coverEdge = 4.0

  /// Points. Coloured cells are at least as high and wide: smaller boxes are marks, bars and lines.
  package var leastFilledCell = 6.0

  /// Points. White between coloured cells is no wider: a broad line.
  package var filledCellGap = 5.0

  /// Points. Coloured cells side by side begin and end within this.
  package var boxEdge = 1.5

  /// Points. Text no farther beside coloured cells belongs to their rows; in another column of the page it stands no nearer.
  package var filledCellSides = 60.0

  /// Points. Text no farther above or below coloured cells, with as much white in it, is a row of theirs: headings, totals.
  package var filledCellEnds = 15.0

  /// Points. Two level lines without text between are one head or one frame where they stand closer: the height of a blank row.
  package var blankBand = 20.0

  /// Points. Text reaches no farther over the lines around it: half a pen and the slant of letters.
  package var bandEdge = 2.0

  /// Points. Lines, colours and steps no farther left and right of aligned text belong to its table: padding and outer edges.
  package var runSides = 20.0

  /// The same above and below.
  package var runEnds = 10.0

  /// Number of lines of one axis, after merging, beyond which a page is a drawing (a map, a plan) and no table.
  package var mostRules = 20_000

  /// Number of grid positions beyond which a grid is a raster and no table.
  package var mostPositions = 400_000

  /// Em. Rows and columns without text narrower than this are gaps between double lines: no character fits in.
  package var gapTrack = 0.95

  // MARK: Across pages

  /// Points. The outer edges of a table and of its continuation differ by no more: office programs shift a table by the
  /// width of a border from page to page.
  package var stitchEdge = 4.0

  /// Points. Column edges of two pages closer than this are one. The narrowest columns of forms are about 12 points wide.
  package var stitchColumn = 4.0

  /// Share of the narrowest column by which edges of one column may differ where no lines are drawn: nearly half, for these
  /// edges stand in the middle of the white beside text of any length, but half would join two columns.
  package var stitchColumnShare = 0.45

  /// Share of the width by which the outer edges of a table and of its continuation may differ where no lines are drawn:
  /// the longest label of a page sets the edge.
  package var stitchReach = 0.15

  /// Number of blocks at the top of a page, running heads included, among which rows of the table before are sought.
  package var mostLeadingBlocks = 12

  /// Number of lines of a label that stand beyond the page end, at most; longer ones are text of their own.
  package var mostCutLabelLines = 3

  /// Number of column edges from which on parts of a table that agree in all inner ones are of one table: three columns.
  package var leastSameEdges = 4

  /// Number of rows for which there is no room below a table that the page end has cut; a row may be kept with the next.
  package var pageEndRows = 2.0

  /// Points. Less white than this below a table says nothing: lines are kept together, notes and footers differ.
  package var pageEndRoom = 72.0

  /// Words, lines, paragraphs and columns of prose.
  package var text = Text()

  /// What is no table.
  package var lookalikes = Lookalikes()

  /// Shares and least numbers by which candidate tables are weighed.
  package var shares = Shares()

  public init() {}

  /// The values in use.
  public static let standard = Tolerances()
}
