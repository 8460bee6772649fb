import ConverterCore
import Testing

@testable import HTMLReader

@Suite struct VisibilityTests {
  @Test(arguments: [
    "<p hidden>x</p>", "<p style='color:red; DISPLAY : none'>x</p>", "<p style='display:none!important'>x</p>",
    "<span style='visibility:hidden'>x</span>", "<span style='mso-hide:all'>x</span>",
    "<div style='display:none'><p style='display:block'>x</p></div>",
    "<style>.x{display:none}</style><p class='y x'>x</p>",
    "<style>p.x, #z { color: red; display: none }</style><p id=z>x</p>",
    "<style><!-- /* {} */ u { display:none; } --></style><u>x</u>",
    "<style>@media screen { .x { visibility: hidden } }</style><p class=x>x</p>",
    "<style>@media only screen and (min-width: 48em) { .x { display: none } }</style><p class=x>x</p>",
    "<style media=screen type='text/css'>@supports (display:grid) { .x { display: none } }</style><p class=x>x</p>",
    "<style>@media print { .y {} } .x{display:none} @media (max-width:600px) {.x{display:block}}</style><p class=x>x</p>",
    "<noscript>x</noscript>", "<template>x</template>", "<select><option>x</select>", "<textarea>x</textarea>",
    "<button>x</button>", "<svg><text>x</text></svg>", "<script>x</script>", "<canvas>x</canvas>",
    "<dialog>x</dialog>",
  ]) func `Hidden elements are left out`(page: String) throws {
    #expect(try outline("<p>a</p>\(page)<p>b</p>") == ["p a", "p b"])
  }

  @Test(arguments: [
    "<style>.x{display:none} .x{display:block}</style><p class=x>x</p>",
    "<style>.x{display:none}</style><p class=x style='display:block'>x</p>",
    "<style>@media print { .x { display: none } }</style><p class=x>x</p>",
    "<style media=print>.x{display:none}</style><p class=x>x</p>",
    "<style media='screen and (max-width:600px)'>.x{display:none}</style><p class=x>x</p>",
    "<style type=text/less>.x{display:none}</style><p class=x>x</p>",
    "<style>@media not all and (min-width:640px) {.x{display:none}}</style><p class=x>x</p>",
    "<style>@media (width < 40rem) {.x{display:none}}</style><p class=x>x</p>",
    "<style>@media speech, (min-width:2000px) {.x{display:none}}</style><p class=x>x</p>",
    "<style>@media (prefers-color-scheme:dark) {.x{display:none}}</style><p class=x>x</p>",
    "<style>@supports not (display:grid) {.x{display:none}}</style><p class=x>x</p>",
    "<style>.x{display:none} @media (orientation:portrait) {.x{display:block}}</style><p class=x>x</p>",
    "<style>.x{display:none} @media screen and (min-width:768px) {.x{display:block}}</style><p class=x>x</p>",
    "<style>.menu .x { display: none } .x:hover { display: none } .x::after { display:none }</style><p class=x>x</p>",
    "<style>.xy{display:none}</style><p class=x>x</p>", "<p style='background:url(display:none)'>x</p>",
    "<style>@font-face { src: x } .z { display:none }</style><p class=x>x</p>", "<p aria-hidden=true>x</p>",
    "<dialog open>x</dialog>",
  ]) func `What is shown is read`(page: String) throws {
    #expect(try outline("<p>a</p>\(page)<p>b</p>") == ["p a", "p x", "p b"])
  }

  private static let article = String(repeating: "The dike office inspects every sluice in spring. ", count: 3)

  @Test(arguments: ["visibility: hidden; opacity: 0", "display: none"])
  func `The only text of a page is read, though a program must show it`(style: String) throws {
    let page = "<h1>Sluices</h1><p>Dike office</p><div style='\(style)'><p>\(Self.article)</p><p hidden>no</p></div>"
    let document = try read(page)
    #expect(outline(document.blocks) == ["h1 Sluices", "p Dike office", "p \(Self.article.dropLast())"])
    #expect(document.findings.isEmpty)
  }

  @Test func `Hidden text beside the text of a page is left out and told`() throws {
    let page = "<p>\(Self.article)</p><p>\(Self.article)</p><div style='visibility:hidden'><p>\(Self.article)</p></div>"
    let document = try read(page)
    #expect(document.blocks.count == 2)
    #expect(document.findings.map(\.code) == ["html.hidden-text.skipped"])
    // A menu is none of it.
    #expect(try read("<p>a</p><div style='display:none'><a href=x>\(Self.article)</a></div>").findings.isEmpty)
  }

