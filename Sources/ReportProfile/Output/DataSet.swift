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

  /// - Parameter fields: as many as there are columns.
  func write(_ fields: [Field], to output: inout OutputBuffer) {
    switch layout {
    case .csv(let dialect):
      for (index, field) in fields.enumerated() {
        if index > 0 { output.endField() }
        write(field, dialect, to: &output)
      }
      output.endLine(dialect)
    case .objects:
      var json = JSONOutput(startsLines: false)
      swap(&json.buffer, &output)
      write(fields, to: &json)
      swap(&json.buffer, &output)
      output.append("\n")
    }
  }

  private func write(_ field: Field, _ dialect: CSVDialect, to output: inout OutputBuffer) {
    switch field {
    case .text(let text): output.field(text, dialect)
    case .integer(let number): output.append(number)
    case .decimal(let number): output.append(number.description)
    case .flag(let flag): output.append(flag ? "true" : "false")
    case .place(let place): output.field(place.description, dialect)
    case .none: break
    }
  }

  private func write(_ fields: [Field], to json: inout JSONOutput) {
    json.beginObject()
    for (column, field) in zip(columns, fields) {
      switch field {
      case .text(let text): json.member(column, text)
      case .integer(let number): json.member(column, number)
      case .decimal(let number): json.member(column, number.description)
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
    json.endObject()
  }
}
