/// The modes up to the body (HTML standard, sections 13.2.6.4.1 to 13.2.6.4.6), and framesets.
extension TreeBuilder {
  mutating func startBeforeHead(_ tag: Tag) {
    switch tag.name {
    case .html: takeRootAttributes(tag)
    case .head:
      insert(tag)
      mode = .inHead
    default:
      insertImplied(.head)
      mode = .inHead
      startInHead(tag)
    }
  }

  mutating func startInHead(_ tag: Tag) {
    switch tag.name {
    case .html: takeRootAttributes(tag)
    case .head: break
    default:
      if !startMetadata(tag) {
        endHead()
        startAfterHead(tag)
      }
    }
  }

  mutating func startAfterHead(_ tag: Tag) {
    switch tag.name {
    case .html: takeRootAttributes(tag)
    case .head: break
    case .body:
      insert(tag)
      mode = .inBody
    case .frameset:
      insert(tag)
      mode = .inFrameset
    default:
      if !startMetadata(tag) {
        openBody()
        startInBody(tag)
      }
    }
  }

  mutating func endInHead(_ tag: Tag) {
    switch tag.name {
    case .head: endHead()
    case .body, .html, .br: endAroundHead(tag)
    default: break
    }
  }

  /// End tags before the body: all but those that imply it mean nothing.
  mutating func endAroundHead(_ tag: Tag) {
    switch tag.name {
    case .body, .html: openBody()
    case .br:
      openBody()
      endInBody(tag)
    default: break
    }
  }

  /// Opens the body that the page leaves out.
  mutating func openBody() {
    endHead()
    insertImplied(.body)
    mode = .inBody
  }

  /// Elements that tell about the page, wherever they stand.
  ///
  /// - Returns: false for all other elements.
  mutating func startMetadata(_ tag: Tag) -> Bool {
    switch tag.name {
    case .base, .link, .meta: insertEmpty(tag.name, tag.attributes)
    case .noframes, .noscript, .script, .style, .title: insertRawText(tag)
    case .template: skipTemplate()
    default: return false
    }
    return true
  }

  mutating func startInFrameset(_ tag: Tag) {
    switch tag.name {
    case .frameset: insert(tag)
    case .frame: insertEmpty(tag.name, tag.attributes)
    case .noframes: insertRawText(tag)
    default: break
    }
  }

  mutating func endInFrameset(_ tag: Tag) {
    if tag.name == .frameset, current.name == .frameset { pop() }
  }

  private mutating func endHead() {
    if current.name == .head { pop() }
    mode = .afterHead
  }

  private mutating func takeRootAttributes(_ tag: Tag) {
    if !tag.attributes.isEmpty, tree.nodes[0].contents.isEmpty { tree.setContents(tag.attributes, of: 0) }
  }
}
