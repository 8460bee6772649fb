import Foundation
import FoundationXML
import Testing

/// `convert explain`, run as its users run it.
@Suite struct ExplainTests {
  private static let sample = "Samples/annual-report.pdf"

  private func isWellFormed(_ markup: String) -> Bool {
    XMLParser(data: Data(markup.utf8)).parse()
  }

  @Test func `a page as SVG, with the text of its cells`() throws {
    let result = try Program.run(["explain", Self.sample, "--page", "1"])
    #expect(result.status == 0, "\(result.messages)")
    #expect(result.messages.isEmpty)
    #expect(isWellFormed(result.output))
    #expect(result.output.contains("cell 2,4, columnHeader, ruled: “商业企业”"))
    #expect(result.output.contains("href=\"data:image/png;base64,iVBOR"))
    #expect(result.output.contains("chosen: ruled"))
  }

  @Test func `a document as one HTML file`() throws {
    let scratch = try Scratch()
    let path = scratch.url("report.html").path
    let result = try Program.run(["explain", Self.sample, "--to", "html", "--resolution", "0", "-o", path])
    #expect(result.status == 0, "\(result.messages)")
    #expect(result.output.isEmpty)
    let text = try scratch.text("report.html")
    #expect(isWellFormed(text))
    #expect(text.contains("<section id=\"page-1\">") && text.contains("<section id=\"page-2\">"))
    #expect(!text.contains("data:image"))
  }

  @Test func `a page that is not there`() throws {
    let result = try Program.run(["explain", Self.sample, "--page", "9"])
    #expect(result.messages == "convert: \(Self.sample): there is no page 9; the file has 2 pages\n")
    #expect(result.status == 2)
    #expect(result.output.isEmpty)
  }

  @Test func `a file that is no PDF`() throws {
    let result = try Program.run(["explain", "Samples/annual-report.docx", "--page", "1"])
    #expect(
      result.messages
        == "convert: Samples/annual-report.docx: only pages of PDF files are explained; this is docx\n")
    #expect(result.status == 1)
    #expect(result.output.isEmpty)
  }

  @Test func `an encrypted file, without its password, with a wrong one, with the right one`() throws {
    let file = "Tests/PDFReaderTests/Fixtures/encrypted/aes-256.pdf"
    let locked = try Program.run(["explain", file, "--page", "1"])
    #expect(locked.messages == "convert: \(file): the pdf file is encrypted; give its password with --password\n")
    #expect(locked.status == 1)
    let wrong = try Program.run(["explain", file, "--page", "1", "--password", "guess"])
    #expect(wrong.messages == "convert: \(file): the pdf file is encrypted and the password does not open it\n")
    #expect(wrong.status == 1)
    #expect(locked.output.isEmpty && wrong.output.isEmpty)
  }

  @Test func `a damaged file leaves no output`() throws {
    let scratch = try Scratch()
    let path = try scratch.file("broken.pdf", Data("%PDF-1.7\nnothing else".utf8))
    let result = try Program.run(["explain", path, "--page", "1", "-o", scratch.url("page.svg").path])
    #expect(result.status == 1)
    #expect(result.messages.hasPrefix("convert: \(path): not a readable pdf file: "))
    #expect(scratch.files == ["broken.pdf"])
  }

  @Test(arguments: [
    ([sample], "An SVG file holds one page; name it with --page, or say --to html for all."),
    ([sample, "--page", "0"], "Pages count from 1."),
    ([sample, "--page", "1", "--resolution", "9999"], "--resolution must be from 0 to 600."),
  ])
  func `wrong usage of explain`(_ arguments: [String], _ sentence: String) throws {
    let result = try Program.run(["explain"] + arguments)
    #expect(result.messages.contains(sentence), "\(result.messages)")
    #expect(result.status == 2)
  }
}

/// Tables that continue on the next page.
@Suite struct StitchingOptionTests {
  private func tables(_ options: [String], in folder: URL) throws -> [[String: Any]] {
    let result = try Program.run(["report.pdf", "--to", "json"] + options, in: folder)
    #expect(result.status == 0, "\(result.messages)")
    return try Self.tables(of: result.output)
  }

  private static func tables(of json: String) throws -> [[String: Any]] {
    let document = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    let blocks = try #require(document["blocks"] as? [[String: Any]])
    return blocks.filter { $0["type"] as? String == "table" }
  }

  /// A table of two columns over two pages, each row with its lines.
  private static let report: Data = {
    func page(_ rows: [(String, String)], top: Int) -> String {
      var content = "0.5 w\n"
      for (index, row) in rows.enumerated() {
        let y = top - 20 * (index + 1)
        content += "72 \(y) 200 20 re S 272 \(y) 200 20 re S\n"
        content += "BT /F1 10 Tf 76 \(y + 6) Td (\(row.0)) Tj ET BT /F1 10 Tf 276 \(y + 6) Td (\(row.1)) Tj ET\n"
      }
      return content
    }
    let pages = [
      page([("Item", "Number"), ("wells", "12"), ("pumps", "7")], top: 140),
      page([("Item", "Number"), ("pipes", "31"), ("gauges", "4")], top: 800),
    ]
    var bodies = [
      "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R 5 0 R] /Count 2 >>",
    ]
    for (index, content) in pages.enumerated() {
      bodies.append(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents \(4 + 2 * index) 0 R /Resources << /Font "
          + "<< /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>")
      bodies.append("<< /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream")
    }
    // Without a table of objects: readers find them by their numbers.
    let objects = bodies.enumerated().map { "\($0 + 1) 0 obj\n\($1)\nendobj\n" }.joined()
    return Data("%PDF-1.4\n\(objects)trailer\n<< /Size 7 /Root 1 0 R >>\n".utf8)
  }()

  @Test func `tables are joined over pages unless it is said otherwise`() throws {
    let scratch = try Scratch()
    try scratch.file("report.pdf", Self.report)
    let joined = try tables([], in: scratch.folder)
    #expect(joined.map { $0["rows"] as? Int } == [5])
    let apart = try tables(["--no-stitch"], in: scratch.folder)
    #expect(apart.map { $0["rows"] as? Int } == [3, 3])
  }

  @Test func `workers of a batch keep pages apart too`() throws {
    let scratch = try Scratch()
    try scratch.file("in/report.pdf", Self.report)
    for (options, rows) in [([], [5]), (["--no-stitch"], [3, 3])] {
      let result = try Program.run(
        ["in", "-o", "out", "--to", "json", "--jobs", "1", "--on-exists", "replace"] + options, in: scratch.folder)
      #expect(result.status == 0, "\(result.messages)")
      #expect(try Self.tables(of: try scratch.text("out/report.pdf.json")).map { $0["rows"] as? Int } == rows)
    }
  }
}
