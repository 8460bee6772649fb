import ConverterCore
import PageLayout
import Testing

/// Pages typed, or printed by programs, in fonts whose letters are all of one width.
@Suite struct TypedPageTests {
  /// Rows whose texts begin at places counted in letters 5 points wide, 12 points apart from 100 on; every blank is as wide as a letter.
  private func page(_ lines: [String]) -> SketchPage {
    var page = SketchPage()
    for (row, line) in lines.enumerated() {
      var column = 0
      for word in line.split(separator: " ", omittingEmptySubsequences: false) {
        page.write(String(word), 60 + 5 * Double(column), 100 + 12 * Double(row))
        column += word.count + 1
      }
    }
    return page
  }

  @Test func `a code of two words with one blank between is one`() throws {
    let table = try #require(
      page([
        "ACCOUNT    TITLE                    2006        2007",
        "1106N 010  OPERATIONAL FORCES    150,631     887,842",
        "1106N 020  FIELD LOGISTICS       792,747     616,402",
        "1106N 030  DEPOT MAINTENANCE     899,836     223,346",
        "1106N 040  BASE SUPPORT          640,292     259,717",
      ]).tables.first)
    #expect(table.columnCount == 4)
    #expect(
      table.cells.filter { $0.rows == 1..<2 }.map(\.text) == ["1106N 010", "OPERATIONAL FORCES", "150,631", "887,842"])
  }

  @Test func `a label that begins with a figure is one`() throws {
    let table = try #require(
      page([
        "PROGRAM            1 PERSON   2 PERSON   3 PERSON",
        "30% OF MEDIAN         13000      14850      16700",
        "50% OF MEDIAN         21700      24800      27900",
        "80% OF MEDIAN         34700      39650      44600",
      ]).tables.first)
    #expect(table.columnCount == 4)
    #expect(table.cells.filter { $0.rows == 1..<2 }.map(\.text) == ["30% OF MEDIAN", "13000", "14850", "16700"])
  }

  @Test func `figures with one blank between are two`() throws {
    let table = try #require(
      page([
        "County      Births Deaths",
        "Alder       121234 101231",
        "Boone        21700  24800",
        "Carver       34700  39650",
        "Dell         40120  13118",
      ]).tables.first)
    #expect(table.columnCount == 3)
  }

  @Test func `figures typed with a blank inside below one heading are one`() throws {
    let table = try #require(
      page([
        "HARBOR        LATITUDE          TIME    MEAN",
        "Northport       44 11        0 23       10.5",
        "Southport       44 30       -0 25        9.6",
        "Bear Harbor     45 18        1 13       11.0",
        "Union River     44 34       -1 25       10.8",
      ]).tables.first)
    #expect(table.columnCount == 4)
    #expect(table.cells.filter { $0.rows == 2..<3 }.map(\.text) == ["Southport", "44 30", "-0 25", "9.6"])
  }

  @Test(arguments: ["BIRTHS DEATHS", "BIRTH   DEATH"])
  func `figures of one width with one blank between, each below a heading, are two`(heads: String) throws {
    let table = try #require(
      page([
        "COUNTY      \(heads)    RATE",
        "Alder       121234 101231     1.2",
        "Boone       217001 248009    12.4",
        "Carver      347002 396505     3.1",
        "Dell        401204 131181    10.7",
      ]).tables.first)
    #expect(table.columnCount == 4)
  }

  @Test func `figures with one blank between that stand alone in other rows are two`() throws {
    let table = try #require(
      page([
        "COUNTY      SPRING AND FALL    RATE",
        "Alder        121234 101231     1.2",
        "Boone        217001           12.4",
        "Carver       347002 396505     3.1",
        "Dell         401204 131181    10.7",
      ]).tables.first)
    #expect(table.columnCount == 4)
  }
}
