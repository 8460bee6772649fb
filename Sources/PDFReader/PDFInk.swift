internal import CPopplerShim
internal import ConverterCore
internal import PageLayout

extension Page {
  /// Copies the ink of a page out of the shim's arrays, which live until the next page is read.
  init(_ ink: cvt_page, number: Int) {
    let scalars = unsafe UnsafeBufferPointer(start: ink.scalars, count: ink.scalar_count)
    let drawn = unsafe UnsafeBufferPointer(start: ink.glyphs, count: ink.glyph_count)
    let glyphs = unsafe drawn.map { unsafe Glyph($0, scalars: scalars) }
    let fonts = unsafe UnsafeBufferPointer(start: ink.fonts, count: ink.font_count).map { unsafe Font($0) }
    let images = unsafe UnsafeBufferPointer(start: ink.images, count: ink.image_count).map { PageImage($0) }
    self.init(
      number: number, width: unsafe ink.width, height: unsafe ink.height, glyphs: glyphs, fonts: fonts, rulings: nil,
      fills: nil, images: images)
    if PDFDocument.seesVectorInk {
      let lineArt = unsafe LineArt(
        strokes: UnsafeBufferPointer(start: ink.strokes, count: ink.stroke_count).map { StrokedLine($0) },
        fills: UnsafeBufferPointer(start: ink.fills, count: ink.fill_count).map { Fill($0) })
      rulings = lineArt.rulings
      fills = lineArt.fills
    }
    comments = unsafe UnsafeBufferPointer(start: ink.comments, count: ink.comment_count).map { unsafe PageComment($0) }
    if unsafe ink.is_cut { findings.append(.pageCut(number)) }
    if unsafe ink.has_broken_marks { findings.append(.brokenMarks(number)) }
  }
}

extension Glyph {
  fileprivate init(_ glyph: cvt_glyph, scalars: UnsafeBufferPointer<UInt32>) {
    self.init(
      text: unsafe Self.text(scalars, from: Int(glyph.text_start), count: Int(glyph.text_count)),
      box: Rectangle(x0: glyph.x0, y0: glyph.y0, x1: glyph.x1, y1: glyph.y1),
      baseline: glyph.baseline,
      size: glyph.size,
      font: Int(glyph.font),
      color: Color(glyph.color),
      direction: Direction(rawValue: glyph.direction) ?? .right,
      traits: Traits(rawValue: glyph.traits),
      markedContent: glyph.marked_content)
  }

  /// Text of up to 15 bytes is kept inside the String: nearly all glyphs go without an allocation.
  private static func text(_ scalars: UnsafeBufferPointer<UInt32>, from start: Int, count: Int) -> String {
    guard count > 0, start + count <= scalars.count else { return "" }
    if count == 1 { return String(Unicode.Scalar(unsafe scalars[start]) ?? "\u{FFFD}") }
    var text = String.UnicodeScalarView()
    for index in start..<(start + count) {
      text.append(Unicode.Scalar(unsafe scalars[index]) ?? "\u{FFFD}")
    }
    return String(text)
  }
}

extension Font {
  fileprivate init(_ font: cvt_font) {
    self.init(name: unsafe String(font.name) ?? "", isBold: unsafe font.is_bold, isItalic: unsafe font.is_italic)
  }
}

extension StrokedLine {
  fileprivate init(_ stroke: cvt_stroke) {
    self.init(
      line: Rectangle(x0: stroke.x0, y0: stroke.y0, x1: stroke.x1, y1: stroke.y1), thickness: stroke.thickness,
      color: Color(stroke.color))
  }
}

extension Fill {
  fileprivate init(_ fill: cvt_fill) {
    self.init(box: Rectangle(x0: fill.x0, y0: fill.y0, x1: fill.x1, y1: fill.y1), color: Color(fill.color))
  }
}

extension PageImage {
  fileprivate init(_ image: cvt_image) {
    self.init(box: Rectangle(x0: image.x0, y0: image.y0, x1: image.x1, y1: image.y1))
  }
}

extension PageComment {
  fileprivate init(_ comment: cvt_comment) {
    self.init(
      text: unsafe String(comment.text) ?? "",
      box: unsafe Rectangle(x0: comment.x0, y0: comment.y0, x1: comment.x1, y1: comment.y1))
  }
}

extension Color {
  /// From 0x00RRGGBB.
  fileprivate init(_ packed: UInt32) {
    self.init(
      red: UInt8(truncatingIfNeeded: packed >> 16), green: UInt8(truncatingIfNeeded: packed >> 8),
      blue: UInt8(truncatingIfNeeded: packed))
  }
}
