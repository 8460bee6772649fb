/// The words by which tables of any kind name their totals, rates, codes and the like. This is the one place where they stand.
///
/// Chinese words, and those compared as a whole, are written as ``LabelFolding`` leaves them: small letters, no blanks.
enum LineWords {
  /// Whole names of a line that adds up others.
  static let totals: Set = ["合计", "总计", "合計", "總計", "共计", "total", "grandtotal", "sum"]

  /// Whole names of a line that adds up those since the one before.
  static let subtotals: Set = ["小计", "小計", "subtotal", "sub-total"]

  /// With these a name ends that is the total of some lines, such as 收入合计.
  static let totalEndings = ["合计", "总计", "小计", "合計", "總計", "小計", "共计"]

  /// A name with one of these words is the total of some lines as well, such as “Total revenue”.
  static let totalWords: Set = ["total", "totals", "subtotal"]

  /// So a line begins that is a part of the line above.
  static let shares = ["其中", "ofwhich", "#"]

  /// So a name says that parts of the line follow.
  static let partPieces = ["其中", "ofwhich"]

  /// So a line begins that may be taken off.
  static let deductions = ["减:", "减去", "扣除", "減:", "減去", "less:", "minus:"]

  /// A name that is one of these, or ends in one, heads codes and serial numbers.
  static let codes = ["编码", "代码", "编号", "序号", "行次", "栏次", "code", "no.", "类", "款", "项"]

  /// Whole names of a first column whose numbers name the rows.
  static let periods: Set = ["年", "年份", "年度", "月份", "季度", "year", "years", "fiscalyear", "fy", "calendaryear", "month"]

  /// English words for what does not add up: rates, averages, prices. “per” stands for “per capita” and the like.
  static let rateWords: Set = [
    "percent", "percents", "percentage", "percentages", "pct", "rate", "rates", "per", "average", "averages", "avg",
    "mean",
    "means", "median", "medians", "ratio", "ratios", "index", "indexes", "indices", "price", "prices", "change",
    "changes",
  ]

  /// A name that holds one of these is a rate, an average or a price.
  static let ratePieces = [
    "%", "‰", "比重", "占比", "人均", "户均", "单价", "均价", "平均", "同比", "环比", "單價", "均價", "佔比", "戶均",
  ]

  /// A name that ends in one of these is a rate, an index or a price: 增长率, 执行率.
  static let rateEndings = ["率", "指数", "价格", "指數", "價格", "中位数", "中位數"]

  /// Units of money that stand behind a figure; signs such as `$` are known by their class in Unicode.
  static let moneyUnits: Set = ["元", "万元", "亿元", "美元", "萬元", "億元", "USD", "EUR", "CNY", "RMB"]

  /// Counters that stand behind a figure and change nothing.
  static let counters: Set = [
    "件", "个", "個", "人", "次", "份", "条", "條", "项", "項", "户", "戶", "家", "起", "宗", "名", "例", "篇", "件次", "人次", "辆", "台",
  ]

  /// What stands where there is nothing, folded; dashes and dots are known by themselves.
  static let placeholders: Set = ["/", "无", "無", "nil", "none", "n/a"]

  /// What stands where a figure is kept back or not known, folded: it may hide any figure. `(D)` is known by its shape.
  static let withheld: Set = [
    "*", "**", "***", "x", "s", "d", "z", "w", "q", "na", "n.a.", "nd", "n.d.", "suppressed", "withheld", "保密", "不详",
    "缺",
  ]
}
