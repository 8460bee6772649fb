import ConverterCore
import ConverterTesting
import Foundation
import Testing

@testable import HTMLReader

struct ContractTests {
  /// A little of everything: boilerplate, headings, lists, spans, nested tables, notes, styles, references.
  private let page = """
    <!DOCTYPE html><html lang=zh><head><meta charset=utf-8><title>样张</title><style>.x{display:none}</style></head><body>
    <div class=nav><a href=1>首页</a> <a href=2>公开</a></div><h1>样张 &amp; 说明</h1><p>甲<a href=#n1>1</a><br>　　乙&nbsp;</p>
    <ol type=a start=3><li>丙<ul><li>丁</ul><li><h2>戊</h2></ol><p class=x>隐<ruby>漢<rt>kan</rt></ruby></p>
    <table border=1><caption>表</caption><thead><tr><th rowspan=2>项<th colspan=2>数<tr><td>一<td>二</thead>
    <tr><td>己<td>1<td rowspan=0>2<tr><td colspan=9>庚<table border=1><tr><td>3<td>4<tr><td>5<td>6</table></table>
    <pre> a\n  b</pre><div id=sdfootnote1><p><a name=n1>1</a> 注</p></div><img src=a alt=图><iframe src=b></iframe></body></html>
    """

  @Test func `Pages keep the contract`() async {
    let quoted = page.replacingOccurrences(of: "=", with: "=3D")
    let archive =
      "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: text/html; charset=utf-8\n"
      + "Content-Transfer-Encoding: quoted-printable\n\n\(quoted)\n--x--\n"
    await expectReaderContract(
      HTMLReader(),
      reading: [
        Source(name: "page.html", bytes: Data(page.utf8), format: "html"),
        Source(name: "answer.html", bytes: Data("HTTP/1.1 200 OK\n\n\(page)".utf8), format: "html"),
        Source(name: "archive.mht", bytes: Data(archive.utf8), format: "mhtml"),
      ])
  }
}
