internal import ConverterCore

/// Puts the pages of a document together: running heads found by comparing neighbouring pages, tables joined over page ends,
/// headings told once all sizes are known.
///
/// Only the last few pages are held back, as long as a later one may show that a line of theirs is a running head; of the
/// others nothing is kept but blocks.
struct DocumentAssembly {
  private let analyzer: PageAnalyzer
  private var stitching: TableStitching
  private var document = Document()
  private var headings = Headings()
  /// The looks of the paragraphs so far, by place.
  private var styles: [Place: TextStyle] = [:]
  private var pending: [PendingPage] = []
  /// The least distance in points between the last content of a page and its end, running heads apart.
  private var bottomMargin = Double.infinity
  /// The height in points of the page emitted last.
  private var lastHeight: Double?
  /// How pages were turned for reading, by their numbers.
  private var turns: [Int: PageTurn] = [:]
  /// The text that ends the page emitted last, with its place in the document; `nil` where something else does.
  private var lastText: (block: TextBlock, place: Place, page: Int)?

  /// A page whose running heads are not yet known.
  private struct PendingPage {
    var number: Int
    var height: Double
    var items: [PageItem]
    /// For each item, what could be repeated in the margins of other pages.
    var marks: [RunningHeads.Mark?]
    var roles: [Aside.Role?]
    var comments: [PageComment]
    /// What the page tells of its tables, by their place.
    var tableInk: [Place: TableInk]
    /// The rows of a table that paragraphs at its top may be, by their place.
    var leadingRows: [Place: [LeadingRow]]
  }

  /// Left and right pages have running heads of their own, so that a page is compared with the next but one as well.
  private static let lookahead = 2

  init(_ analyzer: PageAnalyzer) {
    self.analyzer = analyzer
    stitching = TableStitching(tolerances: analyzer.tolerances)
  }

  mutating func append(_ trace: LayoutTrace) {
    document.findings += trace.page.findings
    turns[trace.page.number] = trace.turn
    var page = PendingPage(
      number: trace.page.number, height: trace.page.height, items: trace.content, marks: [], roles: [],
      comments: trace.page.comments, tableInk: trace.tableInk,
      leadingRows: analyzer.stitching ? trace.leadingRows(tolerances: analyzer.tolerances) : [:])
    for (index, item) in trace.content.enumerated() {
      let next = index + 1 < trace.content.count ? trace.content[index + 1] : nil
      let isMarginal = Self.isMarginal(item, on: trace) && !Self.isHeadnote(item, before: next)
      if case .text(let block) = item, isMarginal {
        page.marks.append(RunningHeads.mark(of: block.text, box: block.box))
        page.roles.append(
          RunningHeads.isPageNumber(block.text) ? .pageNumber : block.isArtifact(trace.text) ? .header : nil)
      } else {
        page.marks.append(nil)
        page.roles.append(nil)
      }
      if case .text(let block) = item { headings.note(block) }
    }
    compare(&page)
    pending.append(page)
    while pending.count > Self.lookahead { emit(pending.removeFirst()) }
  }

  mutating func appendUnreadable(page: Int, _ error: ReadingError) {
    while !pending.isEmpty { emit(pending.removeFirst()) }
    document.findings.append(.unreadablePage(page, error))
  }

  mutating func finished() -> Document {
    while !pending.isEmpty { emit(pending.removeFirst()) }
    stitching.finish(&document.blocks)
    document.blocks = document.blocks.map { block in
      guard case .paragraph(let paragraph) = block, let style = styles[paragraph.origin.place] else { return block }
      return headings.block(for: paragraph, style: style)
    }
    document.display(turns)
    return document
  }
}

extension DocumentAssembly {
  /// Whether an item stands in the top or bottom margin: among the outermost lines of its page.
  private static func isMarginal(_ item: PageItem, on trace: LayoutTrace) -> Bool {
    guard case .text(let block) = item, block.lines.count <= 2, block.text.count <= 160 else { return false }
    let share = block.box.midY / max(trace.page.height, 1)
    return share < RunningHeads.marginShare || share > 1 - RunningHeads.marginShare
  }

  /// Whether an item stands between a caption and its table, so that it is no running head although each page of the table has it.
  private static func isHeadnote(_ item: PageItem, before next: PageItem?) -> Bool {
    guard case .text(let block) = item, case .table(let table)? = next, table.caption != nil else { return false }
    return Headnote.isOne(block.text)
  }

