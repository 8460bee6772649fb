import ConverterCore
import Foundation
import Testing

@testable import ReportProfile

@Suite struct OutputTests {
  let profile: Profile
  let document: Document

  init() throws {
    profile = try TestReports.profile()
    document = try Form2021.document(
      disclosure: Form2021.disclosure.replacing("41", with: "４１件"),
      review: Form2021.review.replacing("2 | 1 | 0 | 0 | 3", with: "2 | 1 | 0 | 0 | <b>"))
  }

  private func text(_ write: (inout OutputBuffer) -> Void) -> String {
    var output = OutputBuffer()
    write(&output)
    return String(decoding: output.bytes, as: UTF8.self)
  }

  @Test func `Records have the same columns for every cell`() {
    let report = Report(document, profile)
    let lines = text {
      let writer = RecordWriter(profile, layout: .csv)
      writer.writePrologue(to: &$0)
      writer.write(report, to: &$0)
    }.split(separator: "\n")
    #expect(lines.count == 201)
    #expect(
      lines[0]
        == "report,source_sha256,agency,agency_printed,year,form,table,row,column,code,value,state,raw,unit,unit_printed,base_value,base_unit,place,evidence"
    )
    #expect(
      lines.contains(
        ",,云溪县档案局,云溪县档案局,2023,cn.ogi.2021,licensing,administrative_licence,decisions,licensing/administrative_licence/decisions,41,number,４１件,件,true,,,t/tr[7]/tc[2],label"
      ))
  }

  @Test func `Objects leave out what there is not, and keep numbers as decimals`() {
    let report = Report(document, profile)
    let lines = text { RecordWriter(profile, layout: .ndjson).write(report, to: &$0) }.split(separator: "\n")
    #expect(lines.count == 200)
    #expect(lines.allSatisfy { (try? JSONSerialization.jsonObject(with: Data($0.utf8))) is [String: Any] })
    #expect(
      lines.contains {
        $0.contains("\"code\":\"fees/administrative_fees/amount\",\"value\":\"22.04\",\"state\":\"number\"")
      })
    #expect(
      lines.contains {
        $0.contains("\"code\":\"review/cases/reconsideration.total\",\"state\":\"unreadable\",\"raw\":\"<b>\"")
      })
  }

  @Test func `A wide line has one column per code of all forms`() {
    let report = Report(document, profile)
    let lines = text {
      let writer = WideWriter(profile)
      writer.writePrologue(to: &$0)
      writer.write(report, to: &$0)
    }.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    #expect(lines[0].count == lines[1].count)
    let column = lines[0].firstIndex(of: "licensing/administrative_licence/decisions [件]")
    #expect(column.map { lines[1][$0] } == "41")
  }

  @Test(arguments: [
    ("单位：万元", "22.04", "220400"), ("单位：元", "220400", "220400"), ("单位：万元", "3亿元", "300000000"),
    ("单位：万元", "22.04人", ""), ("单位：万元", "", ""),
  ])
  func `A column of a wide line is in one unit, whatever reports print`(
    header: String, raw: String, value: String
  ) throws {
    let disclosure = Form2021.disclosure.replacing("单位：万元", with: header).replacing("22.04", with: raw)
    let report = Report(try Form2021.document(disclosure: disclosure), profile)
    let lines = text {
      let writer = WideWriter(profile)
      writer.writePrologue(to: &$0)
      writer.write(report, to: &$0)
    }.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    let column = try #require(lines[0].firstIndex(of: "fees/administrative_fees/amount [CNY]"))
    #expect(lines[1][column] == value)
  }

  @Test func `The page marks failing cells and cannot be broken by a text`() {
    let broken = Report(document, profile)
    let checks = broken.checks(profile, document)
    let page = text {
      CheckHTMLWriter().write(
        CheckedReport(broken, profile, checks: checks, tables: document.tables), to: &$0)
    }
    #expect(page.contains("&lt;b&gt;") && !page.contains("<b>&lt;") && !page.contains("<td><b>"))
    #expect(page.contains("class=\"doubt\" id=\"rcbf29ce484222325-3-4-5\">&lt;b&gt; <sup class=\"mark\">#1</sup>"))
    #expect(page.contains("<tr><td>applications.balance<td>required<td>"))
  }

  @Test func `People read the rule, both numbers and the places`() throws {
    let wrong = try Form2021.document(review: Form2021.review.replacing("0 | 0 | 3", with: "0 | 0 | 5"))
    let report = Report(wrong, profile)
    let told = text {
      CheckTextWriter(explainsDoubts: false).write(
        CheckedReport(report, profile, checks: report.checks(profile, wrong), tables: []), to: &$0)
    }
    #expect(told.contains("  fails: review.reconsideration.total: 5 ≠ 3\n"))
    #expect(told.contains("    right: 结果维持 = “2” (t/tr[4]/tc[1])\n"))
  }

  @Test func `A label over lines is printed on one, and only the cells of a check are marked`() throws {
    let rows = [["项目", "甲"], ["货物\n采购", "3"], ["服务", "4"], ["合\n计", "9"]]
    // As in a text, all cells of a row have the place of its line.
    let cells = rows.enumerated().flatMap { row, texts in
      texts.enumerated().map { column, text in
        Cell(
          rows: row..<row + 1, columns: column..<column + 1, text: text,
          origin: Origin(.lines(row + 1...row + 1), .stated))
      }
    }
    let table = try Table(rowCount: 4, columnCount: 2, cells: cells, origin: Origin(.lines(1...4), .stated))
    let checked = CheckedReport(Document(blocks: [.table(table)]))
    let lines = text { CheckTextWriter(explainsDoubts: false).write(checked, to: &$0) }
    #expect(lines.contains("    “合计” is the sum of the rows that it totals\n"))
    #expect(lines.contains("    right: 货物采购 / 甲 = “3” (line 2)\n"))
    let page = text { CheckHTMLWriter().write(checked, to: &$0) }
    #expect(page.contains(">服务<td class=\"fails\" id=\"rcbf29ce484222325-1-3-2\">4 "))
  }

  @Test func `The page names its tables, and the list leads to their cells`() throws {
    let tables = try [
      "Kind | N\nx | 1\ny | 2\nTotal | 3", "Kind | N\nx | 1\ny | 2\nSubtotal | 3\nz | 4\nTotal | 8",
    ].map(TestReports.table)
    let captions = TestReports.paragraphs("Boats & barges")
    let checked = CheckedReport(Document(blocks: [tables[0]] + captions + [tables[1]]))
    let page = text { CheckHTMLWriter().write(checked, to: &$0) }
    #expect(page.contains("<table>\n<caption>Table 1</caption>\n"))
    #expect(page.contains("<caption>Table 2: Boats &amp; barges</caption>\n"))
    #expect(
      page.contains(
        "<a href=\"#rcbf29ce484222325-2-6-2\">“Total” is the sum of the rows that it totals – table 2, N</a>: <b>8 against 7</b> "
          + "(the table may be read in several ways)"))
    #expect(page.contains("<td class=\"doubt\" id=\"rcbf29ce484222325-2-6-2\">8 <sup class=\"mark\">#1</sup>"))
    #expect(!page.contains("8 == 7"))
    // Other reports on the page have other names for their cells.
    var other = checked
    other.name = "other.docx"
    #expect(!text { CheckHTMLWriter().write(other, to: &$0) }.contains("rcbf29ce484222325"))
  }
}
