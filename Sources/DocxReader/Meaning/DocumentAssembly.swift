internal import ConverterCore
internal import FoundationEssentials
internal import Markup

/// Puts a document together from the parts of its package.
struct DocumentAssembly {
  private let package: WordPackage
  private let source: Source
  private let options: WordOptions
  private let limits: Limits

  init(_ package: WordPackage, source: Source, options: WordOptions, limits: Limits) {
    self.package = package
    self.source = source
    self.options = options
    self.limits = limits
  }

  /// - Throws: ``ReadingError`` where the main part is missing or nothing of it can be read.
  func document() throws(ReadingError) -> Document {
    try assembled(level: 0, granted: EmbeddedDocuments.mostDocuments).document
  }

  /// The document, and at how many places others stand in it.
  ///
  /// - Parameters:
  ///   - level: how many documents this one lies in.
  ///   - granted: at how many places others may stand in it.
  /// - Throws: ``ReadingError`` where the main part is missing or nothing of it can be read.
  func assembled(level: Int, granted: Int) throws(ReadingError) -> (document: Document, embedded: Int) {
    guard let mainPart = package.mainPart, let cursor = try package.cursor(mainPart) else {
      throw ReadingError(.damaged(format: "docx", detail: "its main document part is missing"))
    }
    let relationships = package.mainRelationships
    var findings: [Finding] = package.isRecovered ? [.docxRecovered] : []
    findings += package.duplicates.map(Finding.docxDuplicatePart)
    findings += [package.relationships.trouble, relationships.trouble].compactMap(\.self)
    findings += package.missingParts(of: relationships).map(Finding.docxMissingPart)

    var parser = WordParser(cursor, styles: StyleNames(), relationships: relationships, options: options)
    let story = body(&parser, named: mainPart)
    if let failure = parser.cursor.failure {
      guard !story.isEmpty else { throw ReadingError(failure) }
      findings.append(.docxBroken(mainPart, failure))
    }
    let notes = self.notes(relationships, &parser, &findings)
    let running = options.includesHeaders ? runningHeads(relationships, &parser, &findings) : []
    findings += parser.unknown.map(Finding.docxUnknownElement)

    let styles = self.styles(relationships, &findings)
    let standard = documentNotes(relationships)
    let sections = (parser.sections.isEmpty ? [SectionNotes()] : parser.sections).map { $0.with(standard) }
    var conversion = BodyConversion(
      options, limits, styles: styles, styleIDs: parser.styles.ids,
      numbering: numbering(relationships, &findings), notes: notes, sections: sections,
      graphics: graphics(package.relationshipsOfStories(relationships), &findings),
      documents: EmbeddedDocuments(package, in: source, options, level: level, granted: granted),
      equationOmissions: parser.equationOmissions)
    var document = Document(blocks: try conversion.blocks(of: story))
    for (role, story, part) in running {
      let blocks = try conversion.blocks(of: story)
      guard !blocks.isEmpty else { continue }
      let origin = Origin(.element(ElementPath(part)), .stated)
      document.blocks.append(.aside(Aside(role: role, blocks: blocks, origin: origin)))
    }
    document.findings = findings + self.findings(of: conversion) + conversion.told
    if level == 0, let told = Finding.attachments(package.attachmentNames(relationships, within: limits), of: "docx") {
      document.findings.append(told)
    }
    document.metadata = DocumentProperties(package).metadata
    if document.metadata.title == nil { document.metadata.title = conversion.title.title }
    if document.metadata.language == nil {
      document.metadata.language = styles.languages.language(of: document.blocks)
    }
    return (document, conversion.documents.count)
  }

  private func body(_ parser: inout WordParser, named part: String) -> [WordBlock] {
    var story: [WordBlock] = []
    let root = parser.cursor.scope
    while let name = parser.cursor.child(of: root) {
      guard name == .document || name == .glossaryDocument else { continue }
      let scope = parser.cursor.scope
      while let name = parser.cursor.child(of: scope) {
        switch name {
        case .body: parser.appendBlocks(to: &story, at: ElementPath("\(part)/body"))
        case .sectionProperties: parser.section()
        // Parts of their own in Word 2003 XML.
        case .styles, .numbering, .settings: break
        default: parser.noteStray()
        }
      }
    }
    return story
  }
}

extension DocumentAssembly {
  private func part(_ kind: String, _ relationships: Relationships) -> String? {
    relationships.parts(kind).first(where: package.has)
  }

  private func styles(_ relationships: Relationships, _ findings: inout [Finding]) -> WordStyles {
    guard let part = part("styles", relationships) else { return WordStyles() }
    do throws(ReadingError) {
      guard let cursor = try package.cursor(part) else { return WordStyles() }
      return WordStyles(cursor)
    } catch {
      findings.append(.docxUnreadablePart(part, error))
      return WordStyles()
    }
  }

  private func numbering(_ relationships: Relationships, _ findings: inout [Finding]) -> WordNumbering {
    guard let part = part("numbering", relationships) else { return WordNumbering() }
    do throws(ReadingError) {
      guard let cursor = try package.cursor(part) else { return WordNumbering() }
      return WordNumbering(cursor)
    } catch {
      findings.append(.docxUnreadablePart(part, error))
      return WordNumbering()
    }
  }