  /// Marks as running heads what a page and one of the pages before it have in common.
  private mutating func compare(_ page: inout PendingPage) {
    for index in page.marks.indices {
      guard let mark = page.marks[index] else { continue }
      for other in pending.indices {
        for position in pending[other].marks.indices where pending[other].marks[position]?.repeats(mark) == true {
          page.roles[index] = page.roles[index] ?? .header
          pending[other].roles[position] = pending[other].roles[position] ?? .header
        }
      }
    }
  }

  private mutating func emit(_ page: PendingPage) {
    for known in [page] + pending { bottomMargin = min(bottomMargin, Self.bottomMargin(of: known)) }
    var blocks: [Block] = []
    var open = lastText
    lastText = nil
    for (item, role) in zip(page.items, page.roles) {
      switch item {
      case .table(let table):
        blocks.append(.table(table))
        open = nil
        lastText = nil
      case .figure(let figure): blocks.append(.figure(figure))
      case .watermark(let text):
        blocks.append(aside(.watermark, text, on: page))
      case .text(let text):
        if let role {
          let isLow = text.box.midY > (page.items.map(\.box.y1).max() ?? 0) / 2
          blocks.append(aside(role == .header && isLow ? .footer : role, text, on: page))
        } else if let upper = open.take(), upper.page + 1 == page.number, analyzer.stitching,
          upper.block.goesOn(in: text, tolerances: analyzer.tolerances),
          let whole = append(text, of: page.number, to: upper.block, at: upper.place)
        {
          lastText = (whole, upper.place, page.number)
        } else {
          let paragraph = text.paragraph(onPage: page.number)
          styles[paragraph.origin.place] = text.style
          blocks.append(.paragraph(paragraph))
          lastText = (text, paragraph.origin.place, page.number)
        }
      }
    }
    blocks += page.comments.map { Self.aside($0, on: page) }
    if analyzer.stitching {
      stitching.append(
        blocks, to: &document.blocks, bodyEnd: lastHeight.map(bodyEnd), ink: page.tableInk,
        rows: page.leadingRows)
    } else {
      document.blocks += blocks
    }
    lastHeight = page.height
  }

  /// Appends what the top of a page holds to the paragraph that a page before has begun.
  ///
  /// - Returns: the whole paragraph; `nil` where the document has none at the place.
  private mutating func append(_ text: TextBlock, of page: Int, to upper: TextBlock, at place: Place) -> TextBlock? {
    let index = document.blocks.lastIndex { block in
      if case .paragraph(let paragraph) = block { paragraph.origin.place == place } else { false }
    }
    guard let index, case .paragraph(var paragraph) = document.blocks[index] else { return nil }
    let whole = upper.joined(with: text)
    paragraph.text = whole.text
    paragraph.origin.continuations.append(.page(page, text.box))
    document.blocks[index] = .paragraph(paragraph)
    styles[place] = whole.style
    return whole
  }

  /// The distance in points between the last content of a page and its end, running heads and marks apart.
  private static func bottomMargin(of page: PendingPage) -> Double {
    zip(page.items, page.roles).reduce(.infinity) { margin, item in
      if case .watermark = item.0 { return margin }
      return item.1 == nil ? min(margin, page.height - item.0.box.y1) : margin
    }
  }

  /// A comment as an aside, each of its lines a paragraph.
  private static func aside(_ comment: PageComment, on page: PendingPage) -> Block {
    let origin = Origin(.page(page.number, comment.box), .stated)
    let lines = comment.text.split(whereSeparator: \.isNewline)
    return .aside(
      Aside(
        role: .comment, blocks: lines.map { .paragraph(Paragraph(text: String($0), origin: origin)) }, origin: origin))
  }

  /// The y in points where the text of a full page ends; where no page is full, as far down as text ends at least.
  private func bodyEnd(ofHeight height: Double) -> Double {
    max(height - bottomMargin, (1 - analyzer.tolerances.shares.largestMargin) * height)
  }

  private func aside(_ role: Aside.Role, _ text: TextBlock, on page: PendingPage) -> Block {
    let paragraph = text.paragraph(onPage: page.number)
    return .aside(Aside(role: role, blocks: [.paragraph(paragraph)], origin: paragraph.origin))
  }
}
