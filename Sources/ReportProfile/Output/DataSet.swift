internal import ConverterCore

/// A rectangular data set: the same columns for every line, whatever report it is of.
struct DataSet: Sendable {
  /// How lines are written.
  enum Layout: Sendable {
    case csv(CSVDialect)
    /// One JSON object a line; members without a value are left out, decimals are texts so that no program rounds them.
    case objects
  }

  let columns: [StaticString]
  let layout: Layout

  /// Fields that follow each other in many lines, written once.
  struct Piece: Sendable {
    let bytes: [UInt8]
    fileprivate let columnCount: Int
  }
}

extension DataSet {
  func writeHeader(to output: inout OutputBuffer) {
    guard case .csv(let dialect) = layout else { return }
    if dialect.byteOrderMark { output.byteOrderMark() }
    for (index, column) in columns.enumerated() {
      if index > 0 { output.endField() }
      output.append(column)
    }
    output.endLine(dialect)
  }

  /// Writes lines into a buffer, which is lent and not copied.
  func write(to output: inout OutputBuffer, _ body: (inout DataLines) -> Void) {
    var buffer = OutputBuffer.empty
    swap(&buffer, &output)
    var lines = DataLines(self, buffer: buffer)
    buffer = .empty
    body(&lines)
    swap(&lines.json.buffer, &output)
  }

  /// Writes some fields of a line for use in many.
  ///
  /// - Parameter first: the column of the first field.
  func piece(from first: Int, _ body: (inout DataLines) -> Void) -> Piece {
    var lines = DataLines(self, buffer: .empty, column: first)
    // Within an object no comma is due before the first member.
    if case .objects = layout { lines.json.beginObject() }
    let start = lines.json.buffer.bytes.count
    body(&lines)
    return Piece(bytes: Array(lines.json.buffer.bytes[start...]), columnCount: lines.column - first)
  }
}

/// Lines of a data set as they are written, field by field from the first column to the last.
struct DataLines {
  fileprivate var json: JSONOutput
  private let data: DataSet
  /// The column of the next field.
  fileprivate private(set) var column: Int
  /// Whether a field stands before the next one.
  private var isFollowing = false

  fileprivate init(_ data: DataSet, buffer: consuming OutputBuffer, column: Int = 0) {
    self.data = data
    self.column = column
    json = JSONOutput(startsLines: false, buffer: buffer)
  }
}

extension DataLines {
  mutating func begin() {
    column = 0
    isFollowing = false
    if case .objects = data.layout { json.beginObject() }
  }

  mutating func end() {
    switch data.layout {
    case .csv(let dialect): json.buffer.endLine(dialect)
    case .objects: json.buffer.append("}\n")
    }
  }

  mutating func add(_ piece: DataSet.Piece) {
    switch data.layout {
    case .csv: separate()
    case .objects: json.separate()
    }
    json.buffer.append(piece.bytes)
    column += piece.columnCount
  }

  mutating func add(_ text: String?) {
    add(text) { text, buffer, dialect in
      buffer.field(text, dialect)
    } object: { text, json in
      json.string(text)
    }
  }

  mutating func add(_ number: Int?) {
    add(number) { number, buffer, _ in
      buffer.append(number)
    } object: { number, json in
      json.buffer.append(number)
    }
  }

  mutating func add(_ number: ExactDecimal?) {
    add(number) { number, buffer, _ in
      buffer.append(number)
    } object: { number, json in
      json.buffer.append("\"")
      json.buffer.append(number)
      json.buffer.append("\"")
    }
  }

  mutating func add(_ flag: Bool?) {
    add(flag) { flag, buffer, _ in
      buffer.append(flag ? "true" : "false")
    } object: { flag, json in
      json.buffer.append(flag ? "true" : "false")
    }
  }

  mutating func add(_ place: Place?) {
    add(place) { place, buffer, dialect in
      buffer.field(place, dialect)
    } object: { place, json in
      json.beginObject()
      json.members(of: place)
      json.endObject()
    }
  }

  /// Leaves a column without a value.
  mutating func addNothing() {
    if case .csv = data.layout { separate() }
    column += 1
  }

  /// Writes the field of the next column in the way of the layout.
  @inline(__always)
  private mutating func add<Value>(
    _ value: Value?, csv: (Value, inout OutputBuffer, CSVDialect) -> Void,
    object: (Value, inout JSONOutput) -> Void
  ) {
    guard let value else { return addNothing() }
    switch data.layout {
    case .csv(let dialect):
      separate()
      csv(value, &json.buffer, dialect)
    case .objects:
      json.name(data.columns[column])
      object(value, &json)
    }
    column += 1
  }

  private mutating func separate() {
    if isFollowing { json.buffer.endField() }
    isFollowing = true
  }
}

extension OutputSpan<UInt8> {
  /// Appends a number in at most sixty bytes; whole numbers, which most are, need no text of their own.
  mutating func append(_ number: ExactDecimal) {
    if number.isWhole, let whole = Int(exactly: number.coefficient) {
      append(whole)
    } else {
      append(text: number.description)
    }
  }
}

extension OutputBuffer {
  fileprivate mutating func append(_ number: ExactDecimal) { append(atMost: 60) { $0.append(number) } }
}
