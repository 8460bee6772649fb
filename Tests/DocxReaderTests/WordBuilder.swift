import ConverterCore
import ConverterTesting
import DocxReader
import FoundationEssentials

/// A small Word package in memory: a body, and parts beside it.
struct WordBuilder {
  /// The XML inside `w:body`.
  var body: String

  /// Parts by name below `word/`, with the kind of their relationship and the XML inside their root element.
  var parts: [(name: String, kind: String, xml: String)] = []

  /// The whole XML of parts that have another root element.
  var rawParts: [String: String] = [:]

  /// The bytes of parts that are no XML.
  var rawBytes: [String: [UInt8]] = [:]

  /// Relationships of parts other than the main one, by the name of the part: ids, kinds and targets.
  var partRelationships: [String: [(id: String, kind: String, target: String)]] = [:]

  /// Relationships by hand, as XML.
  var relationships = ""

  /// Whether the namespaces are those of the strict form.
  var isStrict = false

  init(_ body: String, parts: [(name: String, kind: String, xml: String)] = []) {
    self.body = body
    self.parts = parts
  }

  private var word: String {
    isStrict
      ? "http://purl.oclc.org/ooxml/wordprocessingml/main"
      : "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  }

  private func root(_ name: String, _ inner: String) -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?><w:\(name) xmlns:w="\(word)" \
    xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" \
    xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" \
    xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" \
    xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" \
    xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" \
    xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office">\(inner)</w:\(name)>
    """
  }

  private func links(_ links: String) -> String {
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\(links)</Relationships>"
  }

  private func link(_ id: String, _ kind: String, _ target: String) -> String {
    let type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/\(kind)"
    return "<Relationship Id=\"\(id)\" Type=\"\(type)\" Target=\"\(target)\"/>"
  }

  /// The archive.
  var zip: ZipBuilder {
    var members = [
      (name: "_rels/.rels", text: links(link("rId1", "officeDocument", "word/document.xml"))),
      (name: "word/document.xml", text: root("document", "<w:body>\(body)</w:body>")),
    ]
    let stated = parts.enumerated().map { link("p\($0.offset)", $0.element.kind, $0.element.name) }
    members.append((name: "word/_rels/document.xml.rels", text: links(stated.joined() + relationships)))
    members += parts.map { part in
      (name: "word/\(part.name)", text: rawParts[part.name] ?? root(Self.rootName(part.kind), part.xml))
    }
    for (part, stated) in partRelationships.sorted(by: { $0.key < $1.key }) {
      members.append((name: "word/_rels/\(part).rels", text: links(stated.map(link).joined())))
    }
    var zip = ZipBuilder(members)
    for place in zip.members.indices {
      let name = String(decoding: zip.members[place].name.dropFirst("word/".count), as: UTF8.self)
      if let bytes = rawBytes[name] { zip.members[place].bytes = bytes }
    }
    return zip
  }

  private static func rootName(_ kind: String) -> String {
    switch kind {
    case "header": "hdr"
    case "footer": "ftr"
    default: kind
    }
  }

  var source: Source { Source(name: "test.docx", bytes: Data(zip.bytes), format: "docx") }

  /// The document as read.
  func document(
    _ options: WordOptions = .init(), _ limits: Limits = .standard
  ) throws(ReadingError) -> Document {
    try DocxReader(options: options).read(source, within: limits)
  }
}

/// The blocks of a body.
func blocks(_ body: String, _ options: WordOptions = .init()) throws -> [Block] {
  try WordBuilder(body).document(options).blocks
}

/// The texts of the blocks of a body, labels before them.
func lines(_ body: String, _ options: WordOptions = .init()) throws -> [String] {
  try blocks(body, options).lines
}

extension [Block] {
  /// One line for each block; asides with their role before them.
  var lines: [String] {
    flatMap { block -> [String] in
      switch block {
      case .paragraph(let paragraph): [paragraph.text]
      case .heading(let heading): ["\(heading.level) \(heading.label ?? "")\(heading.text)"]
      case .listItem(let item): ["\(item.label ?? "-")|\(item.text)"]
      case .figure(let figure): ["figure \(figure.text)"]
      case .table(let table): table.cells.map(\.text)
      case .aside(let aside): aside.blocks.lines.map { "\(aside.role.rawValue) \($0)" }
      }
    }
  }
}

/// The only table of a body, drawn as `row+rows column+columns text`, a line for each cell.
func table(_ rows: String, _ options: WordOptions = .init()) throws -> [String] {
  try blocks("<w:tbl>\(rows)</w:tbl>", options).flatMap(\.tables).flatMap { table in
    table.cells.map { cell in
      "\(cell.rows.lowerBound)+\(cell.rows.count) \(cell.columns.lowerBound)+\(cell.columns.count) \(cell.text)"
    }
  }
}

/// A run of text.
func r(_ text: String, _ properties: String = "") -> String {
  "<w:r><w:rPr>\(properties)</w:rPr><w:t xml:space=\"preserve\">\(text)</w:t></w:r>"
}

/// A paragraph.
func p(_ text: String, _ properties: String = "") -> String {
  "<w:p><w:pPr>\(properties)</w:pPr>\(text.hasPrefix("<") ? text : r(text))</w:p>"
}

/// A cell.
func tc(_ text: String, _ properties: String = "") -> String {
  "<w:tc><w:tcPr>\(properties)</w:tcPr>\(text.hasPrefix("<") ? text : p(text))</w:tc>"
}

/// A row of cells.
func tr(_ cells: String..., properties: String = "") -> String {
  "<w:tr><w:trPr>\(properties)</w:trPr>\(cells.map { $0.hasPrefix("<") ? $0 : tc($0) }.joined())</w:tr>"
}
