extension Document {
  /// Reads a document in the form that ``JSONWriter`` writes, schema `convert.document/1`.
  ///
  /// Writing and reading back gives an equal document. `schema` and `blocks` must be there; source, metadata and findings need
  /// not.
  ///
  /// - Throws: ``ReadingError`` `damaged` with the byte offset of what is wrong, `limit` for too many grid positions or
  ///   too deep nesting.
  public init(jsonBytes: [UInt8], within limits: Limits = .standard) throws(ReadingError) {
    try self.init(jsonBytes: jsonBytes, within: limits, by: nil)
  }

  /// Reads a document that came from somewhere else than a file.
  ///
  /// - Parameters:
  ///   - jsonBytes: the whole document.
  ///   - limits: the bounds that reading keeps.
  ///   - deadline: when it is to be done; `nil` for whenever it is.
  /// - Throws: ``ReadingError``, `stopped` where it is not done in time.
  package init(
    jsonBytes: [UInt8], within limits: Limits, by deadline: ContinuousClock.Instant?
  ) throws(ReadingError) {
    var decoder = DocumentDecoder(jsonBytes, limits: limits, deadline: deadline)
    self = try decoder.document()
  }
}

extension DocumentDecoder {
  fileprivate mutating func document() throws(ReadingError) -> Document {
    try scanner.expectUTF8()
    var document = Document()
    var schema: String?
    var content: [Block]?
    try scanner.beginObject()
    while let name = try scanner.nextMember() {
      switch name {
      case "schema": schema = try knownSchema()
      case "source": document.source = try source()
      case "metadata": document.metadata = try metadata()
      case "blocks": content = try blocks()
      case "findings": document.findings = try findings()
      default: try scanner.skipValue()
      }
    }
    try scanner.expectEnd()
    _ = try required(schema, "schema", at: 0)
    document.blocks = try required(content, "blocks", at: 0)
    return document
  }

  private mutating func knownSchema() throws(ReadingError) -> String {
    let start = scanner.offset
    let schema = try scanner.string()
    guard schema == DocumentCoding.schema else {
      throw scanner.damaged("the schema “\(schema)” is not \(DocumentCoding.schema)", at: start)
    }
    return schema
  }

  private mutating func source() throws(ReadingError) -> SourceDescription {
    var source = SourceDescription()
    try scanner.beginObject()
    while let name = try scanner.nextMember() {
      switch name {
      // The name of a file may hold what no text of a document does.
      case "name": source.name = try scanner.string()
      case "format": source.format = try text()
      case "bytes": source.byteCount = try count()
      case "sha256": source.sha256 = try text()
      case "encoding": source.encoding = try text()
      case "replacements": source.replacementCount = try count()
      default: try scanner.skipValue()
      }
    }
    return source
  }

  private mutating func metadata() throws(ReadingError) -> Metadata {
    var metadata = Metadata()
    try scanner.beginObject()
    while let name = try scanner.nextMember() {
      switch name {
      case "title": metadata.title = try text()
      case "author": metadata.author = try text()
      case "created": metadata.created = try text()
      case "modified": metadata.modified = try text()
      case "pages": metadata.pageCount = try count()
      case "language": metadata.language = try text()
      default: try scanner.skipValue()
      }
    }
    return metadata
  }

  private mutating func findings() throws(ReadingError) -> [Finding] {
    var findings: [Finding] = []
    try scanner.beginArray()
    while try scanner.nextItem() { findings.append(try finding()) }
    return findings
  }

  private mutating func finding() throws(ReadingError) -> Finding {
    let start = scanner.offset
    var severity: Finding.Severity?
    var code: String?
    var message: String?
    var place: Place?
    try scanner.beginObject()
    while let name = try scanner.nextMember() {
      switch name {
      case "severity": severity = try self.name(of: Finding.Severity.self, "severity")
      case "code": code = try text()
      case "message": message = try text()
      case "place": place = try self.place()
      default: try scanner.skipValue()
      }
    }
    return Finding(
      try required(severity, "severity", at: start), try required(code, "code", at: start),
      try required(message, "message", at: start), at: place)
  }
}
