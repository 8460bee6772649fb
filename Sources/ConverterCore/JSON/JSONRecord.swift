/// A value that is one JSON object in our own words: a message between processes, a line of a manifest or of a journal.
///
/// It is written and read by hand. Coding by Foundation took a quarter of the time of a batch of small documents.
package protocol JSONRecord {
  /// Appends all members, in the order of their names; the braces are put around them.
  func writeMembers(to json: inout JSONOutput)

  /// Reads an object; members that are not known are passed over.
  ///
  /// - Throws: ``ReadingError`` `damaged` where a member is missing or is something else.
  init(from json: inout JSONScanner) throws(ReadingError)
}

extension JSONRecord {
  /// The object on one line, with the end of the line.
  package var jsonLine: [UInt8] {
    var json = JSONOutput(startsLines: false, buffer: .empty)
    json.record(self)
    json.buffer.append(byte: UInt8(ascii: "\n"))
    return json.buffer.bytes
  }

  /// Reads one object and nothing else; white space may stand around it.
  package init(json bytes: some Sequence<UInt8>) throws(ReadingError) {
    // Nothing of ours is nested deeper; what is not known might be.
    var json = JSONScanner(Array(bytes), maximumDepth: 64)
    try self.init(from: &json)
    try json.expectEnd()
  }
}

extension JSONOutput {
  /// An object as the value of a member or the item of an array.
  package mutating func record(_ record: some JSONRecord) {
    beginObject()
    record.writeMembers(to: &self)
    endObject()
  }

  /// A member that is left out where there is no value.
  package mutating func member(_ name: StaticString, _ value: (some JSONRecord)?) {
    guard let value else { return }
    self.name(name)
    record(value)
  }

  package mutating func member(_ name: StaticString, _ values: [some JSONRecord]) {
    self.name(name)
    beginArray()
    for value in values {
      separate()
      record(value)
    }
    endArray()
  }

  package mutating func member(_ name: StaticString, _ values: [String]) {
    self.name(name)
    beginArray()
    for value in values {
      separate()
      string(value)
    }
    endArray()
  }

  package mutating func member(_ name: StaticString, _ values: [Int]) {
    self.name(name)
    beginArray()
    for value in values {
      separate()
      buffer.append(value)
    }
    endArray()
  }

  /// A member that is left out where there is no value.
  package mutating func member(_ name: StaticString, _ value: Bool?) {
    guard let value else { return }
    self.name(name)
    buffer.append(value ? "true" : "false")
  }
}

extension JSONScanner {
  package mutating func record<Record: JSONRecord>(_ type: Record.Type) throws(ReadingError) -> Record {
    try Record(from: &self)
  }

  package mutating func records<Record: JSONRecord>(_ type: Record.Type) throws(ReadingError) -> [Record] {
    var records: [Record] = []
    try beginArray()
    while try nextItem() { records.append(try Record(from: &self)) }
    return records
  }

  package mutating func strings() throws(ReadingError) -> [String] {
    var strings: [String] = []
    try beginArray()
    while try nextItem() { strings.append(try string()) }
    return strings
  }

  package mutating func integers() throws(ReadingError) -> [Int] {
    var integers: [Int] = []
    try beginArray()
    while try nextItem() { integers.append(try integer()) }
    return integers
  }

  /// One of the words of an enumeration.
  package mutating func word<Word: RawRepresentable>(_ type: Word.Type) throws(ReadingError) -> Word
  where Word.RawValue == String {
    let start = offset
    let text = try string()
    guard let word = Word(rawValue: text) else { throw damaged("“\(text)” is not known here", at: start) }
    return word
  }

  /// A member that must be there.
  package func required<Value>(_ value: Value?, _ name: String) throws(ReadingError) -> Value {
    guard let value else { throw damaged("the member “\(name)” is missing") }
    return value
  }
}
