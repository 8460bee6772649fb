import ConverterCore

@testable import ReportProfile

/// Documents typed in tests: blocks with lines as places, tables from rows of texts.
enum TestReports {
  static func profile(_ id: String = "cn.ogi.annual_report") throws -> Profile {
    let profiles = try Profile.builtInFiles.map { try Profile(json: $0.bytes) }
    guard let profile = profiles.first(where: { $0.id == id }) else { throw Missing() }
    return profile
  }

  struct Missing: Error {}

  /// One paragraph per line of a text, each with the number of its line.
  static func paragraphs(_ text: String) -> [Block] {
    text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().filter { !$1.isEmpty }.map {
      index, line in
      .paragraph(Paragraph(text: String(line), origin: Origin(.lines((index + 1)...(index + 1)), .stated)))
    }
  }

  /// A table whose rows are lines of cells between `|`; `<` continues the cell to the left, `^` the one above, `~` is a hole.
  static func table(_ text: String) throws -> Block {
    let rows = text.split(separator: "\n").map { line in
      line.split(separator: "|", omittingEmptySubsequences: false).map { trimmed(String($0)) }
    }
    let width = rows.map(\.count).max() ?? 0
    var cells: [Cell] = []
    for (row, texts) in rows.enumerated() {
      for (column, text) in texts.enumerated() where text != "<" && text != "^" && text != "~" {
        let columns = 1 + texts[(column + 1)...].prefix { $0 == "<" }.count
        let below = 1 + rows[(row + 1)...].prefix { $0.count > column && $0[column] == "^" }.count
        cells.append(
          Cell(
            rows: row..<(row + below), columns: column..<(column + columns), text: text,
            origin: Origin(.element(ElementPath("t", row: Int32(row + 1), cell: Int32(column + 1))), .stated)))
      }
    }
    return .table(
      try Table(
        rowCount: rows.count, columnCount: width, cells: cells, origin: Origin(.element(ElementPath("t")), .stated)))
  }

  private static func trimmed(_ text: String) -> String {
    String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()).replacing("\\n", with: "\n")
  }
}

extension Report {
  /// The facts by their codes, cells that are absent left out.
  func found(_ profile: Profile) -> [String: Fact] {
    guard let formNumber else { return [:] }
    let form = profile.forms[formNumber]
    var found: [String: Fact] = [:]
    for cell in form.allCells where facts[cell].value.state != .absent { found[form.code(of: cell)] = facts[cell] }
    return found
  }
}

/// The parts of an invented report on the form of 2021.
enum Form2021 {
  static let title = "云溪县档案局2023年政府信息公开工作年度报告"

  static let disclosure = """
    第二十条第（一）项 | < | < | <
    信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数
    规章 | 0 | 0 | 0
    行政规范性文件 | 3 | 1 | 9
    第二十条第（五）项 | < | < | <
    信息内容 | 本年处理决定数量 | < | <
    行政许可 | 41 | < | <
    第二十条第（六）项 | < | < | <
    信息内容 | 本年处理决定数量 | < | <
    行政处罚 | 7 | < | <
    行政强制 | 0 | < | <
    第二十条第（八）项 | < | < | <
    信息内容 | 本年收费金额（单位：万元） | < | <
    行政事业性收费 | 22.04 | < | <
    """

  static let header = """
    （本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和） | < | < | 申请人情况 | < | < | < | < | < | <
    ^ | ^ | ^ | 自然人 | 法人或其他组织 | < | < | < | < | 总计
    ^ | ^ | ^ | ^ | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | ^
    """

