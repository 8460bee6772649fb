import CLibXML2
import ConverterCore
import ConverterTesting
import Markup
import Testing

/// Our scanner beside libxml2, over documents made at random and damaged at random.
struct XMLAgreementTests {
  @Test(arguments: 0..<24) func `What libxml2 accepts is read alike`(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    for round in 0..<250 {
      var document = RandomDocument(&random).bytes
      if round % 2 == 1 { damage(&document, &random) }
      let theirs = LibXML2Reading(document)
      let ours = try CursorReading(document)
      let text = String(decoding: document, as: UTF8.self)
      if theirs.errorCode == nil {
        #expect(ours.failure == nil, "seed \(seed), round \(round): \(text)")
        #expect(ours.events == theirs.events, "seed \(seed), round \(round): \(text)")
      } else if let code = theirs.errorCode, LibXML2Reading.breaksElements(code) {
        #expect(ours.failure != nil, "seed \(seed), round \(round), error \(code): \(text)")
      }
    }
  }

  /// Changes a few bytes: most damage breaks the markup, some of it makes another sound document.
  private func damage(_ document: inout [UInt8], _ random: inout SeededGenerator) {
    for _ in 0...number(below: 3, &random) where document.count > 2 {
      let place = number(below: document.count, &random)
      switch number(below: 4, &random) {
      case 0: document.remove(at: place)
      case 1: document.insert(Array("<>/&;'\"= abx:!-[]?".utf8).randomElement(using: &random) ?? 0x20, at: place)
      case 2: document.swapAt(place, number(below: document.count, &random))
      default: document.removeSubrange(place..<min(document.count, place + number(below: 8, &random)))
      }
    }
  }
}

private let vocabulary = XMLVocabulary(
  elements: ["a", "t", "n:b", "n:t"], attributes: ["id", "n:val"], namespaces: [("urn:new", "n")])

/// A document of nested elements with prefixes, attributes, references, comments, instructions and CDATA sections.
private struct RandomDocument {
  private(set) var text = ""

  var bytes: [UInt8] { Array(text.utf8) }

  init(_ random: inout SeededGenerator) {
    if number(below: 3, &random) == 0 { text += "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone='yes'?>\n" }
    if number(below: 4, &random) == 0 { text += "<!-- <a> & -->" }
    element(depth: 0, &random)
    if number(below: 4, &random) == 0 { text += "\n<?after all?>\n" }
  }

  private mutating func element(depth: Int, _ random: inout SeededGenerator) {
    let name = ["a", "t", "x:b", "x:t", "y:b", "other"].randomElement(using: &random) ?? "a"
    text += "<\(name)"
    if depth == 0 { text += " xmlns:x='urn:new' xmlns:y = \"urn:none\"" }
    if number(below: 6, &random) == 0 { text += " xmlns:y='urn:new'" }
    if number(below: 8, &random) == 0 { text += " xmlns='urn:new'" }
    if number(below: 3, &random) == 0 { text += " id='\(piece(&random))'" }
    if number(below: 4, &random) == 0 { text += "\n\tx:val=\"\(piece(&random))\" " }
    if number(below: 5, &random) == 0 {
      text += number(below: 2, &random) == 0 ? "/>" : " />"
      return
    }
    text += ">"
    for _ in 0..<number(below: depth > 5 ? 1 : 5, &random) {
      switch number(below: 8, &random) {
      case 0...2: element(depth: depth + 1, &random)
      case 3: text += "<!-- \(piece(&random)) > <b> -->"
      case 4: text += "<![CDATA[<&\(piece(&random))]]>"
      case 5: text += "<?do \(piece(&random))?>"
      default: text += piece(&random)
      }
    }
    text += "</\(name)\(number(below: 6, &random) == 0 ? " " : "")>"
  }

  private func piece(_ random: inout SeededGenerator) -> String {
    let pieces = ["", " ", "one", "一二", "&amp;", "&lt;b&gt;", "&#x4E00;", "&#65;", "\r\n", "\t", "a\rb", "é𠀀", "x > y"]
    return (0..<number(below: 3, &random)).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
  }
}

private func number(below bound: Int, _ random: inout SeededGenerator) -> Int {
  Int.random(in: 0..<bound, using: &random)
}

/// What the cursor shows: names, attributes, and the text directly inside of elements named `t`.
private struct CursorReading {
  private(set) var events: [String] = []
  private(set) var failure: XMLFailure?

