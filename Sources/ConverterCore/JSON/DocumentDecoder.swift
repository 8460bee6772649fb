/// Reads the JSON form of the model back, type by type; what the form is, ``JSONWriter`` says.
///
/// Members may come in any order; those that are not known are passed over, so that additions do not break older programs.
/// Here are the parts that many types share; documents, blocks and tables have files of their own.
struct DocumentDecoder {
  var scanner: JSONScanner
  let limits: Limits

  /// Grid positions of all tables so far.
  var positionCount = 0

  /// When the document is to be read.
  private let deadline: ContinuousClock.Instant?

  /// Origins of all blocks and cells so far.
  private var originCount = 0

  /// The path read last: the cells of a table share theirs, and sharing saves a string for each.
  private var lastPath = ""

  init(_ bytes: [UInt8], limits: Limits, deadline: ContinuousClock.Instant? = nil) {
    // A table in a cell of a table opens four brackets: cells, cell, blocks, block. Each costs a call on the stack.
    scanner = JSONScanner(bytes, maximumDepth: 8 + 4 * min(max(limits.depth, 0), 1024))
    self.limits = limits
    self.deadline = deadline
  }

  /// A text of the model.
  mutating func text() throws(ReadingError) -> String {
    let start = scanner.offset
    let text = try scanner.string()
    guard !text.hasControlCharacters else { throw scanner.damaged("a text holds a control character", at: start) }
    return text
  }

  /// A value of an enumeration by its name.
  mutating func name<Value: RawRepresentable<String>>(
    of type: Value.Type, _ what: String
  ) throws(ReadingError) -> Value {
    let start = scanner.offset
    let name = try scanner.string()
    guard let value = Value(rawValue: name) else { throw scanner.damaged("“\(name)” is no \(what)", at: start) }
    return value
  }

  /// A count or level, which is never negative.
  mutating func count() throws(ReadingError) -> Int {
    let start = scanner.offset
    let count = try scanner.integer()
    guard count >= 0 else { throw scanner.damaged("a number is negative", at: start) }
    return count
  }

  /// From 0 to 1.
  mutating func confidence() throws(ReadingError) -> Double {
    let start = scanner.offset
    let confidence = try scanner.double()
    guard (0...1).contains(confidence) else { throw scanner.damaged("a confidence is from 0 to 1", at: start) }
    return confidence
  }

  /// A value that must have been given in the object that starts at an offset.
  func required<Value>(_ value: Value?, _ name: String, at start: Int) throws(ReadingError) -> Value {
    guard let value else { throw scanner.damaged("the member “\(name)” is missing", at: start) }
    return value
  }
}

// MARK: - Origins

extension DocumentDecoder {
  /// The members of an origin or of a place, whichever they are.
  private struct PlaceMembers {
    var page: Int?
    var box: Rectangle?
    var lines: ClosedRange<Int>?
    var path: ElementPath?
    var byte: Int?
    var evidence = EvidenceMembers()
    var places: [Place] = []

    var place: Place? {
      if let page { return .page(page, box) }
      if let lines { return .lines(lines) }
      if let path { return .element(path) }
      return byte.map(Place.byte)
    }
  }

  mutating func origin() throws(ReadingError) -> Origin {
    let start = scanner.offset
    originCount += 1
    // Every block and cell has one.
    if originCount.isMultiple(of: 1024), let deadline, deadline <= .now {
      throw ReadingError(.stopped(detail: "reading it takes too long"), at: .byte(start))
    }
    let members = try placeMembers()
    let evidence = try required(members.evidence.value, "evidence", at: start)
    return Origin(
      try required(members.place, "page, lines, path or byte", at: start), evidence, continuations: members.places)
  }

  mutating func place() throws(ReadingError) -> Place {
    let start = scanner.offset
    return try required(try placeMembers().place, "page, lines, path or byte", at: start)
  }

  private mutating func placeMembers() throws(ReadingError) -> PlaceMembers {
    var members = PlaceMembers()
    try scanner.beginObject()
    while let name = try scanner.nextMember() {
      switch name {
      case "page": members.page = try page()
      case "box": members.box = try box()
      case "lines": members.lines = try lines()
      case "path": members.path = try path()
      case "byte": members.byte = try count()
      case "evidence": members.evidence.name = try self.name(of: EvidenceName.self, "evidence")
      case "confidence": members.evidence.confidence = try confidence()
      case "places": members.places = try places()
      default: try scanner.skipValue()
      }
    }
    return members
  }

  private mutating func places() throws(ReadingError) -> [Place] {
    var places: [Place] = []
    try scanner.beginArray()
    while try scanner.nextItem() { places.append(try place()) }
    return places
  }

  private mutating func page() throws(ReadingError) -> Int {
    let start = scanner.offset
    let page = try ordinal()
    guard page <= limits.pages else {
      throw ReadingError(.limit(name: "pages", asked: page, granted: limits.pages), at: .byte(start))
    }
    return page
  }

  /// A number that counts from 1.
  private mutating func ordinal() throws(ReadingError) -> Int {
    let start = scanner.offset
    let number = try scanner.integer()
    guard number >= 1 else { throw scanner.damaged("pages and lines count from 1", at: start) }
    return number
  }

  private mutating func box() throws(ReadingError) -> Rectangle {
    let start = scanner.offset
    var edges: [Double] = []
    try scanner.beginArray()
    while try scanner.nextItem() { edges.append(try scanner.double()) }
    guard edges.count == 4 else { throw scanner.damaged("a box has four edges", at: start) }
    return Rectangle(x0: edges[0], y0: edges[1], x1: edges[2], y1: edges[3])
  }

  private mutating func lines() throws(ReadingError) -> ClosedRange<Int> {
    let start = scanner.offset
    var bounds: [Int] = []
    try scanner.beginArray()
    while try scanner.nextItem() { bounds.append(try ordinal()) }
    guard bounds.count == 2, bounds[0] <= bounds[1] else {
      throw scanner.damaged("lines are a first and a last number", at: start)
    }
    return bounds[0]...bounds[1]
  }

  private mutating func path() throws(ReadingError) -> ElementPath {
    let path = ElementPath(try text())
    if path.path == lastPath { return ElementPath(lastPath, row: path.row, cell: path.cell) }
    lastPath = path.path
    return path
  }
}

// MARK: - Evidence

/// The evidence of an origin or of headers, as its members come in.
struct EvidenceMembers {
  var name: EvidenceName?
  var confidence: Double?

  /// A recogniser that does not say how sure it is gets no credit.
  var value: Evidence? {
    switch name {
    case .stated: .stated
    case .ruled: .ruled
    case .aligned: .aligned
    case .recognised: .recognised(confidence: Float(confidence ?? 0))
    case .computed: .computed
    case nil: nil
    }
  }
}
