internal import Markup

/// The names of the Word formats in their transitional (ECMA-376 part 4) and strict (part 1) namespaces.
enum WordVocabulary {
  static let names = XMLVocabulary(
    elements: WordName.all.map(\.rawValue),
    ignored: SkippedElements.names,
    attributes: WordAttribute.allCases.map(\.spelling),
    aliases: aliases,
    namespaces: namespaces)

  /// Names of Word 2003 XML (WordprocessingML 2003, `w:wordDocument`) that became others in Office Open XML.
  private static let aliases: [String: String] = [
    "w:wordDocument": "w:document", "wx:sect": "w:customXml", "wx:sub-section": "w:customXml",
    "w:cfChunk": "w:customXml",
    "aml:content": "w:sdtContent", "w:vmerge": "w:vMerge", "w:hmerge": "w:hMerge", "w:hlink": "w:hyperlink",
    "w:listPr": "w:numPr", "w:ilfo": "w:numId", "w:lists": "w:numbering", "w:listDef": "w:abstractNum",
    "w:listDefId": "w:abstractNumId", "w:list": "w:num", "w:ilst": "w:abstractNumId", "w:nfc": "w:numFmt",
    "w:docPr": "w:settings",
    "o:DocumentProperties": "cp:coreProperties", "o:Title": "dc:title", "o:Author": "dc:creator",
    "o:Created": "dcterms:created", "o:LastSaved": "dcterms:modified", "o:Pages": "ep:Pages",
  ]

  private static let namespaces: [(uri: String, prefix: String)] = [
    ("http://schemas.openxmlformats.org/wordprocessingml/2006/main", "w"),
    ("http://purl.oclc.org/ooxml/wordprocessingml/main", "w"),
    (SingleWordFile.namespace, "w"),
    ("http://schemas.microsoft.com/office/word/2003/auxHint", "wx"),
    ("http://schemas.microsoft.com/aml/2001/core", "aml"),
    ("http://schemas.openxmlformats.org/officeDocument/2006/relationships", "r"),
    ("http://purl.oclc.org/ooxml/officeDocument/relationships", "r"),
    ("http://schemas.openxmlformats.org/officeDocument/2006/math", "m"),
    ("http://purl.oclc.org/ooxml/officeDocument/math", "m"),
    ("http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing", "wp"),
    ("http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing", "wp"),
    ("http://schemas.openxmlformats.org/drawingml/2006/main", "a"),
    ("http://purl.oclc.org/ooxml/drawingml/main", "a"),
    ("http://schemas.openxmlformats.org/drawingml/2006/picture", "pic"),
    ("http://purl.oclc.org/ooxml/drawingml/picture", "pic"),
    ("http://schemas.openxmlformats.org/drawingml/2006/diagram", "dgm"),
    ("http://purl.oclc.org/ooxml/drawingml/diagram", "dgm"),
    ("http://schemas.openxmlformats.org/drawingml/2006/chart", "c"),
    ("http://purl.oclc.org/ooxml/drawingml/chart", "c"),
    ("http://schemas.microsoft.com/office/drawing/2014/chartex", "cx"),
    ("http://schemas.openxmlformats.org/markup-compatibility/2006", "mc"),
    ("urn:schemas-microsoft-com:vml", "v"),
    ("urn:schemas-microsoft-com:office:office", "o"),
    ("http://www.w3.org/XML/1998/namespace", "xml"),
    ("http://schemas.openxmlformats.org/package/2006/relationships", "rel"),
    ("http://schemas.openxmlformats.org/package/2006/content-types", "ct"),
    ("http://schemas.openxmlformats.org/package/2006/metadata/core-properties", "cp"),
    ("http://purl.org/dc/elements/1.1/", "dc"),
    ("http://purl.org/dc/terms/", "dcterms"),
    ("http://schemas.openxmlformats.org/officeDocument/2006/extended-properties", "ep"),
    ("http://purl.oclc.org/ooxml/officeDocument/extendedProperties", "ep"),
    ("http://schemas.microsoft.com/office/2006/xmlPackage", "pkg"),
  ]
}

extension XMLCursor {
  /// Enters the next child of an open element; `nil` at its end.
  mutating func child(of scope: XMLScope) -> WordName? {
    nextChild(of: scope).map(WordName.init(number:))
  }

  /// Enters the first child of an open element that has one of some names, and looks at nothing behind it; `nil` where there is
  /// none.
  mutating func child(of scope: XMLScope, named wanted: WordName...) -> XMLScope? {
    while let name = child(of: scope) {
      if wanted.contains(name) { return self.scope }
    }
    return nil
  }

  mutating func string(_ attribute: WordAttribute) -> String? {
    string(attribute.rawValue)
  }

  mutating func integer(_ attribute: WordAttribute) -> Int? {
    integer(attribute.rawValue)
  }

  mutating func attribute(_ attribute: WordAttribute, is value: StaticString) -> Bool {
    self.attribute(attribute.rawValue, is: value)
  }

  mutating func hasAttribute(_ attribute: WordAttribute) -> Bool {
    hasAttribute(attribute.rawValue)
  }

  /// The value of a property that is either on or off (ECMA-376 part 1, 17.17.4): on where nothing else is said.
  var isOn: Bool {
    mutating get {
      guard hasAttribute(.val) else { return true }
      return
        !(attribute(.val, is: "0") || attribute(.val, is: "false") || attribute(.val, is: "off")
        || attribute(.val, is: "none"))
    }
  }
}
