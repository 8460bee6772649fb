import ConverterCore
import Testing

private let namespaces =
  "xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""

/// A body with a chart between two paragraphs, and its part.
private func document(_ chart: String) throws -> Document {
  let drawing =
    "<w:r><w:drawing><wp:inline><a:graphic \(namespaces)><a:graphicData><c:chart r:id=\"p0\"/></a:graphicData></a:graphic>"
    + "</wp:inline></w:drawing></w:r>"
  var builder = WordBuilder(
    p(r("before")) + p(drawing) + p(r("after")), parts: [("charts/chart1.xml", "chart", "")])
  builder.rawParts = [
    "charts/chart1.xml": "<c:chartSpace \(namespaces)><c:chart>\(chart)</c:chart></c:chartSpace>"
  ]
  return try builder.document()
}

private func points(_ texts: [String], _ first: Int = 0) -> String {
  texts.enumerated().map { "<c:pt idx=\"\($0.offset + first)\"><c:v>\($0.element)</c:v></c:pt>" }.joined()
}

private func series(_ name: String, _ categories: [String], _ values: [String], first: Int = 0) -> String {
  "<c:ser><c:tx><c:strRef><c:f>Sheet1!$B$1</c:f><c:strCache>\(points([name]))</c:strCache></c:strRef></c:tx>"
    + "<c:cat><c:strRef><c:strCache>\(points(categories))</c:strCache></c:strRef></c:cat>"
    + "<c:val><c:numRef><c:numCache><c:formatCode>General</c:formatCode>\(points(values, first))</c:numCache></c:numRef></c:val></c:ser>"
}

private func title(_ text: String) -> String {
  "<c:title><c:tx><c:rich><a:p><a:r><a:t>\(text)</a:t></a:r></a:p></c:rich></c:tx></c:title>"
}

/// The only table of a document, in the box of its drawing.
private func table(_ document: Document) throws -> Table {
  let tables = document.blocks.flatMap { block -> [Table] in
    guard case .aside(let aside) = block else { return [] }
    return aside.blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
  }
  try #require(tables.count == 1)
  return tables[0]
}

@Test func `The values that a chart keeps are a table with a column for each series`() throws {
  let chart =
    title("Requests")
    + "<c:plotArea><c:barChart>\(series("new", ["2023", "2024"], ["8", "9.5"]))\(series("old", ["2023", "2024"], ["4"], first: 1))"
    + "</c:barChart><c:valAx>\(title("pieces"))</c:valAx></c:plotArea>"
  let read = try document(chart)
  let table = try table(read)
  #expect(table.caption == "Requests")
  #expect(table.cells.map(\.text) == ["", "new", "old", "2023", "8", "", "2024", "9.5", "4"])
  #expect(table.headerRowCount == 1)
  #expect(read.findings.isEmpty)
  #expect(read.blocks.lines.first == "before")
  #expect(read.blocks.lines.last == "after")
  #expect(read.blocks.lines.contains("textBox pieces"))
}

@Test func `Categories of several levels are joined from the outer one to the inner one`() throws {
  let levels = "<c:lvl>\(points(["Q1", "Q2", "Q1"]))</c:lvl><c:lvl>\(points(["2023"]))\(points(["2024"], 2))</c:lvl>"
  let chart =
    "<c:plotArea><c:lineChart><c:ser><c:cat><c:multiLvlStrRef><c:multiLvlStrCache>\(levels)</c:multiLvlStrCache></c:multiLvlStrRef></c:cat>"
    + "<c:val><c:numLit>\(points(["1", "2", "3"]))</c:numLit></c:val></c:ser></c:lineChart></c:plotArea>"
  let table = try table(document(chart))
  #expect(table.cells.map(\.text) == ["", "", "2023 Q1", "1", "2023 Q2", "2", "2024 Q1", "3"])
}

@Test func `A chart with nothing kept is told`() throws {
  let read = try document("<c:plotArea><c:pieChart/></c:plotArea>")
  #expect(read.blocks.lines == ["before", "after"])
  #expect(read.findings.map(\.code) == ["docx.object.chart"])
}

@Test func `A point of any number costs one row`() throws {
  let chart =
    "<c:plotArea><c:scatterChart><c:ser><c:xVal><c:numRef><c:numCache>\(points(["1"], 2_000_000_000))</c:numCache></c:numRef></c:xVal>"
    + "<c:yVal><c:numRef><c:numCache>\(points(["2"], 2_000_000_000))</c:numCache></c:numRef></c:yVal></c:ser></c:scatterChart></c:plotArea>"
  #expect(try table(document(chart)).cells.map(\.text) == ["", "", "1", "2"])
}

@Test func `Numbers of a chart are shown by the format that is kept with them, dates among them`() throws {
  let cache =
    "<c:ser><c:cat><c:numRef><c:numCache><c:formatCode>yyyy/m/d</c:formatCode>\(points(["45292", "45323"]))</c:numCache></c:numRef>"
    + "</c:cat><c:val><c:numRef><c:numCache><c:formatCode>0.0%</c:formatCode><c:pt idx=\"0\"><c:v>0.123</c:v></c:pt>"
    + "<c:pt idx=\"1\" formatCode=\"0.00\"><c:v>0.2</c:v></c:pt></c:numCache></c:numRef></c:val></c:ser>"
  let table = try table(document("<c:plotArea><c:lineChart>\(cache)</c:lineChart></c:plotArea>"))
  #expect(table.cells.map(\.text) == ["", "", "2024/1/1", "12.3%", "2024/2/1", "0.20"])
}
