internal import ConverterCore

/// Goes through the tokens of a file and puts the document together.
///
/// Properties belong to groups: an opening brace keeps those in force, a closing one brings them back. A group is text unless
/// its first word says that it is something else.
struct RTFInterpreter {
  var scanner: RTFScanner
  let limits: Limits
  let options: WordOptions

  var state = GroupState()
  var outer: [GroupState] = []
  var flows: [Flow]

  var codePage = CharacterSet.windows1252
  var fonts: [Int: CharacterSet] = [:]

  /// The font of text that names none.
  var defaultFont = 0
  var fontNumber = 0
  var fontName: [UInt8] = []
  var styles = StyleTable()
  var style = StyleBeingRead()
  var lists = RTFLists()

  /// The numbering of a paragraph that is being read.
  var numbering = ParagraphNumbering()
  var metadata = RTFMetadata()

  /// Characters that still stand in for one stated by number.
  var standIns = 0

  /// Whether the group that just began is skipped if its first word is not known.
  var isOptional = false

  var notes = NoteNumbering()
  var asideCounts: [Aside.Role: Int] = [:]
  var pictureCount = 0
  var formField = FormField()
  var equation = MathCollector()
  var shapeProperty: ShapeProperty?
  var wordArt: WordArt?

  /// The fields that are open and may have no result, the innermost last.
  var drawnFields: [DrawnField] = []

  /// The text of the part that is being read: the instruction of a field, the kind of an object, a text beside the number of a
  /// paragraph, the name or value of a shape's property.
  var instruction = TextCollector()
  var headers: [Block] = []

  /// What was left out on the way, for findings.
  var omissions = FlowOmissions()

  /// How many sequences of bytes were no text in their encoding.
  var replacementCount = 0

  /// Whether groups were open where the file ended.
  private(set) var isCut = false

  /// How many bytes stand behind the end of the document.
  private(set) var trailingByteCount = 0

  init(_ bytes: [UInt8], options: WordOptions, limits: Limits) {
    scanner = RTFScanner(bytes)
    self.limits = limits
    self.options = options
    flows = [Flow(.document, root: "body", limits: limits, groupCount: 1)]
  }
}

extension RTFInterpreter {
  /// Reads the whole file.
  ///
  /// - Throws: ``ReadingError`` where a limit is met.
  mutating func document() throws(ReadingError) -> Document {
    while let token = scanner.next() {
      try take(token)
      // The brace that closes the first one ends the document.
      if outer.isEmpty { break }
    }
    isCut = !outer.isEmpty
    trailingByteCount = scanner.trailingByteCount
    while !outer.isEmpty { try closeGroup() }
    let body = try flows[0].assembler.finish()
    omissions.addCells(of: flows[0].assembler)
    replacementCount += flows[0].text.replacementCount
    var document = Document(metadata: metadata.metadata, blocks: body + headers)
    if document.metadata.title == nil { document.metadata.title = flows[0].assembler.title }
    if case .encoding(let encoding) = codePage { document.source.encoding = encoding.name }
    document.source.replacementCount = replacementCount
    document.findings = findings
    return document
  }

  private mutating func take(_ token: RTFScanner.Token) throws(ReadingError) {
    switch token {
    case .open: try openGroup()
    case .close: try closeGroup()
    case .text(let range):
      isOptional = false
      let skipped = min(standIns, range.count)
      standIns -= skipped
      takeText(scanner.bytes[range.dropFirst(skipped)])
    case .byte(let byte):
      isOptional = false
      if standIns > 0 { standIns -= 1 } else { takeText([byte]) }
    case .symbol(let symbol):
      if symbol == UInt8(ascii: "*") {
        isOptional = true
      } else if standIns > 0 {
        standIns -= 1
      } else {
        isOptional = false
        try takeSymbol(symbol)
      }
    case .word(let word, let number):
      if word == .bin {
        scanner.skip(number ?? 0)
        if standIns > 0 { standIns -= 1 }
        return
      }
      guard standIns == 0 else {
        standIns -= 1
        return
      }
      guard let word else {
        if isOptional { try skipGroup() }
        return
      }
      isOptional = false
      try take(word, number)
    }
  }

  private mutating func openGroup() throws(ReadingError) {
    guard outer.count < limits.depth else {
      throw ReadingError(.limit(name: "depth", asked: outer.count + 1, granted: limits.depth))
    }
    isOptional = false
    standIns = 0
    outer.append(state)
    if state.destination == .listTable || state.destination == .listOverrides { lists.openGroup() }
    if state.destination == .equation { equation.openGroup() }
  }

  /// Brings back what held before the group.
  mutating func closeGroup() throws(ReadingError) {
    isOptional = false
    standIns = 0
    // The last paragraph of a note, as of the document, may have no mark: it ends while its own properties hold.
    if let flow = flows.last, flow.groupCount == outer.count { try end(flow) }
    guard let before = outer.popLast() else { return }
    let ended = state
    state = before
    switch ended.destination {
    case .styleSheet where before.destination == .styleSheet: endStyle()
    case .formField where before.destination != .formField: showFormField()
    case .levelText where before.destination != .levelText: lists.endLevelText()
    case .fieldCode where before.destination != .fieldCode: endFieldCode()
    case .objectClass: endObjectClass()
    case .numbering where before.destination != .numbering: state.paragraph.numbering = lists.add(numbering)
    case .textBeforeNumber where before.destination != .textBeforeNumber: numbering.before = instruction.take()
    case .textAfterNumber where before.destination != .textAfterNumber: numbering.after = instruction.take()
    case .propertyName where before.destination == .shapeProperty: try endPropertyName()
    case .propertyValue where before.destination == .shapeProperty: endPropertyValue()
    case .equation: endEquationGroup(isWhole: before.destination != .equation)
    case .listTable where before.destination == .listTable, .listOverrides where before.destination == .listOverrides:
      lists.closeGroup()
    default: break
    }
    if let art = wordArt, art.groupCount > outer.count { endWordArt(art, isHidden: ended.isHidden) }
    if let field = drawnFields.last, field.groupCount > outer.count { endDrawnField(field) }
  }

  /// Passes over the rest of the group and ends it.
  mutating func skipGroup() throws(ReadingError) {
    guard !outer.isEmpty else { return }
    scanner.skipGroup()
    try closeGroup()
  }
}
