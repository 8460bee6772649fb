internal import ConverterCore

/// Goes through a stretch of text paragraph by paragraph.
///
/// A paragraph ends at its mark, whose position has the paragraph's properties. A mark that is hidden or deleted does not
/// end anything: what follows goes on in the same paragraph.
///
/// It cannot be copied, since the copies that the compiler made for calls were a thirtieth of the time.
struct ParagraphReading: ~Copyable {
  private let reader: StoryReader
  private let end: Int
  private let fieldCodes: [Range<Int>]
  private let anchors: [StoryReader.Anchor]
  private var position: Int
  private var nextFieldCode = 0
  private var nextAnchor = 0
  private var hint = Formatting.Hint()

  /// The characters with the same properties that were looked up last.
  private var run = (start: 0, end: 0, properties: CharacterProperties())

  /// Text and followers of the paragraph being read.
  private var text = FlowText()
  private var followers: [Block] = []

  private(set) var omissions = FlowOmissions()

  init(_ reader: StoryReader, _ positions: Range<Int>, _ anchors: [StoryReader.Anchor]) {
    self.reader = reader
    self.anchors = anchors
    position = positions.lowerBound
    end = positions.upperBound
    fieldCodes = FieldCodes(reader.text.units, in: positions).ranges
  }

  /// The next paragraph; `nil` at the end.
  mutating func next(_ lists: inout ListCounters) -> FlowParagraph? {
    while position < end {
      let start = position
      let mark = markPosition(from: start)
      let listed = reader.formatting.paragraph(at: mark, hint: &hint)
      readRuns(start..<mark, isHiddenByStyle: listed.isHiddenByStyle)
      position = mark + 1
      // What is tied to no position of the text follows the last paragraph.
      takeAnchors(to: position < end ? position : .max)
      findRun(at: mark)
      let ending = visibility(of: run.properties, listed.isHiddenByStyle)
      let properties = listed.properties
      let depth = properties.depth
      let unit = reader.text.units[mark]
      let endsCell = depth == 1 && unit == cellMark || depth > 1 && properties.isInnerCellEnd
      if depth == 0 && unit != cellMark && ending != .shown && position < end { continue }
      return paragraph(listed, endsCell: endsCell && !properties.endsRow, isDeleted: ending == .changed, &lists)
    }
    return nil
  }

  /// The finished paragraph; text and followers start anew.
  private mutating func paragraph(
    _ listed: ListedParagraph, endsCell: Bool, isDeleted: Bool, _ lists: inout ListCounters
  ) -> FlowParagraph {
    defer { followers = [] }
    let text = self.text.take()
    let properties = listed.properties
    let depth = properties.depth
    guard depth > 0, properties.endsRow else {
      let heading = properties.outlineLevel.flatMap { (0...8).contains($0) ? $0 + 1 : nil }
      return FlowParagraph(
        text: text, headingLevel: heading, isTitle: listed.isTitle,
        isCentered: properties.isCentered, list: listPlace(properties, &lists), depth: depth,
        end: endsCell ? .cell : .paragraph, followers: followers)
    }
    let row = listed.row
    let end = FlowRow(
      edges: EdgeGrid.Row(left: row.left, cells: row.cells), isHeader: row.isHeader, isDeleted: isDeleted)
    return FlowParagraph(text: text, depth: depth, end: .row(end), followers: followers)
  }

  /// The paragraph's place in a list, which is counted.
  private func listPlace(_ properties: ParagraphProperties, _ lists: inout ListCounters) -> FlowParagraph.ListPlace? {
    guard let number = properties.list, let use = reader.lists[number] else { return nil }
    let level = min(properties.listLevel, 8)
    return FlowParagraph.ListPlace(label: lists.label(of: use, number: number, level: level), level: level)
  }

  /// The position of the mark that ends the paragraph: the last of the stretch where none does. The mark of a paragraph in the
  /// instruction of a field ends nothing.
  private mutating func markPosition(from start: Int) -> Int {
    // Text that is not shown leaves its fields behind.
    while nextFieldCode < fieldCodes.count, fieldCodes[nextFieldCode].upperBound <= start { nextFieldCode += 1 }
    var position = start
    var code = nextFieldCode
    while position < end - 1 {
      switch reader.text.units[position] {
      case cellMark: return position
      case paragraphMark:
        while code < fieldCodes.count, fieldCodes[code].upperBound <= position { code += 1 }
        if code == fieldCodes.count || position < fieldCodes[code].lowerBound { return position }
        position += 1
      case pageBreak where reader.sectionEnds.contains(position + 1): return position
      default: position += 1
      }
    }
    return position
  }

  private enum Visibility {
    /// `changed`: a tracked change takes it away.
    case shown, hidden, changed
  }

  private func visibility(of properties: CharacterProperties, _ isHiddenByStyle: Bool) -> Visibility {
    guard reader.options.shows(isInserted: properties.isInserted, isDeleted: properties.isDeleted) else {
      return .changed
    }
    guard !reader.options.includesHiddenText else { return .shown }
    let isHiddenByOwnStyle = properties.style != 10 && reader.formatting.styles[properties.style].isHidden
    return properties.hidden.isOn(inStyle: isHiddenByStyle != isHiddenByOwnStyle) ? .hidden : .shown
  }

  /// Collects what is seen of some positions.
  private mutating func readRuns(_ positions: Range<Int>, isHiddenByStyle: Bool) {
    var start = positions.lowerBound
    while start < positions.upperBound {
      findRun(at: start)
      let end = min(run.end, positions.upperBound)
      switch visibility(of: run.properties, isHiddenByStyle) {
      case .shown:
        beginText(run.properties)
        read(start..<end, run.properties)
        takeAnchors(to: end)
      case .hidden:
        omissions.hiddenRuns += 1
        skipAnchors(to: end)
      case .changed:
        omissions.changedRuns += 1
        skipAnchors(to: end)
      }
      start = end
    }
  }