  /// The texts of diagrams and charts by the names of their parts; those without text are left out.
  private func graphics(
    _ relationships: [Relationships], _ findings: inout [Finding]
  ) -> [String: [WordBlock]] {
    // A part is read once, however many relationships lead to it.
    var stories: [String: [WordBlock]] = [:]
    for relationship in relationships.flatMap(\.all) where !relationship.isExternal {
      let part = relationship.target
      let isChart = relationship.kind == "chart"
      guard isChart || relationship.kind == "diagramData", stories[part] == nil else { continue }
      do throws(ReadingError) {
        guard let cursor = try package.cursor(part) else { continue }
        stories[part] = isChart ? WordChart(cursor, named: part).story : WordDiagram(cursor, named: part).story
        if isChart, stories[part]?.isEmpty == true { stories[part] = nil }
      } catch {
        findings.append(.docxUnreadablePart(part, error))
      }
    }
    return stories
  }

  /// How the whole document counts its notes; the part is optional, and nothing else in it is needed.
  private func documentNotes(_ relationships: Relationships) -> SectionNotes {
    guard let part = part("settings", relationships), let opened = try? package.cursor(part) else {
      return SectionNotes()
    }
    var parser = WordParser(opened, styles: StyleNames())
    let root = parser.cursor.scope
    while let name = parser.cursor.child(of: root) {
      if name == .settings { return parser.sectionNotes() }
    }
    return SectionNotes()
  }

  private func notes(
    _ relationships: Relationships, _ parser: inout WordParser, _ findings: inout [Finding]
  ) -> WordNotes {
    var notes = WordNotes()
    for (kind, name) in [(NoteReference.Kind.footnote, "footnotes"), (.endnote, "endnotes"), (.comment, "comments")] {
      guard let part = part(name, relationships) else { continue }
      read(part, &parser, &findings) { notes.add(kind, &$0, named: part) }
    }
    for note in parser.inlineNotes { notes.add(note.reference, note.story) }
    notes.references = parser.references
    return notes
  }

  private func runningHeads(
    _ relationships: Relationships, _ parser: inout WordParser, _ findings: inout [Finding]
  ) -> [(Aside.Role, [WordBlock], String)] {
    var heads = parser.inlineHeads.map { ($0.role, $0.story, $0.place) }
    for relationship in relationships.all where !relationship.isExternal {
      guard relationship.kind == "header" || relationship.kind == "footer" else { continue }
      let part = relationship.target
      read(part, &parser, &findings) { parser in
        let root = parser.cursor.scope
        while let name = parser.cursor.child(of: root) {
          guard name == .header || name == .footer else { continue }
          let role: Aside.Role = name == .header ? .header : .footer
          heads.append((role, parser.blocks(at: ElementPath(part)), part))
        }
      }
    }
    return heads
  }

  /// Reads another part by a parser that shares the names of styles.
  private func read(
    _ part: String, _ parser: inout WordParser, _ findings: inout [Finding], _ body: (inout WordParser) -> Void
  ) {
    do throws(ReadingError) {
      guard let cursor = try package.cursor(part) else { return }
      let relationships = package.relationships(of: part)
      if let trouble = relationships.trouble { findings.append(trouble) }
      var other = WordParser(cursor, styles: parser.styles, relationships: relationships, options: options)
      body(&other)
      parser.styles = other.styles
      parser.references.formUnion(other.references)
      parser.equationOmissions.changed += other.equationOmissions.changed
      parser.equationOmissions.hidden += other.equationOmissions.hidden
      parser.unknown += other.unknown.filter { !parser.unknown.contains($0) }
      if let failure = other.cursor.failure { findings.append(.docxBroken(part, failure)) }
    } catch {
      findings.append(.docxUnreadablePart(part, error))
    }
  }

  private func findings(of conversion: BodyConversion) -> [Finding] {
    var findings: [Finding] = []
    if conversion.inlines.deletedCount > 0 {
      findings.append(.changesLeftOut(conversion.inlines.deletedCount, options.changes, of: "docx"))
    }
    if conversion.inlines.hiddenCount > 0 {
      findings.append(.hiddenTextSkipped(conversion.inlines.hiddenCount, of: "docx"))
    }
    if conversion.inlines.unendedCount > 0 { findings.append(.docxUnendedFields(conversion.inlines.unendedCount)) }
    if conversion.coveredTextCount > 0 { findings.append(.coveredText(conversion.coveredTextCount, of: "docx")) }
    if conversion.hasNotesByPage { findings.append(.docxNotesByPage) }
    if conversion.missingNoteCount > 0 { findings.append(.docxMissingNotes(conversion.missingNoteCount)) }
    let unreferenced = conversion.unreferencedNoteCount
    if unreferenced > 0 { findings.append(.docxUnreferencedNotes(unreferenced)) }
    if conversion.isCutByDepth { findings.append(.docxTooDeep(limits.depth)) }
    return findings + conversion.objects.map(Finding.docxObject)
  }
}

extension ReadingError {
  /// Why nothing of a part could be read.
  init(_ failure: XMLFailure) {
    switch failure {
    case .source(let error): self = error
    case .malformed(let line, let detail):
      self.init(.damaged(format: "docx", detail: "its main part is no well-formed XML, line \(line): \(detail)"))
    case .documentType:
      self.init(.damaged(format: "docx", detail: "its main part declares a document type, which no Word file does"))
    case .illegibleText(let line):
      self.init(.damaged(format: "docx", detail: "its main part is no legible text, line \(line)"))
    case .tooDeep(let limit):
      self.init(.limit(name: "depth", asked: limit + 1, granted: limit))
    }
  }
}
