internal import ConverterCore

/// Gives the faithful tree its meaning: styles become headings, numbering becomes labels, merges become spans, tracked changes
/// are taken or left, notes stand behind the block that refers to them.
struct BodyConversion {
  let options: WordOptions
  let limits: Limits
  private let styles: WordStyles
  private let styleIDs: [String]
  private let numbering: WordNumbering
  private let notes: WordNotes
  /// The texts of diagrams and charts by the names of their parts.
  private let graphics: [String: [WordBlock]]
  private(set) var documents: EmbeddedDocuments
  private var lists = ListCounters()
  private var meanings: [Int32: WordStyles.Meaning] = [:]
  private var uses: [Int: ListUse?] = [:]
  private let sections: [SectionNotes]
  /// The section that the main story has come to.
  private var section = 0
  private var noteCounts: [NoteReference.Kind: Int] = [:]
  private var placedNotes: Set<NoteReference> = []
  private var depth = 0
  var cellCount = 0
  var inlines: InlineReading

  /// Embedded content that is not read, in order of appearance.
  private(set) var objects: [EmbeddedObject] = []

  /// What is to be told of documents that stand in the text, in order of appearance.
  private(set) var told: [Finding] = []

  /// Cells that a merged cell covers and that had text.
  var coveredTextCount = 0

  /// Notes and comments that the text refers to and that are not in the file.
  private(set) var missingNoteCount = 0

  /// Whether notes were numbered through that each page counts anew.
  private(set) var hasNotesByPage = false

  /// Whether something was nested deeper than the limit and left out.
  private(set) var isCutByDepth = false

  /// The text of paragraphs that Word would show as the title: styled so, or centred at the head.
  private(set) var title = TitleSearch()

  init(
    _ options: WordOptions, _ limits: Limits, styles: WordStyles, styleIDs: [String], numbering: WordNumbering,
    notes: WordNotes, sections: [SectionNotes], graphics: [String: [WordBlock]], documents: EmbeddedDocuments,
    equationOmissions: (changed: Int, hidden: Int)
  ) {
    self.graphics = graphics
    self.documents = documents
    self.sections = sections
    self.options = options
    self.limits = limits
    self.styles = styles
    self.styleIDs = styleIDs
    self.numbering = numbering
    self.notes = notes
    inlines = InlineReading(options, styles, styleIDs: styleIDs)
    inlines.add(equationOmissions)
  }
}

extension BodyConversion {
  /// The blocks of a story.
  ///
  /// - Throws: ``ReadingError`` where tables have more grid positions than granted.
  mutating func blocks(of story: [WordBlock], at place: ElementPath? = nil) throws(ReadingError) -> [Block] {
    guard depth < limits.depth else {
      isCutByDepth = true
      return []
    }
    depth += 1
    let outer = inlines.enter(story)
    defer {
      depth -= 1
      inlines.leave(to: outer)
    }
    var blocks: [Block] = []
    // The last of the paragraphs that are joined to the next one, with the pieces of all of them.
    var joined: WordParagraph?
    for block in story {
      switch block {
      case .paragraph(var paragraph):
        if var first = joined.take() {
          // Appended to what came before: thousands of deleted paragraphs in a row are each moved once.
          first.inlines += paragraph.inlines
          paragraph.inlines = first.inlines
          if first.format.endsSection { endSection() }
        }
        if endsParagraph(paragraph.format) {
          try append(paragraph, to: &blocks, at: place)
        } else {
          joined = paragraph
        }
      case .table(let table):
        if let last = joined.take() { try append(last, to: &blocks, at: place) }
        if let converted = try self.table(table) {
          blocks.append(naming: converted)
        }
        title.end()
      case .altChunk(let part, let path):
        if let last = joined.take() { try append(last, to: &blocks, at: place) }
        blocks += embedded(part, at: path)
      }
    }
    if let last = joined { try append(last, to: &blocks, at: place) }
    return blocks
  }