  /// Says how the text stands that comes.
  private mutating func beginText(_ properties: CharacterProperties) {
    let styled = properties.style != 10 ? reader.formatting.styles[properties.style].height : .level
    let change = TextChange(isInserted: properties.isInserted, isDeleted: properties.isDeleted)
    text.begin(properties.height ?? styled, change: change)
  }

  /// Looks up the characters at a position, unless they are those of the last one.
  private mutating func findRun(at position: Int) {
    guard position < run.start || position >= run.end else { return }
    let (properties, end) = reader.formatting.characters(at: position, hint: &hint)
    run = (position, max(end, position + 1), properties)
  }

  private mutating func takeAnchors(to position: Int) {
    while nextAnchor < anchors.count, anchors[nextAnchor].position < position {
      followers.append(anchors[nextAnchor].block)
      nextAnchor += 1
    }
  }

  private mutating func skipAnchors(to position: Int) {
    while nextAnchor < anchors.count, anchors[nextAnchor].position < position { nextAnchor += 1 }
  }

  /// Collects one run without the instructions of fields.
  private mutating func read(_ run: Range<Int>, _ properties: CharacterProperties) {
    var start = run.lowerBound
    while start < run.upperBound {
      while nextFieldCode < fieldCodes.count, fieldCodes[nextFieldCode].upperBound <= start { nextFieldCode += 1 }
      guard nextFieldCode < fieldCodes.count, fieldCodes[nextFieldCode].lowerBound < run.upperBound else {
        append(start..<run.upperBound, properties)
        return
      }
      let code = fieldCodes[nextFieldCode]
      if start < code.lowerBound { append(start..<code.lowerBound, properties) }
      if run.contains(code.lowerBound), let shown = textInPlace(of: code) {
        for scalar in shown.unicodeScalars { text.append(scalar) }
      }
      start = code.upperBound
    }
  }

  /// What a field shows that has no result of its own: form fields, and what is drawn from the instruction. Equations of the old
  /// editor are counted.
  private mutating func textInPlace(of code: Range<Int>) -> String? {
    let instruction = reader.text.units[code].dropFirst().drop { $0 == 0x20 }
    if instruction.starts(with: FieldName.form) { return formField(code)?.text }
    if instruction.starts(with: FieldName.equationObject) { omissions.equationObjects += 1 }
    let units = reader.text.units
    let hasResult = units[code].last == fieldSeparator && units.dropFirst(code.upperBound).first != fieldEnd
    guard !hasResult else { return nil }
    // Marks of fields and everything else that is no character mean nothing within the instruction.
    return FieldCode.shown(String(decoding: instruction.filter { $0 >= 0x20 }, as: UTF16.self))
  }

  /// The form field whose instruction stands at some positions, and whose data hangs on a character of it.
  private mutating func formField(_ code: Range<Int>) -> FormField? {
    guard let position = code.first(where: { reader.text.units[$0] == 0x01 }),
      let offset = reader.formatting.characters(at: position, hint: &hint).properties.dataOffset
    else { return nil }
    return FormField(reader.data, at: offset)
  }

  /// Collects a character of a font of signs as what it shows.
  private mutating func append(_ symbol: CharacterProperties.Symbol?) {
    guard let symbol else { return }
    if let scalar = reader.fonts[symbol.font]?.scalar(UInt32(symbol.code)) {
      text.append(scalar)
    } else {
      text.append(unit: symbol.code)
    }
  }

  private mutating func append(_ positions: Range<Int>, _ properties: CharacterProperties) {
    let units = reader.text.units
    var position = positions.lowerBound
    while position < positions.upperBound {
      let start = position
      while position < positions.upperBound, isPlain(units[position]) { position += 1 }
      text.append(units: units.span.extracting(start..<position))
      guard position < positions.upperBound else { return }
      append(units[position], at: position, properties)
      position += 1
    }
  }

  /// Collects a unit that may stand for something else.
  private mutating func append(_ unit: UInt16, at position: Int, _ properties: CharacterProperties) {
    switch unit {
    case 0x28 where properties.isSpecial && properties.symbol != nil: append(properties.symbol)
    case 0xF020...0xF0FF: append(CharacterProperties.Symbol(font: properties.font ?? -1, code: unit))
    case 0x09, 0x20...0xFFFF: text.append(unit: unit)
    case 0x0A, 0x0B, pageBreak, 0x0E: text.append(unit: 0x0A)
    case 0x1E: text.append(unit: 0x2011)
    case 0x01 where properties.isSpecial && !properties.isData:
      let place = Place.element(ElementPath("pictures/position[\(position)]"))
      followers.append(.figure(Figure(origin: Origin(place, .stated))))
    default: break
    }
  }
}

/// Whether a unit is what it shows, whatever its properties.
private func isPlain(_ unit: UInt16) -> Bool {
  unit >= 0x20 && unit != 0x28 && unit & 0xFF00 != 0xF000
}

/// What instructions of fields begin with that are looked at.
private enum FieldName {
  static let form = Array("FORM".utf16)
  /// The editor of Word 97 to 2003 and the one that it was made from write `Equation.2`, `Equation.3`, `Equation.DSMT4`.
  static let equationObject = Array("EMBED Equation".utf16)
}

/// Characters that stand for something ([MS-DOC] 2.4.2, 2.4.3).
private let cellMark: UInt16 = 0x07
private let pageBreak: UInt16 = 0x0C
private let paragraphMark: UInt16 = 0x0D
private let fieldSeparator: UInt16 = 0x14
private let fieldEnd: UInt16 = 0x15
