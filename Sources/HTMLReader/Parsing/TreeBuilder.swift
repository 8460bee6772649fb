/// Puts the tokens of a page together to a tree (HTML standard, section 13.2.6), whatever the page does wrong.
///
/// Left out because no reader of documents can see it: quirks mode, the contents of templates and drawings, scripting
/// (it counts as on, so `noscript` is not shown), attributes of later `html` and `body` tags. Elements deeper than the
/// limit become siblings of their elders, as browsers do it.
///
/// The files: this one holds the state and the steps common to all insertion modes, `TreeBuilder+Head` the modes up to the
/// body, `TreeBuilder+Body` the body, `TreeBuilder+Formatting` the list of active formatting elements,
/// `TreeBuilder+Tables` the table modes.
struct TreeBuilder {
  /// The insertion mode (section 13.2.4.1).
  enum Mode {
    case beforeHead, inHead, afterHead, inBody, inFrameset
    case inTable, inCaption, inColumnGroup, inTableBody, inRow, inCell, inSelect, inSelectInTable
  }

  /// An element whose end tag has not come.
  struct OpenElement {
    var node: Int32
    var name: ElementName
    var key: ElementName.Key

    /// Whether a tag has the name of the element.
    func matches(_ tag: Tag) -> Bool { name == tag.name && (name != .other || key == tag.key) }
  }

  /// An entry of the list of active formatting elements; a marker where `node` is -1.
  struct ActiveFormatting {
    var node: Int32
    var name: ElementName
    var attributes: Range<Int32>
    var identity: UInt32
  }

  var tokenizer: Tokenizer
  var tree = GrowingTree()
  var mode = Mode.beforeHead

  /// The stack of open elements, outermost first; the first is `html`.
  var open: [OpenElement] = []

  /// The list of active formatting elements.
  var formatting: [ActiveFormatting] = []

  /// Start tags beyond the limit of depth whose elements are not on the stack, for their end tags.
  var unstacked: [ElementName.Key] = []

  /// How many elements lay beyond the limit of depth.
  var flattenedCount = 0

  /// The form element pointer, -1 for none.
  var form: Int32 = -1

  /// Whether text and elements that have no place in a table go in front of it (foster parenting).
  var isFostering = false

  /// The most elements on the stack; parts of a table may exceed it by a few.
  let depthLimit: Int

  init(page: [UInt8], depthLimit: Int) {
    tokenizer = Tokenizer(page)
    self.depthLimit = depthLimit
    let html = tree.make(.html, 0..<0)
    open.append(OpenElement(node: html, name: .html, key: 0))
  }

  /// The whole tree.
  ///
  /// - Parameter nodeLimit: the most nodes.
  /// - Returns: `nil` where the page makes more nodes than the limit: unclosed formatting that each block repeats.
  static func tree(of page: [UInt8], depthLimit: Int, nodeLimit: Int) -> HTMLTree? {
    var builder = TreeBuilder(page: page, depthLimit: depthLimit)
    while builder.step() {
      if builder.tree.nodes.count > nodeLimit { return nil }
    }
    return builder.tree.finished(
      bytes: builder.tokenizer.bytes, attributes: builder.tokenizer.attributes, flattenedCount: builder.flattenedCount)
  }

  /// Takes one token; false at the end of the page.
  private mutating func step() -> Bool {
    switch tokenizer.next() {
    case .startTag(let tag): start(tag)
    case .endTag(let tag):
      if let index = unstacked.suffix(32).lastIndex(of: tag.key) {
        unstacked.removeSubrange(index...)
      } else {
        end(tag)
      }
    case .text(let range): text(range)
    case .endOfPage: return false
    }
    return true
  }

  /// Processes a start tag by the rules of the current mode.
  mutating func start(_ tag: Tag) {
    switch mode {
    case .beforeHead: startBeforeHead(tag)
    case .inHead: startInHead(tag)
    case .afterHead: startAfterHead(tag)
    case .inBody: startInBody(tag)
    case .inFrameset: startInFrameset(tag)
    case .inTable: startInTable(tag)
    case .inCaption: startInCaption(tag)
    case .inColumnGroup: startInColumnGroup(tag)
    case .inTableBody: startInTableBody(tag)
    case .inRow: startInRow(tag)
    case .inCell: startInCell(tag)
    case .inSelect, .inSelectInTable: startInSelect(tag)
    }
  }

