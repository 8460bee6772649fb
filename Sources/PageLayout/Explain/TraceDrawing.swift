internal import ConverterCore

/// Draws the intermediate values of a page, one group of marks for each ``TraceLayer``, for people.
///
/// Coordinates are those of the program: points, origin at the top left of the page as read, y downwards; a page that is displayed
/// sideways is drawn upright. Every mark
/// carries a note on what it stands for, which browsers show where the pointer rests.
package struct TraceDrawing {
  let trace: LayoutTrace
  let picture: String?

  /// - Parameter picture: the URI of a picture of the whole page, mostly a data URI; `nil` for none.
  package init(_ trace: LayoutTrace, picture: String? = nil) {
    self.trace = trace
    self.picture = picture
  }

  /// The page in points.
  var pageBox: Rectangle { Rectangle(x0: 0, y0: 0, x1: trace.page.width, y1: trace.page.height) }

  /// Appends all layers, from the bottom to the top, each a group of the class `layer`.
  ///
  /// - Parameter isFile: whether the drawing is a file of its own: its groups have names then, are listed as layers by
  ///   Inkscape, and those that are not shown at first are hidden. Else a style sheet decides.
  func appendLayers(to output: inout OutputBuffer, isFile: Bool) {
    for layer in TraceLayer.allCases {
      output.append("<g")
      output.append("class", xml: "layer layer-\(layer.rawValue)")
      if isFile {
        output.append("id", xml: layer.rawValue)
        output.append(" inkscape:groupmode=\"layer\"")
        output.append("inkscape:label", xml: layer.title)
        if !layer.isShownAtFirst(overPicture: picture != nil) { output.append(" style=\"display:none\"") }
      }
      output.append(">\n")
      append(layer, to: &output)
      output.append("</g>\n")
    }
  }

  private func append(_ layer: TraceLayer, to output: inout OutputBuffer) {
    switch layer {
    case .picture: appendPicture(to: &output)
    case .fills: appendFills(to: &output)
    case .images: appendImages(to: &output)
    case .rulings: append(trace.page.rulings ?? [], class: "ruling", to: &output)
    case .rules: append(trace.rules.level + trace.rules.upright, class: "rule", to: &output)
    case .glyphs: appendGlyphs(to: &output)
    case .words: appendWords(to: &output)
    case .lines: appendLines(to: &output)
    case .text: appendText(to: &output)
    case .blocks: appendBlocks(to: &output)
    case .candidates: appendCandidates(to: &output)
    case .cells: appendCells(to: &output)
    }
  }
}
