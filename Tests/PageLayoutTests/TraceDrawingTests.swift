import ConverterCore
import Foundation
import FoundationXML
import PageLayout
import Testing

/// Drawings of pages are files for other programs: well-formed, whole, and true.
@Suite struct TraceDrawingTests {
  /// A page with a ruled table and a line of text, all of it with characters that are markup.
  private static let page: Page = {
    var sketch = SketchPage()
    sketch.grid(xs: [100, 200, 300], ys: [100, 120, 140, 160])
    sketch.write("R&D", 105, 114)
    sketch.write("<b>", 205, 114)
    sketch.write("pumps", 105, 134)
    sketch.write("\"7\"", 205, 134)
    sketch.write("wells", 105, 154)
    sketch.write("\u{1}12", 205, 154)
    sketch.write("Text below & beside <the> table.", 100, 200)
    sketch.page.images = [PageImage(box: Rectangle(x0: 400, y0: 400, x1: 500, y1: 500))]
    sketch.page.fills = [Fill(box: Rectangle(x0: 100, y0: 100, x1: 300, y1: 120), color: .white)]
    return sketch.page
  }()

  private func image(of page: Page, picture: String? = nil) -> String {
    var output = OutputBuffer()
    TraceImage(TraceDrawing(PageAnalyzer().trace(of: page), picture: picture)).write(to: &output)
    return String(decoding: output.bytes, as: UTF8.self)
  }

  private func book(of pages: [Page]) -> String {
    var output = OutputBuffer()
    let book = TraceBook(name: "R&D <2024>.pdf", pageCount: pages.count + 1, hasPictures: false)
    book.writePrologue(to: &output)
    for page in pages { book.write(TraceDrawing(PageAnalyzer().trace(of: page)), to: &output) }
    book.write(unreadablePage: pages.count + 1, "a page with <errors>", to: &output)
    book.writeEpilogue(to: &output)
    return String(decoding: output.bytes, as: UTF8.self)
  }

  @Test func `an image is well-formed and has all layers in their order`() throws {
    let parsed = try ParsedMarkup(image(of: Self.page))
    #expect(parsed.root == "svg")
    #expect(parsed.values(of: "id", on: "g") == TraceLayer.allCases.map(\.rawValue))
  }

  @Test func `cells come with their position, kind and text, nothing of it markup`() throws {
    let parsed = try ParsedMarkup(image(of: Self.page))
    #expect(parsed.titles.contains { $0.hasPrefix("cell 0,0") && $0.contains("“R&D”") })
    #expect(parsed.titles.contains { $0.hasPrefix("cell 0,1") && $0.contains("“<b>”") })
    #expect(parsed.titles.contains { $0.hasPrefix("cell 1,1") && $0.contains("“\"7\"”") })
    #expect(parsed.titles.contains { $0.contains("Text below & beside <the> table.") })
    #expect(parsed.boxes(ofClass: "cell").contains(Rectangle(x0: 200, y0: 100, x1: 300, y1: 120)))
  }

  @Test func `candidates name the criterion that decided`() throws {
    var sketch = SketchPage()
    sketch.grid(xs: [100, 200, 300], ys: [100, 150])
    sketch.write("alone", 110, 130)
    let parsed = try ParsedMarkup(image(of: sketch.page))
    #expect(parsed.titles.contains("candidate 1: ruled 1 × 2, 1 of 2 areas filled, rejected: empty"))
    #expect(!parsed.values(of: "class", on: "rect").contains("table"))
  }

  @Test func `the text is shown where no picture shows it`() throws {
    let without = try ParsedMarkup(image(of: Self.page))
    let with = try ParsedMarkup(image(of: Self.page, picture: "data:image/png;base64,AAAA"))
    #expect(without.hiddenLayers == ["rulings", "glyphs", "words", "lines"])
    #expect(with.hiddenLayers == ["rulings", "glyphs", "words", "lines", "text"])
    #expect(with.values(of: "href", on: "image") == ["data:image/png;base64,AAAA"])
  }

  @Test func `a page whose lines cannot be seen says so`() throws {
    var page = Self.page
    page.rulings = nil
    page.fills = nil
    let drawing = image(of: page)
    #expect(drawing.contains("rulings as drawn: not seen by this build"))
    #expect(drawing.contains("rules after joining: not seen by this build"))
    #expect(!image(of: Self.page).contains("not seen"))
  }

  @Test func `ink that is nowhere does no harm`() throws {
    var page = Self.page
    page.glyphs[0].box = Rectangle(x0: .nan, y0: -.infinity, x1: .infinity, y1: 1e300)
    page.fills = [Fill(box: Rectangle(x0: -1e300, y0: 0, x1: 1e300, y1: 5), color: .black)]
    page.width = .infinity
    _ = try ParsedMarkup(image(of: page))
    _ = try ParsedMarkup(image(of: Page(number: 1, width: 0, height: 0)))
  }

  @Test func `a book holds every page, also one that cannot be read`() throws {
    var second = Self.page
    second.number = 2
    let text = book(of: [Self.page, second])
    let parsed = try ParsedMarkup(text)
    #expect(parsed.values(of: "id", on: "section") == ["page-1", "page-2", "page-3"])
    #expect(parsed.values(of: "data-layer", on: "input") == TraceLayer.allCases.map(\.rawValue))
    #expect(text.contains("a page with &lt;errors&gt;"))
    #expect(parsed.titles.contains("R&D <2024>.pdf, explained"))
    #expect(!text.contains("http://") || text.matches(of: /(src|href)="http/).isEmpty)
  }
}

/// What a parser of XML sees of a drawing.
private final class ParsedMarkup: NSObject, XMLParserDelegate {
  private(set) var root: String?
  private(set) var titles: [String] = []
  private var elements: [(name: String, attributes: [String: String])] = []
  private var text: String?

  init(_ markup: String) throws {
    super.init()
    let parser = XMLParser(data: Data(markup.utf8))
    parser.delegate = self
    guard parser.parse() else {
      throw parser.parserError ?? CocoaError(.coderReadCorrupt)
    }
  }

  func values(of attribute: String, on element: String) -> [String] {
    elements.filter { $0.name == element }.compactMap { $0.attributes[attribute] }
  }

  var hiddenLayers: [String] {
    elements.filter { $0.name == "g" && $0.attributes["style"] == "display:none" }.compactMap { $0.attributes["id"] }
  }

  func boxes(ofClass name: String) -> [Rectangle] {
    elements.compactMap { element in
      guard element.attributes["class"]?.split(separator: " ").first.map(String.init) == name else { return nil }
      let numbers = ["x", "y", "width", "height"].compactMap { element.attributes[$0].flatMap(Double.init) }
      guard numbers.count == 4 else { return nil }
      return Rectangle(x0: numbers[0], y0: numbers[1], x1: numbers[0] + numbers[2], y1: numbers[1] + numbers[3])
    }
  }

  func parser(
    _ parser: XMLParser, didStartElement element: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    root = root ?? element
    elements.append((element, attributes))
    if element == "title" { text = "" }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    text? += string
  }

  func parser(_ parser: XMLParser, didEndElement element: String, namespaceURI: String?, qualifiedName: String?) {
    if element == "title", let text { titles.append(text) }
    if element == "title" { text = nil }
  }
}
