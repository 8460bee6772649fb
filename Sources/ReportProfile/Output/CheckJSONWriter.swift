package import ConverterCore

/// Writes the verdicts for programs, schema `convert.checks/1`: one report a line in the list `reports`.
package struct CheckJSONWriter: Sendable {
  package init() {}

  package func writePrologue(to output: inout OutputBuffer) {
    output.append("{\"schema\":\"convert.checks/1\",\"reports\":[\n")
  }

  /// - Parameter unchecked: the sources that gave no report, in their order.
  package func writeEpilogue(_ unchecked: [UncheckedSource], to output: inout OutputBuffer) {
    var json = JSONOutput(startsLines: false)
    json.beginArray()
    for source in unchecked {
      json.separate()
      json.beginObject()
      json.member("source", source.name)
      json.member("code", source.code)
      json.member("reason", source.reason)
      json.endObject()
    }
    json.endArray()
    output.append("],\n\"not_checked\":")
    output.append(String(decoding: json.buffer.bytes, as: UTF8.self))
    output.append("}\n")
  }

  /// What stands between two reports.
  package static let separator = ",\n"

  package func write(_ report: CheckedReport, to output: inout OutputBuffer) {
    var json = JSONOutput(startsLines: false)
    json.beginObject()
    json.member("report", report.name)
    json.member("agency", report.identity.agency)
    json.member("year", report.identity.year)
    json.member("form", report.form)
    json.member("holds", report.count(.holds))
    json.member("fails", report.count(.fails))
    json.member("cannot_tell", report.count(.unknown))
    json.name("checks")
    json.beginArray()
    for check in report.checks {
      json.separate()
      write(check, to: &json)
    }
    json.endArray()
    json.endObject()
    output.append(String(decoding: json.buffer.bytes, as: UTF8.self))
  }

  private func write(_ check: Check, to json: inout JSONOutput) {
    json.beginObject()
    json.member("rule", check.id)
    json.member("severity", check.severity.rawValue)
    json.member("text", check.text)
    if !check.scope.isEmpty { json.member("scope", check.scope) }
    json.member("verdict", check.verdict.rawValue)
    json.member("left", check.left?.description)
    json.member("relation", check.relation.rawValue)
    json.member("right", check.right?.description)
    if !check.doubt.isEmpty { json.member("doubt", check.doubt) }
    json.name("left_cells")
    write(check.leftOperands, to: &json)
    json.name("right_cells")
    write(check.rightOperands, to: &json)
    json.endObject()
  }

  private func write(_ operands: [Check.Operand], to json: inout JSONOutput) {
    json.beginArray()
    for operand in operands {
      json.separate()
      json.beginObject()
      if let report = operand.earlierReport { json.member("report", report) }
      if !operand.code.isEmpty { json.member("code", operand.code) }
      json.member("label", operand.label)
      json.member("raw", operand.fact.raw)
      json.member("state", operand.fact.value.state.rawValue)
      json.member("value", operand.fact.value.number?.description)
      if let place = operand.fact.place {
        json.name("place")
        json.beginObject()
        json.members(of: place)
        json.endObject()
      }
      json.endObject()
    }
    json.endArray()
  }
}
