public import ConverterCore

/// From the ink of pages to a document: the steps in order.
public struct PageAnalyzer: Sendable {
  /// The constants of the analysis.
  public var tolerances: Tolerances

  /// Whether tables that continue on the next page become one.
  public var stitching: Bool

  public init(tolerances: Tolerances = .standard, stitching: Bool = true) {
    self.tolerances = tolerances
    self.stitching = stitching
  }

  /// Understands all pages of a source.
  ///
  /// A page that cannot be read is a finding; the others are read all the same. Pages are read one by one, and only their
  /// blocks are kept.
  ///
  /// - Throws: ``ReadingError`` where there are more pages than the limits grant.
  public func document(
    from pages: borrowing some PageSource & ~Copyable, within limits: Limits
  ) throws(ReadingError) -> Document {
    guard pages.pageCount <= limits.pages else {
      throw ReadingError(.limit(name: "pages", asked: pages.pageCount, granted: limits.pages))
    }
    var assembly = DocumentAssembly(self)
    for number in 0..<max(0, pages.pageCount) {
      do {
        let page = try pages.page(number + 1)
        assembly.append(trace(of: page, structure: pages.statedStructure(ofPage: number + 1)))
      } catch {
        assembly.appendUnreadable(page: number + 1, error)
      }
    }
    var document = assembly.finished()
    document.metadata.pageCount = pages.pageCount
    return document
  }

  /// All intermediate values of one page, which is turned so that most of its text runs from left to right.
  public func trace(of page: Page, structure: StatedStructure? = nil) -> LayoutTrace {
    let turn = PageTurn(page, tolerances: tolerances)
    let page = (turn?.read(page) ?? page).composingAccents().markingVerticalText(tolerances: tolerances)
      .drawingTypedRules(tolerances: tolerances)
    let rules = DrawnRules(page, tolerances: tolerances)
    let text = PageText(page, tolerances: tolerances).splitting(
      at: (rules.upright + rules.steps).sorted { $0.position < $1.position },
      tolerances: tolerances
    ).tellingChecks(tolerances: tolerances)
    let index = WordIndex(text.words)
    let judged = TableSelection.judged(
      page, structure: structure, text: text, rules: rules, index: index, tolerances: tolerances)
    let content = PageContent(
      page: page, text: text, rules: rules, tables: judged.filter(\.isChosen).map(\.candidate), tolerances: tolerances)
    var told = page
    told.findings += content.findings
    return LayoutTrace(
      page: told, turn: turn, text: text, rules: rules, candidates: judged, zones: content.zones, content: content.items
    )
  }
}
