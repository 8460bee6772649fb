import ConverterCore
import ConverterTesting
import PageLayout
import Testing

/// How budgets, courts, health offices and companies that report to regulators set tables.
@Suite struct FederalTableTests {
  @Test func `close dots behind labels of one length make no column`() {
    var page = SketchPage()
    page.writeRows([["Year", "Filed"], ["", "9,023"], ["", "5,910"], ["", "2,425"]], from: 100)
    for (row, year) in ["1998", "1999", "2000"].enumerated() {
      page.write(year, 100, 114 + 14 * Double(row))
      page.write(String(repeating: ".", count: 20), 125, 114 + 14 * Double(row))
    }
    #expect(shape(page.tables.first) == shape(Table("Year | Filed\n1998 | 9,023\n1999 | 5,910\n2000 | 2,425")))
  }

  @Test func `a year in a heading over several columns is part of it`() {
    var page = SketchPage()
    page.write("For all Years Ended December 31, by type", around: 345, 100)
    page.writeRows(
      [["Item", "Rent", "Heat", "Fees"], ["Vale", "109", "309", "27"], ["Moor", "123", "124", "38"]], from: 114)
    page.level(104, 245, 500)
    #expect(
      page.tables.first?.cells.map(\.text).contains("For all Years Ended December 31, by type") == true)
  }

  @Test func `places and amounts right of long names are no column of prose`() {
    var page = SketchPage()
    for (row, name) in [
      "Repair of the lock gates at the", "Wells for the towns of the", "Paving of the road to the old",
      "Bridges and culverts on route", "Dredging of the inner harbour", "Roofs of the three southern",
    ].enumerated() {
      let y = 130 + 30 * Double(row)
      page.write(name, 100, y)
      page.write("lower basin", 100, y + 12)
      page.write("Port Ellery, VA", 262, y)
      page.write("Under way", 400, y)
      page.write("$\(9 - row),263,664", endingAt: 520, y)
    }
    page.writeRows([["Project"]], from: 110)
    for (x, head) in [(262.0, "Place"), (400, "Status"), (470, "Amount")] { page.write(head, x, 110) }
    #expect(page.tables.map(\.columnCount) == [4])
  }

  @Test func `the last line of a paragraph is no heading of the table below`() {
    var page = SketchPage()
    page.write("The office has reviewed all of the claims that were received in the year and found", 60, 76)
    page.write("errors.", 60, 88)
    page.writeRows(
      [["", "2008", "2009"], ["Rent", "109", "309"], ["Heat", "123", "124"], ["Fees", "31", "22"]], from: 104)
    #expect(page.tables.first?.cells.first?.text == "")
    #expect(page.texts.joined().hasSuffix("errors."))
  }

  @Test func `the second line of the last label may be set in`() {
    var page = SketchPage()
    page.writeRows([["Item", "2008", "2009"], ["Rent", "109", "309"], ["Heat of the", "123", "124"]], from: 100)
    page.write("upper offices", 112, 140)
    #expect(page.tables.first?.cells.map(\.text).contains("Heat of the upper offices") == true)
  }

  @Test func `addresses in three columns are no table, a list of telephones is one`() {
    var page = SketchPage()
    for block in 0..<4 {
      for column in 0..<3 {
        for (line, text) in [
          "Alder Office", "1\(block) Wharf Street", "Holt, OR 9700\(column)", "(541) 555-01\(block)\(column)",
        ].enumerated() {
          page.write(text, 60 + 170 * Double(column), 100 + 60 * Double(block) + 12 * Double(line))
        }
      }
    }
    #expect(page.tables.isEmpty)
    var list = SketchPage()
    list.writeRows(
      [["Office", "Telephone", "Fax"]]
        + ["Alder", "Boone", "Carver"].map { [$0, "541-555-0112", "541-555-0119"] }, from: 100)
    #expect(list.tables.count == 1)
  }

  @Test func `a heading of two lines in the middle of two columns is one`() {
    var page = SketchPage()
    page.write("Temporary", around: 340, 100)
    page.write("visa", around: 340, 112)
    page.writeRows(
      [
        ["Field", "Men", "Women"], ["Law", "10,109", "11,309"], ["Arts", "12,123", "10,124"],
        ["Music", "3,122", "1,922"],
      ],
      from: 128)
    page.level(116, 250, 400)
    #expect(page.tables.first?.cells.filter { $0.columns.count == 2 }.map(\.text) == ["Temporary visa"])
  }

  @Test func `labels in the middle of a column of labels make none of their own`() {
    var page = SketchPage()
    page.writeRows([["", "Filed", "Closed"]], from: 100)
    for (row, label) in ["Total", "First", "Maine", "Ohio", "Second", "Iowa", "Utah"].enumerated() {
      let y = 114 + 14 * Double(row)
      if ["Total", "First", "Second"].contains(label) {
        page.write(label, around: 160, y)
      } else {
        page.write(label, 100, y)
      }
      page.write("1\(row),309", endingAt: 300, y)
      page.write("2\(row),124", endingAt: 400, y)
    }
    #expect(page.tables.map(\.columnCount) == [3])
  }
}
