import ConverterCore
import Foundation
import Testing

@testable import HTMLReader

@Suite struct SavedPageTests {
  /// “水务年报” in GB 2312.
  private let gb2312: [UInt8] = [0xCB, 0xAE, 0xCE, 0xF1, 0xC4, 0xEA, 0xB1, 0xA8]

  /// “㟦” in GB 18030: four bytes.
  private let gb18030: [UInt8] = [0x82, 0x30, 0xD4, 0x32]

  @Test(arguments: ["gb2312", "GBK", "gb18030", "\"GB_2312-80\""])
  func `Chinese names all mean GB18030`(name: String) throws {
    let head = "<meta http-equiv=Content-Type content='text/html; charset=\(name)'><p>"
    let document = try read(Data(head.utf8) + gb2312 + gb18030)
    #expect(outline(document.blocks) == ["p 水务年报㟦"])
    #expect(document.source.encoding == "gb18030")
    #expect(document.source.replacementCount == 0)
  }

  @Test func `The server's answer names the encoding`() throws {
    let answer = "HTTP/1.1 200 OK\r\nServer: x\r\nContent-Type: text/html;\r\n charset=\"GBK\"\r\n\r\n<p>"
    #expect(outline(try read(Data(answer.utf8) + gb2312).blocks) == ["p 水务年报"])
  }

  @Test func `An answer that the bytes contradict is not believed`() throws {
    let answer = "HTTP/1.1 200 OK\nContent-Type: text/html; charset=utf-8\n\n<meta charset=gb2312><p>"
    #expect(outline(try read(Data(answer.utf8) + gb2312).blocks) == ["p 水务年报"])
  }

  @Test func `A byte order mark outweighs all`() throws {
    var bytes = Data([0xFF, 0xFE])
    for unit in "<meta charset=gb2312><p>水务".utf16 { bytes.append(contentsOf: [UInt8(unit & 0xFF), UInt8(unit >> 8)]) }
    let document = try read(bytes)
    #expect(outline(document.blocks) == ["p 水务"])
    #expect(document.source.encoding == "utf-16le")
  }

  @Test func `Undecodable bytes are counted and said`() throws {
    let document = try read(Data("<meta charset=utf-8><p>水务".utf8) + [0xFF] + Data("年报".utf8))
    #expect(outline(document.blocks) == ["p 水务\u{FFFD}年报"])
    #expect(document.findings.map(\.code) == ["html.encoding.replaced"])
  }

  // MARK: MHTML

  private func archive(_ parts: String...) -> Data {
    var text =
      "From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n"
    text += "\tboundary=\"--x\"\r\n\r\nThis is a page.\r\n"
    for part in parts { text += "----x\r\n\(part)\r\n" }
    return Data((text + "----x--\r\n").utf8)
  }

  @Test func `A page in quoted printable is read`() throws {
    let part = "Content-Type: text/html; charset=\"gb2312\"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
    let document = try read(archive(part + "<p class=3D\"a\">=CB=AE=CE=F1 1 =\r\n=3D 1</p>"), format: "mhtml")
    #expect(outline(document.blocks) == ["p 水务 1 = 1"])
    #expect(document.source.encoding == "gb18030")
  }

  @Test func `A page in base64 is read`() throws {
    let page = Data("<p>水务</p>".utf8).base64EncodedString()
    let part = "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: BASE64\r\n\r\n"
    let picture = "Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo="
    let document = try read(archive(picture, part + page.prefix(8) + "\r\n" + page.dropFirst(8)), format: "mhtml")
    #expect(outline(document.blocks) == ["p 水务"])
  }

  @Test(arguments: [
    ("base64", "PHA+d2F0ZXI8L3A+!!", "p water", "base64"), ("x-uuencode", "<p>end", "p end", "transfer-encoding"),
  ])
  func `A page that is not encoded as it says is said`(encoding: String, body: String, expected: String, code: String)
    throws
  {
    let part = "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: \(encoding)\r\n\r\n\(body)"
    let document = try read(archive(part), format: "mhtml")
    #expect(outline(document.blocks) == [expected])
    #expect(document.findings.map(\.code) == ["html.mhtml.\(code)"])
  }

