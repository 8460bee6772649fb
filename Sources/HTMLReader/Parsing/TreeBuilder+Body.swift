/// The body (HTML standard, section 13.2.6.4.7) and `select`.
extension TreeBuilder {
  mutating func textInBody(_ range: Range<Int32>) {
    reopenFormatting()
    insertText(range)
  }

  mutating func startInBody(_ tag: Tag) {
    switch tag.name {
    case .html, .body, .frameset, .frame, .head, .caption, .col, .colgroup, .tbody, .td, .tfoot, .th, .thead, .tr:
      break
    case .base, .link, .meta, .noframes, .noscript, .script, .style, .template, .title: _ = startMetadata(tag)
    case .address, .article, .aside, .blockquote, .center, .details, .dialog, .dir, .div, .dl, .fieldset, .figcaption,
      .figure, .footer, .header, .hgroup, .listing, .main, .menu, .nav, .ol, .p, .pre, .search, .section, .summary, .ul:
      endParagraph()
      insert(tag)
    case .h1, .h2, .h3, .h4, .h5, .h6:
      endParagraph()
      if current.name.headingLevel != nil { pop() }
      insert(tag)
    case .form:
      guard form < 0 else { return }
      endParagraph()
      form = insert(tag)
    case .li: startItem(tag) { $0 == .li }
    case .dd, .dt: startItem(tag) { $0 == .dd || $0 == .dt }
    case .plaintext:
      endParagraph()
      let node = insertEmpty(tag.name, tag.attributes)
      tree.append(tree.make(.text, tokenizer.rest()), to: node)
    case .button:
      if isInScope(.button) {
        endImplied()
        pop(through: .button)
      }
      reopenFormatting()
      insert(tag)
    case .a:
      if let index = activeIndex(of: .a) {
        let active = formatting[index].node
        adopt(.a)
        removeActive(active)
        removeOpen(active)
      }
      startFormatting(tag)
    case .nobr:
      reopenFormatting()
      if isInScope(.nobr) { adopt(.nobr) }
      startFormatting(tag)
    case .b, .big, .code, .em, .font, .i, .s, .small, .strike, .strong, .tt, .u: startFormatting(tag)
    case .applet, .marquee, .object:
      reopenFormatting()
      insert(tag)
      addMarker()
    case .table:
      endParagraph()
      // Room for the parts of the table as well; a deeper table is left out, and its cells are text.
      guard open.count + 4 < depthLimit else {
        flattenedCount += 1
        return
      }
      insert(tag)
      mode = .inTable
    case .hr:
      endParagraph()
      insertEmpty(.hr, tag.attributes)
    case .area, .br, .embed, .image, .img, .input, .keygen, .wbr:
      reopenFormatting()
      insertEmpty(tag.name == .image ? .img : tag.name, tag.attributes)
    case .param, .source, .track: insertEmpty(tag.name, tag.attributes)
    case .xmp:
      endParagraph()
      reopenFormatting()
      insertRawText(tag)
    case .iframe:
      _ = tokenizer.rawText(until: .iframe)
      insertEmpty(.iframe, tag.attributes)
    case .textarea, .noembed: insertRawText(tag)
    case .select:
      reopenFormatting()
      insert(tag)
      guard current.name == .select else { return }
      mode = [.inTable, .inCaption, .inTableBody, .inRow, .inCell].contains(mode) ? .inSelectInTable : .inSelect
    case .optgroup, .option:
      if current.name == .option { pop() }
      reopenFormatting()
      insert(tag)
    case .rb, .rtc, .rp, .rt:
      if isInScope(.ruby) { endImplied(except: tag.name == .rb || tag.name == .rtc ? nil : .rtc) }
      insert(tag)
    case .svg:
      reopenFormatting()
      skipDrawing(tag)
    default:
      reopenFormatting()
      insert(tag)
    }
  }

