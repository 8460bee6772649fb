internal import ConverterCore

/// Makes the blocks of a page by one walk through its tree.
///
/// Text gathers in ``line`` until an element that begins or ends a line of its own; then it becomes a block of the kind that
/// the elements around it ask for (``Flow``). Lists are in `BlockBuilder+Lists`, tables and their cells in
/// `BlockBuilder+Tables`, pictures and notes in `BlockBuilder+Asides`.
struct BlockBuilder {
  /// What the next text becomes.
  enum Flow {
    case paragraph
    case heading(level: Int, label: String?)
    case item(label: String?, level: Int)
  }

  let page: PageContent
  let tree: HTMLTree
  var blocks: [Block] = []
  var findings: [Finding] = []

  /// The text of the block that is being read.
  var line = InlineText()

  /// Pictures in the text that is being read; they follow its block.
  var figures: [Figure] = []

  var flow = Flow.paragraph

  /// Notes and the links to them; looked at where the page has notes.
  var notes = Notes()
  private let hasNotes: Bool

  /// The place of the block of the page that is being read, while parts of it are read separately.
  private var outermostBlock: Int?

  /// The element whose text is being read.
  var owner: Int

  /// How many lists are around the text.
  var listDepth = 0

  /// Whether what is read stands in a cell of a table that holds data.
  var isInDataCell = false

  /// How many grid positions tables may still take.
  var cellsLeft: Int
  let cellLimit: Int

  private let keepsBoilerplate: Bool

  init(_ page: PageContent, within limits: Limits, keepsBoilerplate: Bool) {
    self.page = page
    tree = page.tree
    hasNotes = page.asides.values.contains { $0 == .footnote || $0 == .endnote || $0 == .comment }
    self.keepsBoilerplate = keepsBoilerplate
    cellLimit = limits.cells
    cellsLeft = limits.cells
    owner = page.body
  }

  /// The blocks of the page.
  mutating func pageBlocks() throws(ReadingError) -> [Block] {
    try content(of: page.body)
    flush()
    return notes.placed(blocks)
  }

  /// Reads all that is inside a node.
  mutating func content(of node: Int) throws(ReadingError) {
    for child in tree.children(of: node) { try visit(child) }
  }

  /// Reads a node.
  mutating func visit(_ node: Int) throws(ReadingError) {
    let name = tree.name(node)
    if name == .text { return line.append(tree.text(node)) }
    if page.isSkipped(node) { return noteSkipped(node) }
    if let role = page.asides[node] { return try aside(node, role) }
    switch name {
    case .br: line.breakLine()
    case .h1, .h2, .h3, .h4, .h5, .h6: try heading(node, level: name.headingLevel ?? 1)
    case .ul, .ol, .menu, .dir: try list(node)
    case .dl: try nested { (builder) throws(ReadingError) in try builder.block(node) }
    case .li: try item(node, label: ListNumbering.bullets(depth: listDepth).label(0))
    case .dt: try definition(node, level: listDepth - 1)
    case .dd: try definition(node, level: listDepth)
    case .table: try table(node)
    case .pre, .listing, .xmp, .plaintext: preformatted(node, isCode: true)
    case .img: figure(node)
    case .rt: annotation(node)
    case .math: line.append(MathML(tree).linear(node))
    case .rp, .rtc: break
    case .input, .textarea: field(node)
    case .applet, .audio, .embed, .frame, .iframe, .video: noteOtherFile(node)
    case .object: if tree.showsOtherFile(node) { noteOtherFile(node) } else { try inline(node) }
    default:
      if name.isBlock { try paragraph(node) } else { try inline(node) }
    }
  }

  // MARK: Blocks

  /// Reads a block element: text before it, inside it and behind it is of different blocks.
  mutating func block(_ node: Int) throws(ReadingError) {
    flush()
    let outer = owner
    owner = node
    try content(of: node)
    flush()
    owner = outer
  }

  /// Reads an element with another kind of blocks inside.
  mutating func block(_ node: Int, as inner: Flow) throws(ReadingError) {
    flush()
    let outer = flow
    flow = inner
    try block(node)
    flow = outer
  }

  /// Ends the text that is being read and makes its block.
  mutating func flush() {
    defer {
      blocks += figures.map(Block.figure)
      figures.removeAll()
    }
    if line.isEmpty { return }
    if case .heading(let level, let label) = flow {
      let text = line.takeLines()
      if !text.isEmpty { blocks.append(.heading(Heading(level: level, label: label, text: text, origin: origin))) }
      return
    }
    for text in line.takeParagraphs() { append(text) }
  }

  private mutating func append(_ text: String) {
    if case .item(let label, let level) = flow {
      blocks.append(.listItem(ListItem(label: label, level: level, text: text, origin: origin)))
      flow = .paragraph
    } else {
      blocks.append(.paragraph(Paragraph(text: text, origin: origin)))
    }
  }

