import ConverterCore
import PDFReader
import PageLayout
import Testing

/// One page that makes poppler call each function of the output device.
///
/// The functions are virtual: one whose signature differs from that of the installed poppler would compile and never be
/// called, and its ink would be missing or come in another form.
@Suite("Each function of the output device is called", .enabled(if: PDFReader.seesVectorInk))
struct CallbackTests {
  static let pattern = Color(red: 192, green: 192, blue: 192)

  /// A page that draws one thing, with objects and resources of its own.
  private func page(_ content: String, resources: (inout PDFBuilder) -> String) throws -> Page {
    var pdf = PDFBuilder()
    let resources = resources(&pdf)
    pdf.addPage(content, resources: "<< \(resources) >>")
    return try PDFReaderTests.page(of: pdf)
  }

  @Test func `stroke, fill and eoFill`() throws {
    let page = try PDFReaderTests.page(drawing: "72 742 m 272 742 l S 0.5 g 72 642 20 20 re f 172 642 20 20 re f*")
    #expect(page.rulings?.count == 1 && page.fills?.count == 2)
  }

  @Test func `tilingPatternFill gives the box, not the tiles`() throws {
    let page = try page("/Pattern cs /P scn 72 642 200 100 re f") { pdf in
      let tile = pdf.addStream(
        "/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 4 4] /XStep 4 /YStep 4 /Resources << >>",
        "0 0 m 4 0 l S")
      return "/Pattern << /P \(tile) 0 R >>"
    }
    #expect(page.fills == [Fill(box: Rectangle(x0: 72, y0: 100, x1: 272, y1: 200), color: Self.pattern)])
    #expect(page.rulings == [])
  }

  @Test(arguments: [
    "/ShadingType 1 /Domain [0 1 0 1] /Matrix [200 0 0 100 72 642] /Function F",
    "/ShadingType 2 /Coords [72 0 272 0] /Function << /FunctionType 2 /Domain [0 1] /C0 [1 0 0] /C1 [0 0 1] /N 1 >>",
    "/ShadingType 3 /Coords [172 692 0 172 692 90] /Function << /FunctionType 2 /Domain [0 1] /C0 [1 0 0] /C1 [0 0 1] /N 1 >>",
  ])
  func `functionShadedFill, axialShadedFill and radialShadedFill give the clip, not the steps`(
    shading: String
  ) throws {
    let page = try page("q 72 642 200 100 re W n /S sh Q") { pdf in
      let function = pdf.addStream("/FunctionType 4 /Domain [0 1 0 1] /Range [0 1 0 1 0 1]", "{ 0 }")
      let entries = shading.replacing("/Function F", with: "/Function \(function) 0 R")
      return "/Shading << /S << /ColorSpace /DeviceRGB \(entries) >> >>"
    }
    #expect(page.fills == [Fill(box: Rectangle(x0: 72, y0: 100, x1: 272, y1: 200), color: Self.pattern)])
  }

  @Test(arguments: [
    (4, [0, 0, 0, 255, 0, 0, 0, 255, 0, 0, 255, 0, 0, 0, 255, 0, 0, 255]),
    (
      6,
      [0] + [0, 0, 0, 85, 0, 170, 0, 255, 85, 255, 170, 255, 255, 255, 255, 170, 255, 85, 255, 0, 170, 0, 85, 0]
        + [UInt8](repeating: 99, count: 12)
    ),
  ])
  func `gouraudTriangleShadedFill and patchMeshShadedFill give the clip, not the pieces`(
    type: Int, data: [UInt8]
  ) throws {
    let page = try page("q 72 642 200 100 re W n /S sh Q") { pdf in
      let shading = pdf.addStream(
        """
        /ShadingType \(type) /ColorSpace /DeviceRGB /BitsPerCoordinate 8 /BitsPerComponent 8 /BitsPerFlag 8
        /Decode [72 272 642 742 0 1 0 1 0 1]
        """, data)
      return "/Shading << /S \(shading) 0 R >>"
    }
    #expect(page.fills == [Fill(box: Rectangle(x0: 72, y0: 100, x1: 272, y1: 200), color: Self.pattern)])
  }

