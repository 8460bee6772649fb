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
    member(name, values) { $0.record($1) }
  }

  package mutating func member(_ name: StaticString, _ values: [String]) {
    member(name, values) { $0.string($1) }
  }

  package mutating func member(_ name: StaticString, _ values: [Int]) {
    member(name, values) { $0.buffer.append($1) }
  }

  private mutating func member<Value>(
    _ name: StaticString, _ values: [Value], _ write: (inout JSONOutput, Value) -> Void
  ) {
    self.name(name)
    beginArray()
    for value in values {
      separate()
      write(&self, value)
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
    try items { (json) throws(ReadingError) in try Record(from: &json) }
  }

  package mutating func strings() throws(ReadingError) -> [String] {
    try items { (json) throws(ReadingError) in try json.string() }
  }

  package mutating func integers() throws(ReadingError) -> [Int] {
    try items { (json) throws(ReadingError) in try json.integer() }
  }

  private mutating func items<Item>(
    _ read: (inout JSONScanner) throws(ReadingError) -> Item
  ) throws(ReadingError) -> [Item] {
    var items: [Item] = []
    try beginArray()
    while try nextItem() { items.append(try read(&self)) }
    return items
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
