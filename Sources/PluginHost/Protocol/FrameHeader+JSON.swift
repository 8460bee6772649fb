package import ConverterCore

extension FrameHeader: JSONRecord {
  package func writeMembers(to json: inout JSONOutput) {
    json.member("asked", asked)
    json.member("bytes", bytes)
    json.member("code", code)
    json.member("encoding", encoding)
    json.member("entry", entry)
    json.member("format", format)
    json.member("job", job)
    json.member("last", last)
    json.member("limits", limits)
    json.member("message", message)
    json.member("name", name)
    json.member("part", part)
    json.member("password", password)
    json.member("protocol", `protocol`)
    json.member("type", word: type.rawValue)
    json.member("writer", writer)
  }

  package init(from json: inout JSONScanner) throws(ReadingError) {
    var header = FrameHeader(type: .progress)
    var type: Kind?
    try json.beginObject()
    while let name = try json.nextMember() {
      switch name {
      case "asked": header.asked = try json.integer()
      case "bytes": header.bytes = try json.integer()
      case "code": header.code = try json.string()
      case "encoding": header.encoding = try json.string()
      case "entry": header.entry = try json.integer()
      case "format": header.format = try json.string()
      case "job": header.job = try json.integer()
      case "last": header.last = try json.boolean()
      case "limits": header.limits = try json.record(PluginLimits.self)
      case "message": header.message = try json.string()
      case "name": header.name = try json.string()
      case "part": header.part = try json.string()
      case "password": header.password = try json.string()
      case "protocol": header.protocol = try json.string()
      case "type": type = try json.word(Kind.self)
      case "writer": header.writer = try json.integer()
      default: try json.skipValue()
      }
    }
    header.type = try json.required(type, "type")
    self = header
  }
}

extension PluginLimits: JSONRecord {
  package func writeMembers(to json: inout JSONOutput) {
    json.member("cells", cells)
    json.member("depth", depth)
    json.member("entries", entries)
    json.member("pages", pages)
    json.member("ratio", ratio)
    json.member("unpackedBytes", unpackedBytes)
  }

  package init(from json: inout JSONScanner) throws(ReadingError) {
    var bounds: [String: Int] = [:]
    try json.beginObject()
    while let name = try json.nextMember() {
      switch name {
      case "cells", "depth", "entries", "pages", "ratio", "unpackedBytes": bounds[name] = try json.integer()
      default: try json.skipValue()
      }
    }
    pages = try json.required(bounds["pages"], "pages")
    cells = try json.required(bounds["cells"], "cells")
    depth = try json.required(bounds["depth"], "depth")
    unpackedBytes = try json.required(bounds["unpackedBytes"], "unpackedBytes")
    ratio = try json.required(bounds["ratio"], "ratio")
    entries = try json.required(bounds["entries"], "entries")
  }
}