  /// `li`, `dd`, `dt`: an item ends the one before it, unless something but a simple block is open in between.
  private mutating func startItem(_ tag: Tag, ends isItem: (ElementName) -> Bool) {
    for element in open.reversed() {
      if isItem(element.name) {
        endImplied(except: element.name)
        pop(through: element.name)
        break
      }
      if element.name.isSpecial, element.name != .address, element.name != .div, element.name != .p { break }
    }
    endParagraph()
    insert(tag)
  }

  mutating func endInBody(_ tag: Tag) {
    switch tag.name {
    // What follows the end of the body belongs to it all the same, so its end means nothing.
    case .body, .html: break
    case .address, .article, .aside, .blockquote, .button, .center, .details, .dialog, .dir, .div, .dl, .fieldset,
      .figcaption, .figure, .footer, .header, .hgroup, .listing, .main, .menu, .nav, .ol, .pre, .search, .section,
      .summary, .ul:
      guard isInScope(tag.name) else { return }
      endImplied()
      pop(through: tag.name)
    case .form:
      let node = form
      form = -1
      guard node >= 0, isInScope(.form) else { return }
      endImplied()
      removeOpen(node)
    case .p:
      if !isInButtonScope(.p) { insertImplied(.p) }
      endParagraph()
    case .li:
      guard isInListScope(.li) else { return }
      endImplied(except: .li)
      pop(through: .li)
    case .dd, .dt:
      guard isInScope(tag.name) else { return }
      endImplied(except: tag.name)
      pop(through: tag.name)
    case .h1, .h2, .h3, .h4, .h5, .h6:
      guard isHeadingInScope else { return }
      endImplied()
      while open.count > 1, current.name.headingLevel == nil { pop() }
      pop()
    case .a, .b, .big, .code, .em, .font, .i, .nobr, .s, .small, .strike, .strong, .tt, .u: adopt(tag.name)
    case .applet, .marquee, .object:
      guard isInScope(tag.name) else { return }
      endImplied()
      pop(through: tag.name)
      clearToMarker()
    case .br:
      reopenFormatting()
      insertEmpty(.br, 0..<0)
    default: endOther(tag)
    }
  }

  private var isHeadingInScope: Bool {
    for element in open.reversed() {
      if element.name.headingLevel != nil { return true }
      if element.name.endsScope { return false }
    }
    return false
  }

  /// Ends the innermost element of a name, unless a special element is open inside it.
  mutating func endOther(_ tag: Tag) {
    for index in open.indices.reversed() {
      let element = open[index]
      if element.matches(tag) {
        endImplied(except: tag.name)
        while open.count > max(1, index) { pop() }
        return
      }
      if element.name.isSpecial { return }
    }
  }

  /// Takes an element from the middle of the stack; those inside it stay open.
  mutating func removeOpen(_ node: Int32) {
    if let index = open.lastIndex(where: { $0.node == node }), index > 0 { open.remove(at: index) }
  }
}

// MARK: - Select

extension TreeBuilder {
  mutating func startInSelect(_ tag: Tag) {
    switch tag.name {
    case .option, .optgroup:
      if current.name == .option { pop() }
      if tag.name == .optgroup, current.name == .optgroup { pop() }
      insert(tag)
    case .select: endSelect()
    case .input, .keygen, .textarea:
      endSelect()
      start(tag)
    case .script, .template: _ = startMetadata(tag)
    case .caption, .table, .tbody, .tfoot, .thead, .tr, .td, .th:
      guard mode == .inSelectInTable else { return }
      endSelect()
      start(tag)
    default: break
    }
  }

  mutating func endInSelect(_ tag: Tag) {
    switch tag.name {
    case .optgroup:
      if current.name == .option, open.count > 1, open[open.count - 2].name == .optgroup { pop() }
      if current.name == .optgroup { pop() }
    case .option: if current.name == .option { pop() }
    case .select: endSelect()
    case .caption, .table, .tbody, .tfoot, .thead, .tr, .td, .th:
      guard mode == .inSelectInTable, isInTableScope(tag.name) else { return }
      endSelect()
      end(tag)
    default: break
    }
  }

  private mutating func endSelect() {
    pop(through: .select)
    resetMode()
  }
}
