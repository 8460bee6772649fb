package import ConverterCore

/// Goes through an XML document element by element, forwards only.
///
/// Code reads like tree code, and memory stays flat:
///
///     let body = cursor.scope
///     while let name = cursor.nextChild(of: body) {
///       switch name { … }          // read the child, or do nothing to skip it with all that is inside
///     }
///
/// The cursor never throws: a document that breaks off ends there, all loops finish, and ``failure`` says why. So the
/// content before a break is kept. Elements are told by the numbers of their names in the vocabulary; attributes outside
/// of the vocabulary are dropped.
package struct XMLCursor: ~Copyable {
  /// Puts the next bytes of the document in place of what is in the array, or leaves it empty at the end.
  package typealias NextChunk = (inout [UInt8]) throws(ReadingError) -> Void

  /// Why reading ended early or what was left out, once it is known; the first reason stays.
  package private(set) var failure: XMLFailure?

  private var parser: XMLParser
  private let nextChunk: NextChunk
  private let depthLimit: Int
  private var chunk: [UInt8]
  private var isAtEnd = false

  /// The next event of the queue.
  private var position = 0
  private var depth = 0

  /// The attributes of the element that was entered last; empty after any further step.
  private var firstAttribute = 0
  private var endAttribute = 0
  private var currentName: UInt16 = 0

  /// Opens a document; the cursor stands before its root element.
  ///
  /// - Parameters:
  ///   - vocabulary: the names to be told apart.
  ///   - depthLimit: elements nested deeper are left out.
  ///   - nextChunk: gives the bytes.
  /// - Throws: ``ReadingError`` of the first chunk, or where memory is out.
  package init(_ vocabulary: XMLVocabulary, depthLimit: Int, nextChunk: @escaping NextChunk) throws(ReadingError) {
    var chunk: [UInt8] = []
    try nextChunk(&chunk)
    let queue = XMLEventQueue(vocabulary, depthLimit: depthLimit)
    guard let parser = XMLParser(queue, encoding: replacementEncoding(forDeclarationIn: chunk)) else {
      throw ReadingError(.unreadable(detail: "memory is out"))
    }
    self.parser = parser
    self.nextChunk = nextChunk
    self.depthLimit = depthLimit
    self.chunk = chunk
    parseChunk()
  }

  /// Opens a document that is in memory.
  package init(_ vocabulary: XMLVocabulary, depthLimit: Int, bytes: [UInt8]) throws(ReadingError) {
    var rest: [UInt8]? = bytes
    try self.init(vocabulary, depthLimit: depthLimit) { chunk in
      chunk = rest.take() ?? []
    }
  }
}

/// An open element: what ``XMLCursor/nextChild(of:)`` iterates.
package struct XMLScope {
  fileprivate let depth: Int
}

extension XMLCursor {
  /// The element that the cursor is in: the one entered last and not left yet, or the document itself.
  package var scope: XMLScope { XMLScope(depth: depth) }

  /// Enters the next child of an open element, leaving whatever is open inside of it.
  ///
  /// - Returns: the number of the child's name, at least the count of the vocabulary's elements for unknown names; `nil`
  ///   at the end of the element, which is then left.
  package mutating func nextChild(of scope: XMLScope) -> Int? {
    guard depth >= scope.depth else { return nil }
    while let event = next() {
      switch event.kind {
      case .start:
        depth += 1
        if depth == scope.depth + 1 {
          enter(event)
          return Int(event.name)
        }
      case .end:
        depth -= 1
        if depth < scope.depth { return nil }
      case .text:
        break
      }
    }
    return nil
  }

  /// Leaves the element that the cursor is in and appends all text directly inside of it.
  package mutating func appendText(to text: inout [UInt8]) {
    let scope = depth
    while let event = next() {
      switch event.kind {
      case .start: depth += 1
      case .end:
        depth -= 1
        if depth < scope { return }
      case .text:
        guard depth == scope else { continue }
        let first = Int(event.first)
        unsafe text.append(contentsOf: parser.queue.pointee.bytes[first..<(first + Int(event.count))])
      }
    }
  }

