import FoundationEssentials

/// Writes small PDF files by hand: objects with numbers, a cross-reference table, a trailer.
///
///     var pdf = PDFBuilder()
///     pdf.addPage("BT /F1 12 Tf 72 700 Td (Total) Tj ET")
///     let bytes = pdf.bytes
struct PDFBuilder {
  /// Bodies of objects by number; index 0 is object 1. The first two are the catalog and the page tree.
  private var bodies: [[UInt8]] = [[], []]
  private var pageNumbers: [Int] = []

  /// Further entries of the catalog, such as `/Lang (zh)`.
  var catalog = ""
  /// The reference of the information dictionary, if any.
  var info: Int?
  /// Further entries of the trailer.
  var trailer = ""
  /// Resources of pages that bring none: Helvetica as F1.
  var resources = "<< /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>"

  /// Adds an object and gives its number.
  mutating func add(_ body: String) -> Int {
    bodies.append(Array(body.utf8))
    return bodies.count
  }

  /// Adds a stream and gives its number.
  mutating func addStream(_ dictionary: String = "", _ content: [UInt8]) -> Int {
    bodies.append(
      Array("<< \(dictionary) /Length \(content.count) >>\nstream\n".utf8) + content + Array("\nendstream".utf8))
    return bodies.count
  }

  mutating func addStream(_ dictionary: String = "", _ content: String) -> Int {
    addStream(dictionary, Array(content.utf8))
  }

  /// Adds a page with its content and gives its number; A4 unless entries say otherwise.
  @discardableResult
  mutating func addPage(_ content: String, entries: String = "/MediaBox [0 0 595 842]", resources: String? = nil) -> Int
  {
    let stream = addStream("", content)
    let page = add(
      "<< /Type /Page /Parent 2 0 R \(entries) /Resources \(resources ?? self.resources) /Contents \(stream) 0 R >>")
    pageNumbers.append(page)
    return page
  }

  /// The number that the next object gets.
  var nextNumber: Int { bodies.count + 1 }

  /// The whole file.
  var bytes: Data {
    var bodies = bodies
    bodies[0] = Array("<< /Type /Catalog /Pages 2 0 R \(catalog) >>".utf8)
    let kids = pageNumbers.map { "\($0) 0 R" }.joined(separator: " ")
    bodies[1] = Array("<< /Type /Pages /Kids [\(kids)] /Count \(pageNumbers.count) >>".utf8)
    var file = Array("%PDF-1.7\n%\u{E2}\u{E3}\n".utf8)
    var offsets: [Int] = []
    for (index, body) in bodies.enumerated() {
      offsets.append(file.count)
      file += Array("\(index + 1) 0 obj\n".utf8) + body + Array("\nendobj\n".utf8)
    }
    let start = file.count
    file += Array("xref\n0 \(bodies.count + 1)\n0000000000 65535 f \n".utf8)
    for offset in offsets {
      let digits = String(offset)
      file += Array((String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n").utf8)
    }
    let infoEntry = info.map { "/Info \($0) 0 R" } ?? ""
    file += Array("trailer\n<< /Size \(bodies.count + 1) /Root 1 0 R \(infoEntry) \(trailer) >>\n".utf8)
    file += Array("startxref\n\(start)\n%%EOF\n".utf8)
    return Data(file)
  }
}
