/// Writes the tables of a document as a workbook (Office Open XML, ECMA-376), one sheet a table in reading order, with
/// merged cells where cells span, and numbers as numbers.
///
/// A workbook holds one document; several in one stream are several workbooks, so give each a file.
public struct WorkbookWriter: Writer {
  public init() {}

  public var format: OutputFormat {
    OutputFormat(
      name: "xlsx", title: "workbook (Office Open XML), one sheet a table", fileExtension: "xlsx",
      holdsTablesAlone: true)
  }

  public func write(_ document: Document, to sink: inout some ByteSink) throws(WritingError) {
    // A workbook without sheets does not open: a document without tables has an empty one.
    let tables = document.tables
    let names = tables.isEmpty ? ["no tables"] : SheetNames.names(of: tables)
    var archive = ZipOutput()
    try archive.add("[Content_Types].xml", WorkbookParts.contentTypes(sheetCount: names.count), to: &sink)
    try archive.add("_rels/.rels", WorkbookParts.packageRelationships, to: &sink)
    try archive.add("xl/workbook.xml", WorkbookParts.workbook(names), to: &sink)
    try archive.add(
      "xl/_rels/workbook.xml.rels", WorkbookParts.workbookRelationships(sheetCount: names.count), to: &sink)
    try archive.add("xl/styles.xml", WorkbookParts.styles, to: &sink)
    for (index, table) in tables.enumerated() {
      try archive.add("xl/worksheets/sheet\(index + 1).xml", WorkbookSheet(table).part().bytes, to: &sink)
    }
    if tables.isEmpty { try archive.add("xl/worksheets/sheet1.xml", WorkbookParts.emptySheet, to: &sink) }
    try archive.finish(to: &sink)
  }
}

extension WorkbookWriter {
  /// Texts and captions that are longer than a workbook holds. Units of tables, and what stands outside of tables, are no
  /// part of this output.
  public func losses(of document: Document) -> [Finding] {
    let tables = document.tables
    // By index: taking a cell out would count references to its texts.
    let cutTexts = tables.flatMap { table in
      table.cells.indices.filter { SheetValue.isCut(table.cells[$0]) }.map { table.cells[$0].origin.place }
    }
    let cutCaptions = zip(tables, SheetNames.names(of: tables)).count { table, name in
      guard let caption = table.caption else { return false }
      return !name.hasSuffix(TextJoining.oneLine(caption))
    }
    return (cutTexts.first.map { [.cutTexts(cutTexts.count, at: $0, longest: SheetValue.longestText)] } ?? [])
      + (cutCaptions > 0 ? [.cutCaptions(cutCaptions)] : [])
  }
}

/// The names of sheets: the number of the table and its caption, without what names must not have.
enum SheetNames {
  static func names(of tables: [Table]) -> [String] {
    tables.enumerated().map { index, table in
      let caption = TextJoining.oneLine(table.caption ?? "").filter { !"[]:*?/\\'".contains($0) }
      return caption.isEmpty ? "t\(index + 1)" : "t\(index + 1) \(caption)".start(utf16Count: longestName)
    }
  }

  /// Units of UTF-16 of a name in the programs that read workbooks.
  private static let longestName = 31
}

extension String {
  /// As many characters as fit into so many units of UTF-16, in which programs that read workbooks count.
  func start(utf16Count: Int) -> String {
    // No text has more such units than bytes.
    if utf8.count <= utf16Count { return self }
    var room = utf16Count
    return String(
      prefix { character in
        room -= character.utf16.count
        return room >= 0
      })
  }
}
