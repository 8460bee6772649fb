import Testing

@testable import HTMLReader

/// The standard's own examples of what parsers do with errors (HTML standard, section 13.2.10), and rules that pages need.
@Suite struct TreeBuilderTests {
  @Test(arguments: [
    // Misnested tags.
    ("<p>1<b>2<i>3</b>4</i>5</p>", "p('1' b('2' i('3')) i('4') '5')"),
    ("<b>1<p>2</b>3</p>", "b('1') p(b('2') '3')"),
    ("<a href=1>a<div><a href=2>b", "a('a') div(a a('b'))"),
    // Unexpected markup in tables.
    ("<table><b><tr><td>aaa</td></tr>bbb</table>ccc", "b b('bbb') table(tbody(tr(td('aaa')))) b('ccc')"),
    ("<table>x<tr><td>1</table>", "'x' table(tbody(tr(td('1'))))"),
    ("<table><form><tr><td>1</td></tr></form><tr><td>2</table>", "table(form tbody(tr(td('1')) tr(td('2'))))"),
    ("<table><td>1<tr><th>2", "table(tbody(tr(td('1')) tr(th('2'))))"),
    ("<table><tr><td><table><tr><td>1</table>2</table>3", "table(tbody(tr(td(table(tbody(tr(td('1')))) '2')))) '3'"),
    ("<table><col><tr><td>1</table>", "table(colgroup(col) tbody(tr(td('1'))))"),
    ("<table><caption>a<td>1</table>", "table(caption('a') tbody(tr(td('1'))))"),
    // Unclosed formatting elements.
    (
      "<p><b class=x><b class=x><b><b class=x><b class=x><b>X<p>X",
      "p(b(b(b(b(b(b('X'))))))) p(b(b(b(b(b('X'))))))"
    ),
    // End tags left out.
    ("<p>1<p>2<div>3</div>4", "p('1') p('2') div('3') '4'"),
    ("<ul><li>1<ul><li>2</ul><li>3</ul>", "ul(li('1' ul(li('2'))) li('3'))"),
    ("<dl><dt>1<dd>2<dt>3</dl>", "dl(dt('1') dd('2') dt('3'))"),
    ("<h1>1<h2>2</h1>3", "h1('1') h2('2') '3'"),
    // What stands behind the end belongs to the body.
    ("<body>1</body></html>2", "'12'"),
    ("a</p></br>x", "'a' p br 'x'"),
    // No person reads these.
    ("1<script>if (a<b) '</'+'script>'</script>2<noscript>3</noscript><template><p>4</p></template>5", "'125'"),
    ("1<!-- 2 <p> -->3<!-->4<!--->5<?php 6 ?>7<!x>8", "'134578'"),
    ("1<svg><path d='M0'/><text>2</text></svg>3<svg><p>4", "'13' p('4')"),
    ("1<select><option>2<option>3</select>4<textarea><p>5</textarea>6", "'146'"),
    ("1<style>p{}</style>2", "'1' style('p{}') '2'"),
    ("1<xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml>2<o:p>3</o:p>", "'12' *('3')"),
  ]) func `Pages with errors get the tree of the standard`(page: String, expected: String) throws {
    #expect(try tree(page) == expected)
  }

  @Test(arguments: [
    ("&lt;&amp;&gt;", "<&>"), ("&nbsp;", "\u{A0}"), ("&ltx", "<x"), ("&notit; &notin;", "¬it; ∉"),
    ("&unknown;", "&unknown;"),
    ("&#20013;&#x6587;", "中文"), ("&#x80;&#150;", "€–"), ("&#0;&#xD800;&#x110000;", "\u{FFFD}\u{FFFD}\u{FFFD}"),
    ("& &; &#; &#x;", "& &; &#; &#x;"), ("&nGt;", "≫⃒"), ("a&#99999999999999999999;", "a\u{FFFD}"),
  ]) func `References are characters`(page: String, expected: String) throws {
    #expect(try tree(page) == "'\(expected)'")
  }

  @Test func `Attributes are read in all their forms`() throws {
    let page = #"<td CLASS=a id='b' colspan="2"hidden title="x&amp;y" href=?a=1&copy=2 id=second>"#
    let tree = try #require(
      TreeBuilder.tree(of: Array("<table>\(page)".utf8), depthLimit: 256, nodeLimit: 100))
    let cell = try #require(tree.first(.td, in: 0))
    let names: [AttributeName] = [.class, .id, .colspan, .hidden, .title, .href]
    #expect(names.map { tree.string($0, of: cell) } == ["a", "b", "2", "", "x&y", "?a=1&copy=2"])
    #expect(tree.string(.src, of: cell) == nil)
  }

  @Test func `Elements beyond the limit stand beside their elders`() throws {
    #expect(
      try tree("<div><div><div><div>a</div>b</div>c</div>d</div>e", depthLimit: 4) == "div(div(div div 'abc') 'd') 'e'")
  }

  @Test func `Paths count siblings of one name`() throws {
    let page = "<div></div><p>a</p><div><p>b</p><o:p></o:p><p>c</p></div>"
    let tree = try #require(TreeBuilder.tree(of: Array(page.utf8), depthLimit: 256, nodeLimit: 100))
    let paths = tree.nodes.indices.filter { tree.name($0) == .p }.map { tree.path(of: $0) }
    #expect(paths == ["/html/body/p[1]", "/html/body/div[2]/p[1]", "/html/body/div[2]/p[2]"])
  }

  @Test(arguments: [
    "<!-- <script>", "<script><!-- <script> </script> -->", "<title>", "<p title='", "<", "</", "&", "<!", "<a b=",
  ])
  func `An end in the middle is an end`(page: String) throws {
    #expect(try tree("x" + page).hasPrefix("'x"))
  }
}
