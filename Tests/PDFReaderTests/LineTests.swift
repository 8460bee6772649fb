import ConverterCore
import PDFReader
import PageLayout
import Testing

@Suite("Lines and areas of a page", .enabled(if: PDFReader.seesVectorInk))
struct LineTests {
  static let red = Color(red: 255, green: 0, blue: 0)
  static let grey = Color(red: 204, green: 204, blue: 204)

  @Test func `a stroke is a ruling`() throws {
    let page = try page(drawing: "0.5 w 1 0 0 RG 72 742 m 272 742 l S 72 742 m 72 642 l S")
    #expect(
      page.rulings == [
        Ruling(axis: .level, position: 100, start: 72, end: 272, thickness: 0.5, color: Self.red),
        Ruling(axis: .upright, position: 72, start: 100, end: 200, thickness: 0.5, color: Self.red),
      ])
    #expect(page.fills == [])
  }

  @Test func `slanted strokes and curves are no rulings`() throws {
    let page = try page(drawing: "72 742 m 272 700 l S 72 742 m 100 700 200 700 272 742 c S")
    #expect(page.rulings == [] && page.fills == [])
  }

  @Test func `a stroked rectangle has four sides`() throws {
    let page = try page(drawing: "1 w 72 642 200 100 re S")
    let rulings = try #require(page.rulings)
    #expect(rulings.map(\.axis) == [.level, .upright, .level, .upright])
    #expect(rulings.map(\.position) == [200, 272, 100, 72])
  }

  @Test func `rounded corners leave the straight sides`() throws {
    let page = try page(drawing: "80 742 m 260 742 l 272 742 272 742 272 730 c 272 650 l S")
    #expect(page.rulings?.map(\.position) == [100, 272])
  }

  @Test func `thin filled rectangles are rulings along their middle`() throws {
    let page = try page(drawing: "72 741 200 1 re f 71.5 642 1 100 re f")
    #expect(
      page.rulings == [
        Ruling(axis: .level, position: 100.5, start: 72, end: 272, thickness: 1),
        Ruling(axis: .upright, position: 72, start: 100, end: 200, thickness: 1),
      ])
  }

  @Test(arguments: ["f*", "f"])
  func `a frame filled between two outlines has four bars`(operation: String) throws {
    // The inner outline runs the other way round, so that both rules leave it empty.
    let page = try page(
      drawing: "72 642 200 100 re 73 643 m 73 741 l 271 741 l 271 643 l h \(operation)")
    let rulings = try #require(page.rulings)
    #expect(Set(rulings.map(\.position)) == [100.5, 199.5, 72.5, 271.5])
    #expect(rulings.allSatisfy { near($0.thickness, 1) })
    #expect(page.fills == [])
  }

  @Test func `a polygon of bars has its bars`() throws {
    // An L: upright bar at the left, level bar at the bottom.
    let page = try page(drawing: "72 642 m 272 642 l 272 643 l 73 643 l 73 742 l 72 742 l h f")
    let rulings = try #require(page.rulings)
    #expect(rulings.count == 2)
    #expect(rulings.contains { $0.axis == .level && near($0.position, 199.5) && $0.start == 72 && $0.end == 272 })
    #expect(rulings.contains { $0.axis == .upright && near($0.position, 72.5) && near($0.start, 100) })
  }

  @Test func `a rectangle without height is a hairline`() throws {
    let page = try page(drawing: "72 742 200 0 re f")
    #expect(page.rulings == [Ruling(axis: .level, position: 100, start: 72, end: 272, thickness: 0)])
  }

  @Test func `a dashed stroke is one ruling`() throws {
    let page = try page(drawing: "[3 2] 0 d 72 742 m 272 742 l S")
    #expect(page.rulings?.map(\.start) == [72] && page.rulings?.map(\.end) == [272])
  }

  @Test func `a row of dots is one ruling`() throws {
    let dots = stride(from: 72, to: 172, by: 2).map { "\($0) 741.5 1 1 re f" }.joined(separator: " ")
    let page = try page(drawing: dots)
    #expect(page.rulings == [Ruling(axis: .level, position: 100, start: 72, end: 171, thickness: 1)])
    #expect(page.fills == [])
  }

  @Test func `round dots in one path are one ruling`() throws {
    // Circles of four curves with a diameter of 1.
    let dots = stride(from: 72, to: 112, by: 2).map { x in
      "\(x) 742 m \(x) 742.28 \(Double(x) + 0.22) 742.5 \(Double(x) + 0.5) 742.5 c "
        + "\(Double(x) + 0.78) 742.5 \(x + 1) 742.28 \(x + 1) 742 c "
        + "\(x + 1) 741.72 \(Double(x) + 0.78) 741.5 \(Double(x) + 0.5) 741.5 c "
        + "\(Double(x) + 0.22) 741.5 \(x) 741.72 \(x) 742 c h"
    }
    let page = try page(drawing: dots.joined(separator: " ") + " f")
    #expect(page.rulings?.count == 1)
    #expect(page.rulings?.first.map { near($0.start, 72) && near($0.end, 111) && near($0.position, 100) } == true)
  }

  @Test func `dashes drawn one by one are one ruling`() throws {
    let dashes = stride(from: 100, to: 200, by: 5).map { "72 \(842 - $0) m 72 \(842 - $0 - 3) l S" }
    let page = try page(drawing: "0.5 w " + dashes.joined(separator: " "))
    #expect(page.rulings == [Ruling(axis: .upright, position: 72, start: 100, end: 198, thickness: 0.5)])
  }

  @Test func `boxes around cells keep all their sides`() throws {
    let page = try page(drawing: "0.5 w 72 732 50 10 re S 122 732 50 10 re S")
    #expect(page.rulings?.count == 8)
    #expect(page.rulings?.filter { $0.axis == .upright }.map(\.position).sorted() == [72, 122, 122, 172])
  }

  @Test func `white areas are fills and white lines are no rulings`() throws {
    let page = try page(drawing: "1 g 72 642 200 100 re f 72 742 200 0.5 re f 1 G 72 700 m 272 700 l S")
    #expect(page.rulings == [])
    #expect(page.fills?.map(\.color) == [.white, .white, .white])
  }

  @Test func `shading is a fill in its colour`() throws {
    let page = try page(drawing: "0.8 g 72 642 200 20 re f")
    #expect(page.fills == [Fill(box: Rectangle(x0: 72, y0: 180, x1: 272, y1: 200), color: Self.grey)])
    #expect(page.rulings == [])
  }

  @Test func `a stroke as wide as a bar is long is shading`() throws {
    let page = try page(drawing: "0.8 G 20 w 72 652 m 272 652 l S")
    #expect(page.rulings == [])
    #expect(page.fills == [Fill(box: Rectangle(x0: 72, y0: 180, x1: 272, y1: 200), color: Self.grey)])
  }

  @Test func `a wide pen on a short way is a line across`() throws {
    let page = try page(drawing: "200 w 172 742 m 172 741 l S")
    #expect(page.rulings == [Ruling(axis: .level, position: 100.5, start: 72, end: 272, thickness: 1)])
  }

  @Test func `caps lengthen a line`() throws {
    let page = try page(drawing: "2 J 4 w 72 742 m 272 742 l S")
    #expect(page.rulings?.map(\.start) == [70] && page.rulings?.map(\.end) == [274])
  }

  @Test func `lines and areas end at the clip`() throws {
    let page = try page(
      drawing: "100 642 100 100 re W n 72 700 m 272 700 l S 72 500 m 272 500 l S 0.8 g 0 0 150 700 re f")
    #expect(page.rulings?.map(\.start) == [100] && page.rulings?.map(\.end) == [200])
    #expect(page.fills == [Fill(box: Rectangle(x0: 100, y0: 142, x1: 150, y1: 200), color: Self.grey)])
  }

  @Test func `a line made by clipping a large area is a ruling`() throws {
    let page = try page(drawing: "72 741 200 1 re W n 0 0 595 842 re f")
    #expect(page.rulings == [Ruling(axis: .level, position: 100.5, start: 72, end: 272, thickness: 1)])
  }

  @Test func `rulings of a rotated page are told as displayed`() throws {
    var pdf = PDFBuilder()
    pdf.addPage("0.5 w 72 742 m 272 742 l S", entries: "/MediaBox [0 0 595 842] /Rotate 90")
    let page = try page(of: pdf)
    let ruling = try #require(page.rulings?.first)
    #expect(ruling.axis == .upright && near(ruling.position, 742) && near(ruling.start, 72) && near(ruling.end, 272))
  }

  @Test func `a pen in a stretched space has two widths`() throws {
    let page = try page(drawing: "q 2 0 0 4 0 0 cm 1 w 10 100 m 90 100 l S 10 100 m 10 150 l S Q")
    #expect(page.rulings?.map(\.thickness) == [4, 2])
  }

  @Test func `transparent ink leaves nothing`() throws {
    var pdf = PDFBuilder()
    pdf.addPage(
      "/G gs 72 742 m 272 742 l S 72 642 200 50 re f", resources: "<< /ExtGState << /G << /CA 0 /ca 0 >> >> >>")
    let page = try page(of: pdf)
    #expect(page.rulings == [] && page.fills == [])
  }

  @Test func `coordinates beyond all sense are left out`() throws {
    let page = try page(drawing: "0 99999999999 m 500 99999999999 l S 99999999999 0 5 5 re f 72 742 m 272 742 l S")
    #expect(page.rulings?.count == 1 && page.fills == [])
  }
}