  /// Leaves the element that the cursor is in and gives all text directly inside of it.
  package mutating func text() -> String {
    var bytes: [UInt8] = []
    appendText(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The name of the element entered last as `prefix:local`, in the prefixes of the vocabulary.
  package var elementName: String {
    unsafe parser.queue.pointee.elementNames.spelling(currentName)
  }
}

extension XMLCursor {
  /// The value of an attribute of the element entered last, valid until the cursor moves; `nil` where it has none.
  package func string(_ name: Int) -> String? {
    guard let attribute = attribute(name) else { return nil }
    let value = unsafe parser.queue.pointee.bytes[range(attribute)]
    guard value.contains(UInt8(ascii: "&")) else { return String(decoding: value, as: UTF8.self) }
    // Without replacement of entities libxml2 hands over each ampersand as a reference to its character.
    return String(decoding: value, as: UTF8.self).replacing("&#38;", with: "&")
  }

  /// The value of an attribute as a decimal number, blanks around it allowed; `nil` where it is none or overflows.
  package func integer(_ name: Int) -> Int? {
    guard let attribute = attribute(name) else { return nil }
    return unsafe Int(ascii: parser.queue.pointee.bytes[range(attribute)])
  }

  /// Whether the element entered last has an attribute with exactly this value in ASCII.
  package func attribute(_ name: Int, is value: StaticString) -> Bool {
    guard let attribute = attribute(name), Int(attribute.count) == value.utf8CodeUnitCount else { return false }
    // A static string is laid out for as long as the program runs.
    let wanted = unsafe UnsafeBufferPointer(start: value.utf8Start, count: value.utf8CodeUnitCount)
    return unsafe parser.queue.pointee.bytes[range(attribute)].elementsEqual(wanted)
  }

  /// Whether the element entered last has an attribute.
  package func hasAttribute(_ name: Int) -> Bool {
    attribute(name) != nil
  }

  private func attribute(_ name: Int) -> XMLAttribute? {
    for index in firstAttribute..<endAttribute {
      let attribute = unsafe parser.queue.pointee.attributes[index]
      if Int(attribute.name) == name { return attribute }
    }
    return nil
  }

  private func range(_ attribute: XMLAttribute) -> Range<Int> {
    Int(attribute.first)..<(Int(attribute.first) + Int(attribute.count))
  }
}

extension XMLCursor {
  private mutating func enter(_ event: XMLEvent) {
    currentName = event.name
    firstAttribute = Int(event.first)
    endAttribute = firstAttribute + Int(event.count)
  }

  private mutating func next() -> XMLEvent? {
    endAttribute = firstAttribute
    while unsafe position == parser.queue.pointee.events.count {
      guard !isAtEnd else { return nil }
      refill()
    }
    defer { position += 1 }
    return unsafe parser.queue.pointee.events[position]
  }

  private mutating func refill() {
    unsafe parser.queue.pointee.removeAll()
    position = 0
    do {
      try nextChunk(&chunk)
      parseChunk()
    } catch {
      fail(.source(error))
      isAtEnd = true
    }
  }

  private mutating func parseChunk() {
    if chunk.isEmpty { isAtEnd = true }
    if let failure = parser.parse(chunk) {
      fail(failure)
      isAtEnd = true
    } else if unsafe parser.queue.pointee.isPruned {
      fail(.tooDeep(limit: depthLimit))
    }
  }

  private mutating func fail(_ reason: XMLFailure) {
    if failure == nil { failure = reason }
  }
}

/// libxml2 refuses GBK characters in documents that declare GB2312 or GBK, as Chinese programs do; GB18030 holds all of
/// them.
private func replacementEncoding(forDeclarationIn chunk: [UInt8]) -> String? {
  let head = chunk.prefix(128)
  guard head.starts(with: Array("<?xml".utf8)), let end = head.firstIndex(of: UInt8(ascii: ">")) else { return nil }
  let declaration = String(decoding: head[..<end], as: UTF8.self).lowercased()
  return declaration.contains("\"gb2312\"") || declaration.contains("\"gbk\"") || declaration.contains("'gb2312'")
    || declaration.contains("'gbk'") ? "GB18030" : nil
}

extension Int {
  /// A decimal number in ASCII with an optional sign, blanks around it allowed.
  fileprivate init?(ascii bytes: ArraySlice<UInt8>) {
    var rest = bytes.drop { $0 == 0x20 || $0 == 0x0A || $0 == 0x09 || $0 == 0x0D }
    while let last = rest.last, last == 0x20 || last == 0x0A || last == 0x09 || last == 0x0D { rest.removeLast() }
    let isNegative = rest.first == UInt8(ascii: "-")
    if isNegative || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
    guard !rest.isEmpty else { return nil }
    var value = 0
    for byte in rest {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      let (product, overflowed) = value.multipliedReportingOverflow(by: 10)
      let (sum, carried) = product.addingReportingOverflow(Int(byte - UInt8(ascii: "0")))
      guard !overflowed, !carried else { return nil }
      value = sum
    }
    self = isNegative ? -value : value
  }
}
