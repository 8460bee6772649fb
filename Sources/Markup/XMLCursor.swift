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

  /// Why reading ended early or what was left out, once it is known; of several reasons the one that ended it.
  package var failure: XMLFailure? {
    scanner.failure ?? (scanner.isPruned ? .tooDeep(limit: scanner.depthLimit) : illegible)
  }

  private var scanner: XMLScanner
  private var illegible: XMLFailure?
  private var depth = 0

  /// The element that was entered last.
  private var currentName: UInt16 = 0

  /// Opens a document; the cursor stands before its root element.
  ///
  /// - Parameters:
  ///   - vocabulary: the names to be told apart.
  ///   - depthLimit: elements nested deeper are left out.
  ///   - nextChunk: gives the bytes.
  /// - Throws: ``ReadingError`` of the first chunk.
  package init(_ vocabulary: XMLVocabulary, depthLimit: Int, nextChunk: @escaping NextChunk) throws(ReadingError) {
    scanner = XMLScanner(vocabulary, depthLimit: depthLimit, try XMLInput(nextChunk))
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
    if depth > scope.depth {
      scanner.leave(scope.depth + 1)
      depth = scope.depth
    }
    while true {
      switch scanner.next() {
      case .start:
        depth += 1
        currentName = scanner.name
        return Int(currentName)
      case .end:
        depth -= 1
        return nil
      case .text: break
      case .finished: return nil
      }
    }
  }

  /// Leaves the element that the cursor is in and appends all text directly inside of it.
  package mutating func appendText(to text: inout [UInt8]) {
    let scope = depth
    while true {
      switch scanner.next() {
      case .start: depth += 1
      case .end:
        depth -= 1
        if depth < scope { return }
      case .text:
        guard depth == scope else { continue }
        if !scanner.appendText(to: &text), illegible == nil {
          illegible = .illegibleText(line: scanner.input.line(at: scanner.text.lowerBound))
        }
      case .finished: return
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
  package var elementName: String { scanner.elementNames.spelling(currentName) }

  /// Where the tag of the element entered last begins, in bytes from the start of a document in UTF-8.
  package var elementOffset: Int { scanner.offset }
}

extension XMLCursor {
  /// The value of an attribute of the element entered last, valid until the cursor moves; `nil` where it has none.
  package mutating func string(_ name: Int) -> String? {
    guard let value = scanner.value(of: name) else { return nil }
    return scanner.string(value)
  }

  /// The value of an attribute as a decimal number, blanks around it allowed; `nil` where it is none or overflows.
  package mutating func integer(_ name: Int) -> Int? {
    guard let value = scanner.value(of: name) else { return nil }
    return scanner.integer(value)
  }

  /// Whether the element entered last has an attribute with exactly this value in ASCII.
  package mutating func attribute(_ name: Int, is wanted: StaticString) -> Bool {
    guard let value = scanner.value(of: name), value.count == wanted.utf8CodeUnitCount else { return false }
    // A static string is laid out for as long as the program runs.
    let wanted = unsafe UnsafeBufferPointer(start: wanted.utf8Start, count: wanted.utf8CodeUnitCount)
    return unsafe scanner.bytes[value].elementsEqual(wanted)
  }

  /// Whether the element entered last has an attribute.
  package mutating func hasAttribute(_ name: Int) -> Bool {
    scanner.value(of: name) != nil
  }
}
