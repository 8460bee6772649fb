internal import ConverterCore

extension Outcome: JSONRecord {
  func writeMembers(to json: inout JSONOutput) {
    json.member("error", error)
    json.member("format", format)
    json.member("name", name)
    json.member("outputs", outputs)
    json.member("remarks", remarks)
    json.member("sha256", sha256)
    json.member("status", word: status.rawValue)
  }

  init(from json: inout JSONScanner) throws(ReadingError) {
    var outcome = Outcome(name: "", status: .failed)
    var name: String?
    var status: Status?
    try json.beginObject()
    while let member = try json.nextMember() {
      switch member {
      case "error": outcome.error = try json.record(Failure.self)
      case "format": outcome.format = try json.string()
      case "name": name = try json.string()
      case "outputs": outcome.outputs = try json.strings()
      case "remarks": outcome.remarks = try json.records(Remark.self)
      case "sha256": outcome.sha256 = try json.string()
      case "status": status = try json.word(Status.self)
      default: try json.skipValue()
      }
    }
    outcome.name = try json.required(name, "name")
    outcome.status = try json.required(status, "status")
    self = outcome
  }
}

extension Outcome.Remark: JSONRecord {
  func writeMembers(to json: inout JSONOutput) {
    json.member("sentence", sentence)
    json.member("severity", word: severity.rawValue)
  }

  init(from json: inout JSONScanner) throws(ReadingError) {
    var sentence: String?
    var severity: Finding.Severity?
    try json.beginObject()
    while let member = try json.nextMember() {
      switch member {
      case "sentence": sentence = try json.string()
      case "severity": severity = try json.word(Finding.Severity.self)
      default: try json.skipValue()
      }
    }
    self.init(
      severity: try json.required(severity, "severity"), sentence: try json.required(sentence, "sentence"))
  }
}

/// With the names of the manifest, which are a contract.
extension Outcome.Failure: JSONRecord {
  func writeMembers(to json: inout JSONOutput) {
    json.member("code", code)
    json.member("message", sentence)
  }

  init(from json: inout JSONScanner) throws(ReadingError) {
    var code: String?
    var sentence: String?
    try json.beginObject()
    while let member = try json.nextMember() {
      switch member {
      case "code": code = try json.string()
      case "message": sentence = try json.string()
      default: try json.skipValue()
      }
    }
    self.init(code: try json.required(code, "code"), sentence: try json.required(sentence, "message"))
  }
}