  @Test(arguments: 0..<5) func `A page in base64 that is cut short is read as far as it goes`(missing: Int) throws {
    let page = Data("<p>water</p><p>works</p>".utf8).base64EncodedString()
    let part = "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    let bytes = archive(part + page)
    let end = try #require(bytes.firstRange(of: Data(page.utf8))).upperBound
    let document = try read(bytes[..<(end - 4 - missing)], format: "mhtml")
    #expect(outline(document.blocks).first == "p water")
    #expect(outline(document.blocks).last?.hasPrefix("p wo") == true)
    #expect(document.findings.map(\.code) == ["html.mhtml.cut"])
  }

  /// As mail programs save a page with its picture: parts inside parts, the root named by `start`, the encoding only in the page.
  @Test func `A page of nested parts in GBK is read whatever the line endings`() throws {
    let page = Data("<meta charset=gbk><table border=1><tr><td>".utf8) + gb2312 + Data("<td>1</table>".utf8)
    let text = """
      From: "Saved" <x@y>
      MIME-Version: 1.0
      Content-Type: multipart/related; start="<root@x>"; boundary=outer

      --outer
      Content-Type: image/gif
      Content-Transfer-Encoding: base64
      Content-Location: http://x.example/a.gif

      R0lGODlhAQABAAAAACw=
      --outer
      Content-Type: multipart/alternative; boundary="inner one"

      --inner one
      Content-Type: text/html
      Content-Transfer-Encoding: base64
      Content-ID: <root@x>

      \(page.base64EncodedString(options: [.lineLength64Characters, .endLineWithLineFeed]))
      --inner one--
      --outer--

      """
    for lines in [text, text.replacing("\n", with: "\r\n")] {
      let document = try read(Data(lines.utf8), format: "mhtml")
      #expect(document.tables.map { $0.cells.map(\.text) } == [["水务年报", "1"]])
      #expect(document.source.encoding == "gb18030")
      #expect(document.findings.isEmpty)
    }
  }

  /// Soft line breaks may come between the two bytes of a character, and hexadecimal digits in both cases.
  @Test func `A character that quoted printable breaks is whole`() throws {
    let part = "Content-Type: text/html; charset=GBK\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
    let document = try read(archive(part + "<p>=cb=\r\n=AE=CE=  \r\n=f1</p>=\r\n"), format: "mhtml")
    #expect(outline(document.blocks) == ["p 水务"])
  }

  @Test func `The first page is read and the others are said`() throws {
    let document = try read(
      archive("Content-Type: text/html\r\n\r\n<p>a</p>", "Content-Type: text/html\r\n\r\n<p>b</p>"), format: "mhtml")
    #expect(outline(document.blocks) == ["p a"])
    #expect(document.findings.map(\.code) == ["mhtml.attachments.present"])
  }

  @Test func `Further pages are attachments`() throws {
    let bytes = archive(
      "Content-Type: text/html\r\n\r\n<p>a</p>",
      "Content-Type: text/html\r\nContent-Location: https://example.org/y/part2.html?id=1/2\r\n\r\n<p>b</p>",
      "Content-Type: image/png\r\nContent-Location: https://example.org/y/x.png\r\n\r\nx",
      "Content-Type: text/html\r\nContent-ID: <frame3>\r\nContent-Transfer-Encoding: base64\r\n\r\nPHA+YzwvcD4=\r\n",
      "Content-Type: text/html\r\n\r\n<p>d</p>")
    let pages = try HTMLReader().attachments(
      of: Source(name: "a.mhtml", bytes: bytes, format: "mhtml"), within: .standard)
    #expect(pages.map(\.name) == ["part2.html", "frame3.html", "page.html"])
    let texts = try pages.map { page in
      String(decoding: try page.bytes(atMost: 20), as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    }
    #expect(texts == ["<p>b</p>", "<p>c</p>", "<p>d</p>"])
    #expect(throws: ReadingError(.limit(name: "unpacked bytes", asked: 8, granted: 7))) {
      try pages[1].bytes(atMost: 7)
    }
  }

  @Test func `A file without a page is damaged`() {
    #expect(throws: ReadingError(.damaged(format: "MHTML", detail: "there is no page of HTML inside"))) {
      try read(
        Data("MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\n\nabc\n--x--".utf8),
        format: "mhtml")
    }
  }

  @Test func `A file cut short gives what is there`() throws {
    let whole = archive("Content-Type: text/html\r\n\r\n<p>a</p><p>b</p>")
    #expect(outline(try read(whole.dropLast(20), format: "mhtml").blocks).first == "p a")
  }
}
