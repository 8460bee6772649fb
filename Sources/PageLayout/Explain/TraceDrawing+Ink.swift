internal import ConverterCore

/// The layers of the ink: what the page draws, before anything is understood.
extension TraceDrawing {
  /// The picture of the page as displayed, turned as the page was for reading.
  func appendPicture(to output: inout OutputBuffer) {
    guard let picture else { return }
    output.append("<image x=\"0\" y=\"0\"")
    output.append("width", points: trace.turn?.width ?? pageBox.width)
    output.append("height", points: trace.turn?.height ?? pageBox.height)
    if let turn = trace.turn { output.append("transform", xml: turn.transform) }
    output.append(" preserveAspectRatio=\"none\"")
    output.append("href", xml: picture)
    output.append("/>\n")
  }

  func appendFills(to output: inout OutputBuffer) {
    for fill in trace.page.fills ?? [] {
      output.append(box: fill.box, class: "fill", note: "fill \(fill.color.hexadecimal), \(fill.box.brief)")
    }
  }

  func appendImages(to output: inout OutputBuffer) {
    for image in trace.page.images {
      let box = image.box
      output.append(box: box, class: "image", note: "picture, \(box.brief)")
      output.append(lineFrom: (box.x0, box.y0), to: (box.x1, box.y1), class: "image")
      output.append(lineFrom: (box.x0, box.y1), to: (box.x1, box.y0), class: "image")
    }
  }

  /// Lines with their thickness and colour in the note.
  func append(_ rulings: [Ruling], class name: String, to output: inout OutputBuffer) {
    for ruling in rulings {
      let note =
        "\(name) \(ruling.axis), \(ruling.axis == .level ? "y" : "x") \(ruling.position.brief), "
        + "\(ruling.start.brief) to \(ruling.end.brief), \(ruling.thickness.brief) pt thick, \(ruling.color.hexadecimal)"
      switch ruling.axis {
      case .level:
        output.append(
          lineFrom: (ruling.start, ruling.position), to: (ruling.end, ruling.position), class: name, note: note)
      case .upright:
        output.append(
          lineFrom: (ruling.position, ruling.start), to: (ruling.position, ruling.end), class: name, note: note)
      }
    }
  }

  /// All boxes of one kind are one path: pages have thousands of glyphs, and the notes of words tell the rest.
  func appendGlyphs(to output: inout OutputBuffer) {
    for kind in GlyphKind.allCases {
      let glyphs = trace.page.glyphs.lazy.filter { GlyphKind($0.traits) == kind }
      guard !glyphs.isEmpty else { continue }
      output.append("<path")
      output.append("class", xml: "glyph \(kind.rawValue)")
      output.append(" d=\"")
      for glyph in glyphs { output.append(pathOf: glyph.box) }
      output.append("\"><title>")
      output.append(xml: kind.title)
      output.append("</title></path>\n")
    }
  }
}

/// How a glyph is drawn in the layer of glyphs: by what keeps it out of words.
private enum GlyphKind: String, CaseIterable {
  case plain, unmapped, artifact, oblique, covered, invisible, clipped

  init(_ traits: Glyph.Traits) {
    if traits.contains(.clipped) {
      self = .clipped
    } else if traits.contains(.invisible) {
      self = .invisible
    } else if traits.contains(.covered) {
      self = .covered
    } else if traits.contains(.oblique) {
      self = .oblique
    } else if traits.contains(.artifact) {
      self = .artifact
    } else {
      self = traits.contains(.unmapped) ? .unmapped : .plain
    }
  }

  var title: String {
    switch self {
    case .plain: "glyphs"
    case .unmapped: "glyphs without a stated meaning"
    case .artifact: "glyphs marked as artifacts"
    case .oblique: "oblique glyphs: a watermark"
    case .covered: "glyphs below something opaque"
    case .invisible: "invisible glyphs"
    case .clipped: "glyphs outside of the clip"
    }
  }
}

extension Color {
  /// As in style sheets: `#ff8000`.
  var hexadecimal: String {
    "#"
      + [red, green, blue].map { part in
        String(part >> 4, radix: 16) + String(part & 15, radix: 16)
      }.joined()
  }
}

extension Rectangle {
  /// The corners as a person notes them: `72, 90 – 523, 260.5`.
  var brief: String { "\(x0.brief), \(y0.brief) – \(x1.brief), \(y1.brief)" }
}

extension Double {
  /// The number to a tenth.
  var brief: String {
    let tenths = (self * 10).rounded()
    guard tenths.magnitude < 1e9 else { return "∞" }
    let text = "\(tenths / 10)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
