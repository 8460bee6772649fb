internal import CPopplerShim
internal import PageLayout

/// The structure tree of a tagged file (ISO 32000-2, 14.7), with its content by page.
struct TaggedStructure {
  /// The elements in document order: an element stands before those in it.
  private let elements: [Element]
  /// The content of each page in document order; index 0 is page 1.
  private let contents: [[Content]]

  private struct Element {
    var stated: StatedElement
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
        role: String(element.role) ?? "", rowSpan: Int(element.row_span), columnSpan: Int(element.column_span),
        actualText: String(element.actual_text), id: index)
      return unsafe Element(stated: stated, parent: Int(element.parent))
    }
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