  /// The blocks of a document that stands in the text; none where it cannot be read, which is told.
  private mutating func embedded(_ part: String, at path: String) -> [Block] {
    var inner = limits
    inner.depth -= depth
    switch documents.document(part, within: inner) {
    case .read(let document):
      told += document.findings
      return document.blocks
    case .missing: told.append(.docxChunkMissing(path))
    case .otherFormat: told.append(.docxChunkSkipped(part, path))
    case .tooMany: told.append(.docxChunksCut(EmbeddedDocuments.mostDocuments, path))
    case nil: break
    case .unreadable(let error): told.append(.docxUnreadablePart(part, error))
    }
    return []
  }

  /// Whether the mark of a paragraph is seen, so that the next paragraph begins a line of its own. A hidden mark behind a
  /// heading or number joins lines only on the page; what they are stays apart. The large first letter of a paragraph is part of it.
  private mutating func endsParagraph(_ format: ParagraphFormat) -> Bool {
    if format.isDropCap { return false }
    guard inlines.isThere(format.mark.revision) else { return false }
    guard format.mark.isHidden == true, !options.includesHiddenText else { return true }
    let meaning = meaning(of: format.style)
    return format.outlineLevel ?? 9 < 9 || meaning.outlineLevel != nil || meaning.isTitle
      || format.numberingID ?? 0 != 0 || meaning.numberingID != nil
  }

  /// Whether an empty paragraph is there for the reader: one whose mark is deleted or hidden takes no number of its list.
  private func hasSeenMark(_ format: ParagraphFormat, _ meaning: WordStyles.Meaning) -> Bool {
    inlines.isThere(format.mark.revision)
      && (options.includesHiddenText || !(format.mark.isHidden ?? meaning.isHidden))
  }

  private mutating func append(
    _ paragraph: WordParagraph, to blocks: inout [Block], at place: ElementPath?
  ) throws(ReadingError) {
    let meaning = meaning(of: paragraph.format.style)
    let content = inlines.content(of: paragraph, isHidden: meaning.isHidden)
    let origin = Origin(.element(place ?? ElementPath(paragraph.path)), .stated)
    let isSeen = content.text.hasInk || hasSeenMark(paragraph.format, meaning)
    let list = isSeen ? list(of: paragraph.format, meaning) : nil
    if content.text.hasInk || list?.label != nil {
      let text = TextJoining.trimmed(content.text)
      blocks.append(block(text, paragraph.format, meaning, list, origin))
      if depth == 1 { title.note(text, isTitle: meaning.isTitle, isCentered: paragraph.format.isCentered == true) }
    }
    try appendDrawings(content.drawings, to: &blocks, origin)
    for (reference, mark) in content.notes {
      if mark == .rangeEnd, notes.isReferredTo(reference) { continue }
      try append(reference, mark, to: &blocks, origin)
    }
    if paragraph.format.endsSection { endSection() }
  }

  /// Goes on to the next section, in which notes may count from the start again.
  private mutating func endSection() {
    section += 1
    guard sections.indices.contains(section) else { return }
    for (kind, rule) in sections[section].rules where rule.restarts { noteCounts[kind] = nil }
  }

  private func block(
    _ text: String, _ format: ParagraphFormat, _ meaning: WordStyles.Meaning, _ list: (label: String?, level: Int)?,
    _ origin: Origin
  ) -> Block {
    let outline = format.outlineLevel.map(Int.init) ?? meaning.outlineLevel
    if let outline, outline < 9 {
      return .heading(Heading(level: outline + 1, label: list?.label, text: text, origin: origin))
    }
    if meaning.isTitle { return .heading(Heading(level: 1, label: list?.label, text: text, origin: origin)) }
    if let list { return .listItem(ListItem(label: list.label, level: list.level, text: text, origin: origin)) }
    return .paragraph(Paragraph(text: text, origin: origin))
  }