  /// Processes an end tag by the rules of the current mode.
  mutating func end(_ tag: Tag) {
    switch mode {
    case .beforeHead, .afterHead: endAroundHead(tag)
    case .inHead: endInHead(tag)
    case .inBody: endInBody(tag)
    case .inFrameset: endInFrameset(tag)
    case .inTable: endInTable(tag)
    case .inCaption: endInCaption(tag)
    case .inColumnGroup: endInColumnGroup(tag)
    case .inTableBody: endInTableBody(tag)
    case .inRow: endInRow(tag)
    case .inCell: endInCell(tag)
    case .inSelect, .inSelectInTable: endInSelect(tag)
    }
  }

  private mutating func text(_ range: Range<Int32>) {
    switch mode {
    case .inBody, .inCaption, .inCell: textInBody(range)
    case .inFrameset: break
    case .inSelect, .inSelectInTable: insertText(range)
    case .inTable, .inTableBody, .inRow:
      if isBlank(range) {
        insertText(range)
      } else {
        fostering { $0.textInBody(range) }
      }
    case .inColumnGroup:
      guard !isBlank(range) else { return }
      endColumnGroup()
      text(range)
    case .beforeHead, .inHead, .afterHead:
      // White space there is no content.
      guard !isBlank(range) else { return }
      openBody()
      textInBody(range)
    }
  }
}

// MARK: - The stack of open elements

extension TreeBuilder {
  /// The innermost open element.
  var current: OpenElement { open[open.count - 1] }

  /// Whether an element is open without one of the given kind around it that ends its scope.
  ///
  /// - Parameter name: also stands for all elements of that name only; not for `other`.
  func isInScope(_ name: ElementName, orEndedBy endsScope: (ElementName) -> Bool = { _ in false }) -> Bool {
    for element in open.reversed() {
      if element.name == name { return true }
      if element.name.endsScope || endsScope(element.name) { return false }
    }
    return false
  }

  func isInButtonScope(_ name: ElementName) -> Bool { isInScope(name) { $0 == .button } }

  func isInListScope(_ name: ElementName) -> Bool { isInScope(name) { $0 == .ol || $0 == .ul } }

  /// Whether an element of the innermost table is open.
  func isInTableScope(_ name: ElementName) -> Bool {
    for element in open.reversed() {
      if element.name == name { return true }
      if element.name == .table || element.name == .html { return false }
    }
    return false
  }

  /// Takes the innermost element from the stack; `html` stays.
  mutating func pop() {
    guard open.count > 1 else { return }
    open.removeLast()
    if !unstacked.isEmpty { unstacked.removeAll() }
  }

  /// Takes elements from the stack until one of a name is gone.
  mutating func pop(through name: ElementName) {
    while open.count > 1 {
      let last = current.name
      pop()
      if last == name { return }
    }
  }

  /// Takes elements from the stack until the innermost is one of those wanted, or `html`.
  mutating func pop(until isWanted: (ElementName) -> Bool) {
    while open.count > 1, !isWanted(current.name) { pop() }
  }

  /// Ends elements whose end tag may be left out, except those of a name.
  mutating func endImplied(except name: ElementName? = nil) {
    while current.name.hasImpliedEnd, current.name != name { pop() }
  }

  /// Ends an open `p`.
  mutating func endParagraph() {
    guard isInButtonScope(.p) else { return }
    endImplied(except: .p)
    pop(through: .p)
  }

  /// Sets the mode by the stack (section 13.2.4.1, “reset the insertion mode appropriately”).
  mutating func resetMode() {
    for index in open.indices.reversed() {
      switch open[index].name {
      case .select: mode = open[..<index].contains { $0.name == .table } ? .inSelectInTable : .inSelect
      case .td, .th: mode = .inCell
      case .tr: mode = .inRow
      case .tbody, .thead, .tfoot: mode = .inTableBody
      case .caption: mode = .inCaption
      case .colgroup: mode = .inColumnGroup
      case .table: mode = .inTable
      case .body, .html: mode = .inBody
      case .frameset: mode = .inFrameset
      default: continue
      }
      return
    }
  }
}

// MARK: - Inserting

extension TreeBuilder {
  /// Inserts an element and opens it. At the limit of depth it is inserted and stays empty.
  @discardableResult
  mutating func insert(_ tag: Tag) -> Int32 {
    let node = insertEmpty(tag.name, tag.attributes)
    if open.count < depthLimit || tag.name.isTablePart {
      open.append(OpenElement(node: node, name: tag.name, key: tag.key))
    } else {
      unstacked.append(tag.key)
      flattenedCount += 1
    }
    return node
  }

  /// Inserts and opens an element that the page leaves out.
  mutating func insertImplied(_ name: ElementName) {
    let node = insertEmpty(name, 0..<0)
    open.append(OpenElement(node: node, name: name, key: 0))
  }

  /// Inserts an element that has no content.
  @discardableResult
  mutating func insertEmpty(_ name: ElementName, _ attributes: Range<Int32>) -> Int32 {
    let node = tree.make(name, attributes)
    place(node)
    return node
  }