  /// The place of the text that is being read.
  var origin: Origin { origin(of: owner) }

  func origin(of node: Int) -> Origin {
    Origin(.element(ElementPath(tree.path(of: node))), .stated)
  }

  private mutating func heading(_ node: Int, level: Int) throws(ReadingError) {
    guard case .item(let label, _) = flow else { return try block(node, as: .heading(level: level, label: nil)) }
    // A heading that is an item of a list has the item's number.
    flush()
    flow = .paragraph
    try block(node, as: .heading(level: level, label: label))
  }

  /// A block of text, which the notes of office programs and ARIA may call something else.
  private mutating func paragraph(_ node: Int) throws(ReadingError) {
    if let remark = page.styles.remark(on: node) {
      if let level = remark.officeListLevel { return try block(node, as: .item(label: nil, level: level)) }
      if let level = remark.outlineLevel, (1...9).contains(level) { return try heading(node, level: level) }
      if remark.preservesSpace == true, tree.first(.br, in: node) == nil, !holdsBlocks(node) {
        return preformatted(node, isCode: false)
      }
    }
    if tree.attribute(.role, of: node)?.equals("heading") == true {
      return try heading(node, level: tree.attribute(.ariaLevel, of: node)?.leadingNumber(atMost: 9) ?? 2)
    }
    try block(node)
  }

  private func holdsBlocks(_ node: Int) -> Bool {
    tree.descendants(of: node).contains { tree.name($0).isBlock }
  }

  private mutating func preformatted(_ node: Int, isCode: Bool) {
    flush()
    for inner in tree.descendants(of: node) {
      if tree.name(inner) == .br { line.breakLine() } else { line.appendPreformatted(tree.text(inner)) }
    }
    guard let text = line.takePreformatted() else { return }
    blocks.append(.paragraph(Paragraph(text: text, isCode: isCode, origin: origin(of: node))))
  }

  // MARK: Text

  private mutating func inline(_ node: Int) throws(ReadingError) {
    noteReference(node)
    let remark = page.styles.remark(on: node)
    let start = line.end
    try inlineContent(node, remark)
    line.raise(from: start, to: remark?.height ?? tree.name(node).height)
  }

  private mutating func inlineContent(_ node: Int, _ remark: Style?) throws(ReadingError) {
    guard let remark else { return try content(of: node) }
    if remark.isOfficeListLabel { return try officeListLabel(node) }
    if remark.display?.value == .block { line.endLine() }
    try content(of: node)
    if remark.display?.value == .block { line.endLine() }
  }

  /// What is typed into a field; outside of tables of data it is words to search for.
  private mutating func field(_ node: Int) {
    guard isInDataCell else { return }
    if let text = tree.fieldText(node) { line.append(text) }
    for inner in tree.descendants(of: node) {
      line.endLine()
      line.appendPreformatted(tree.text(inner))
      line.endLine()
    }
  }

  /// Remembers where a link to a note stands.
  mutating func noteReference(_ node: Int) {
    guard hasNotes, tree.name(node) == .a, let target = tree.attribute(.href, of: node) else { return }
    notes.refer(to: target, fromBlock: outermostBlock ?? blocks.count)
  }

  /// The number or bullet of a paragraph of Word.
  private mutating func officeListLabel(_ node: Int) throws(ReadingError) {
    let outer = line
    line = InlineText()
    try content(of: node)
    let label = line.takeLines()
    line = outer
    switch flow {
    case .item(_, let level): flow = .item(label: label.isEmpty ? nil : label, level: level)
    case .heading(let level, _): flow = .heading(level: level, label: label.isEmpty ? nil : label)
    case .paragraph: line.append(label)
    }
  }

  /// The reading of characters (`ruby`), in brackets behind them.
  private mutating func annotation(_ node: Int) {
    var text = InlineText()
    for inner in tree.descendants(of: node) { text.append(tree.text(inner)) }
    let reading = text.takeLines()
    if !reading.isEmpty { line.append("（" + reading + "）") }
  }

  /// Reads something into blocks of its own.
  mutating func separately(
    _ body: (inout BlockBuilder) throws(ReadingError) -> Void
  ) throws(ReadingError) -> [Block] {
    let outer = (blocks, line, figures, flow, owner, listDepth, outermostBlock)
    outermostBlock = outermostBlock ?? blocks.count
    (blocks, line, figures, flow, listDepth) = ([], InlineText(), [], .paragraph, 0)
    try body(&self)
    flush()
    let inner = blocks
    (blocks, line, figures, flow, owner, listDepth, outermostBlock) = outer
    return inner
  }

  /// Whether boilerplate becomes blocks.
  var isBoilerplateKept: Bool { keepsBoilerplate }
}
