internal import ConverterCore

extension PluginManifest {
  /// Reads the bytes of a file.
  ///
  /// - Parameters:
  ///   - json: the bytes of the file.
  ///   - path: where it stands.
  /// - Throws: ``PluginProblem`` with the first thing that is wrong and the way to it.
  package init(json: [UInt8], path: String) throws(PluginProblem) {
    do throws(JSONNodeError) {
      try self.init(try JSONNode(json: json), path: path)
    } catch {
      throw PluginProblem("The plug-in “\(path)” cannot be used: \(error).")
    }
  }

  private init(_ node: JSONNode, path: String) throws(JSONNodeError) {
    let file = try node.object(
      "protocol", "name", "version", "summary", "command", "reads", "writes", "features", "priority")
    let version = try file.required("protocol")
    guard try version.text() == Self.protocolVersion else {
      throw version.fail("it is “\(try version.text())”, and this program speaks “\(Self.protocolVersion)”")
    }
    name = try file.required("name").shortName()
    self.version = try file.required("version").line()
    summary = try file.optional("summary")?.line() ?? ""
    command = try file.required("command").texts()
    guard !command.isEmpty else { throw try file.required("command").fail("there is no program") }
    guard !command.contains(where: { $0.utf8.contains(0) }) else {
      throw try file.required("command").fail("a program and its arguments hold no NUL")
    }
    reads = try file.items("reads").map(Format.init)
    writes = try file.items("writes").map(OutputFormat.init)
    if let name = reads.map(\.name).firstRepeated {
      throw try file.required("reads").fail("the format “\(name)” stands there twice")
    }
    if let name = writes.map(\.name).firstRepeated {
      throw try file.required("writes").fail("the format “\(name)” stands there twice")
    }
    guard !reads.isEmpty || !writes.isEmpty else { throw node.fail("it neither reads nor writes a format") }
    features = try file.items("features").map { item throws(JSONNodeError) in try item.choice(Feature.self) }
    priority = try file.optional("priority")?.integer() ?? 0
    self.path = path
  }
}

extension JSONNode {
  /// A text for people that stands in one line.
  fileprivate func line() throws(JSONNodeError) -> String {
    let text = try text()
    guard text.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control }) else {
      throw fail("the text holds a control character")
    }
    return text
  }

  /// A name that can be typed anywhere: lower-case letters, digits and hyphens.
  fileprivate func shortName() throws(JSONNodeError) -> String {
    let name = try text()
    let isPlain = name.utf8.allSatisfy {
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
        || $0 == UInt8(ascii: "-")
    }
    guard isPlain else { throw fail("“\(name)” must be made of lower-case letters, digits and hyphens") }
    return name
  }

  /// What stands behind the last dot of a file's name, or several such pieces: `eml`, `tar.gz`.
  fileprivate func fileExtension() throws(JSONNodeError) -> String {
    let text = try text()
    guard !text.hasPrefix("."), PartName.isValid(text) else {
      throw fail("“\(text)” is no extension of a file; it has no dot before it, no slash and no control characters")
    }
    return text
  }
}

extension Format {
  fileprivate init(_ node: JSONNode) throws(JSONNodeError) {
    let file = try node.object("name", "title", "extensions", "signatures")
    self.init(
      name: try file.required("name").shortName(),
      title: try file.required("title").line(),
      extensions: try file.items("extensions").map { item throws(JSONNodeError) in try item.fileExtension().lowercased()
      },
      signatures: try file.items("signatures").map(Signature.init))
    guard !extensions.isEmpty || !signatures.isEmpty else {
      throw node.fail("there are neither extensions nor signatures to know the format by")
    }
  }
}

extension OutputFormat {
  fileprivate init(_ node: JSONNode) throws(JSONNodeError) {
    let file = try node.object("name", "title", "extension")
    self.init(
      name: try file.required("name").shortName(),
      title: try file.required("title").line(),
      fileExtension: try file.required("extension").fileExtension())
  }
}

extension Signature {
  /// One kind of mark; `bytes` and `text` stand at an `offset`, or somewhere `within` the first bytes.
  fileprivate init(_ node: JSONNode) throws(JSONNodeError) {
    let file = try node.object(
      "bytes", "text", "offset", "within", "zipMember", "compoundStream", "firstTag", "rootElement", "namespace")
    let kinds = ["bytes", "text", "zipMember", "compoundStream", "firstTag", "rootElement"].filter {
      file.optional($0) != nil
    }
    guard kinds.count < 2 else {
      throw node.fail("\(kinds.joined(separator: " and ")) are several signatures; give each an object of its own")
    }
    for (detail, owners) in [
      ("offset", ["bytes", "text"]), ("within", ["bytes", "text"]), ("namespace", ["rootElement"]),
    ] where file.optional(detail) != nil && !kinds.allSatisfy(owners.contains) {
      throw node.fail("\(kinds.joined()) has no \(detail); \(owners.joined(separator: " and ")) may have")
    }
    if file.optional("offset") != nil, file.optional("within") != nil {
      throw node.fail("offset and within exclude each other: a mark stands at one place or anywhere before one")
    }
    if let member = file.optional("zipMember") {
      self = .zipMember(try member.text())
    } else if let stream = file.optional("compoundStream") {
      self = .compoundStream(try stream.text())
    } else if let tags = file.optional("firstTag") {
      let names = try tags.texts().map { $0.lowercased() }
      guard !names.isEmpty else { throw tags.fail("there is no tag") }
      self = .firstTag(names)
    } else if let root = file.optional("rootElement") {
      self = .rootElement(namespace: try file.optional("namespace")?.text() ?? "", name: try root.text())
    } else {
      let mark: [UInt8]
      if let text = file.optional("text") {
        mark = Array(try text.text().utf8)
      } else if let bytes = file.optional("bytes") {
        mark = try bytes.hexadecimal()
      } else {
        throw node.fail("one of bytes, text, zipMember, compoundStream, firstTag, rootElement is needed")
      }
      let within = try file.optional("within")?.position()
      let offset = try file.optional("offset")?.position() ?? 0
      self = within.map { .bytesNearStart(mark, within: $0) } ?? .bytes(mark, offset: offset)
    }
  }
}

extension JSONNode {
  /// A place among the bytes that detection looks at.
  fileprivate func position() throws(JSONNodeError) -> Int {
    let number = try integer()
    guard (0...4096).contains(number) else { throw fail("detection looks at the first 4096 bytes") }
    return number
  }

  /// Bytes from pairs of hexadecimal digits.
  fileprivate func hexadecimal() throws(JSONNodeError) -> [UInt8] {
    let digits = try text().filter { $0 != " " }.map(\.hexDigitValue)
    let values = digits.compactMap { $0 }
    guard values.count == digits.count, values.count.isMultiple(of: 2) else {
      throw fail("bytes are pairs of hexadecimal digits")
    }
    return stride(from: 0, to: values.count, by: 2).map { UInt8(values[$0] << 4 | values[$0 + 1]) }
  }
}