  private mutating func meaning(of style: Int32?) -> WordStyles.Meaning {
    if let known = meanings[style ?? -1] { return known }
    let id = style.flatMap { styleIDs.indices.contains(Int($0)) ? styleIDs[Int($0)] : nil }
    let meaning = styles.meaning(of: id)
    meanings[style ?? -1] = meaning
    return meaning
  }

  /// What a cell with one paragraph of plain text says; `nil` where its style hides the text.
  mutating func line(_ text: String, _ format: ParagraphFormat) -> CellContent? {
    let meaning = meaning(of: format.style)
    guard !meaning.isHidden, text.hasInk || hasSeenMark(format, meaning) else { return nil }
    return CellContent(label: list(of: format, meaning)?.label, text: TextJoining.trimmed(text))
  }

  /// The label and level of a numbered paragraph.
  private mutating func list(
    of format: ParagraphFormat, _ meaning: WordStyles.Meaning
  ) -> (label: String?, level: Int)? {
    guard let number = format.numberingID.map(Int.init) ?? meaning.numberingID else { return nil }
    let use: ListUse?
    if let known = uses[number] {
      use = known
    } else {
      use = numbering.use(number)
      uses[number] = use
    }
    guard let use else { return nil }
    let level = format.numberingLevel.map(Int.init) ?? meaning.numberingLevel ?? 0
    return (lists.label(of: use, number: number, level: level), level)
  }
}

extension BodyConversion {
  private mutating func appendDrawings(
    _ drawings: [WordDrawing], to blocks: inout [Block], _ origin: Origin
  ) throws(ReadingError) {
    for drawing in drawings {
      if drawing.hasPicture || !drawing.description.isEmpty && drawing.textBoxes.isEmpty {
        blocks.append(.figure(Figure(text: drawing.description, origin: origin)))
      }
      var stories = drawing.textBoxes
      for object in drawing.objects {
        if let part = object.graphic, let story = graphics[part] {
          stories.append(story)
        } else {
          objects.append(object)
        }
      }
      for story in stories {
        let inner = try self.blocks(of: story, at: Self.element(origin))
        if !inner.isEmpty { blocks.append(.aside(Aside(role: .textBox, blocks: inner, origin: origin))) }
      }
    }
  }

  private mutating func append(
    _ reference: NoteReference, _ mark: NoteMark, to blocks: inout [Block], _ origin: Origin
  ) throws(ReadingError) {
    // A note stands where it is first referred to: notes that refer to one another would never end.
    guard placedNotes.insert(reference).inserted else { return }
    guard let story = notes.story(of: reference) else {
      missingNoteCount += 1
      return
    }
    let rule = sections.indices.contains(section) ? sections[section].rules[reference.kind] : nil
    let number = mark == .own ? nil : countNote(reference.kind, by: rule)
    if rule?.restartsOnPages == true { hasNotesByPage = true }
    let inner = try self.blocks(of: story)
    guard !inner.isEmpty else { return }
    let (role, label): (Aside.Role, String?) =
      switch reference.kind {
      case .footnote: (.footnote, number.map { ListNumber.text($0, format: rule?.format ?? 0) })
      case .endnote: (.endnote, number.map { ListNumber.text($0, format: rule?.format ?? 2) })
      case .comment: (.comment, nil)
      }
    blocks.append(.aside(Aside(role: role, label: label, blocks: inner, origin: origin)))
  }

  /// The number of the next note of a kind.
  private mutating func countNote(_ kind: NoteReference.Kind, by rule: SectionNotes.Rule?) -> Int {
    let number = (noteCounts[kind] ?? (rule?.start ?? 1) - 1) + 1
    noteCounts[kind] = number
    return number
  }

  /// How many notes and comments with text nothing in the text means.
  var unreferencedNoteCount: Int { notes.unreferencedCount(besides: placedNotes) }

  private static func element(_ origin: Origin) -> ElementPath? {
    guard case .element(let path) = origin.place else { return nil }
    return path
  }
}
