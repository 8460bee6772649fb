/// Tells the tags and texts of a document apart (XML 1.0), one after the other, and which names they have.
///
/// Written for the cursor, which takes each token as soon as it is found: nothing is queued, and attributes are looked at only
/// where they are asked for. Nothing is ever fetched; a document type ends the reading, so no entity is ever defined.
/// Elements must be well-formed; what does not keep a reader from going on (a control character, a reference that means
/// nothing, an attribute given twice) does not end the reading.
struct XMLScanner: ~Copyable {
  /// What was found; of ignored elements and those too deep nothing is ever told.
  enum Token {
    case start, end, text
    /// Nothing follows: the document is over, or ``failure`` says why not.
    case finished
  }

  /// An attribute of the tag found last, by where its parts are in the input.
  struct Attribute {
    var name: Range<Int>
    var value: Range<Int>
  }

  var input: XMLInput

  /// What is in memory of the input.
  var bytes: XMLBytes

  /// Where the next token begins.
  var position: Int

  /// Why the reading ended before the document did.
  private(set) var failure: XMLFailure? {
    didSet { isOver = true }
  }

  /// Whether there is a ``failure``: told without a look at it.
  private var isOver = false

  /// Whether elements were left out because they lay too deep.
  var isPruned = false

  /// The number of the name of the element that begins, where the token is a start.
  var name: UInt16 = 0

  /// Where the tag of that element begins, in bytes of UTF-8 from the start of the document.
  var offset = 0

  /// Where the text is, where the token is a text; its references are not replaced.
  var text = 0..<0

  /// Whether signs of markup stand for themselves in the text, as in a CDATA section.
  var isLiteral = false

  /// The attributes of the element that begins, so many of the first; the storage is used again.
  var attributes: [Attribute] = []
  var attributeCount = 0

  var elementNames: XMLNameTable
  var attributeNames: XMLNameTable
  var namespaces: XMLNamespaces
  let vocabulary: XMLVocabulary

  /// The names of the open elements by their entries, -1 where a name has none.
  var open: [XMLNameTable.Index] = []
  let depthLimit: Int

  /// How deep elements are told: the limit, or less while an ignored element is open.
  var toldDepth: Int

  /// Whether the tag found last is that of an element without content, whose end comes next.
  var isEmptyElement = false

  /// Whether the root has begun.
  var hasRoot = false

  init(_ vocabulary: XMLVocabulary, depthLimit: Int, _ input: consuming XMLInput) {
    self.vocabulary = vocabulary
    self.depthLimit = depthLimit
    toldDepth = depthLimit
    elementNames = vocabulary.elementTable
    attributeNames = vocabulary.attributeTable
    namespaces = vocabulary.namespaces
    // Behind a byte order mark, if there is one.
    position = input.bytes.word(at: 0) & 0xFF_FFFF == 0xBF_BBEF ? 3 : 0
    bytes = input.bytes
    self.input = input
  }
}

extension XMLScanner {
  /// Finds the next token.
  mutating func next() -> Token {
    attributeCount = 0
    while !isOver {
      if isEmptyElement {
        isEmptyElement = false
        if close() { return .end }
      }
      if bytes[position] != UInt8(ascii: "<") {
        if position == bytes.end, !refill() { return finish() }
        if findText() { return .text }
        continue
      }
      switch bytes[position + 1] {
      case UInt8(ascii: "/"):
        if endTag() { return .end }
      case UInt8(ascii: "!"):
        if declaration() { return .text }
      case UInt8(ascii: "?"):
        pass(2, until: "?>")
      default:
        if startTag() { return .start }
      }
    }
    return .finished
  }

  /// Ends the reading at ``position``.
  mutating func fail(_ detail: String) {
    if failure == nil { failure = .malformed(line: input.line(at: position), detail: detail) }
  }

  /// Ends the reading at a document type.
  mutating func refuseDocumentType() {
    if failure == nil { failure = .documentType }
  }

  /// Asks for more bytes for a token that goes on behind the end of the input and is to be scanned again; ends the reading where
  /// there are none.
  mutating func needMore() {
    if bytes.end - position > XMLInput.longestToken {
      fail("a piece of markup is longer than \(XMLInput.longestToken) bytes")
    } else if !refill() {
      failure = failure ?? input.error.map(XMLFailure.source)
      fail("the document ends inside of its markup")
    }
  }

  /// Gets more bytes behind the token at ``position``; `false` where there are none.
  mutating func refill() -> Bool {
    guard input.refill(from: position) else { return false }
    bytes = input.bytes
    position = 0
    return true
  }

  private mutating func finish() -> Token {
    if let error = input.error {
      failure = .source(error)
    } else if !open.isEmpty {
      fail("the document ends inside of an element")
    } else if !hasRoot {
      fail("there is no element")
    }
    return .finished
  }
}
