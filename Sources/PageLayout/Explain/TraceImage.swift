package import ConverterCore

/// One page as an SVG file: the drawing, with its legend to the right of the page, whose lines switch the layers.
package struct TraceImage {
  private let drawing: TraceDrawing
  private let legend: TraceLegend

  /// The room to the right of the page in points.
  private static let legendWidth = 250.0
  private static let margin = 14.0

  package init(_ drawing: TraceDrawing) {
    self.drawing = drawing
    legend = TraceLegend(drawing.trace, hasPicture: drawing.picture != nil)
  }

  package func write(to output: inout OutputBuffer) {
    let rows = legendRows
    let page = drawing.pageBox
    let margin = Self.margin
    let width = page.width + Self.legendWidth + 3 * margin
    let height = max(page.height, (rows.last?.y ?? 0) + margin) + 2 * margin
    output.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    output.append("<svg xmlns=\"http://www.w3.org/2000/svg\" version=\"1.1\"")
    output.append(" xmlns:inkscape=\"http://www.inkscape.org/namespaces/inkscape\"")
    output.append("width", points: width)
    output.append("height", points: height)
    output.append(" viewBox=\"")
    for (index, number) in [-margin, -margin, width, height].enumerated() {
      if index > 0 { output.append(" ") }
      output.append(points: number)
    }
    output.append("\">\n<title>")
    output.append(xml: legend.title)
    output.append("</title>\n<style>\n")
    output.append(TraceStyle.sheet)
    output.append("</style>\n")
    let paper = Rectangle(x0: -margin, y0: -margin, x1: width - margin, y1: height - margin)
    output.append("<g fill=\"#f4f4f1\">")
    output.append(box: paper, class: "desk")
    output.append("</g>\n")
    output.append(box: page, class: "paper")
    drawing.appendLayers(to: &output, isFile: true)
    append(rows, left: page.width + margin, to: &output)
    output.append(Self.script)
    output.append("</svg>\n")
  }
}

extension TraceImage {
  /// One line of the legend, its baseline at ``y``.
  private struct Row {
    var y: Double
    var text: String
    var style: String
    var swatch: TraceLayer?
  }

  private var legendRows: [Row] {
    var rows = [Row(y: 12, text: legend.title, style: "heading", swatch: nil)]
    var y = 30.0
    for (layer, text) in legend.layers {
      rows.append(Row(y: y, text: text, style: "entry", swatch: layer))
      y += 10
    }
    for section in legend.sections {
      y += 9
      rows.append(Row(y: y, text: section.title, style: "section", swatch: nil))
      y += 11
      for entry in section.entries {
        for line in Self.lines(of: entry.text) {
          let verdict = entry.verdict.map { $0 ? " yes" : " no" } ?? ""
          rows.append(Row(y: y, text: line, style: "entry\(verdict)", swatch: nil))
          y += 8.5
        }
        y += 1.5
      }
    }
    return rows
  }

  /// A text in lines as wide as the legend, told by the usual widths of letters.
  private static func lines(of text: String) -> [String] {
    var lines = [""]
    var width = 0.0
    for character in text {
      let advance = character.unicodeScalars.first.map(TextJoining.isWide) == true ? 6.6 : 3.5
      if width + advance > legendWidth {
        let last = lines[lines.count - 1]
        let cut = last.lastIndex(of: " ").map { last.index(after: $0) } ?? last.endIndex
        let rest = last.distance(from: cut, to: last.endIndex) < 24 ? String(last[cut...]) : ""
        lines[lines.count - 1] = String(last.dropLast(rest.count))
        lines.append("   " + rest)
        width = 3.5 * Double(rest.count + 3)
      }
      lines[lines.count - 1].append(character)
      width += advance
    }
    return lines
  }

  private func append(_ rows: [Row], left: Double, to output: inout OutputBuffer) {
    output.append("<g class=\"legend\">\n")
    for row in rows {
      guard let layer = row.swatch else {
        output.append(text: row.text, x: left, y: row.y, class: row.style)
        continue
      }
      let isShown = layer.isShownAtFirst(overPicture: drawing.picture != nil)
      output.append("<g")
      output.append("class", xml: isShown ? "switch" : "switch off")
      output.append("data-layer", xml: layer.rawValue)
      output.append("><rect")
      output.append("x", points: left)
      output.append("y", points: row.y - 5.5)
      output.append(" width=\"7\" height=\"6\" rx=\"1\"")
      output.append("fill", xml: layer.color)
      output.append("/>\n")
      output.append(text: row.text, x: left + 11, y: row.y, class: row.style)
      output.append("</g>\n")
    }
    output.append("</g>\n")
  }

  /// Switches a layer where its line in the legend is clicked, in programs that run scripts.
  private static let script: StaticString = """
    <script><![CDATA[
    for (const line of document.querySelectorAll(".switch")) {
      line.addEventListener("click", () => {
        const isOff = line.classList.toggle("off");
        document.getElementById(line.getAttribute("data-layer")).style.display = isOff ? "none" : "";
      });
    }
    ]]></script>

    """
}
