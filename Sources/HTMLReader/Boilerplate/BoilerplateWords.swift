/// The words by which pages, public sites of China above all, mark what is not the article.
enum BoilerplateWords {
  /// Parts of classes and ids, in lower case, that name what surrounds an article; a word of a class has to be one of
  /// these, or begin or end with one of ``navigationAffixes``.
  static let furniture: Set<String> = [
    "header", "head", "top", "banner", "logo", "search", "login", "footer", "foot", "bottom", "copyright", "sidebar",
    "side", "aside", "share", "bdsharebuttonbox", "print", "tool", "tools", "toolbar", "qrcode", "ewm", "erweima",
    "pager", "pagination", "page", "related", "relate", "recommend", "comment", "comments", "ad", "ads", "advert",
    "gg", "gotop", "backtop", "float", "friendlink", "friendlinks", "links", "yqlj", "position", "location", "weizhi",
    "dqwz", "crumb", "crumbs", "breadcrumb", "breadcrumbs", "path", "info", "meta", "xxgk", "skip", "sitemap",
    "language", "accessibility", "wza",
  ]

  /// What such words begin or end with: `topnav`, `sitefooter`.
  static let navigationAffixes = ["nav", "menu", "breadcrumb", "header", "footer", "sidebar", "copyright", "toolbar"]

  /// All of ``positions``, ``footers`` and ``bylines``, so that most texts are gone through once.
  static let allTelling = TellingWords(positionWords + footerWords + bylineWords)

  static let positions = TellingWords(positionWords)
  static let footers = TellingWords(footerWords)
  static let bylines = TellingWords(bylineWords)

  /// Words that a line begins with which says where in the site the page stands, or which pages stand beside it.
  private static let positionWords = [
    "当前位置", "您的位置", "您现在的位置", "您所在的位置", "您当前的位置", "所在位置", "现在位置", "首页>", "网站首页>", "首页»",
    "上一篇：", "上一篇:", "下一篇：", "下一篇:", "上一条：", "上一条:", "下一条：", "下一条:",
  ]

  /// Words of lines under an article or at the foot of a page.
  private static let footerWords = [
    "网站标识码", "ICP备", "公网安备", "版权所有", "打印本页", "关闭窗口", "关闭本页", "All Rights Reserved", "All rights reserved",
    "Copyright ©", "Copyright©", "Copyright (c)",
    "网站地图", "技术支持", "返回顶部", "分享到", "扫一扫",
  ]

  /// Words of lines that say where an article comes from and offer to do something with it.
  private static let bylineWords = [
    "发布时间", "发布日期", "浏览次数", "浏览量", "访问次数", "点击数", "阅读次数", "字体", "字号", "信息来源", "来源：", "来源:", "【打印", "【关闭", "打印】",
    "关闭】", "【大", "视力保护色",
  ]

  /// Labels that only the table of properties has which government sites put over a document.
  static let properties: Set<String> = [
    "索引号", "索取号", "信息索引号", "索引编号", "发布机构", "发文机关", "发文机构", "发布机关", "发文单位", "发布单位", "制发机关", "公开责任部门", "责任部门",
    "公开主体", "信息来源", "发布日期", "发文日期", "成文日期", "生成日期", "公开日期", "发布时间", "公开时间", "印发日期", "文号", "发文字号", "文件编号", "文件号",
    "有效性", "时效性", "是否有效", "效力状态", "主题分类", "主题词", "信息分类", "体裁分类", "服务对象分类", "组配分类", "公开方式", "公开形式", "公开范围",
    "公开类别", "公开时限", "公开程序", "内容概述", "内容概要", "废止日期", "失效日期", "生效日期",
  ]

  /// Labels that such a table and others have.
  static let commonProperties: Set<String> = [
    "来源", "有效期", "信息类别", "服务对象", "所属分类", "分类", "关键词", "关键字", "标题", "名称", "信息名称", "文件名称", "实施日期", "备注", "文种", "载体", "语种",
  ]
}
