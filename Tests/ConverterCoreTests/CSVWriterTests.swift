import ConverterCore
import ConverterTesting
import Testing

@Suite struct `CSV, one grid a table` {
  let spanned = Table(
    headerRows: 1,
    """
    Item | Number | <
    a, b | "1"    | .
    ^    |        | x\\ny
    """)

  @Test func `covered positions and holes are empty fields`() throws {
    let text = try CSVWriter().written(Document(.table(spanned))).text
    #expect(text == "Item,Number,\n\"a, b\",\"\"\"1\"\"\",\n,,\"x\ny\"\n")
  }

  @Test func `spans may repeat their text, holes stay empty`() throws {
    let text = try CSVWriter(spans: .repeat).written(Document(.table(spanned))).text
    #expect(text == "Item,Number,Number\n\"a, b\",\"\"\"1\"\"\",\n\"a, b\",,\"x\ny\"\n")
  }

  @Test func `spans are reported, since a grid cannot say them`() throws {
    let losses = CSVWriter().losses(of: Document(.table(spanned)))
    #expect(losses.map(\.severity) == [.note])
    #expect(
      losses.map(\.message) == [
        "2 cells span several rows or columns, which csv cannot say; the text stands once, in the first position"
      ])
    #expect(CSVWriter().losses(of: Document(.table(Table("a | b")))).isEmpty)
    #expect(CSVLongWriter().losses(of: Document(.table(spanned))).isEmpty)
  }

  @Test func `an empty line stands between tables and between documents`() throws {
    let one = Document(.table(Table("a")), .table(Table("b")))
    #expect(try CSVWriter().written(one, Document(.table(Table("c")))).text == "a\n\nb\n\nc\n")
  }

  @Test func `an empty row of one column is no empty line`() throws {
    #expect(try CSVWriter().written(Document(.table(Table("a\n \nb")))).text == "a\n\"\"\nb\n")
  }

  @Test func `a sink that keeps parts apart gets one part a table, each with its mark`() throws {
    let document = Document(.table(Table("a")), .table(Table("b")))
    let sink = try CSVWriter(dialect: CSVDialect(byteOrderMark: true)).written(document, separatesParts: true)
    #expect(sink.parts.map(\.name) == ["t1", "t2"])
    #expect(sink.parts.map { String(decoding: $0.bytes, as: UTF8.self) } == ["\u{FEFF}a\n", "\u{FEFF}b\n"])
  }

  @Test func `lines end in CR LF and the stream begins with a mark where asked`() throws {
    let dialect = CSVDialect(lineEnding: .crlf, byteOrderMark: true)
    let document = Document(.table(Table("a | b")), .table(Table("c")))
    #expect(try CSVWriter(dialect: dialect).written(document).text == "\u{FEFF}a,b\r\n\r\nc\r\n")
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("@SUM(A1)", "'@SUM(A1)"), ("+cmd", "'+cmd"), ("-2+3", "'-2+3"), ("＝1", "'＝1"),
    ("-12.5", "-12.5"), ("+3", "+3"), ("-1,234", "\"-1,234\""), ("-12%", "-12%"), ("－5", "－5"), ("-", "-"),
    ("--", "--"), ("a=b", "a=b"),
  ])
  func `formulas are disarmed where asked, numbers never`(text: String, field: String) throws {
    let document = Document(.table(Table(text)))
    #expect(try CSVWriter(dialect: CSVDialect(escapesFormulas: true)).written(document).text == field + "\n")
  }

  @Test func `tables inside cells follow the table that holds them`() throws {
    let inner = Table("in")
    let outer = Table("out").mapCells { $0.blocks = [.table(inner)] }
    #expect(try CSVWriter().written(Document(.table(outer), .table(Table("next")))).text == "out\n\nin\n\nnext\n")
  }
}

@Suite struct `CSV, one line a cell` {
  @Test func `every cell has its position, paths, number and unit`() throws {
    var document = Document(
      .table(
        Table(
          headerRows: 2, stubColumns: 2, unit: "件",
          """
          Item    | <       | 2023    | <
          ^       | ^       | new     | old
          decided | granted | １，２００ | 12.5%
          ^       | refused | －3     | none
          """)))
    document.source.name = "r.docx"
    let lines = try CSVLongWriter().written(document).text.split(separator: "\n")
    #expect(
      lines == [
        "document,table,row,column,row_span,column_span,kind,row_path,column_path,text,number,unit,page,evidence",
        "r.docx,1,0,0,2,2,stubHead,,,Item,,,,stated",
        "r.docx,1,0,2,1,2,columnHeader,,,2023,2023,,,stated",
        "r.docx,1,1,2,1,1,columnHeader,,2023,new,,,,stated",
        "r.docx,1,1,3,1,1,columnHeader,,2023,old,,,,stated",
        "r.docx,1,2,0,2,1,rowHeader,,,decided,,,,stated",
        "r.docx,1,2,1,1,1,rowHeader,decided,,granted,,,,stated",
        "r.docx,1,2,2,1,1,data,decided / granted,2023 / new,１，２００,1200,件,,stated",
        "r.docx,1,2,3,1,1,data,decided / granted,2023 / old,12.5%,12.5,%,,stated",
        "r.docx,1,3,1,1,1,rowHeader,decided,,refused,,,,stated",
        "r.docx,1,3,2,1,1,data,decided / refused,2023 / new,－3,-3,件,,stated",
        "r.docx,1,3,3,1,1,data,decided / refused,2023 / old,none,,,,stated",
      ])
  }

  @Test func `the header line stands once before any number of documents`() throws {
    let document = Document(.table(Table("a")))
    #expect(try CSVLongWriter().written(document, document).text.split(separator: "\n").count == 3)
  }
}
