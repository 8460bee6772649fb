internal import ConverterCore

extension Manifest.Line: JSONRecord {
  func writeMembers(to json: inout JSONOutput) {
    json.member("error", error)
    json.member("findings", findings)
    json.member("format", format)
    json.member("milliseconds", milliseconds)
    json.member("outputs", outputs)
    json.member("sha256", sha256)
    json.member("source", source)
    json.member("status", word: status.rawValue)
  }

  init(from json: inout JSONScanner) throws(ReadingError) {
    var error: Outcome.Failure?
    var findings: Int?
    var format: String?
    var milliseconds: Int?
    var outputs: [String]?
    var sha256: String?
    var source: String?
    var status: Outcome.Status?
    try json.beginObject()
    while let member = try json.nextMember() {
      switch member {
      case "error": error = try json.record(Outcome.Failure.self)
      case "findings": findings = try json.integer()
      case "format": format = try json.string()
      case "milliseconds": milliseconds = try json.integer()
      case "outputs": outputs = try json.strings()
      case "sha256": sha256 = try json.string()
      case "source": source = try json.string()
      case "status": status = try json.word(Outcome.Status.self)
      default: try json.skipValue()
      }
    }
    self.init(
      source: try json.required(source, "source"), format: format, status: try json.required(status, "status"),
      outputs: try json.required(outputs, "outputs"), findings: try json.required(findings, "findings"), error: error,
      sha256: sha256, milliseconds: try json.required(milliseconds, "milliseconds"))
  }
}
