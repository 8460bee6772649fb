internal import ConverterCore

/// Words of two ideographs set apart to fill a cell, `收　　入`, `合　计`, or to be as long as names of three: `北　京` above `黑龙江`.
///
/// White between ideographs says nothing by itself, for cells may hold one each; so it is the usual words of forms that are known, and
/// what no more than one blank parts, typed between: columns stand farther apart.
enum LooseWords {
  /// Whether two words of one ideograph each are one of these.
  static func are(_ first: Word, _ second: Word, in text: PageText, tolerances: Tolerances) -> Bool {
    guard first.traits.contains(.wide), second.traits.contains(.wide), first.glyphs.count == 1, second.glyphs.count == 1
    else { return false }
    let word = text.string(of: first) + text.string(of: second)
    return second.traits.contains(.spaceBefore) && !opposites.contains(word)
      && second.box.x0 - first.box.x1 <= tolerances.text.ideographBlank * second.size
      || known.contains(word)
  }

  /// What names two narrow columns side by side.
  private static let opposites: Set<String> = [
    "男女", "是否", "有无", "正副", "上下", "左右", "内外", "增减", "大小", "借贷", "收支", "出入",
  ]

  private static let known: Set<String> = [
    "收入", "支出", "项目", "科目", "合计", "小计", "总计", "备注", "名称", "单位", "数量", "单价", "金额", "序号", "编号", "代码", "类别",
    "内容", "说明", "指标", "地区", "部门", "年度", "年份", "时间", "日期", "地点", "姓名", "性别", "职务", "职称", "本年", "上年", "其他",
  ]
}
