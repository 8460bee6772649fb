import ConverterCore
import PageLayout
import Testing

/// Stubs, sections, codes and sentences in the rows of tables with few lines or none.
@Suite struct BureauTableTests {
  @Test func `the name of a part in the middle is no line of the label below`() {
    var page = SketchPage()
    page.writeRows([["Item", "2008", "2009", "2010"]], from: 100)
    page.level(104, 100, 500)
    for part in 0..<2 {
      let y = 118 + 56 * Double(part)
      page.write("Billions of current Dollars as published", around: 300, y)
      page.writeRows(
        [["Total of all the offices", "109", "309", "37"], ["Rent", "123", "124", "38"], ["Heat", "1", "2", "3"]],
        from: y + 14)
    }
    #expect(page.tables.first?.cells.count { $0.text == "Billions of current Dollars as published" } == 2)
    #expect(page.tables.first?.cells.count { $0.text == "Total of all the offices" } == 2)
  }

  @Test func `a label left of the row above is the next heading of rows`() {
    var page = SketchPage()
    page.writeRows([["Item", "2008", "2009"], ["Total", "109", "309"], ["Printing:", "", ""]], from: 100)
    page.write("Paper", 110, 142)
    page.write("Other services from agencies", 110, 156)
    page.writeRows(
      [["", "3", "4"], ["", "103", "304"], ["Other services and supplies:"], ["", "17", "18"]], from: 142)
    page.write("Equipment", 110, 184)
    let labels = page.tables.first?.cells.filter { $0.columns.lowerBound == 0 }.map(\.text)
    #expect(
      labels == [
        "Item", "Total", "Printing:", "Paper", "Other services from agencies", "Other services and supplies:",
        "Equipment",
      ])
  }

  @Test func `names of regions beside the first of their rows stand there alone`() {
    var page = SketchPage()
    let rows = [
      ("Northern", "Rock Harbor"), ("", "Iron Mesa"), ("", "Pine Ridge"), ("", "Alder"), ("Central", "Holt"),
      ("", "Elk"),
      ("Southern", "Boone"), ("", "Dell"), ("", "Juniper"),
    ]
    page.write("Region", 60, 100)
    page.write("Office", 140, 100)
    for (column, head) in ["Wells", "Acres"].enumerated() {
      page.write(head, endingAt: 300 + 100 * Double(column), 100)
    }
    for (row, names) in rows.enumerated() {
      let y = 114 + 14 * Double(row)
      page.write(names.0, 60, y)
      page.write(names.1, 140, y)
      page.write("\(row)39", endingAt: 300, y)
      page.write("5\(row),474", endingAt: 400, y)
    }
    let names = page.tables.first?.cells.filter { $0.columns == 0..<1 && !$0.text.isEmpty }
    #expect(
      names?.map { "\($0.text) \($0.rows)" } == ["Region 0..<1", "Northern 1..<2", "Central 5..<6", "Southern 7..<8"])
  }

  /// Codes beside the first line of their articles, figures beside the last.
  private var codes: SketchPage {
    var page = SketchPage()
    page.level(88, 60, 450)
    page.write("HTS", around: 90, 100)
    page.write("number", around: 90, 110)
    page.write("Article", around: 220, 110)
    page.write("General", endingAt: 350, 100)
    page.write("rate", endingAt: 350, 110)
    page.write("Imports", endingAt: 450, 110)
    page.level(114, 60, 450)
    for row in 0..<4 {
      let y = 126 + 26 * Double(row)
      page.write("29\(row)1.85.00", 60, y)
      page.write("Salts of acids of the fifth group", 140, y)
      page.write("and their esters", 146, y + 11)
      page.write("\(row).7%", endingAt: 350, y + 11)
      page.write("80\(row),824", endingAt: 450, y + 11)
    }
    page.level(224, 60, 450)
    return page
  }

  @Test func `the first row begins with its code though its figures stand beside a further line`() {
    let table = codes.tables.first
    #expect(table?.rowCount == 5)
    #expect(
      table?.cells.filter { $0.rows == 0..<1 }.map(\.text) == ["HTS number", "Article", "General rate", "Imports"])
    #expect(
      table?.cells.filter { $0.columns == 1..<2 }.last?.text == "Salts of acids of the fifth group and their esters")
  }
}

extension BureauTableTests {
  /// Sentences in three columns between three lines, white between the rows.
  private func findings(lines: [Double] = [88, 104, 284]) -> SketchPage {
    var page = SketchPage()
    let xs = [60.0, 220, 400]
    for (x, head) in zip(xs, ["Finding", "Recommendation", "Agency comment"]) { page.write(head, x, 100) }
    let first = ["Records of the offices", "Fees of the year", "Staff of the regions", "Wells without permits"]
    for (row, name) in first.enumerated() {
      let y = 118 + 45 * Double(row)
      page.write(name, xs[0], y)
      for (x, start) in zip(xs.dropFirst(), ["The office should keep one", "The agency agrees with what"]) {
        page.write(start, x, y)
        page.write("the register of all requests", x, y + 11)
        page.write("in the year \(2005 + row) and after it.", x, y + 22)
      }
    }
    for y in lines { page.level(y, 60, 560) }
    return page
  }

  @Test func `sentences in rows below headings between three lines are a table`() {
    let table = findings().tables.first
    #expect(table?.rowCount == 5)
    #expect(table?.columnCount == 3)
    #expect(
      table?.cells.filter { $0.rows == 2..<3 }.map(\.text) == [
        "Fees of the year", "The office should keep one the register of all requests in the year 2006 and after it.",
        "The agency agrees with what the register of all requests in the year 2006 and after it.",
      ])
  }

  @Test func `sentences in columns without lines are none`() {
    #expect(findings(lines: []).tables.isEmpty)
  }

  @Test func `the name of a part below a code and a name is a row of its own`() {
    var page = SketchPage()
    page.write("Code", 100, 100)
    page.write("Office", 140, 100)
    page.write("2007", endingAt: 400, 100)
    page.level(104, 100, 400)
    let lines = [
      ("", "Department of Public Safety"), ("3011", "Fire brigades"), ("3018", "Parks and recreation"),
      ("", "Department of Natural Resources"), ("4112", "Forests and their roads"), ("4118", "Office of mines"),
    ]
    for (row, line) in lines.enumerated() {
      let y = 116 + 12 * Double(row)
      page.write(line.0.isEmpty ? line.1 : line.0, 100, y)
      if !line.0.isEmpty {
        page.write(line.1, 140, y)
        page.write("\(row + 2),\(row)05", endingAt: 400, y)
      }
    }
    let cells = page.tables.first?.cells ?? []
    #expect(
      cells.filter { !$0.text.isEmpty && $0.text.hasPrefix("Department") }.map(\.text) == [lines[0].1, lines[3].1])
    #expect(cells.map(\.rows.upperBound).max() == 7)
  }
}