  init(_ document: [UInt8]) throws {
    var cursor = try XMLCursor(vocabulary, depthLimit: 1000, bytes: document)
    visit(cursor.scope, &cursor)
    failure = cursor.failure
  }

  private mutating func visit(_ scope: XMLScope, _ cursor: inout XMLCursor) {
    while cursor.nextChild(of: scope) != nil {
      let name = cursor.elementName
      events.append("\(name) id=\(cursor.string(0) ?? "none") val=\(cursor.string(1) ?? "none")")
      if name == "t" || name == "n:t" { events.append(cursor.text()) } else { visit(cursor.scope, &cursor) }
    }
  }
}

/// The same by libxml2's reader.
private struct LibXML2Reading {
  private(set) var events: [String] = []
  private(set) var errorCode: Int32?

  init(_ document: [UInt8]) {
    xmlResetLastError()
    unsafe document.withUnsafeBytes { bytes in
      let options = XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
      guard
        let reader = unsafe xmlReaderForMemory(
          bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count), nil, nil, Int32(options))
      else { return }
      defer { unsafe xmlFreeTextReader(reader) }
      var status = unsafe xmlTextReaderRead(reader)
      while status == 1 {
        unsafe take(reader)
        status = unsafe xmlTextReaderRead(reader)
      }
      // Names that namespaces do not allow are told, and read all the same.
      errorCode = unsafe xmlGetLastError()?.pointee.code ?? (status == 0 ? nil : -1)
    }
  }

  /// The text directly inside of the open element named `t`, and how deep that is.
  private var text: (content: String, depth: Int32)?

  private mutating func take(_ reader: xmlTextReaderPtr) {
    let depth = unsafe xmlTextReaderDepth(reader)
    switch unsafe UInt32(xmlTextReaderNodeType(reader)) {
    case XML_READER_TYPE_ELEMENT.rawValue where text == nil:
      let local = unsafe string(xmlTextReaderConstLocalName(reader)) ?? ""
      let name =
        switch unsafe string(xmlTextReaderConstNamespaceUri(reader)) {
        case nil: local
        case "urn:new": "n:\(local)"
        case let other?: "{\(other)}:\(local)"
        }
      let id = unsafe owned(xmlTextReaderGetAttribute(reader, "id")) ?? "none"
      let value = unsafe owned(xmlTextReaderGetAttributeNs(reader, "val", "urn:new")) ?? "none"
      events.append("\(name) id=\(id) val=\(value)")
      guard name == "t" || name == "n:t" else { return }
      if unsafe xmlTextReaderIsEmptyElement(reader) == 1 { events.append("") } else { text = ("", depth) }
    case XML_READER_TYPE_END_ELEMENT.rawValue:
      guard let done = text, done.depth == depth else { return }
      events.append(done.content)
      text = nil
    case XML_READER_TYPE_TEXT.rawValue, XML_READER_TYPE_CDATA.rawValue, XML_READER_TYPE_WHITESPACE.rawValue,
      XML_READER_TYPE_SIGNIFICANT_WHITESPACE.rawValue:
      guard let outer = text, depth == outer.depth + 1 else { return }
      let piece = unsafe string(xmlTextReaderConstValue(reader)) ?? ""
      // libxml2 leaves the line ends of CDATA sections as they stand; XML makes them one character too (2.11).
      for character in piece { text?.content.append(character == "\r\n" || character == "\r" ? "\n" : character) }
    default: break
    }
  }

  private func string(_ text: UnsafePointer<UInt8>?) -> String? { unsafe text.map { unsafe String(cString: $0) } }

  private func owned(_ text: UnsafeMutablePointer<UInt8>?) -> String? {
    defer { if let text = unsafe text { unsafe xml_text_free(text) } }
    return unsafe string(text)
  }

  /// Whether an error is of tags that do not match, are cut or missing.
  static func breaksElements(_ code: Int32) -> Bool {
    [
      XML_ERR_DOCUMENT_EMPTY, XML_ERR_DOCUMENT_END, XML_ERR_LTSLASH_REQUIRED,
      XML_ERR_TAG_NAME_MISMATCH,
      XML_ERR_TAG_NOT_FINISHED, XML_ERR_ATTRIBUTE_NOT_STARTED, XML_ERR_ATTRIBUTE_NOT_FINISHED,
      XML_ERR_CDATA_NOT_FINISHED, XML_ERR_PI_NOT_FINISHED, XML_ERR_ATTRIBUTE_WITHOUT_VALUE,
    ].contains { Int32($0.rawValue) == code }
  }
}
