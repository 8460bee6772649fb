internal import ConverterCore

extension Journal.Heading: JSONRecord {
  func writeMembers(to json: inout JSONOutput) { json.member("command", command) }

  init(from json: inout JSONScanner) throws(ReadingError) {
    var command: String?
    try json.beginObject()
    while let member = try json.nextMember() {
      switch member {
      case "command": command = try json.string()
      default: try json.skipValue()
      }
    }
    self.init(command: try json.required(command, "command"))
  }
}

extension Journal.Record: JSONRecord {
  func writeMembers(to json: inout JSONOutput) {
    json.member("identity", identity)
    json.member("input", input)
    if keepsFiles { json.member("keeps", word: "files") }
    json.member("line", line)
    json.member("member", member)
    if let merged { json.member("merged", merged) }
  }

  init(from json: inout JSONScanner) throws(ReadingError) {
    var identity: FileIdentity?
    var input: String?
    var line: Manifest.Line?
    var position: Int?
    var merged: [Int]?
    var keepsFiles = false
    try json.beginObject()
    while let member = try json.nextMember() {
      switch member {
      case "identity": identity = try json.record(FileIdentity.self)
      case "input": input = try json.string()
      case "keeps": keepsFiles = try json.string() == "files"
      case "line": line = try json.record(Manifest.Line.self)
      case "member": position = try json.position()
      case "merged": merged = try json.integers()
      default: try json.skipValue()
      }
    }
    self.init(
      input: try json.required(input, "input"), member: position, identity: identity,
      line: try json.required(line, "line"), merged: merged, keepsFiles: keepsFiles)
  }
}

extension FileIdentity: JSONRecord {
  func writeMembers(to json: inout JSONOutput) {
    json.member("modified", modified)
    json.member("size", size)
  }

  init(from json: inout JSONScanner) throws(ReadingError) {
    var modified: Int?
    var size: Int?
    try json.beginObject()
    while let member = try json.nextMember() {
      switch member {
      case "modified": modified = try json.integer()
      case "size": size = try json.integer()
      default: try json.skipValue()
      }
    }
    self.modified = try json.required(modified, "modified")
    self.size = try json.required(size, "size")
  }
}
