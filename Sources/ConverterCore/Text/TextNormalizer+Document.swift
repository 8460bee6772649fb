extension TextNormalizer {
  /// The document with all its texts normalized. Headings, paragraphs, list items and cells whose text changed keep it in
  /// `original`, unless an earlier change has.
  public func normalized(_ document: Document) -> Document {
    var document = document
    document.metadata.title = document.metadata.title.map(normalized)
    document.metadata.author = document.metadata.author.map(normalized)
    document.blocks = document.blocks.map(normalized)
    return document
  }

  private func normalized(_ block: Block) -> Block {
    switch block {
    case .heading(var heading):
      heading.label = heading.label.map(normalized)
      normalize(&heading.text, keeping: &heading.original)
      return .heading(heading)
    case .paragraph(var paragraph):
      normalize(&paragraph.text, keeping: &paragraph.original)
      return .paragraph(paragraph)
    case .listItem(var item):
      item.label = item.label.map(normalized)
      normalize(&item.text, keeping: &item.original)
      return .listItem(item)
    case .table(let table):
      return .table(normalized(table))
    case .figure(var figure):
      figure.text = normalized(figure.text)
      return .figure(figure)
    case .aside(var aside):
      aside.label = aside.label.map(normalized)
      aside.blocks = aside.blocks.map(normalized)
      return .aside(aside)
    }
  }

  private func normalized(_ table: Table) -> Table {
    var table = table.mapCells { cell in
      cell.label = cell.label.map(normalized)
      normalize(&cell.text, keeping: &cell.original)
      if !cell.blocks.isEmpty { cell.blocks = cell.blocks.map(normalized) }
    }
    table.caption = table.caption.map(normalized)
    table.unit = table.unit.map(normalized)
    return table
  }

  private func normalize(_ text: inout String, keeping original: inout String?) {
    let clean = normalized(text)
    // Strings that differ only in composition are equal to Swift; bytes are what counts here.
    guard !clean.utf8.elementsEqual(text.utf8) else { return }
    original = original ?? text
    text = clean
  }
}
