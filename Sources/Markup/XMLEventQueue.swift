internal import CLibXML2

/// One step through a document, as the cursor sees it. 12 bytes.
struct XMLEvent {
  enum Kind: UInt8 {
    case start, end, text
  }

  var kind: Kind

  /// The number of an element's name.
  var name: UInt16

  /// For a start its first attribute, for text its first byte.
  var first: UInt32

  /// How many attributes or bytes.
  var count: UInt32
}

/// A known attribute of an element; its value lies among the bytes of the queue.
struct XMLAttribute {
  var name: UInt16
  var first: UInt32
  var count: UInt32
}

/// What the parser reported for one chunk of bytes and the cursor has not taken yet.
///
/// The parser pushes, the cursor pulls: the parser gets one chunk, all its calls are queued here without allocating
/// (the arrays keep their storage), then the cursor takes them one by one and asks for the next chunk.
@safe
struct XMLEventQueue {
  /// The parser whose calls are queued; only told to stop.
  var parser: xmlParserCtxtPtr?

  private(set) var events: [XMLEvent] = []
  private(set) var attributes: [XMLAttribute] = []
  private(set) var bytes: [UInt8] = []
  private(set) var elementNames: XMLNameTable
  private var attributeNames: XMLNameTable

  /// The nesting of the element that the parser is in; 0 outside of the root.
  private var depth = 0
  private let depthLimit: Int

  /// How deep elements are queued: the limit, or less while an ignored element is open.
  private var queuedDepth: Int
  private let vocabulary: XMLVocabulary

  /// Whether elements were left out because they lay too deep.
  private(set) var isPruned = false

  /// Whether a document type was declared.
  var hasDocumentType = false

  init(_ vocabulary: XMLVocabulary, depthLimit: Int) {
    elementNames = XMLNameTable(vocabulary.elements, of: vocabulary)
    attributeNames = XMLNameTable(vocabulary.attributes, of: vocabulary)
    self.vocabulary = vocabulary
    self.depthLimit = depthLimit
    queuedDepth = depthLimit
  }

  mutating func removeAll() {
    events.removeAll(keepingCapacity: true)
    attributes.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
  }

  mutating func text(_ start: UnsafePointer<UInt8>, _ count: Int32) {
    guard depth <= queuedDepth, depth > 0 else { return }
    let first = UInt32(truncatingIfNeeded: bytes.count)
    unsafe bytes.append(contentsOf: UnsafeBufferPointer(start: start, count: Int(count)))
    events.append(XMLEvent(kind: .text, name: 0, first: first, count: UInt32(truncatingIfNeeded: count)))
  }

  /// - Parameter values: five pointers for each attribute: local name, prefix, namespace, start and end of its value.
  mutating func start(
    _ local: UnsafePointer<UInt8>, _ namespace: UnsafePointer<UInt8>?, _ attributeCount: Int32,
    _ values: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
  ) {
    depth += 1
    guard depth <= queuedDepth else {
      if depth > depthLimit, queuedDepth == depthLimit { isPruned = true }
      return
    }
    let name = unsafe elementNames.number(local, namespace)
    if vocabulary.isIgnored(name) {
      queuedDepth = depth - 1
      return
    }
    let first = UInt32(truncatingIfNeeded: attributes.count)
    if let values = unsafe values {
      for index in 0..<Int(attributeCount) {
        unsafe attribute(values + index * 5)
      }
    }
    let count = UInt32(truncatingIfNeeded: attributes.count) - first
    events.append(XMLEvent(kind: .start, name: name, first: first, count: count))
  }

  private mutating func attribute(_ parts: UnsafeMutablePointer<UnsafePointer<UInt8>?>) {
    guard let local = unsafe parts[0], let start = unsafe parts[3], let end = unsafe parts[4] else { return }
    let name = unsafe attributeNames.number(local, parts[2])
    guard attributeNames.isKnown(name) else { return }
    let first = UInt32(truncatingIfNeeded: bytes.count)
    let count = unsafe end - start
    unsafe bytes.append(contentsOf: UnsafeBufferPointer(start: start, count: count))
    attributes.append(XMLAttribute(name: name, first: first, count: UInt32(truncatingIfNeeded: count)))
  }

  mutating func end() {
    if depth <= queuedDepth {
      events.append(XMLEvent(kind: .end, name: 0, first: 0, count: 0))
    } else if depth == queuedDepth + 1 {
      queuedDepth = depthLimit
    }
    depth -= 1
  }
}