  @Test(arguments: ["", "/Mask [0 0]", "/Mask OTHER", "/SMask OTHER"])
  func `drawImage, drawMaskedImage and drawSoftMaskedImage give the box`(mask: String) throws {
    let page = try page("q 200 0 0 100 72 642 cm /I Do Q") { pdf in
      let isStencil = mask == "/Mask OTHER"
      let kind = isStencil ? "/ImageMask true /BitsPerComponent 1" : "/ColorSpace /DeviceGray /BitsPerComponent 8"
      let other = pdf.addStream("/Type /XObject /Subtype /Image /Width 2 /Height 2 \(kind)", [0, 1, 2, 3])
      let image = pdf.addStream(
        """
        /Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceGray /BitsPerComponent 8
        \(mask.replacing("OTHER", with: "\(other) 0 R"))
        """, [0, 85, 170, 255])
      return "/XObject << /I \(image) 0 R >>"
    }
    #expect(page.images == [PageImage(box: Rectangle(x0: 72, y0: 100, x1: 272, y1: 200))])
  }

  @Test func `drawImageMask gives the box, and of a single pixel a fill`() throws {
    let page = try page("0 0 1 rg q 200 0 0 100 72 642 cm /I Do Q q 200 0 0 1 72 500 cm /L Do Q") { pdf in
      let mask = "/Type /XObject /Subtype /Image /ImageMask true /BitsPerComponent 1"
      let image = pdf.addStream("\(mask) /Width 8 /Height 2", [0x55, 0xAA])
      let pixel = pdf.addStream("\(mask) /Width 1 /Height 1", [0])
      return "/XObject << /I \(image) 0 R /L \(pixel) 0 R >>"
    }
    #expect(page.images == [PageImage(box: Rectangle(x0: 72, y0: 100, x1: 272, y1: 200))])
    let blue = Color(red: 0, green: 0, blue: 255)
    #expect(page.rulings == [Ruling(axis: .level, position: 341.5, start: 72, end: 272, thickness: 1, color: blue)])
  }

  @Test func `inline pictures are read over`() throws {
    let page = try PDFReaderTests.page(
      drawing: """
        q 200 0 0 100 72 642 cm BI /W 4 /H 1 /CS /G /BPC 8 ID ABCD EI Q BT /F1 10 Tf 72 500 Td (after) Tj ET
        """)
    #expect(page.images == [PageImage(box: Rectangle(x0: 72, y0: 100, x1: 272, y1: 200))])
    #expect(page.text == "after")
  }

  @Test func `JPEG 2000 is not decoded and has its box`() throws {
    // The data are none: decoding would be told by poppler.
    let page = try page("q 200 0 0 100 72 642 cm /F Do Q") { pdf in
      let image = pdf.addStream(
        "/Type /XObject /Subtype /Image /Width 2 /Height 2 /Filter [/JPXDecode]", "no picture at all")
      let form = pdf.addStream(
        "/Type /XObject /Subtype /Form /BBox [0 0 1 1] /Resources << /XObject << /I \(image) 0 R >> >>", "/I Do")
      return "/XObject << /F \(form) 0 R >>"
    }
    #expect(page.images == [PageImage(box: Rectangle(x0: 72, y0: 100, x1: 272, y1: 200))])
    #expect(page.findings.map(\.code) == ["pdf.page.image-only"] || page.findings == [])
  }

  @Test func `beginTransparencyGroup and endTransparencyGroup keep the ink of soft masks out`() throws {
    let page = try page("/G gs 0.5 g 72 642 200 100 re f /N gs 72 742 m 272 742 l S") { pdf in
      let mask = pdf.addStream(
        "/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Group << /S /Transparency /CS /DeviceGray >> /Resources << >>",
        "1 g 10 10 50 50 re f 0 700 m 500 700 l S")
      return """
        /ExtGState << /G << /SMask << /Type /Mask /S /Luminosity /G \(mask) 0 R >> >> /N << /SMask /None >> >>
        """
    }
    #expect(page.fills?.count == 1 && page.rulings?.map(\.position) == [100])
  }

  @Test func `ink inside of transparency groups and forms is ink of the page`() throws {
    let page = try page("q 1 0 0 1 72 642 cm /F Do Q") { pdf in
      let form = pdf.addStream(
        "/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Group << /S /Transparency >> /Resources << >>",
        "0 100 m 200 100 l S")
      return "/XObject << /F \(form) 0 R >>"
    }
    #expect(page.rulings?.map(\.position) == [100] && page.rulings?.map(\.start) == [72])
  }
}
