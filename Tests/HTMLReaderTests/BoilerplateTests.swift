import ConverterCore
import Testing

@testable import HTMLReader

@Suite struct BoilerplateTests {
  /// A page as government sites have them, with an invented office.
  private let page = """
    <body><div class=header><a href=/>云岭水务</a> <a href=/x>政务公开</a> <a href=/y>办事服务</a></div>
    <div class=main><div class=position>当前位置：<a href=/>首页</a> &gt; 年报</div>
    <table><tr><td>索 引 号：<td>0001-2024<td>发布机构：<td>云岭水务中心<tr><td>成文日期：<td>2024-01-20<td>有 效 性：<td>有效</table>
    <h1>云岭水务中心年度报告</h1><div>发布时间：2024-01-20　浏览次数：12　字体：[大 中 小]</div>
    <div id=zoom><p>全年共收到申请七件，均在期限之内答复，没有发生争议；来源可靠，字体清晰。</p><p>下一步将完善目录，加强培训，并在网站上设立专栏，方便群众查询各类水务信息。</p>
    <table border=1><tr><td>项目<td>件数<tr><td>申请<td>7</table></div>
    <ul class=related><li><a href=1>上一年度的报告</a><li><a href=2>再上一年度的报告</a><li><a href=3>关于水价的通知</a></ul></div>
    <footer>主办单位：云岭水务中心　网站标识码：0000000000</footer></body>
    """

  private let article = [
    "h1 云岭水务中心年度报告", "p 全年共收到申请七件，均在期限之内答复，没有发生争议；来源可靠，字体清晰。",
    "p 下一步将完善目录，加强培训，并在网站上设立专栏，方便群众查询各类水务信息。", "table 项目|件数 / 申请|7",
  ]

  @Test func `What surrounds an article is kept apart`() throws {
    let blocks = try read(page).blocks
    let asides = blocks.filter { if case .aside(let aside) = $0 { aside.role == .boilerplate } else { false } }
    #expect(outline(blocks.filter { !asides.contains($0) }) == article)
    #expect(
      outline(asides).map { String($0.prefix(22)) } == [
        "boilerplate [p 云岭水务 政务", "boilerplate [p 当前位置：首页", "boilerplate [table 索 引",
        "boilerplate [p 发布时间：20", "boilerplate [li0 •|上一年", "boilerplate [p 主办单位：云岭",
      ])
  }

  @Test func `What surrounds an article is left out where that is asked for`() throws {
    #expect(outline(try read(page, keepsBoilerplate: false).blocks) == article)
  }

  /// A page on a table of layout: links in the cell beside the article, the pages beside it below.
  @Test func `Cells and lines beside an article are left out`() throws {
    let links = (1...3).map { "<tr><td><a href=\($0)>栏目之\($0)</a>" }.joined()
    let page = """
      <table><tr><td><table>\(links)</table><td><div><h1>年报</h1><p>全年共收到申请七件，均在期限之内答复，没有发生争议。</p></div>
      <div>上一篇：<a href=4>水价的通知</a></div><div>下一篇：没有了</div></table>
      """
    #expect(
      outline(try read("<body>\(page)", keepsBoilerplate: false).blocks) == ["h1 年报", "p 全年共收到申请七件，均在期限之内答复，没有发生争议。"])
  }

  /// Words that name furniture do not make it where a whole article stands.
  @Test(arguments: [
    "<div class=header><h1>年度报告</h1></div><p>正文正文正文正文正文正文正文正文正文</p>",
    "<div class='page content'><p>版权所有的说明见下文，网站标识码另附。</p><p>正文正文正文正文</p></div>",
    "<div class=info><p>短短一则通知。</p></div>",
    "<p>参见 <a href=a>条例</a>。</p><p>正文正文正文正文正文正文正文正文</p>",
    "<div><p>正文正文正文正文</p><ul><li><a href=1>附件一</a><li><a href=2>附件二</a><li><a href=3>附件三</a></ul></div>",
  ]) func `Articles stay whole`(page: String) throws {
    let blocks = try read("<body>\(page)</body>").blocks
    #expect(blocks.allSatisfy { if case .aside = $0 { false } else { true } })
  }

  @Test(arguments: [
    ("<nav>x</nav><p>正文</p>", ["boilerplate [p x]", "p 正文"]),
    ("<div role=navigation><p>x</div><p>正文</p>", ["boilerplate [p x]", "p 正文"]),
    ("<div>正文<p>a</p><span style='mso-element:comment'>批注</span></div>", ["p 正文", "p a", "comment [p 批注]"]),
    ("<div title=header><p>局名</p></div><p>正文</p><div title=footer>3</div>", ["header [p 局名]", "p 正文", "footer [p 3]"]),
    (
      "<p>正文</p><div style='mso-element:footnote' id=ftn1><p><a href='#_ftnref1'>[1]</a> 注</p></div>",
      ["p 正文", "footnote [p [1] 注]"]
    ),
  ]) func `What pages say themselves is taken`(page: String, expected: [String]) throws {
    #expect(try outline("<body>\(page)</body>") == expected)
  }
}
