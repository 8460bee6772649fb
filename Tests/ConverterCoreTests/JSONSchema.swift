import Foundation

/// A validator of JSON Schema (draft 2020-12) for the keywords that our own schema uses; any other keyword is an error, so
/// that nothing in the schema goes unchecked.
struct JSONSchema {
  private let root: [String: Any]

  init(_ data: Data) throws {
    root = try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
  }

  struct UnknownKeyword: Error {
    let keyword: String
  }

  /// What is wrong with a value, each with its place; empty for a valid one.
  func errors(in json: Data) throws -> [String] {
    try errors(in: try JSONSerialization.jsonObject(with: json), against: root, at: "$")
  }

  private func errors(in value: Any, against schema: Any, at place: String) throws -> [String] {
    if let allowed = schema as? Bool { return allowed ? [] : ["\(place) is not allowed"] }
    guard let schema = schema as? [String: Any] else { return ["\(place): no schema"] }
    return try schema.keys.sorted().flatMap { keyword in
      try errors(in: value, for: keyword, of: schema, at: place)
    }
  }

  private func errors(
    in value: Any, for keyword: String, of schema: [String: Any], at place: String
  ) throws -> [String] {
    let demand = schema[keyword]
    let object = value as? [String: Any]
    func check(_ holds: Bool) -> [String] { holds ? [] : ["\(place): \(keyword) \(demand ?? "")"] }
    switch keyword {
    case "$schema", "$id", "$defs", "title", "description", "then", "else": return []
    case "$ref":
      let name = (demand as? String)?.split(separator: "/").last.map(String.init) ?? ""
      let definitions = root["$defs"] as? [String: Any]
      return try errors(in: value, against: definitions?[name] ?? false, at: place)
    case "type": return check(isType(value, demand as? String ?? ""))
    case "const": return check((value as? String) == (demand as? String))
    case "enum": return check((demand as? [String] ?? []).contains { $0 == value as? String })
    case "minimum": return check(number(value) >= number(demand))
    case "maximum": return check(number(value) <= number(demand))
    case "minItems": return check(Double((value as? [Any] ?? []).count) >= number(demand))
    case "maxItems": return check(Double((value as? [Any] ?? []).count) <= number(demand))
    case "pattern": return check(try matches(value as? String ?? "", demand as? String ?? ""))
    case "required": return check((demand as? [String] ?? []).allSatisfy { object?[$0] != nil })
    case "dependentRequired":
      let pairs = demand as? [String: [String]] ?? [:]
      return check(
        pairs.allSatisfy { name, others in object?[name] == nil || others.allSatisfy { object?[$0] != nil } }
      )
    case "properties":
      let members = demand as? [String: Any] ?? [:]
      return try members.sorted { $0.key < $1.key }.flatMap { name, schema in
        try object?[name].map { try errors(in: $0, against: schema, at: "\(place).\(name)") } ?? []
      }
    case "additionalProperties":
      let known = schema["properties"] as? [String: Any] ?? [:]
      return check(object?.keys.allSatisfy { known[$0] != nil } ?? true)
    case "items":
      return try (value as? [Any] ?? []).enumerated().flatMap { index, item in
        try errors(in: item, against: demand ?? false, at: "\(place)[\(index)]")
      }
    case "oneOf":
      let outcomes = try (demand as? [Any] ?? []).map { try errors(in: value, against: $0, at: place) }
      let closest = outcomes.min { $0.count < $1.count } ?? []
      return outcomes.count { $0.isEmpty } == 1 ? [] : ["\(place): oneOf"] + closest
    case "if":
      let holds = try errors(in: value, against: demand ?? true, at: place).isEmpty
      return try errors(in: value, against: schema[holds ? "then" : "else"] ?? true, at: place)
    default: throw UnknownKeyword(keyword: keyword)
    }
  }

  private func isType(_ value: Any, _ type: String) -> Bool {
    switch type {
    case "object": value is [String: Any]
    case "array": value is [Any]
    case "string": value is String
    case "number": value is NSNumber
    case "integer": number(value).rounded() == number(value)
    default: false
    }
  }

  private func number(_ value: Any?) -> Double {
    (value as? NSNumber)?.doubleValue ?? .nan
  }

  private func matches(_ text: String, _ pattern: String) throws -> Bool {
    let expression = try NSRegularExpression(pattern: pattern)
    return expression.firstMatch(in: text, range: NSRange(text.startIndex..., in: text)) != nil
  }
}
