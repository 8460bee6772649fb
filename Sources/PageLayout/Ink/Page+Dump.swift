internal import ConverterCore

extension Page {
  /// The ink as text for people and tests: one line a mark, kind by kind in drawing order, numbers to 0.01 points.
  ///
  ///     page 1 595 × 842
  ///     font 0 Helvetica bold
  ///     glyph 72 91.93 78.67 104.06 "A" size 10 font 0
  ///     ruling level 120 from 72 to 523 thickness 0.5
  package var dump: String {
    var lines = ["page \(number) \(brief(width)) × \(brief(height))"]
    for (index, font) in fonts.enumerated() {
      lines.append("font \(index) \(font.name)\(font.isBold ? " bold" : "")\(font.isItalic ? " italic" : "")")
    }
    for glyph in glyphs {
      var line = "glyph \(brief(glyph.box)) \"\(glyph.text)\" size \(brief(glyph.size)) font \(glyph.font)"
      if glyph.direction != .right { line += " \(glyph.direction)" }
      if glyph.color != .black { line += " \(brief(glyph.color))" }
      if glyph.markedContent >= 0 { line += " content \(glyph.markedContent)" }
      if !glyph.traits.isEmpty { line += " traits \(glyph.traits.rawValue)" }
      lines.append(line)
    }
    for ruling in rulings ?? [] {
      lines.append(
        "ruling \(ruling.axis) \(brief(ruling.position)) from \(brief(ruling.start)) to \(brief(ruling.end))"
          + " thickness \(brief(ruling.thickness)) \(brief(ruling.color))")
    }
    for fill in fills ?? [] { lines.append("fill \(brief(fill.box)) \(brief(fill.color))") }
    for image in images { lines.append("image \(brief(image.box))") }
    for comment in comments { lines.append("comment \(brief(comment.box)) \"\(comment.text)\"") }
    return lines.joined(separator: "\n") + "\n"
  }
}

private func brief(_ number: Double) -> String {
  let hundredths = (number * 100).rounded()
  guard hundredths.magnitude < 1e12 else { return "\(number)" }
  let text = "\(hundredths / 100)"
  return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
}

private func brief(_ box: Rectangle) -> String {
  "\(brief(box.x0)) \(brief(box.y0)) \(brief(box.x1)) \(brief(box.y1))"
}

private func brief(_ color: Color) -> String {
  "rgb \(color.red) \(color.green) \(color.blue)"
}
