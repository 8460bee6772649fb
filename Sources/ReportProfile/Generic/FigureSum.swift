/// Figures of one column, line by line, added up.
struct FigureSum {
  /// The sum; `nil` where it has too many digits.
  private(set) var number: ExactDecimal? = .zero

  /// The sum of the figures that do not stand in brackets.
  private(set) var numberOutsideBrackets: ExactDecimal? = .zero

  /// The first figure in brackets.
  private(set) var bracketed: Fact?

  /// The lines with their figures.
  private(set) var figures: [(line: Int, fact: Fact)] = []

  /// The lines with a text where a figure should be.
  private(set) var unreadable: [(line: Int, fact: Fact)] = []

  /// The lines with a sign for nothing, or a figure kept back in a column that has none.
  private(set) var placeholders: [(line: Int, fact: Fact)] = []

  /// Lines without anything, in their order.
  private(set) var blanks: [Int] = []

  /// The first figure that may be something else.
  private(set) var uncertain: Fact?

  /// Whether shares stand among figures that are none.
  private(set) var hasOtherShares = false

  /// One entry per figure, that of the total included.
  private var units: [String?] = []
  private var isInMultiples = false

  /// Adds up figures for a total.
  ///
  /// - Parameter total: the figure to compare with; where it is no share, shares are left out.
  init(_ entries: [(line: Int, content: FigureGrid.Content)], total: Addend.Figure) {
    for (line, content) in entries {
      switch content {
      case .figure(let fact, let figure):
        guard !figure.isShare || total.isShare else {
          hasOtherShares = true
          continue
        }
        number = number.flatMap { $0 + figure.number }
        if figure.isBracketed {
          bracketed = bracketed ?? fact
        } else {
          numberOutsideBrackets = numberOutsideBrackets.flatMap { $0 + figure.number }
        }
        figures.append((line, fact))
        units.append(figure.unit)
        isInMultiples = isInMultiples || figure.isMultiple
        if figure.isUncertain { uncertain = uncertain ?? fact }
      case .unreadable(let fact): unreadable.append((line, fact))
      case .withheld(let fact), .placeholder(let fact): placeholders.append((line, fact))
      case .blank: blanks.append(line)
      }
    }
    units.append(total.unit)
    isInMultiples = isInMultiples || total.isMultiple
  }

  /// Whether all figures count the same: a sign of money or a counter may stand on some of them only, 万元 must stand on all.
  var hasOneUnit: Bool {
    let named = Set(units.compactMap(\.self))
    return named.count <= 1 && (!isInMultiples || !units.contains(nil))
  }

  /// Whether a total is this sum, as far as its figures can be read.
  func explains(_ total: Addend.Figure) -> Bool { number == total.number && hasOneUnit }

  /// How many lines have something that counts.
  var addendCount: Int { figures.count + unreadable.count }
}
