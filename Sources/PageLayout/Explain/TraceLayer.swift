/// The layers of the drawing of a page, from the bottom to the top.
package enum TraceLayer: String, CaseIterable, Sendable {
  case picture, fills, images, rulings, rules, glyphs, words, lines, text, blocks, candidates, cells

  /// What the layer shows, for the legend.
  package var title: String {
    switch self {
    case .picture: "page picture"
    case .fills: "fills"
    case .images: "pictures on the page"
    case .rulings: "rulings as drawn"
    case .rules: "rules after joining"
    case .glyphs: "glyphs"
    case .words: "words"
    case .lines: "lines and zones"
    case .text: "text as read"
    case .blocks: "blocks in reading order"
    case .candidates: "table candidates"
    case .cells: "cells of chosen tables"
    }
  }

  /// Whether the layer is seen before somebody switches it: what matters most, and the text where no picture shows it.
  package func isShownAtFirst(overPicture: Bool) -> Bool {
    switch self {
    case .glyphs, .words, .lines, .rulings: false
    case .text: !overPicture
    case .picture, .fills, .images, .rules, .blocks, .candidates, .cells: true
    }
  }

  /// The colour of the layer in the legend.
  package var color: String {
    switch self {
    case .picture: "#b8b8b8"
    case .fills: "#f2c14e"
    case .images: "#9b5de5"
    case .rulings: "#e4572e"
    case .rules: "#2274a5"
    case .glyphs: "#8d99ae"
    case .words: "#3a86ff"
    case .lines: "#06a77d"
    case .text: "#1d3557"
    case .blocks: "#06a77d"
    case .candidates: "#d00000"
    case .cells: "#ff8c00"
    }
  }
}
