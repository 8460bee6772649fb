import ConverterCore
import Testing

@testable import TextReader

@Suite struct DelimitedTests {
  @Test(arguments: ["\t", ",", ";"])
  func `Delimiters make rows`(delimiter: String) throws {
    let text = [["berth", "depth", "cranes"], ["1", "7.5", "2"], ["2", "", "4"]]
      .map { $0.joined(separator: delimiter) }.joined(separator: "\n")
    let table = try onlyTable(text)
    #expect(grid(table) == ["berth|depth|cranes", "1|7.5|2", "2||4"])
    #expect(table.headerRowCount == 1)
    #expect(table.cells[0].origin == Origin(.lines(1...1), .stated))
  }

  @Test func `Quoted fields keep delimiters, quotation marks and line breaks`() throws {
    let table = try onlyTable("name,note,n\n\"Mole, north\",\"says \"\"no\"\"\",1\n\"two\nlines\",x,2\n")
    #expect(
      table.cells.map(\.text) == ["name", "note", "n", "Mole, north", "says \"no\"", "1", "two\nlines", "x", "2"])
    #expect(table.cells[6].origin.place == .lines(3...4))
  }

  @Test func `A quotation mark that nothing closes is a character`() throws {
    let table = try onlyTable("size,n,m\n\"3.5,1,1\n4,2,2\n5,3,3\n")
    #expect(grid(table) == ["size|n|m", "\"3.5|1|1", "4|2|2", "5|3|3"])
  }

  @Test func `Short rows leave holes`() throws {
    let table = try onlyTable("a\tb\tc\n1\t2\t3\n4\t5\t6\n7\t8\t9\n1\t2\n")
    #expect(table.rowCount == 5)
    #expect(table.grid[4, 2] == nil)
  }

  @Test(arguments: [
    "Dear Sir,\nwe met in March, on the quay,\nand spoke of nothing, as usual.\n",
    "北港，南港，东港\n三处码头，均已查验，结果良好。\n",
    "One, two,\nbuckle my shoe,\nthree, four,\nknock at the door.\n",
  ])
  func `Text with commas stays text`(text: String) throws {
    #expect(try read(text).tables.isEmpty)
  }

  @Test func `A quotation mark that nothing closes leaves the records before it alone`() throws {
    let table = try onlyTable("a,b\n\"1,5\",2\n\"3,4\n5,6\n", name: "sample.csv")
    #expect(grid(table) == ["a|b", "1,5|2", "\"3|4", "5|6"])
  }

  @Test(arguments: [
    ("name,note\nX,1\nY,2,extra\nZ,3\n", ["name|note", "X|1", "Y|2|extra", "Z|3"]),
    ("id,name\n0,N0\n\n1,N1\nno delimiter\n2,N2\n", ["id|name", "0|N0", "1|N1", "no delimiter", "2|N2"]),
    ("a;b;c\n1;2,5;3\n4;\"5;5\";6\n", ["a|b|c", "1|2,5|3", "4|5;5|6"]),
    ("a, b, c\n1, \"x, y\", 3\n", ["a| b| c", "1|x, y| 3"]),
    ("a,b\n| x,1\n| y,2\n", ["a|b", "| x|1", "| y|2"]),
  ])
  func `Separated values by name are one table, however ragged`(text: String, rows: [String]) throws {
    #expect(grid(try onlyTable(text, name: "sample.csv")) == rows)
  }

  @Test(arguments: [
    ("Quay;Fee;Depth\nNorth;1,50;3,5\nSouth;2,30;4,5\n", ["Quay|Fee|Depth", "North|1,50|3,5", "South|2,30|4,5"]),
    ("Quay;Fee\nNorth;1,50\nSouth;2,30\n", ["Quay|Fee", "North|1,50", "South|2,30"]),
    ("a;b;c\n1,5;2,5;x\n3,5;4,5;\"y;z\"\n", ["a|b|c", "1,5|2,5|x", "3,5|4,5|y;z"]),
    ("1,5;2,5\n3,5;4,5\n", ["1,5|2,5", "3,5|4,5"]),
    ("name,tags\nx,p;q\ny,r\n", ["name|tags", "x|p;q", "y|r"]),
  ])
  func `Separated values by name are cut at the delimiter of every line`(text: String, rows: [String]) throws {
    #expect(grid(try onlyTable(text, name: "sample.csv")) == rows)
  }

  @Test(arguments: [
    ("姓名\n阿青\n阿白\n", ["姓名", "阿青", "阿白"]), ("quay\n\n\"North, old\"\nSouth\n", ["quay", "North, old", "South"]),
    ("a,b\n", ["a|b"]), ("quay;fee;depth", ["quay|fee|depth"]), ("7\n", ["7"]),
  ])
  func `A table by its name may have one column or one row`(text: String, rows: [String]) throws {
    #expect(grid(try onlyTable(text, name: "sample.csv")) == rows)
    #expect(try read(text).tables.isEmpty)
  }

  @Test(arguments: ["sep=;", "\"sep=;\"", "SEP=;"])
  func `The first line may state the delimiter`(statement: String) throws {
    let document = try read("\(statement)\na;b,c\n1;2,5\n3;4,5\n", name: "sample.csv")
    #expect(texts(document) == ["a|b,c\n1|2,5\n3|4,5"])
    let tabbed = try read("sep=\t\na\tb;c\n1\t2\n", name: "sample.csv")
    #expect(texts(tabbed) == ["a|b;c\n1|2"])
  }

  @Test
  func `Of delimiters that part as many records the one counts that leaves quotation marks whole`() throws {
    let text = "name,fee\n\"Moss; Fern\",4\n\"Reed; Sedge\",7\n\"Ivy; Oak\",9\n\"Elm; Ash\",5\n"
    #expect(grid(try onlyTable(text, name: "sample.csv"))[1] == "Moss; Fern|4")
    let names = "\"Moss; Fern\",4\n\"Reed; Sedge\",7\n"
    #expect(grid(try onlyTable(names, name: "sample.csv")) == ["Moss; Fern|4", "Reed; Sedge|7"])
  }

  @Test(arguments: [
    ("Name,Title\nJane Doe,Director\nJohn Roe,Clerk\n", 1), ("date,event\n2031-01-01,flood\n2031-02-10,drill\n", 1),
    ("Quay,Quay\nNorth,South\n", 0), ("North,open\nSouth,open\n", 0), ("2031-01-01,flood\n2031-02-10,drill\n", 0),
    ("North\nSouth\n", 0), ("a,b\n", 0),
  ])
  func `Names that do not come again head the columns of separated values by name`(text: String, rows: Int) throws {
    #expect(try onlyTable(text, name: "sample.csv").headerRowCount == rows)
    #expect(try read(text).tables.allSatisfy { $0.headerRowCount == 0 })
  }

  @Test func `Captions and notes stand beside values by name`() throws {
    let document = try read("Quays in 2031\n\na,b\n1,2\n\nSource: harbour office\n", name: "sample.csv")
    #expect(texts(document) == ["Quays in 2031", "a|b\n1|2", "Source: harbour office"])
  }

  @Test func `Prose by the name of values is no table`() throws {
    let text = "Dear Sir,\nwe met in March, on the quay, by night,\nand spoke of nothing.\nYours\n\nAnna\n"
    #expect(try read(text, name: "letter.csv").tables.isEmpty)
  }
}
