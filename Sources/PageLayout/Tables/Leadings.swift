/// How far the lines of a table stand apart, from baseline to baseline: those of one cell, and those of two rows.
///
///     Non-metallic mineral     11 12    ┐ cell
///     products                          ┘  ┐ row
///     Wood                       7.1       ┘
///
/// All that white tells of rows is asked here, so that a distance means the same wherever it is measured.
struct Leadings {
  /// Em. The least distance of two lines with text in one column, that of lines in one cell if there are any; infinite where no line
  /// stands below another.
  var cell: Double

  /// Em. The least distance of two lines with figures in one column, which stand in two rows; 0 without such.
  var row: Double

  private let tolerances: Tolerances

  init(cell: Double = .infinity, row: Double = 0, tolerances: Tolerances) {
    self.cell = cell
    self.row = row
    self.tolerances = tolerances
  }

  /// Those of lines set solid, where nothing else tells how lines of one cell stand.
  static func solid(_ tolerances: Tolerances) -> Leadings {
    Leadings(cell: tolerances.solidLeading, tolerances: tolerances)
  }

  /// Whether lines so far apart in em may be of one cell.
  func isOfCell(_ distance: Double) -> Bool { distance <= cell + tolerances.pitchChange }

  /// Whether lines so far apart in em are of two rows, be the upper one full.
  func partsRows(_ distance: Double) -> Bool { distance > cell + tolerances.rowGap }

  /// Whether lines so far apart in em are nearer than those of two rows; none are where no rows show it.
  func isNearerThanRows(_ distance: Double) -> Bool { distance < row - tolerances.pitchChange }
}

extension Leadings {
  /// What lines that follow each other show; those that stand beside each other show nothing.
  init(of lines: some Collection<TextLine>, tolerances: Tolerances) {
    let distances = zip(lines, lines.dropFirst()).map { $1.distance(below: $0) }
    self.init(cell: distances.filter { $0 >= tolerances.besideDistance }.min() ?? .infinity, tolerances: tolerances)
  }

  /// What texts below each other in one column show, whatever stands between them in others.
  ///
  /// - Parameter pieces: from top to bottom the columns of each text, its baseline in points and the font size of its line.
  init(of pieces: some Sequence<(columns: Range<Int>, baseline: Double, size: Double)>, tolerances: Tolerances) {
    var last: [Int: Double] = [:]
    var cell = Double.infinity
    for piece in pieces {
      for column in piece.columns {
        // Raised marks stand beside the line above.
        if let above = last[column], piece.baseline - above >= tolerances.besideDistance * piece.size {
          cell = min(cell, (piece.baseline - above) / piece.size)
        }
        last[column] = piece.baseline
      }
    }
    self.init(cell: cell, tolerances: tolerances)
  }
}

/// A line of text, in columns or not yet, or the last one of several.
protocol Baselined {
  /// The y of the baseline in points.
  var baseline: Double { get }
  /// The font size in points.
  var size: Double { get }
}

extension Baselined {
  /// How far the line stands below another, in em of the larger of both.
  func distance(below upper: Self) -> Double { (baseline - upper.baseline) / max(size, upper.size) }

  /// Whether a text of the line is the upper line of a heading set in the middle: another one stands in its middle in a line right below.
  ///
  /// - Parameters:
  ///   - upper: the extent of the text across, in points.
  ///   - lower: the extent of the other one.
  ///   - below: the line of the other one.
  func isCentred(_ upper: Interval, over lower: Interval, in below: Self, tolerances: Tolerances) -> Bool {
    abs(lower.middle - upper.middle) < tolerances.unitDrift * size
      && Leadings.solid(tolerances).isOfCell(below.distance(below: self))
  }
}

extension TextLine: Baselined {}

extension AlignedColumns.Line: Baselined {}

extension HeaderStoreys.Block: Baselined {}
