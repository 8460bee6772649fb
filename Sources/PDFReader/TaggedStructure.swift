internal import CPopplerShim
internal import PageLayout

/// The structure tree of a tagged file (ISO 32000-2, 14.7), with its content by page.
struct TaggedStructure {
  /// The elements in document order: an element stands before those in it.
  private let elements: [Element]
  /// The content of each page in document order; index 0 is page 1.
  private let contents: [[Content]]

  /// The tables by the index of their element.
  private let tables: [Int: StatedTable]
  /// By the index of an element that is a row: its table and its number there.
  private let rows: [Int: (table: Int, row: Int)]

  private struct Element {
    var stated: StatedElement
    var rowSpan: Int
    var columnSpan: Int
    /// The index of the element above, or -1; always below the element's own index.
    var parent: Int
  }

  private struct Content {
    var element: Int
    var markedContent: Int32
  }

  /// Copies the shim's tree; `nil` where no element has content.
  init?(_ tree: cvt_structure) {
    let treeElements = unsafe UnsafeBufferPointer(start: tree.elements, count: tree.element_count)
    let treeContents = unsafe UnsafeBufferPointer(start: tree.contents, count: tree.content_count)
    guard !treeContents.isEmpty else { return nil }
    elements = unsafe treeElements.enumerated().map { index, element in
      let stated = unsafe StatedElement(
        role: String(element.role) ?? "", actualText: String(element.actual_text), id: index)
      return unsafe Element(
        stated: stated, rowSpan: max(1, Int(element.row_span)), columnSpan: max(1, Int(element.column_span)),
        parent: Int(element.parent))
    }
    (tables, rows) = Self.tables(in: elements)
    var contents: [[Content]] = []
    unsafe treeContents.forEach { content in
      let page = Int(content.page) - 1
      while contents.count <= page { contents.append([]) }
      contents[page].append(Content(element: Int(content.element), markedContent: content.marked_content))
    }
    self.contents = contents
  }
}

extension TaggedStructure {
  /// The tables among elements, and the place of each row.
  private static func tables(in elements: [Element]) -> (
    tables: [Int: StatedTable], rows: [Int: (table: Int, row: Int)]
  ) {
    var stated: [Int: [[StatedTable.Stated]]] = [:]
    var rows: [Int: (table: Int, row: Int)] = [:]
    // By the index of a table or of a group of its rows: the table. Elements stand before those in them.
    var holder: [Int: Int] = [:]
    for (index, element) in elements.enumerated() {
      switch element.stated.role {
      case "Table":
        holder[index] = index
      case "THead", "TBody", "TFoot", "Sect", "Div", "NonStruct":
        holder[index] = holder[element.parent]
      case "TR":
        guard let table = holder[element.parent] else { continue }
        rows[index] = (table, stated[table]?.count ?? 0)
        stated[table, default: []].append([])
      case "TH", "TD":
        guard let place = rows[element.parent] else { continue }
        stated[place.table]?[place.row].append(
          StatedTable.Stated(id: index, rowSpan: element.rowSpan, columnSpan: element.columnSpan))
      default:
        continue
      }
    }
    return (stated.compactMapValues(StatedTable.init), rows)
  }

  /// The elements that have content on a page, counted from 1, with all that they stand in.
  func structure(ofPage number: Int) -> StatedStructure? {
    guard contents.indices.contains(number - 1), !contents[number - 1].isEmpty else { return nil }
    var onPage: [Int: StatedElement] = [:]
    for content in contents[number - 1] {
      var index = content.element
      while index >= 0, onPage[index] == nil {
        onPage[index] = elements[index].stated
        index = elements[index].parent
      }
      onPage[content.element]?.markedContent.append(content.markedContent)
    }
    var shown: [Int: ClosedRange<Int>] = [:]
    for index in onPage.keys {
      guard let (table, row) = rows[index] else { continue }
      let known = shown[table] ?? row...row
      shown[table] = min(known.lowerBound, row)...max(known.upperBound, row)
    }
    for (table, rows) in shown { onPage[table]?.cells = tables[table]?.cells(in: rows) ?? [] }
    // From the last element to the first each one is complete when it joins the one above.
    var roots: [StatedElement] = []
    for index in onPage.keys.sorted(by: >) {
      guard var element = onPage[index] else { continue }
      element.children.reverse()
      let parent = elements[index].parent
      if onPage[parent] == nil {
        roots.append(element)
      } else {
        onPage[parent]?.children.append(element)
      }
    }
    return StatedStructure(elements: roots.reversed())
  }
}
