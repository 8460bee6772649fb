internal import ConverterCore

extension RTFInterpreter {
  /// What bytes mean in the font in force.
  var characterSet: CharacterSet { fonts[state.font ?? defaultFont] ?? codePage }

  /// Takes bytes of text to where the group's destination says.
  mutating func takeText(_ bytes: ArraySlice<UInt8>) {
    guard !bytes.isEmpty else { return }
    switch state.destination {
    case .body where isShown: flows[flows.count - 1].text.append(bytes, in: characterSet)
    case .listText: flows[flows.count - 1].statedLabel.append(bytes, in: characterSet)
    case .styleSheet: style.name += bytes
    case .fontTable: takeFontName(bytes)
    case .levelText: for byte in bytes { lists.append(byte, in: characterSet) }
    case .title, .author: metadata.append(bytes, in: codePage, state.destination)
    case .formEntry: formField.append(bytes, in: characterSet)
    case .equation: equation.append(bytes, in: characterSet)
    case .fieldCode, .objectClass, .textBeforeNumber, .textAfterNumber, .propertyName:
      instruction.append(bytes, in: characterSet)
    case .propertyValue: takePropertyValue(bytes)
    case .body: countOmission()
    default: break
    }
  }

  /// Counts a stretch of text that is not shown.
  mutating func countOmission() {
    if isThere { omissions.hiddenRuns += 1 } else { omissions.changedRuns += 1 }
  }

  /// Takes a part of a font's name; it ends with a semicolon. Only names of fonts of signs matter.
  private mutating func takeFontName(_ bytes: ArraySlice<UInt8>) {
    let end = bytes.firstIndex(of: UInt8(ascii: ";"))
    fontName += bytes[..<(end ?? bytes.endIndex)]
    guard end != nil else { return }
    if let font = SymbolFont(String(decoding: fontName.drop { $0 == 0x20 }, as: UTF8.self)) {
      fonts[fontNumber] = .symbol(font)
    }
    fontName = []
  }

  /// Takes a character stated by number: negative numbers are those above 32767 in 16 bits.
  mutating func takeUnit(_ number: Int) {
    let unit = UInt16(truncatingIfNeeded: number)
    switch state.destination {
    case .body where isShown: flows[flows.count - 1].text.append(unit: unit, in: characterSet)
    case .listText: flows[flows.count - 1].statedLabel.append(unit: unit, in: characterSet)
    case .levelText: lists.append(unit: unit)
    case .formEntry: formField.append(unit: unit)
    case .equation: equation.append(unit: unit)
    case .fieldCode, .textBeforeNumber, .textAfterNumber, .propertyValue:
      instruction.append(unit: unit, in: characterSet)
    case .title, .author: metadata.append(unit: unit, state.destination)
    default: break
    }
    standIns = state.standInCount
  }

  mutating func takeText(scalar: Unicode.Scalar) {
    switch state.destination {
    case .body where isShown: flows[flows.count - 1].text.append(scalar)
    case .listText: flows[flows.count - 1].statedLabel.append(scalar)
    case .equation: equation.append(scalar)
    case .textBeforeNumber, .textAfterNumber, .propertyValue: instruction.append(scalar)
    default: break
    }
  }

  /// Whether text with the tracked changes in force is there.
  private var isThere: Bool { options.shows(isInserted: state.isInserted, isDeleted: state.isDeleted) }

  /// Whether text with the properties in force is seen.
  var isShown: Bool { isThere && (options.includesHiddenText || !state.isHidden) }

  /// Shows what a form field holds in its place.
  mutating func showFormField() {
    guard isShown, let text = formField.text else { return }
    show(text)
  }

  /// Puts text that was computed into the paragraph being read.
  mutating func show(_ text: String) {
    for scalar in text.unicodeScalars { flows[flows.count - 1].text.append(scalar) }
  }

  /// Whether anything was collected for the paragraph being read.
  var hasParagraph: Bool {
    guard let flow = flows.last else { return false }
    return !flow.text.isEmpty || !flow.followers.isEmpty
  }

  /// Ends a paragraph at its mark. A mark that is hidden or deleted ends nothing; one in the text of WordArt ends a line.
  mutating func endParagraph(_ end: FlowParagraph.End) throws(ReadingError) {
    if state.destination == .propertyValue { return takeText(scalar: "\n") }
    guard state.destination == .body, isShown || state.paragraph.depth > 0 else { return }
    try add(end, depth: state.paragraph.depth)
  }

  /// Ends a section, and the paragraph that is open: behind the end of one there is none, which would count in its list.
  mutating func endSection() throws(ReadingError) {
    if hasParagraph { return try endParagraph(.paragraph) }
    if state.destination == .body { _ = flows[flows.count - 1].statedLabel.take() }
  }

  mutating func endCell(depth: Int) throws(ReadingError) {
    guard state.destination == .body else { return }
    try add(.cell, depth: depth)
  }

  mutating func endRow(depth: Int) throws(ReadingError) {
    guard state.destination == .body || state.destination == .nestedRow else { return }
    let last = flows.count - 1
    var row = flows[last].rows[depth, default: RowDefinition()].row
    row.isDeleted = !isThere
    try add(.row(row), depth: depth)
  }

  /// Ends a paragraph, whether its mark is seen or not.
  mutating func add(_ end: FlowParagraph.End, depth: Int) throws(ReadingError) {
    let last = flows.count - 1
    let text = flows[last].text.take()
    let statedLabel = flows[last].statedLabel.take()
    let paragraph = state.paragraph
    let heading = (paragraph.outlineLevel ?? styles.outlineLevel(of: paragraph.style)).flatMap { level in
      (0...8).contains(level) ? level + 1 : nil
    }
    var list: FlowParagraph.ListPlace?
    // The end of a row is no paragraph of a list, whatever holds there.
    if case .row = end {} else { list = lists.place(paragraph, statedLabel: statedLabel) }
    let flow = FlowParagraph(
      text: text, headingLevel: heading, isTitle: styles.isTitle(paragraph.style), isCentered: paragraph.isCentered,
      list: list, depth: depth, end: end, followers: flows[last].followers)
    flows[last].followers = []
    try flows[last].assembler.add(flow)
  }
}

extension RTFInterpreter {
  /// The style whose group is being read.
  struct StyleBeingRead: Sendable {
    var number: Int? = 0
    var outlineLevel: Int?
    var base: Int?
    var name: [UInt8] = []
  }

  /// Takes a word about styles: in the style sheet it describes one, elsewhere it applies one.
  mutating func takeStyle(_ word: ControlWord, _ number: Int) {
    guard state.destination == .styleSheet else {
      switch word {
      case .s: state.paragraph.style = number
      case .outlinelevel: state.paragraph.outlineLevel = number
      // `\*\cs` outside of the style sheet begins no group.
      default: break
      }
      return
    }
    switch word {
    case .s: style.number = number
    case .sbasedon: style.base = number
    case .outlinelevel: style.outlineLevel = number
    // Styles of characters, sections and tables.
    default: style.number = nil
    }
  }

  /// Ends a style's group; its name ends with a semicolon.
  mutating func endStyle() {
    if let number = style.number {
      styles.add(
        number, outlineLevel: style.outlineLevel, base: style.base == number ? nil : style.base,
        name: Array(style.name.prefix { $0 != UInt8(ascii: ";") }))
    }
    style = StyleBeingRead()
  }
}
