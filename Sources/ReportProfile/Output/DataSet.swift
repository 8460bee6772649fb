internal import ConverterCore

/// One value of a data set.
enum Field: Sendable {
  case text(String)
  case integer(Int)
  case decimal(ExactDecimal)
  case flag(Bool)
  case place(Place)
  case none

  init(_ text: String?) { self = text.map { .text($0) } ?? .none }
  init(_ number: Int?) { self = number.map { .integer($0) } ?? .none }
  init(_ number: ExactDecimal?) { self = number.map { .decimal($0) } ?? .none }
  init(_ place: Place?) { self = place.map { .place($0) } ?? .none }
}

/// Writes the lines of a rectangular data set: the same columns for every line, whatever report it is of.
struct DataSet: Sendable {
  /// How lines are written.
  enum Layout: Sendable {
    case csv(CSVDialect)
    /// One JSON object a line; members without a value are left out, decimals are texts so that no program rounds them.
    case objects
  }

  let columns: [StaticString]
  let layout: Layout

  func writeHeader(to output: inout OutputBuffer) {
    guard case .csv(let dialect) = layout else { return }
    if dialect.byteOrderMark { output.byteOrderMark() }
    for (index, column) in columns.enumerated() {
      if index > 0 { output.endField() }
      output.append(column)
    }
    output.endLine(dialect)
  }

  /// Writes one line.
  ///
  /// - Parameters:
  ///   - prefixes: the first columns as ``prefix(_:from:)`` made them, so that what lines share is made once.
  ///   - fields: the columns behind them.
  func write(_ prefixes: String..., fields: [Field], to output: inout OutputBuffer) {
    let first = columns.count - fields.count
    switch layout {
    case .csv(let dialect):
      for prefix in prefixes { output.append(prefix) }
      for (index, field) in fields.enumerated() {
        if index > 0 { output.endField() }
        write(field, dialect, to: &output)
      }
      output.endLine(dialect)
    case .objects:
      output.append("{")
      for prefix in prefixes { output.append(prefix) }
      withJSON(&output) { json in write(fields, from: first, to: &json) }
      output.append("}\n")
    }
  }

  /// The beginning of a line: fields with all that stands between them and the next one.
  ///
  /// - Parameter first: the column of the first field.
  func prefix(_ fields: [Field], from first: Int) -> String {
    var output = OutputBuffer.empty
    switch layout {
    case .csv(let dialect):
      for field in fields {
        write(field, dialect, to: &output)
        output.endField()
      }
    case .objects:
      output.append("{")
      withJSON(&output) { json in
        write(fields, from: first, to: &json)
        json.separate()
      }
      return String(decoding: output.bytes.dropFirst(), as: UTF8.self)
    }
    return String(decoding: output.bytes, as: UTF8.self)
  }

  /// Lends a buffer to a JSON output without copying it.
  private func withJSON(_ output: inout OutputBuffer, _ body: (inout JSONOutput) -> Void) {
    var buffer = OutputBuffer.empty
    swap(&buffer, &output)
    var json = JSONOutput(startsLines: false, buffer: buffer)
    buffer = .empty
    body(&json)
    swap(&json.buffer, &output)
  }

  private func write(_ field: Field, _ dialect: CSVDialect, to output: inout OutputBuffer) {
    switch field {
    case .text(let text): output.field(text, dialect)
    case .integer(let number): output.append(number)
    case .decimal(let number): output.append(number)
    case .flag(let flag): output.append(flag ? "true" : "false")
    case .place(let place): output.field(place.description, dialect)
    case .none: break
    }
  }

  private func write(_ fields: [Field], from first: Int, to json: inout JSONOutput) {
    for (column, field) in zip(columns[first...], fields) {
      switch field {
      case .text(let text): json.member(column, text)
      case .integer(let number): json.member(column, number)
      case .decimal(let number):
        json.name(column)
        json.buffer.append("\"")
        json.buffer.append(number)
        json.buffer.append("\"")
      case .flag(let flag):
        json.name(column)
        json.buffer.append(flag ? "true" : "false")
      case .place(let place):
        json.name(column)
        json.beginObject()
        json.members(of: place)
        json.endObject()
      case .none: break
      }
    }
  }
}

extension OutputBuffer {
  /// Whole numbers, which most are, need no text of their own.
  fileprivate mutating func append(_ number: ExactDecimal) {
    if number.isWhole, let whole = Int(exactly: number.coefficient) {
      append(whole)
    } else {
      append(number.description)
    }
  }
}