  mutating func insertText(_ range: Range<Int32>) {
    place(tree.make(.text, range))
  }

  /// Puts a node at the appropriate place (section 13.2.6.1).
  mutating func place(_ node: Int32) {
    place(node, in: current)
  }

  /// Puts a node into an open element, or in front of the table where it has no place in it.
  mutating func place(_ node: Int32, in element: OpenElement) {
    guard isFostering, element.name.isTableStructure, let table = open.lastIndex(where: { $0.name == .table }),
      table > 0
    else { return tree.append(node, to: element.node) }
    if tree.nodes[Int(open[table].node)].parent >= 0 {
      tree.insert(node, before: open[table].node)
    } else {
      tree.append(node, to: open[table - 1].node)
    }
  }

  /// Does something by the rules for text and elements that have no place in a table.
  mutating func fostering(_ body: (inout TreeBuilder) -> Void) {
    let outer = isFostering
    isFostering = true
    body(&self)
    isFostering = outer
  }

  /// Inserts an element whose content is text only, and goes on behind it; `title` and `textarea` may have references.
  mutating func insertRawText(_ tag: Tag) {
    var range = tokenizer.rawText(until: tag.name)
    if tag.name == .title || tag.name == .textarea { range = tokenizer.decoded(range) }
    if tag.name.isNeverContent { return tree.leaveOut(from: current.node) }
    let node = insertEmpty(tag.name, tag.attributes)
    tree.append(tree.make(.text, range), to: node)
  }

  /// Passes over an element with all inside it: a template.
  mutating func skipTemplate() {
    tree.leaveOut(from: current.node)
    var depth = 1
    while depth > 0 {
      switch tokenizer.next() {
      case .startTag(let tag) where tag.name == .template: depth += 1
      case .endTag(let tag) where tag.name == .template: depth -= 1
      case .startTag(let tag) where tag.name.holdsRawText: _ = tokenizer.rawText(until: tag.name)
      case .endOfPage: return
      case .startTag, .endTag, .text: break
      }
    }
  }

  /// Passes over a drawing (section 13.2.6.5). Elements of HTML among its shapes end it, except inside `foreignObject`, and
  /// so do the end tags of elements around it.
  mutating func skipDrawing(_ drawing: Tag) {
    tree.leaveOut(from: current.node)
    guard !drawing.isSelfClosing else { return }
    var shapes = [drawing.key]
    while let innermost = shapes.last {
      switch tokenizer.next() {
      case .startTag(let tag):
        let isForeign = TreeBuilder.integrationPoints.contains(innermost) || tag.name == .svg
        if tag.name.endsDrawing, !isForeign { return start(tag) }
        if !tag.isSelfClosing, !tag.name.isVoid, shapes.count < depthLimit { shapes.append(tag.key) }
      case .endTag(let tag):
        if let index = shapes.lastIndex(of: tag.key) {
          shapes.removeSubrange(index...)
        } else if tag.name != .html, tag.name != .body, open.contains(where: { $0.matches(tag) }) {
          return end(tag)
        }
      case .endOfPage: return
      case .text: break
      }
    }
  }

  /// Shapes that hold HTML.
  private static let integrationPoints: [ElementName.Key] = ["foreignobject", "desc", "title"].map(ElementName.key)

  func isBlank(_ range: Range<Int32>) -> Bool {
    for index in range {
      switch tokenizer.bytes[Int(index)] {
      case 0x20, 0x09, 0x0A, 0x0C, 0x0D: continue
      default: return false
      }
    }
    return true
  }
}

extension ElementName {
  /// Elements whose content is text until their end tag.
  var holdsRawText: Bool {
    switch self {
    case .script, .style, .title, .textarea, .xmp, .iframe, .noembed, .noframes, .noscript: true
    default: false
    }
  }

  /// Parts of a table, which are opened at any depth: their table was.
  fileprivate var isTablePart: Bool {
    switch self {
    case .caption, .colgroup, .tbody, .thead, .tfoot, .tr, .td, .th: true
    default: false
    }
  }

  /// Elements that end a drawing they stand in (section 13.2.6.5).
  fileprivate var endsDrawing: Bool {
    switch self {
    case .b, .big, .blockquote, .body, .br, .center, .code, .dd, .div, .dl, .dt, .em, .embed, .h1, .h2, .h3, .h4, .h5,
      .h6, .head, .hr, .i, .img, .li, .listing, .menu, .meta, .nobr, .ol, .p, .pre, .ruby, .s, .small, .span, .strong,
      .strike, .sub, .sup, .table, .tt, .u, .ul:
      true
    default: false
    }
  }
}