  /// Each page shows “x” in a browser, after something else had hidden it, or might for all that can be told here.
  @Test(arguments: [
    "<style>.x{display:none} .x.on{display:block}</style><p class='x on'>x</p>",
    "<style>.on.x{display:block} .x{display:none}</style><p class='x on'>x</p>",
    "<style>.x{display:none} .box .on{display:block}</style><div class=box><div><p class='x on'>x</p></div></div>",
    "<style>.x{display:none} .a>.b .x{display:block}</style><div class=a><div class=b><div class=b><p class=x>x</div></div></div>",
    "<style>.x{display:none} .x[data-on]{display:block}</style><p class=x data-on>x</p>",
    "<style>.x{display:none} [data-tab='1']{display:block!important}</style><p class=x data-tab=1>x</p>",
    "<style>.x{display:none} p[title^=a][lang$=c]{display:block}</style><p class=x title=ab lang=bc>x</p>",
    "<style>.x{visibility:hidden} .wrap .x{visibility:visible}</style><div class=wrap><p class=x>x</p></div>",
    "<style>.x{display:none} #r:checked~.x{display:block}</style><input id=r type=radio checked><p class=x>x</p>",
    "<style>.x{display:none} .x:nth-child(2n){display:block}</style><p class=x>x</p>",
    "<style>.x{display:none} .md\\:show{display:block}</style><p class='x md:show'>x</p>",
    "<style>.x{display:none} @media print, screen {.x{display:block}}</style><p class=x>x</p>",
    "<style>.x:not(.on){display:none}</style><p class='x on'>x</p>",
    "<style>.x{display:none; &.on{display:block}}</style><p class='x on'>x</p>",
    "<style>.x+.x, .x:nth-child(2){display:none}</style><p class=x>x</p>",
    "<style>.x{display:none} #y{display:block} .x.x{display:none}</style><p class=x id=y>x</p>",
    "<style>div .y{display:none} .a > .x{display:none}</style><div class=a><div><p class=x>x</p></div></div>",
    "<style>.x:first-child{display:none}</style><div><script>1</script><p class=x>x</p></div>",
    "<style>:-ms-input-placeholder, .x{display:none}</style><p class=x>x</p>",
    "<p style='visibility:hidden'>y<span style='visibility:visible'>x</span>y</p>",
    "<p hidden style='display:block'>x</p>",
  ]) func `Text that may be seen is read`(page: String) throws {
    #expect(try outline("<p>a</p>\(page)<p>b</p>") == ["p a", "p x", "p b"])
  }

  @Test(arguments: [
    "<style>div .x{display:none}</style><div><p><span class=x>x</span></p></div>",
    "<style>p[data-x]{display:none}</style><p data-x=1>x</p>",
    "<style>.f>p{display:none}</style><div class=f><p>x</div>",
    "<style>.x:first-child{display:none}</style><div><p class=x>x</div>",
    "<style>.x{display:none!important}</style><p class=x style='display:block'>x</p>",
    "<style>.menu li{display:none}</style><ul class=menu><li>x</ul>",
    "<style>.x{display:none} li:hover .x{display:block}</style><ul><li class=x>x</ul>",
    "<style>.x:not(.on){display:none}</style><p class=x>x</p>",
    "<style>.x{display:none} .x.on{display:block}</style><p class=x>x",
    "<style>.x{display:none} .x[data-on='2']{display:block}</style><p class=x data-on=1>x</p>",
    "<table border=1><tr style='visibility:collapse'><td>x<td>x</table>",
  ]) func `Elements are hidden by what they are in`(page: String) throws {
    #expect(try outline("<p>a</p>\(page)<p>b</p>") == ["p a", "p b"])
  }

  @Test func `Rows that give up their place and blank ones differ`() throws {
    let table = try onlyTable(
      "<table border=1><tr><td>1<td>2<tr style='visibility:collapse'><td>x<td>x<tr style='visibility:hidden'><td>y<td>y</table>"
    )
    #expect(drawing(table) == ["1|2", "|"])
  }

  /// Where rules are too many to be gone through, they hide nothing more.
  @Test(arguments: [(40, true, false), (400, true, true)])
  func `Rules without end are bounded`(steps: Int, isFirstHidden: Bool, isLastHidden: Bool) throws {
    let page =
      "<style>.a .b .x{display:none} .x{display:none}</style>" + String(repeating: "<p class=x>y</p>", count: 20)
    let tree = try #require(TreeBuilder.tree(of: Array(page.utf8), depthLimit: 256, nodeLimit: 1000))
    let styles = PageStyles(tree, matchingSteps: steps)
    let paragraphs = tree.nodes.indices.filter { tree.name($0) == .p }
    #expect(paragraphs.first.map(styles.isHidden) == isFirstHidden)
    #expect(paragraphs.last.map(styles.isHidden) == isLastHidden)
  }

  @Test func `Elements that styles put on lines of their own break the line`() throws {
    #expect(
      try outline(
        "<style>.l{display:block}</style><h1><span class=l>年度</span><span class=l>报告</span></h1><p>a<b class=l>b</b>c")
        == ["h1 年度\n报告", "p a\nb\nc"])
    #expect(
      drawing(try onlyTable("<table border=1><tr><td>a<span style='display:block'>b</span><td>c</table>")) == ["a⏎b|c"])
  }

  @Test func `Removed cells and rows take no place, and blank ones do`() throws {
    let table = try onlyTable(
      """
      <table border=1><tr><td>1<td style='display:none'>x<td>2<tr hidden><td>y<td>y<tr><td style='visibility:hidden'>z<td>3
      </table>
      """)
    #expect(drawing(table) == ["1|2", "|3"])
  }
}
