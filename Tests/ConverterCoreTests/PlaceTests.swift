import ConverterCore
import Testing

@Suite struct `A place` {
  @Test(arguments: [
    ("body/tbl[2]/tr[5]/tc[1]", ElementPath("body/tbl[2]", row: 5, cell: 1)),
    ("body/tbl[2]/tr[5]", ElementPath("body/tbl[2]", row: 5)),
    ("body/tr[3]/tr[5]", ElementPath("body/tr[3]", row: 5)),
  ])
  func `is one value however its path was put together`(path: String, same: ElementPath) {
    #expect(ElementPath(path) == same)
    #expect(same.description == path)
  }

  @Test(arguments: [
    "body/p[2]", "body", "", "tr[5]", "a/tc[1]", "a/tr[0]", "a/tr[05]", "a/tr[x]", "a/tr[", "]", "a/tr[99999999999]",
    "a/tr[5]/tc[0]", "a/td[1]/tc[1]",
  ])
  func `is not taken apart where its path ends otherwise`(path: String) {
    #expect(ElementPath(path).path == path)
    #expect(ElementPath(path).row == 0)
    #expect(ElementPath(path).description == path)
  }

  @Test(arguments: [
    (Place.page(3, nil), "page 3"), (.page(3, Rectangle(x0: 72.4, y0: 90.6, x1: 100, y1: 120)), "page 3 at 72,91"),
    (.lines(12...12), "line 12"), (.lines(12...14), "lines 12–14"), (.byte(4096), "byte 4096"),
    (.element(ElementPath("a/tbl[1]", row: 2, cell: 3)), "a/tbl[1]/tr[2]/tc[3]"),
    (.page(1, Rectangle(x0: .infinity, y0: .nan, x1: 0, y1: 0)), "page 1"),
  ])
  func `reads as a person would say it`(place: Place, words: String) {
    #expect(place.description == words)
  }

  @Test(arguments: [(1, 0), (1, 1), (99, 10), (Int32.max, .max)])
  func `is written with the steps of its row and cell`(row: Int32, cell: Int32) throws {
    let path = ElementPath("body/tbl[2]", row: row, cell: cell)
    var fields = OutputBuffer()
    fields.field(.element(path), CSVDialect())
    #expect(String(decoding: fields.bytes, as: UTF8.self) == path.description)
    var json = JSONOutput(startsLines: false)
    json.members(of: .element(path))
    #expect(String(decoding: json.buffer.bytes, as: UTF8.self).contains("\"\(path.description)\""))
  }
}
