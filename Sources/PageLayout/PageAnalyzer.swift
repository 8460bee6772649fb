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
  /// A page that cannot be read is a finding; the others are read all the same.
  public func document(
    from pages: borrowing some PageSource & ~Copyable, within limits: Limits
  ) throws(ReadingError) -> Document {
    var document = Document()
    document.metadata.pageCount = pages.pageCount
    for number in 1...max(1, pages.pageCount) where number <= pages.pageCount {
      do {
        let page = try pages.page(number)
        document.findings += page.findings
        document.blocks += blocks(of: page, structure: pages.statedStructure(ofPage: number))
      } catch {
        document.findings.append(Finding(.error, "page.unreadable", error.description, at: .page(number, nil)))
      }
    }
    return document
  }

  func blocks(of page: Page, structure: StatedStructure?) -> [Block] {
    let rules = DrawnRules(page, tolerances: tolerances)
    let text = PageText(page, tolerances: tolerances).splitting(at: rules.upright, tolerances: tolerances)
    let index = WordIndex(text.words)
    let components = rules.components(tolerances: tolerances)
    let candidates = RuledGrid.candidates(components, text: text, index: index, tolerances: tolerances)
    return candidates.compactMap { $0.table(on: page.number, text: text).map(Block.table) }
  }
}
