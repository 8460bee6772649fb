package import ConverterCore

/// A document as one HTML file that needs nothing else: the drawings of its pages one below the other, switches for the
/// layers, a list of pages, and what stands under the pointer.
///
/// Pages are written one by one, so that memory does not grow with the document. The file is well-formed XML too, so that
/// programs can read it.
package struct TraceBook {
  private let name: String
  private let pageCount: Int
  private let hasPictures: Bool

  /// - Parameter name: the name of the document, for people.
  /// - Parameter hasPictures: whether pages come with pictures.
  package init(name: String, pageCount: Int, hasPictures: Bool) {
    self.name = name
    self.pageCount = pageCount
    self.hasPictures = hasPictures
  }

  package func writePrologue(to output: inout OutputBuffer) {
    output.append("<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\">\n")
    output.append("<head>\n<meta charset=\"utf-8\"/>\n")
    output.append("<meta name=\"viewport\" content=\"width=device-width\"/>\n<title>")
    output.append(xml: "\(name), explained")
    output.append("</title>\n<style>\n")
    output.append(TraceStyle.sheet)
    output.append(Self.sheet)
    for layer in TraceLayer.allCases {
      output.append(xml: "body:not(.show-\(layer.rawValue)) .layer-\(layer.rawValue) { display: none; }\n")
    }
    let shown = TraceLayer.allCases.filter(isShown).map { "show-\($0.rawValue)" }
    output.append("</style>\n</head>\n<body")
    output.append("class", xml: shown.joined(separator: " "))
    output.append(">\n<header>\n<h1>")
    output.append(xml: name)
    output.append("</h1>\n<div class=\"layers\">\n")
    for layer in TraceLayer.allCases { appendSwitch(for: layer, to: &output) }
    output.append("</div>\n<div class=\"pages\"><button id=\"previous\" title=\"previous page (k)\">↑</button> page ")
    output.append("<input id=\"number\" type=\"number\" min=\"1\" value=\"1\"")
    output.append("max", xml: "\(pageCount)")
    output.append("/> of ")
    output.append(pageCount)
    output.append(" <button id=\"next\" title=\"next page (j)\">↓</button> ")
    output.append("<label>zoom <input id=\"zoom\" type=\"range\"")
    output.append(" min=\"0.6\" max=\"3\" step=\"0.1\" value=\"1.3\"/></label>")
    output.append("</div>\n</header>\n<main>\n")
  }

  private func isShown(_ layer: TraceLayer) -> Bool { layer.isShownAtFirst(overPicture: hasPictures) }

  private func appendSwitch(for layer: TraceLayer, to output: inout OutputBuffer) {
    output.append("<label><input type=\"checkbox\"")
    output.append("data-layer", xml: layer.rawValue)
    if isShown(layer) { output.append(" checked=\"checked\"") }
    output.append("/><i")
    output.append("style", xml: "background:\(layer.color)")
    output.append("></i>")
    output.append(xml: layer.title)
    output.append("</label>\n")
  }

  /// Appends one page with its legend.
  package func write(_ drawing: TraceDrawing, to output: inout OutputBuffer) {
    let legend = TraceLegend(drawing.trace, hasPicture: drawing.picture != nil)
    let page = drawing.pageBox
    startSection(drawing.trace.page.number, title: legend.title, to: &output)
    output.append("<div class=\"sheet\"><svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ")
    output.append(points: page.width)
    output.append(" ")
    output.append(points: page.height)
    output.append("\"")
    output.append("style", xml: "--width:\(page.width.brief)")
    output.append(">\n")
    output.append(box: page, class: "paper")
    drawing.appendLayers(to: &output, isFile: false)
    output.append("</svg></div>\n<aside>\n")
    for (layer, text) in legend.layers {
      output.append("<p><i")
      output.append("style", xml: "background:\(layer.color)")
      output.append("></i>")
      output.append(xml: text)
      output.append("</p>\n")
    }
    for section in legend.sections {
      output.append("<h3>")
      output.append(xml: section.title)
      output.append("</h3>\n")
      for entry in section.entries {
        output.append("<p")
        if let verdict = entry.verdict { output.append("class", xml: verdict ? "yes" : "no") }
        output.append(">")
        output.append(xml: entry.text)
        output.append("</p>\n")
      }
    }
    output.append("</aside>\n</section>\n")
  }

  /// Appends a page that cannot be read, with the reason.
  package func write(unreadablePage number: Int, _ reason: String, to output: inout OutputBuffer) {
    startSection(number, title: "Page \(number)", to: &output)
    output.append("<aside><p class=\"no\">")
    output.append(xml: reason)
    output.append("</p></aside>\n</section>\n")
  }

  private func startSection(_ number: Int, title: String, to output: inout OutputBuffer) {
    output.append("<section")
    output.append("id", xml: "page-\(number)")
    output.append(">\n<h2>")
    output.append(xml: title)
    output.append("</h2>\n")
  }

  package func writeEpilogue(to output: inout OutputBuffer) {
    output.append("</main>\n<footer id=\"under\"></footer>\n<script>\n//<![CDATA[\n")
    output.append(Self.script)
    output.append("//]]>\n</script>\n</body>\n</html>\n")
  }
}
