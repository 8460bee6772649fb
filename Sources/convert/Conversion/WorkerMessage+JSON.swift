internal import ConverterCore

extension WorkerMessage.SetUp: JSONRecord {
  func writeMembers(to json: inout JSONOutput) { json.member("arguments", arguments) }

  init(from json: inout JSONScanner) throws(ReadingError) {
    var arguments: [String]?
    try json.beginObject()
    while let member = try json.nextMember() {
      switch member {
      case "arguments": arguments = try json.strings()
      default: try json.skipValue()
      }
    }
    self.init(arguments: try json.required(arguments, "arguments"))
  }
}

extension WorkerMessage.Request: JSONRecord {
  func writeMembers(to json: inout JSONOutput) {
    json.member("input", input)
    json.member("job", job)
    if !lost.isEmpty { json.member("lost", lost) }
    json.member("start", start)
  }

  init(from json: inout JSONScanner) throws(ReadingError) {
    var input: Input?
    var job: Int?
    var start: Int?
    var lost: [LostEntry] = []
    try json.beginObject()
    while let member = try json.nextMember() {
      switch member {
      case "input": input = try json.record(Input.self)
      case "job": job = try json.integer()
      case "lost": lost = try json.records(LostEntry.self)
      case "start": start = try json.position()
      default: try json.skipValue()
      }
    }
    self.init(
      job: try json.required(job, "job"), input: try json.required(input, "input"),
      start: try json.required(start, "start"), lost: lost)
  }
}

extension Input: JSONRecord {
  func writeMembers(to json: inout JSONOutput) {
    json.member("name", name)
    if let rawName { json.member("rawName", rawName.map(Int.init)) }
    json.member("relativePath", relativePath)
  }

  init(from json: inout JSONScanner) throws(ReadingError) {
    var input = Input(name: "", relativePath: "")
    var name: String?
    var relativePath: String?
    try json.beginObject()
    while let member = try json.nextMember() {
      switch member {
      case "name": name = try json.string()
      case "rawName": input.rawName = try json.integers().map { UInt8(truncatingIfNeeded: $0) }
      case "relativePath": relativePath = try json.string()
      default: try json.skipValue()
      }
    }
    input.name = try json.required(name, "name")
    input.relativePath = try json.required(relativePath, "relativePath")
    self = input
  }
}

extension Member: JSONRecord {
  func writeMembers(to json: inout JSONOutput) {
    json.member("name", name)
    json.member("path", path)
    json.member("position", position)
  }

  init(from json: inout JSONScanner) throws(ReadingError) {
    var name: String?
    var path: String?
    var position: Int?
    try json.beginObject()
    while let member = try json.nextMember() {
      switch member {
      case "name": name = try json.string()
      case "path": path = try json.string()
      case "position": position = try json.position()
      default: try json.skipValue()
      }
    }
    self.init(
      position: try json.required(position, "position"), name: try json.required(name, "name"),
      path: try json.required(path, "path"))
  }
}

extension JSONScanner {
  /// A position in an archive, which counts from 0 and has a next one.
  mutating func position() throws(ReadingError) -> Int {
    let position = try integer()
    guard (0..<Int.max).contains(position) else { throw damaged("a position is expected") }
    return position
  }
}
