/// The table modes (HTML standard, sections 13.2.6.4.9 to 13.2.6.4.15).
extension TreeBuilder {
  mutating func startInTable(_ tag: Tag) {
    switch tag.name {
    case .caption:
      pop(until: ElementName.isTable)
      addMarker()
      insert(tag)
      mode = .inCaption
    case .colgroup:
      pop(until: ElementName.isTable)
      insert(tag)
      mode = .inColumnGroup
    case .col:
      pop(until: ElementName.isTable)
      insertImplied(.colgroup)
      mode = .inColumnGroup
      startInColumnGroup(tag)
    case .tbody, .tfoot, .thead:
      pop(until: ElementName.isTable)
      insert(tag)
      mode = .inTableBody
    case .td, .th, .tr:
      pop(until: ElementName.isTable)
      insertImplied(.tbody)
      mode = .inTableBody
      startInTableBody(tag)
    case .table:
      guard isInTableScope(.table) else { return }
      pop(through: .table)
      resetMode()
      start(tag)
    case .style, .script, .template: _ = startMetadata(tag)
    case .form:
      // A form around rows: its start and end tags stand between parts of the table, where it can hold nothing.
      guard form < 0 else { return }
      form = insertEmpty(.form, tag.attributes)
    default: fostering { $0.startInBody(tag) }
    }
  }

  mutating func endInTable(_ tag: Tag) {
    switch tag.name {
    case .table:
      guard isInTableScope(.table) else { return }
      pop(through: .table)
      resetMode()
    case .body, .caption, .col, .colgroup, .html, .tbody, .td, .tfoot, .th, .thead, .tr, .template: break
    default: fostering { $0.endInBody(tag) }
    }
  }

  // MARK: Captions and columns

  mutating func startInCaption(_ tag: Tag) {
    switch tag.name {
    case .caption, .col, .colgroup, .tbody, .td, .tfoot, .th, .thead, .tr:
      if endCaption() { start(tag) }
    default: startInBody(tag)
    }
  }

  mutating func endInCaption(_ tag: Tag) {
    switch tag.name {
    case .caption: _ = endCaption()
    case .table: if endCaption() { end(tag) }
    case .body, .col, .colgroup, .html, .tbody, .td, .tfoot, .th, .thead, .tr: break
    default: endInBody(tag)
    }
  }

  private mutating func endCaption() -> Bool {
    guard isInTableScope(.caption) else { return false }
    pop(through: .caption)
    clearToMarker()
    mode = .inTable
    return true
  }

  mutating func startInColumnGroup(_ tag: Tag) {
    switch tag.name {
    case .col: insertEmpty(.col, tag.attributes)
    case .html, .template: break
    default:
      endColumnGroup()
      start(tag)
    }
  }

  mutating func endInColumnGroup(_ tag: Tag) {
    switch tag.name {
    case .col: break
    case .colgroup: endColumnGroup()
    default:
      endColumnGroup()
      end(tag)
    }
  }

  mutating func endColumnGroup() {
    if current.name == .colgroup { pop() }
    mode = .inTable
  }

  // MARK: Groups of rows

  mutating func startInTableBody(_ tag: Tag) {
    switch tag.name {
    case .tr:
      pop(until: ElementName.isRowGroup)
      insert(tag)
      mode = .inRow
    case .th, .td:
      pop(until: ElementName.isRowGroup)
      insertImplied(.tr)
      mode = .inRow
      startInRow(tag)
    case .caption, .col, .colgroup, .tbody, .tfoot, .thead: if endRowGroup() { start(tag) }
    default: startInTable(tag)
    }
  }

  mutating func endInTableBody(_ tag: Tag) {
    switch tag.name {
    case .tbody, .tfoot, .thead:
      guard isInTableScope(tag.name) else { return }
      pop(until: ElementName.isRowGroup)
      pop()
      mode = .inTable
    case .table: if endRowGroup() { end(tag) }
    case .body, .caption, .col, .colgroup, .html, .td, .th, .tr: break
    default: endInTable(tag)
    }
  }

  private mutating func endRowGroup() -> Bool {
    guard isInTableScope(.tbody) || isInTableScope(.thead) || isInTableScope(.tfoot) else { return false }
    pop(until: ElementName.isRowGroup)
    pop()
    mode = .inTable
    return true
  }

  // MARK: Rows

  mutating func startInRow(_ tag: Tag) {
    switch tag.name {
    case .th, .td:
      pop(until: ElementName.isRow)
      insert(tag)
      mode = .inCell
      addMarker()
    case .caption, .col, .colgroup, .tbody, .tfoot, .thead, .tr: if endRow() { start(tag) }
    default: startInTable(tag)
    }
  }

  mutating func endInRow(_ tag: Tag) {
    switch tag.name {
    case .tr: _ = endRow()
    case .table: if endRow() { end(tag) }
    case .tbody, .tfoot, .thead: if isInTableScope(tag.name), endRow() { end(tag) }
    case .body, .caption, .col, .colgroup, .html, .td, .th: break
    default: endInTable(tag)
    }
  }

  private mutating func endRow() -> Bool {
    guard isInTableScope(.tr) else { return false }
    pop(until: ElementName.isRow)
    pop()
    mode = .inTableBody
    return true
  }

  // MARK: Cells

  mutating func startInCell(_ tag: Tag) {
    switch tag.name {
    case .caption, .col, .colgroup, .tbody, .td, .tfoot, .th, .thead, .tr: if endCell() { start(tag) }
    default: startInBody(tag)
    }
  }

  mutating func endInCell(_ tag: Tag) {
    switch tag.name {
    case .td, .th:
      guard isInTableScope(tag.name) else { return }
      endImplied()
      pop(through: tag.name)
      clearToMarker()
      mode = .inRow
    case .table, .tbody, .tfoot, .thead, .tr: if isInTableScope(tag.name), endCell() { end(tag) }
    case .body, .caption, .col, .colgroup, .html: break
    default: endInBody(tag)
    }
  }

  private mutating func endCell() -> Bool {
    guard isInTableScope(.td) || isInTableScope(.th) else { return false }
    endImplied()
    pop { $0 == .td || $0 == .th }
    pop()
    clearToMarker()
    mode = .inRow
    return true
  }
}

extension ElementName {
  /// The table context.
  fileprivate static func isTable(_ name: ElementName) -> Bool { name == .table }

  /// The table body context.
  fileprivate static func isRowGroup(_ name: ElementName) -> Bool {
    name == .tbody || name == .tfoot || name == .thead
  }

  /// The table row context.
  fileprivate static func isRow(_ name: ElementName) -> Bool { name == .tr }
}