  /// The rows with their numbers; the labels before them are those of the stub.
  static let rows: [(stub: String, values: [Int])] = [
    ("一、本年新收政府信息公开申请数量 | < | <", [5, 2, 0, 0, 0, 1, 8]),
    ("二、上年结转政府信息公开申请数量 | < | <", [1, 0, 0, 0, 0, 0, 1]),
    ("三、本年度办理结果 | （一）予以公开 | <", [2, 1, 0, 0, 0, 0, 3]),
    ("^ | （二）部分公开（区分处理的，只计这一情形，不计其他情形） | <", [1, 0, 0, 0, 0, 0, 1]),
    ("^ | （三）不予公开 | 1.属于国家秘密", [0, 0, 0, 0, 0, 0, 0]),
    ("^ | ^ | 2.其他法律行政法规禁止公开", [0, 0, 0, 0, 0, 0, 0]),
    ("^ | ^ | 3.危及“三安全一稳定”", [0, 0, 0, 0, 0, 0, 0]),
    ("^ | ^ | 4.保护第三方合法权益", [0, 0, 0, 0, 0, 0, 0]),
    ("^ | ^ | 5.属于三类内部事务信息", [0, 0, 0, 0, 0, 0, 0]),
    ("^ | ^ | 6.属于四类过程性信息", [0, 0, 0, 0, 0, 0, 0]),
    ("^ | ^ | 7.属于行政执法案卷", [0, 0, 0, 0, 0, 0, 0]),
    ("^ | ^ | 8.属于行政查询事项", [0, 0, 0, 0, 0, 0, 0]),
    ("^ | （四）无法提供 | 1.本机关不掌握相关政府信息", [2, 0, 0, 0, 0, 1, 3]),
    ("^ | ^ | 2.没有现成信息需要另行制作", [0, 0, 0, 0, 0, 0, 0]),
    ("^ | ^ | 3.补正后申请内容仍不明确", [0, 0, 0, 0, 0, 0, 0]),
    ("^ | （五）不予处理 | 1.信访举报投诉类申请", [0, 1, 0, 0, 0, 0, 1]),
    ("^ | ^ | 2.重复申请", [0, 0, 0, 0, 0, 0, 0]),
    ("^ | ^ | 3.要求提供公开出版物", [0, 0, 0, 0, 0, 0, 0]),
    ("^ | ^ | 4.无正当理由大量反复申请", [0, 0, 0, 0, 0, 0, 0]),
    ("^ | ^ | 5.要求行政机关确认或重新出具已获取信息", [0, 0, 0, 0, 0, 0, 0]),
    ("^ | （六）其他处理 | 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请", [0, 0, 0, 0, 0, 0, 0]),
    ("^ | ^ | 2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", [0, 0, 0, 0, 0, 0, 0]),
    ("^ | ^ | 3.其他", [0, 0, 0, 0, 0, 0, 0]),
    ("^ | （七）总计 | <", [5, 2, 0, 0, 0, 1, 8]),
    ("四、结转下年度继续办理 | < | <", [1, 0, 0, 0, 0, 0, 1]),
  ]

  static var applications: String {
    ([header] + rows.map { "\($0.stub) | \($0.values.map(String.init).joined(separator: " | "))" })
      .joined(separator: "\n")
  }

  static let review = """
    行政复议 | < | < | < | < | 行政诉讼 | < | < | < | < | < | < | < | < | <
    结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 未经复议直接起诉 | < | < | < | < | 复议后起诉 | < | < | < | <
    ^ | ^ | ^ | ^ | ^ | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计
    2 | 1 | 0 | 0 | 3 | 0 | 0 | 0 | 1 | 1 | 0 | 0 | 0 | 0 | 0
    """

  /// The whole report; parts may be replaced.
  static func document(
    title: String = title, text: String = "", disclosure: String = disclosure, applications: String = applications,
    review: String = review
  ) throws -> Document {
    let tables = try [disclosure, applications, review].map(TestReports.table)
    return Document(blocks: TestReports.paragraphs(title + "\n一、总体情况\n" + text) + tables)
  }

  /// The report as one cell a line, blank cells as empty lines, each cell followed by `gap` empty lines.
  static func flattened(gap: Int = 1, values: [Int: [String]] = [:]) -> Document {
    var cells = [title, "二、主动公开政府信息情况"]
    for block in [disclosure, header] {
      cells += block.split(whereSeparator: { $0 == "\n" || $0 == "|" }).map { String($0.filter { $0 != " " }) }
        .filter { $0 != "<" && $0 != "^" }
    }
    for (index, row) in rows.enumerated() {
      cells += row.stub.split(separator: "|").map { String($0.filter { $0 != " " }) }.filter { $0 != "<" && $0 != "^" }
      cells += values[index] ?? row.values.map(String.init)
    }
    cells += review.split(whereSeparator: { $0 == "\n" || $0 == "|" }).map { String($0.filter { $0 != " " }) }
      .filter { $0 != "<" && $0 != "^" }
    let text = cells.joined(separator: "\n" + String(repeating: "\n", count: gap))
    return Document(blocks: TestReports.paragraphs(text))
  }
}
